"""Torture: hundreds of random histories, and the proof that its checks can fail."""

import pytest

from lab.faults import Fault
from lab.torture.__main__ import main, play
from lab.torture.calls import payload
from lab.torture.network import Disaster
from lab.torture.stage import Stage
from lab.torture.truth import check

TRANSCRIPTION = "conv_torture0000/post_call_transcription.json"


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """A stage for all histories of this file."""
    with Stage(tmp_path_factory.mktemp("torture")) as running:
        yield running


@pytest.fixture
def world(stage):
    """A world in which the first call was delivered, handled, and its extraction has ended."""
    made = stage.new_world()
    made.deliver(0, 0, None)
    made.notify()
    made.handle(f"post-call/{TRANSCRIPTION}", None)
    made.clock.sleep(4_000)
    made.sweep()
    return made


@pytest.mark.parametrize("chosen", range(4))
def test_nothing_is_lost_in_any_history(stage, chosen):
    """Whatever fails or dies, each acknowledged call is remembered once or marked with why not."""
    play(stage, 60, chosen, lambda: None)


def test_a_quiet_history_is_true(world, stage):
    """When nothing goes wrong nothing is found to be wrong."""
    check(world, stage.mem0)
    assert world.acknowledged == {(0, 0)}


def _lose_payload(world, stage):
    world.box.archive.remove(f"post-call/{TRANSCRIPTION}")


def _store_unverified(world, stage):
    world.box.archive.create("post-call/conv_x/post_call_transcription.json", b"{}")


def _lose_record(world, stage):
    world.box.archive.remove(f"remembered/{TRANSCRIPTION}")


def _leave_unsettled(world, stage):
    world.box.archive.mark(f"unsettled/{TRANSCRIPTION}")


def _lose_memories(world, stage):
    stage.mem0.store.empty()


def _double_a_memory(world, stage):
    metadata = {"conversation_id": "conv_torture0000", "kind": "name", "type": "factual"}
    world.box.memory_store.remember("+12185550143", ["Name is Anna "], metadata, 0)


def _tell_another(world, stage):
    metadata = {"conversation_id": "conv_torture0000", "kind": "name", "type": "factual"}
    world.box.memory_store.remember("+16125550123", ["Name is Anna"], metadata, 0)


def _extract_again(world, stage):
    work = {"messages": [{"role": "user", "content": "I live in a blue boat."}]}
    work |= {"user_id": "+12185550143", "metadata": {"conversation_id": "conv_torture0000"}}
    stage.mem0.store.events.extract_later(work, 0.0)


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (_lose_payload, "is not in the archive"),
        (_store_unverified, "never verified"),
        (_lose_record, "has no record"),
        (_leave_unsettled, "left unsettled"),
        (_lose_memories, "extracted 0x"),
        (_double_a_memory, "too much"),
        (_tell_another, "too much"),
        (_extract_again, "extracted 2x"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_wrong_is_found(world, stage, spoil, found):
    """Something lost, doubled, let in or told to another is found by the check."""
    spoil(world, stage)
    with pytest.raises(AssertionError, match=found):
        check(world, stage.mem0)


@pytest.mark.parametrize("kind", ["dies before", "dies after", "hears nothing, done"])
def test_a_disaster_strikes_at_its_step(stage, kind):
    """A handler that dies or hears nothing at a step leaves the call for the next attempt."""
    world = stage.new_world()
    world.deliver(0, 0, None)
    world.notify()
    world.handle(f"post-call/{TRANSCRIPTION}", Disaster(7, kind))
    assert world.tries == {f"post-call/{TRANSCRIPTION}": 1}
    world.clock.sleep(4_000)
    world.handle(f"post-call/{TRANSCRIPTION}", None)
    world.clock.sleep(4_000)
    world.sweep()
    check(world, stage.mem0)


def test_another_may_work_in_the_middle(stage):
    """A second handler that comes in between finds the payload held, and asks Mem0 nothing."""
    world = stage.new_world()
    world.deliver(0, 0, None)
    world.notify()
    world.handle(f"post-call/{TRANSCRIPTION}", Disaster(8, "meanwhile"))
    asked = [one.operation for one in stage.mem0.requests]
    assert asked.count("add_verbatim") == 3
    assert asked.count("add_inferred") == 1


def test_a_failing_s3_acknowledges_nothing(stage):
    """A delivery that S3 did not take is not acknowledged."""
    world = stage.new_world()
    stage.s3.faults.add(Fault(operation="put", status=503))
    world.deliver(0, 0, None)
    assert not world.acknowledged
    assert stage.s3.stored() == {}


def test_a_failure_is_shown_by_its_shortest_history(stage, monkeypatch):
    """Of a history that fails the steps are told, as few as show it."""
    monkeypatch.setattr("lab.torture.history.check", _no_call_may_be_acknowledged)
    with pytest.raises(AssertionError) as failure:
        play(stage, 100, 0, lambda: None)
    steps = "\n".join(failure.value.__notes__)
    assert steps.count("state.elevenlabs_delivers") == 1
    assert "state.lambda_handles" not in steps


def _no_call_may_be_acknowledged(world, mem0):
    assert not world.acknowledged


def test_the_command_counts_what_it_plays(monkeypatch, capsys):
    """``python -m lab.torture`` ends with how many histories were played, and in how long."""
    monkeypatch.setattr("sys.argv", ["torture", "--histories", "20", "--workers", "1"])
    monkeypatch.setattr("lab.torture.__main__.ONE_SEED", 20)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code is None
    assert "histories in" in capsys.readouterr().out


def test_calls_differ_by_their_number():
    """Each call has bytes of its own, and each version of it too."""
    assert len({payload(number, version) for number in range(8) for version in (0, 1)}) == 16
