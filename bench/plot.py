"""The picture: how long warm requests take beside bare ones, and cold starts beside plain ones."""

from collections.abc import Iterable
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench import warm
from bench.cold_start import OURS, PLAIN, ColdStarts
from bench.sample import Sample

BLUE, ORANGE, GREY = "#1f6fb4", "#d9730d", "#8a8f98"
CURVES = (
    (warm.CLIENT_DATA, BLUE, "-"),
    (warm.BARE_LIST, BLUE, ":"),
    (warm.BARE_LISTS, BLUE, "--"),
    (warm.RETRIEVE, ORANGE, "-"),
    (warm.BARE_SEARCH, ORANGE, ":"),
)


def draw(warm_times: warm.Warm, cold: Iterable[ColdStarts], path: Path) -> None:
    """Write the picture to ``path``, a PNG."""
    figure = Figure(figsize=(11, 4.2), layout="constrained")
    left, right = figure.subplots(1, 2)
    _draw_warm(left, warm_times)
    _draw_cold(right, list(cold))
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=120, metadata={"Software": None})


def _draw_warm(axes: Axes, measured: warm.Warm) -> None:
    for name, colour, style in CURVES:
        values = sorted(measured.times[name].values)
        shares = [(number + 1) / len(values) for number in range(len(values))]
        axes.step(values, shares, colour, linestyle=style, label=name, where="post")
    slowest = max(sample.p99 for sample in measured.times.values())
    axes.set_xlim(0, slowest * 1.1)
    axes.set_ylim(0, 1)
    axes.set_title("Warm requests, Mem0 answering at once", loc="left")
    axes.set_xlabel("ms")
    axes.set_ylabel("share of requests answered by then")
    axes.grid(alpha=0.25)
    axes.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.5, -0.14), ncols=3)


def _draw_cold(axes: Axes, measured: list[ColdStarts]) -> None:
    rows = [
        (f"{name}, {_BYTE_CODE[one.byte_code]}", one.times[kind], colour)
        for one in measured
        for kind, name, colour in ((PLAIN, "plain import", GREY), (OURS, "this app", BLUE))
    ]
    for height, (_, sample, colour) in enumerate(rows):
        _draw_bar(axes, height, sample, colour)
    axes.set_xlim(0, max(sample.largest for _, sample, _ in rows) * 1.2)
    axes.set_yticks(range(len(rows)), [label for label, _, _ in rows])
    axes.set_title("Cold start to the first answer", loc="left")
    axes.set_xlabel("ms (bar: median, dots: each process)")
    axes.grid(axis="x", alpha=0.25)


_BYTE_CODE = {"cached": "byte-code cached", "none": "no byte-code"}


def _draw_bar(axes: Axes, height: int, sample: Sample, colour: str) -> None:
    axes.barh(height, sample.p50, color=colour, height=0.55, alpha=0.75)
    axes.plot(sample.values, [height] * len(sample.values), "o", color="#222222", markersize=3)
    axes.text(sample.largest, height, f"  {sample.p50:,.0f} ms", va="center")
