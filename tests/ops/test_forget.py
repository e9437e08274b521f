"""The command ``forget``: nothing of the caller is left, nothing of others is lost."""

import json
from dataclasses import dataclass, replace

import pytest
from click.testing import Result
from hypothesis import given

from chalicelib.record import LEASE_SECS, read_record
from lab.faults import Fault
from ops.elevenlabs_api import ElevenLabsApi
from ops.memories import Memories
from tests.conftest import SARAH, STEFAN
from tests.invented import ANY_TEXT
from tests.ops import callers
from tests.ops.callers import (
    FIRST,
    PLANTED,
    SARAHS,
    STEFANS,
    UNKNOWN_TO_ALL,
    Called,
    call,
    sound,
)
from tests.ops.stand_in import StandIn


class CrashError(Exception):
    """The operator's machine went away."""


def _of(called, word):
    return {key: body for key, body in called.versions().items() if word in key[0]}


def test_the_story_is_there_before(called):
    """What the other tests search for is there before they forget it."""
    assert {key.split("/")[0] for key in called.has_left() if "/" in key} >= {
        "post-call", "again", "callers",
    }  # fmt: skip
    assert any("Osvaldo" in one for one in called.mem0s())


def test_nothing_is_left(called):
    """No object version, memory or entity holds the caller's number, name or sentence."""
    result = called.ops("forget", SARAH, "--yes")
    assert result.exit_code == 0, result.output
    assert called.has_left() == []
    left = {key for key, _ in called.versions() if any(one in key for one in SARAHS)}
    assert {key.split("/")[0] for key in left} == {"remembered"}
    assert not any(key.startswith("forgetting/") for key, _ in called.versions())


def test_others_are_untouched(called):
    """Every version of the others' objects and each of their memories stays as it was."""
    before = _of(called, STEFANS), called.stores.memories.all_of(STEFAN)
    card = called.stores.card(STEFAN)
    called.ops("forget", SARAH, "--yes")
    assert (_of(called, STEFANS), called.stores.memories.all_of(STEFAN)) == before
    assert called.stores.card(STEFAN) == card
    assert card.facts


def test_the_receipt_counts_and_names_nobody(called):
    """The receipt tells how much was forgotten, and holds no number, name or word."""
    objects = sum(
        body is not None for key, body in called.versions().items() if _is_hers(called, key)
    )
    memories = called.stores.memories.count(SARAH)
    receipt = called.told("forget", SARAH, "--yes")
    assert receipt["conversations"] == 3
    assert receipt["object_versions"] == objects
    assert receipt["memories"] == memories > 3
    assert receipt["at_elevenlabs"] is None
    assert not [one for one in PLANTED if one in json.dumps(receipt)]


def _is_hers(called, key):
    is_conversation = any(one in key[0] for one in SARAHS) and "remembered/" not in key[0]
    return is_conversation or key[0] == called.stores.card_key(SARAH)


@pytest.mark.parametrize("command", ["forget", "show", "explain", "export"])
def test_nothing_personal_is_said_on_the_way(called, command, tmp_path, caplog, capfd):
    """Beside what show was asked for, no command says or logs a number, a name or a word."""
    asked = {
        "forget": (SARAH, "--yes"),
        "show": (STEFAN,),
        "explain": (FIRST,),
        "export": (SARAH, "--output", str(tmp_path / "e.zip")),
    }[command]
    result = called.ops(command, *asked)
    said = result.output + caplog.text + "".join(capfd.readouterr())
    assert result.exit_code == 0, said
    assert [one for one in PLANTED if one in said] == []


def test_a_second_time_finds_nothing(called):
    """Forgetting again ends the same, with a receipt that counts nothing."""
    called.ops("forget", SARAH, "--yes")
    before = called.versions()
    receipt = called.told("forget", SARAH, "--yes")
    assert (receipt["conversations"], receipt["object_versions"], receipt["memories"]) == (0, 0, 0)
    assert {key: body for key, body in called.versions().items() if "post-call" in key[0]} == {
        key: body for key, body in before.items() if "post-call" in key[0]
    }


def test_a_later_payload_is_not_remembered(called):
    """A payload of a forgotten conversation that arrives again is removed and not remembered."""
    called.ops("forget", SARAH, "--yes")
    for raw in (call(FIRST), call(UNKNOWN_TO_ALL, said="Something else."), sound(FIRST)):
        key = called.keep(raw)
        assert called.rememberer.remember(key).status == "forgotten"
        assert called.stores.archive.read(key) is None
    assert called.stores.memories.count(SARAH) == 0
    assert not called.stores.card(SARAH).calls
    marks = [one.key for one in called.stores.archive.listed("unsettled/")]
    assert [one for one in marks if STEFANS not in one] == []
    called.ops("forget", SARAH, "--yes")
    assert called.has_left() == []


def test_a_new_call_is_remembered(called):
    """Who calls again after being forgotten is somebody new, and remembered."""
    called.ops("forget", SARAH, "--yes")
    assert called.remember(call("conv_sarah_9")).status == "remembered"
    assert {one["metadata"]["conversation_id"] for one in called.stores.memories.all_of(SARAH)} == {
        "conv_sarah_9"
    }


def test_a_dry_run_changes_nothing(called):
    """--dry-run counts, and leaves every object version and memory as it was."""
    before = called.versions(), called.mem0s()
    told = called.told("forget", SARAH, "--dry-run")
    assert (called.versions(), called.mem0s()) == before
    assert (told["is_dry_run"], told["conversations"]) == (True, 3)
    assert told["object_versions"] > 5


def test_it_asks_first(called):
    """Without --yes it asks, and a no deletes nothing."""
    before = called.mem0s()
    assert called.ops("forget", SARAH, typed="n\n").exit_code == 1
    assert called.mem0s() == before
    assert called.ops("forget", SARAH, typed="y\n").exit_code == 0
    assert called.has_left() == []


def _crashing(called, steps):
    """Let the machine go away before its write number ``steps``; return the clients' stores."""
    left = [steps]

    def tick(**_):
        left[0] -= 1
        if left[0] < 0:
            raise CrashError

    s3 = called.stores.archive._client
    for operation in ("PutObject", "DeleteObject", "DeleteObjects"):
        s3.meta.events.register(f"before-call.s3.{operation}", tick, unique_id=f"c{operation}")
    called.stores.memories.count(STEFAN)  # so that the client is there
    http = called.stores.memories._mem0._client.client
    http.event_hooks = {"request": [lambda one: tick() if one.method == "DELETE" else None]}

    def mend():
        for operation in ("PutObject", "DeleteObject", "DeleteObjects"):
            s3.meta.events.unregister(f"before-call.s3.{operation}", unique_id=f"c{operation}")
        http.event_hooks = {}

    return mend


def _cut_off(called, steps):
    """Run forget until its write number ``steps``; tell if it was cut off there."""
    mend = _crashing(called, steps)
    try:
        called.ops("forget", SARAH, "--yes")
    except CrashError:
        return True
    finally:
        mend()
    return False


def test_a_run_that_died_anywhere_is_gone_on_with(called):
    """Cut off before any of its writes, the next run ends as one that was not, with its receipt."""
    counts, steps = [], 0
    callers.short_story(called)
    while _cut_off(called, steps):
        receipt = called.told("forget", SARAH, "--yes")
        assert called.has_left() == [], steps
        names = ("conversations", "object_versions", "memories")
        counts.append(tuple(receipt[name] for name in names))
        callers.short_story(called)
        steps += 1
    assert steps > 10
    assert {one[0] for one in counts} == {2}
    assert len(set(counts)) == 1, counts


@dataclass
class Overtaken:
    """The memory store of a handler that forget overtakes in the middle of a request.

    What the handler has sent arrives while forget waits for it.
    """

    called: Called
    result: Result | None = None

    def __getattr__(self, name):
        return getattr(self.called.stores.memory_store, name)

    def remember(self, *asked):
        def sleep(secs):
            self.called.stores.memory_store.remember(*asked)
            self.called.stores.clock.sleep(secs)

        if self.result is None:
            self.result = self.called.ops("forget", SARAH, "--yes", sleep=sleep)


def test_a_handler_at_work_is_waited_for(called):
    """What a handler had sent when its caller was forgotten is gone, and it sends nothing more."""
    key, overtaken = called.keep(call("conv_sarah_4")), Overtaken(called)
    began = called.stores.clock()
    record = replace(called.rememberer, memory_store=overtaken).remember(key)
    assert record.status == "forgotten"
    assert overtaken.result.exit_code == 0
    assert called.stores.clock() - began >= LEASE_SECS
    assert called.has_left() == []


def test_an_extraction_under_way_is_waited_for(called, mem0):
    """Facts that Mem0 was still extracting are gone, too: it is asked for them until it is done."""
    mem0.faults.add(Fault(operation="event", body='{"status": "PENDING"}', times=2))
    began = called.stores.clock()
    result = called.ops("forget", SARAH, "--yes")
    assert called.stores.clock() > began
    assert "Waiting for whoever is at work on a call" in result.stderr
    assert called.has_left() == []


def test_mem0_is_asked_until_it_has_none(called, mem0):
    """Mem0 deletes later than it answers: forget waits until its count is 0."""
    mem0.faults.add(Fault(operation="list", body='{"count": 7, "results": []}', skip=2, times=2))
    result = called.ops("forget", SARAH, "--yes")
    assert (result.exit_code, result.stderr.count("Waiting until Mem0 has none")) == (0, 2)


def test_a_mem0_that_never_deletes_is_not_believed(called, mem0):
    """While Mem0 goes on to report memories there is no receipt, but a sentence what to do."""
    mem0.faults.add(Fault(operation="list", body='{"count": 7, "results": []}', skip=2))
    result = called.ops("forget", SARAH, "--yes")
    assert result.exit_code == 1
    assert "Waiting until Mem0 has none took too long. Run it again" in result.output
    mem0.faults.clear()
    assert called.told("forget", SARAH, "--yes")["conversations"] == 3
    assert called.has_left() == []


def test_a_call_that_comes_meanwhile_is_forgotten_too(called, mem0):
    """A payload that is archived while forget is at work is found by its last look."""
    mem0.faults.add(Fault(operation="event", body='{"status": "PENDING"}', times=1))

    def sleep(secs):
        called.keep(call("conv_sarah_5"))
        called.stores.clock.sleep(secs)

    assert called.told("forget", SARAH, "--yes", sleep=sleep)["conversations"] == 4
    assert called.has_left() == []


def test_another_callers_conversation_stays(called, tell_mem0):
    """A memory that names somebody else's conversation does not make it this caller's."""
    tell_mem0(SARAH, "Osvaldo sails", conversation_id=STEFANS)
    before = _of(called, STEFANS)
    assert called.told("forget", SARAH, "--yes")["conversations"] == 3
    assert _of(called, STEFANS) == before


def test_a_payload_that_was_deleted_is_found(called):
    """What lies below a delete marker is of the caller, too, and goes."""
    called.stores.archive.remove(f"post-call/{UNKNOWN_TO_ALL}/post_call_transcription.json")
    assert called.told("forget", SARAH, "--yes")["conversations"] == 3
    assert called.has_left() == []


def test_a_call_that_nobody_answered_is_found(called):
    """A failed call names its person in the telephone company's words, and goes with the rest."""
    data = {"conversation_id": "conv_sarah_6", "agent_id": "agent_1", "failure_reason": "busy"}
    data["metadata"] = {"type": "twilio", "body": {"To": SARAH, "From": "+16515550100"}}
    called.keep(json.dumps({"type": "call_initiation_failure", "data": data}).encode())
    assert called.told("forget", SARAH, "--yes")["conversations"] == 4
    assert called.has_left() == []


@pytest.fixture
def stand_in(called):
    """ElevenLabs, with the conversations that are archived, and one that never arrived."""
    stand_in = StandIn()
    for raw in (call(FIRST), call("conv_sarah_7"), call(STEFANS, STEFAN)):
        told = callers.at_elevenlabs(raw)
        stand_in.workspace.conversations[told["whole"]["conversation_id"]] = told
    return stand_in


def test_elevenlabs_is_left_alone_unless_asked_for(called, stand_in):
    """Without --elevenlabs nothing is asked of ElevenLabs."""
    called.ops("forget", SARAH, "--yes", open_elevenlabs=lambda: pytest.fail("asked"))
    assert len(stand_in.workspace.conversations) == 3


@pytest.mark.parametrize("filters", [True, False])
def test_the_conversations_at_elevenlabs_are_deleted(called, stand_in, filters):
    """With --elevenlabs the caller's conversations there go, even if others' are listed as well."""
    stand_in.filters_users = filters
    api = ElevenLabsApi(stand_in.session())
    receipt = called.told("forget", SARAH, "--yes", "--elevenlabs", open_elevenlabs=lambda: api)
    assert list(stand_in.workspace.conversations) == [STEFANS]
    assert (receipt["conversations"], receipt["at_elevenlabs"]) == (4, 2)
    record = called.stores.archive.read("remembered/conv_sarah_7/post_call_transcription.json")
    assert read_record(record.body).status == "forgotten"


@given(ANY_TEXT)
def test_mem0_is_never_asked_about_what_is_no_caller(words):
    """Whatever is no number in E.164, a star and nothing above all, never reaches Mem0."""
    memories = Memories(lambda: pytest.fail("asked"))
    for ask in (memories.delete, memories.count, memories.all_of):
        with pytest.raises(ValueError, match=r"E\.164"):
            ask(words)


@pytest.mark.parametrize("nobody", ["*", "", " ", "anonymous", "+266696687", "2185550143"])
def test_who_is_no_caller_is_refused(called, nobody):
    """What names nobody is refused before anything is asked, and not repeated."""
    before = called.mem0s()
    result = called.ops("forget", nobody, "--yes")
    assert result.exit_code == 2
    assert "that is no caller" in result.output
    assert called.mem0s() == before
