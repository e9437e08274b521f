"""How a run is told, and drawn."""

import io

import pytest
from rich.console import Console

from bench.load import plot
from bench.load.answers import CLIENT_DATA, POST_CALL, RETRIEVE, Answer, doors, promises
from bench.load.asked import Load
from bench.load.proof import Proof, Wrong
from bench.load.run import Aftermath, Run
from bench.load.table import told, what_is_run

ANSWERS = (
    Answer(CLIENT_DATA, 0.0, 210.0, 200),
    Answer(RETRIEVE, 0.5, 5_006.0, 200, has_apology=True),
    Answer(POST_CALL, 1.0, 12.0, 200),
)
STRUCK = {"500": 3, "hung up, work done": 1}


def _run(*more: Answer, wrongs: tuple[Wrong, ...] = ()) -> Run:
    asked, proof = doors([*ANSWERS, *more]), Proof(1_200, 98, 9_012, 1_199, wrongs)
    aftermath = Aftermath(7, 2, 1, STRUCK, proof)
    return Run(Load(), 60.0, 1_200, asked, promises(asked, 1_500), aftermath)


def _shown(run: Run) -> str:
    written = io.StringIO()
    Console(file=written, width=80).print(told(run), highlight=False)
    return " ".join(written.getvalue().split())


def test_a_kept_run_is_told():
    """Doors, promises, faults, attempts and the proof stand there, and the verdict."""
    shown = _shown(_run())
    assert "/client-data 1 0.02 210 210 210 210 200 x 1" in shown
    assert "1,200 calls in 60 s" in shown
    assert "/retrieve: 1 answers say that the memory can't be reached now" in shown
    assert "✓ /client-data answers within 1,500 + 50 ms: 1 of 1" in shown
    assert "what went wrong with Mem0: 500 x 3, hung up, work done x 1" in shown
    assert "7 took more than one attempt, 2 were given up after 3" in shown
    assert (
        "✓ every acknowledged call is remembered exactly once: 1,200 calls of 98 callers, 9,012 "
        "memories, 1,199 extractions; 0 wrong"
    ) in shown
    assert shown.endswith("Every promise is kept.")
    assert "✗" not in shown


def test_large_figures_leave_room_for_the_doors():
    """However many and slow the answers are, no door and no figure is cut off in 80 columns."""
    slow = [
        Answer(CLIENT_DATA, 3, 12_345.0, status) for status in (200, 500, 503) for _ in range(999)
    ]
    shown = _shown(_run(*slow, *[Answer(RETRIEVE, 3, 12_345.0, 0, "RemoteProtocolError")] * 2_000))
    assert "/client-data 2,998 49.97 12,345 12,345 12,345 12,345" in shown
    assert "/retrieve 2,001 33.35 12,345 12,345 12,345 12,345" in shown
    assert "…" not in shown


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            Answer(CLIENT_DATA, 2, 1_551.0, 200),
            "✗ /client-data answers within 1,500 + 50 ms: 1 of 2",
        ),
        (Answer(CLIENT_DATA, 2, 9.0, 0, "ReadTimeout"), "✗ /client-data answers 200: 1 of 2"),
        (Answer(POST_CALL, 2, 9.0, 503), "200 x 1, 503 x 1"),
    ],
)
def test_a_broken_promise_is_told(answer, said):
    """Which promise was broken, and how often, is said, and the verdict follows."""
    run = _run(answer)
    assert said in _shown(run)
    assert not run.is_kept
    assert _shown(run).endswith("Not every promise is kept.")


def test_a_run_without_calls_keeps_nothing(tmp_path):
    """When nobody called nothing is proven, which is told and can be drawn."""
    aftermath = Aftermath(0, 0, 0, {}, Proof(0, 0, 0, 0, ()))
    run = Run(Load(), 0.0, 0, (), promises((), 1_500), aftermath)
    assert "✗ every acknowledged call is remembered exactly once: 0 calls" in _shown(run)
    assert not run.is_kept
    plot.draw(run, tmp_path / "load.png")


def test_what_is_wrong_is_told_by_kind():
    """Each kind of wrong is counted, with the first places where it was found."""
    wrongs = [Wrong("memory missing", f"conv_{number}, name") for number in range(4)]
    run = _run(wrongs=(*wrongs, Wrong("memory held 2 times", "conv_9, exchange")))
    shown = _shown(run)
    assert "1,199 extractions; 5 wrong" in shown
    assert "memory missing x 4: conv_0, name; conv_1, name; conv_2, name ..." in shown
    assert "memory held 2 times x 1: conv_9, exchange" in shown
    assert not run.is_kept


def test_what_was_run_is_said_plainly():
    """Calls, callers, processes and processors are named, and that Lambda would be different."""
    said = what_is_run(Load(calls=20, secs=5), "2")
    for words in (
        "20 simultaneous calls by 40 callers for 5 s",
        "2 for the routes (`chalice local`, with threads), 1 for the handler",
        "Mem0 answers in 200 ms, and 1.0% of its answers go wrong",
        "2 processors do it all",
        "a container of its own",
    ):
        assert words in " ".join(said.split())


def test_the_picture_is_drawn(tmp_path):
    """The picture is a PNG, whatever its file is called."""
    plot.draw(_run(), tmp_path / "picture")
    assert (tmp_path / "picture").read_bytes().startswith(b"\x89PNG")
