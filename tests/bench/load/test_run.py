"""``make load``, small: real processes, real HTTP, and a proof that can fail."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from bench.load import __main__ as command
from bench.sample import NotMeasuredError
from lab.mem0.condition import Condition
from lab.mem0.filters import EVERYBODY
from lab.mem0.memory import Addition, Entities
from lab.mem0.store import Store
from lab.routes import RoutesError

PROJECT = Path(__file__).parent.parent.parent.parent
# The longest budget: what is shown here does not depend on how busy the machine is.
SMALL = "--calls 3 --secs 1 --pause-secs 0 --mem0-ms 20 --fault-share 0 --budget-ms 15000".split()


def test_a_small_run_is_proven(capsys, tmp_path):
    """A few calls end with every promise kept, each call remembered once, and a picture."""
    assert command.main([*SMALL, "--plot", str(tmp_path / "load.png")]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "3 simultaneous calls by 6 callers for 1 s" in said
    calls = re.search(r"remembered exactly once: (\d+) calls of \d callers, .* 0 wrong", said)
    assert calls
    assert int(calls[1]) >= 3
    assert "Every promise is kept." in said
    assert (tmp_path / "load.png").read_bytes().startswith(b"\x89PNG")


def _spoil(here):
    """Lose one exchange, hold a name twice, and hand a summary to a stranger as well."""
    with closing(Store(here.mem0.database)) as store:
        found = store.page(EVERYBODY, limit=1_000).memories
        kinds = {one.metadata["kind"]: one for one in found}
        name, summary = kinds["name"], kinds["summary"]
        assert store.delete(Condition("id IS ?", (kinds["exchange"].id,))) == 1
        again = Addition(Entities(name.entities.user_id, run_id="again"), name.metadata)
        assert store.add([name.memory], again)
        stranger = Entities("+16515550100")
        assert store.add([summary.memory], Addition(stranger, summary.metadata))


def test_a_run_in_which_memories_are_lost_and_doubled_fails(capsys):
    """A memory that is deleted, doubled, or given to a stranger in Mem0 ends the run with 1."""
    assert command.main(SMALL, sweep=_spoil) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert re.search(r"memory missing x 1: conv_load1phone\dcall\d+, exchange", said)
    assert re.search(r"memory held 2 times x 1: conv_load1phone\dcall\d+, name", said)
    assert re.search(r"memory of nobody who told it x 1: conv_load1phone\dcall\d+, summary", said)
    assert "3 wrong" in said
    assert "Not every promise is kept." in said


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (RoutesError("no port"), 1, "not run: no port"),
        (NotMeasuredError("no Mem0"), 1, "not run: no Mem0"),
        (KeyboardInterrupt(), 130, "nothing is proven"),
    ],
)
def test_what_can_not_be_run_is_said(monkeypatch, capsys, error, status, said):
    """A lab that does not start, and Ctrl-C, end with a sentence and a status that is not 0."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(command, "run", fail)
    assert command.main(SMALL) == status
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--calls", "0"], "calls must be from 1 to"),
        (["--fault-share", "2"], "fault_share must be from 0 to 1"),
        (["--plot", "no/such/folder/load.png"], "is no file in a folder that is there"),
        (["--log", "tests"], "is no file in a folder that is there"),
    ],
)
def test_what_can_not_be_asked_is_said_before_anything_starts(capsys, arguments, said):
    """A value that can't be ends with a sentence and the status 2, as for any command."""
    with pytest.raises(SystemExit) as ended:
        command.main(arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


VARIABLES = re.findall(
    r"\$\(if \$\((\w+)\)",
    (PROJECT / "Makefile").read_text("utf-8").partition("\nload:")[2].partition("\n\n")[0],
)


def test_every_variable_of_make_load_is_in_the_document():
    """docs/load.md tells of each variable that ``make load`` takes."""
    document = (PROJECT / "docs" / "load.md").read_text(encoding="utf-8")
    assert {"CALLS", "SECS", "PLOT"} <= set(VARIABLES)
    assert [name for name in VARIABLES if f"| `{name}` |" not in document] == []
