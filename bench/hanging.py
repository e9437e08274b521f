"""Mem0 hanging: /client-data answers within its budget, and greets by name all the same."""

from dataclasses import dataclass

from bench import api_gateway
from bench.caller import NAME, name_in
from bench.in_process import App, interleaved
from bench.line import Line
from bench.progress import Advance
from bench.sample import Sample
from bench.stand import Mem0

HANG_SECS = 20.0
GRACE_MS = 50


@dataclass(frozen=True)
class Hanging:
    """Times (ms) of /client-data, the budget (ms), and the name in each answer."""

    times: Sample
    budget_ms: int
    names: tuple[str, ...]


def measure(app: App, mem0: Mem0, caller_id: str, rounds: int, advance: Advance) -> Hanging:
    """Ask for a caller whose card is in the archive, while Mem0 takes and never answers."""
    mem0.answer_after(HANG_SECS)
    event, names = api_gateway.client_data(caller_id), list[str]()
    actions = {"/client-data": lambda: names.append(name_in(app.answer(event)))}
    times = interleaved(actions, rounds, advance)["/client-data"]
    mem0.answer_after(0)
    return Hanging(times, app.box.settings.client_data_budget_ms, tuple(names))


def lines(measured: Hanging) -> list[Line]:
    """Return the promises about time and greeting."""
    most, budget = measured.times.largest, measured.budget_ms
    greeted = measured.names.count(NAME)
    return [
        Line(
            "/client-data while Mem0 hangs",
            f"at most {budget:,} + {GRACE_MS} ms",
            f"{most:,.0f} ms",
            most <= budget + GRACE_MS,
            "Mem0 takes each request and does not answer; the figure is the slowest answer.",
            measured.times,
        ),
        Line(
            "greeted by name while Mem0 hangs",
            "always",
            f"{greeted} of {len(measured.names)}",
            greeted == len(measured.names),
            "The caller was remembered before by one archived call, which left a caller card.",
        ),
    ]
