"""The command ``explain``: what became of one conversation."""

import json

import pytest

from chalicelib.layout import record_key
from lab.faults import Fault
from ops.course import outcome, steps
from ops.versions import Version
from tests import invented
from tests.conftest import SARAH
from tests.ops.callers import FIRST, PARKED, PLANTED, UNKNOWN_TO_ALL, call


def _whats(told, payload="post_call_transcription"):
    return [step["what"] for step in told["steps"] if step["payload"] == payload]


def test_a_remembered_conversation_is_told_from_its_call_to_its_memories(called):
    """Call, sending, archiving, taking on and recording stand in the order in which they were."""
    told = called.told("explain", FIRST)
    whats = _whats(told)
    assert whats[:2] == ["call began", "sent by ElevenLabs"]
    assert whats.index("archived") < whats.index("taken on") < whats.index("recorded")
    assert "archived beside the first, not remembered" in whats
    assert [step["time"] for step in told["steps"]] == sorted(
        step["time"] for step in told["steps"]
    )
    said = told["outcome"]["post_call_transcription"]
    assert said.startswith("remembered, ")
    assert "memories, Mem0's extraction queued" in said
    assert told["in_mem0"]["exchange"] == 1


def test_a_kept_sound_is_told(called):
    """Of a recording the payload and the sound beside it are told, and why it is no memory."""
    told = called.told("explain", FIRST)
    assert "sound kept" in _whats(told, "post_call_audio")
    assert "is archived and not remembered" in told["outcome"]["post_call_audio"]


def test_a_parked_conversation_tells_why(called):
    """What is parked is told with its reason."""
    told = called.told("explain", PARKED)
    assert told["outcome"] == {"post_call_transcription": "parked, refused 5 times"}
    assert "parked" in _whats(told)
    assert told["in_mem0"] == {}


def test_a_lost_notification_is_told(called):
    """A payload of which the handler was never told is archived and no more."""
    told = called.told("explain", UNKNOWN_TO_ALL)
    assert told["outcome"] == {"post_call_transcription": "archived, nothing recorded yet"}


def test_a_forgotten_conversation_says_so(called):
    """Of a forgotten conversation the tombstones are left, and the steps name nobody."""
    called.ops("forget", SARAH, "--yes")
    told = called.told("explain", FIRST)
    assert set(told["outcome"].values()) == {"forgotten"}
    assert told["in_mem0"] == {"unknown": "no payload says whose conversation it is"}


def test_no_word_of_the_caller_is_told(called):
    """Neither the table nor the JSON holds a number, a name or a word."""
    for asked in ((FIRST,), (FIRST, "--json"), (PARKED,)):
        said = called.ops("explain", *asked).output
        assert [one for one in PLANTED if one in said] == []


def test_an_unknown_conversation_is_one_sentence(called):
    """Of what never arrived it says so, and what to compare."""
    result = called.ops("explain", "conv_nobody")
    assert result.exit_code == 1
    assert "has nothing of this conversation" in result.output


def test_it_is_told_while_mem0_is_down(called, mem0):
    """When Mem0 can't be asked the rest is told all the same."""
    mem0.faults.add(Fault(status=503))
    told = called.told("explain", FIRST)
    assert told["in_mem0"] == {"unknown": "the memory store failed: http_503"}
    assert told["outcome"]


def _version(key, at, **more):
    return Version(key=key, id=f"v{at}", at=at, size=10, **more)


def test_a_lease_that_was_extended_is_no_step():
    """Records that say the same again are told once, and marks end when they are taken away."""
    key = "remembered/conv_1/post_call_transcription.json"
    held = json.dumps({"status": "remembering", "owner": "a", "lease_until": 1.0}).encode()
    mark = "unsettled/conv_1/post_call_transcription.json"
    found = [
        (_version(mark, 1.0), b""),
        (_version(key, 2.0), held),
        (_version(key, 3.0), held.replace(b"1.0", b"9.0")),
        (_version(mark, 4.0, is_mark=True), b""),
    ]
    assert [(step.at, step.what) for step in steps(found)] == [
        (1.0, "taken on"),
        (2.0, "recorded"),
        (4.0, "nothing left to do"),
    ]
    assert outcome(found) == {"post_call_transcription": "remembering"}


@pytest.mark.parametrize("body", [b"", b"\xff", b"[]", b"null", b'{"status": 7}'])
def test_a_damaged_record_breaks_nothing(body):
    """Whatever stands in a record or a payload, there is a step for it."""
    for key in (record_key("post-call/c/x.json"), "post-call/c/x.json", "again/c/x-0.json"):
        assert steps([(_version(key, 1.0), body)])


def test_the_bare_call_is_explained(called):
    """A payload without its envelope is explained like any other."""
    bare = json.dumps(json.loads(call("conv_bare"))["data"]).encode()
    called.remember(bare)
    assert called.told("explain", "conv_bare")["outcome"]["post_call_transcription"].startswith(
        "remembered"
    )
    assert invented.CALLER == SARAH
