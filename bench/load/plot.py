"""The picture of a run: when each answer came and how long it took, and how many were as fast."""

from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.load.answers import CLIENT_DATA, POST_CALL, RETRIEVE
from bench.load.run import Run
from bench.plot import BLUE, GREY, ORANGE

COLOURS = {CLIENT_DATA: BLUE, RETRIEVE: ORANGE, POST_CALL: GREY}


def draw(run: Run, path: Path) -> None:
    """Write the picture of ``run`` to ``path``, a PNG."""
    figure = Figure(figsize=(11, 4.2), layout="constrained")
    left, right = figure.subplots(1, 2, width_ratios=(3, 2))
    _draw_moments(left, run)
    _draw_shares(right, run)
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(alpha=0.25)
    figure.savefig(path, format="png", dpi=120, metadata={"Software": None})


def _draw_moments(axes: Axes, run: Run) -> None:
    for door in run.doors:
        moments = [answer.at_secs for answer in door.answers]
        axes.plot(
            moments, door.times.values, ".", color=COLOURS[door.path], markersize=3, alpha=0.6
        )
    axes.axhline(run.load.budget_ms, color=BLUE, linestyle=":", linewidth=1)
    axes.set_yscale("log")
    axes.set_title(f"{run.load.calls} simultaneous calls: each answer", loc="left")
    axes.set_xlabel("s since the start")
    axes.set_ylabel("ms")


def _draw_shares(axes: Axes, run: Run) -> None:
    for door in run.doors:
        values = sorted(door.times.values)
        shares = [(number + 1) / len(values) for number in range(len(values))]
        axes.step(values, shares, COLOURS[door.path], label=door.path, where="post")
    axes.axvline(
        run.load.budget_ms, color=BLUE, linestyle=":", linewidth=1, label=f"{CLIENT_DATA}'s budget"
    )
    axes.set_xscale("log")
    axes.set_ylim(0, 1)
    axes.set_title("Share of answers by then", loc="left")
    axes.set_xlabel("ms")
    axes.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.5, -0.14), ncols=2)
