"""The command ``backfill``: ElevenLabs' contract on one side, the lab's stores on the other."""

import copy
import json
import threading
from dataclasses import replace

import pytest

from chalicelib import work
from chalicelib.layout import payload_key
from chalicelib.payload import read_payload
from chalicelib.record import Record
from ops.backfill import build
from ops.backfilling import AT_ONCE, Row, envelope, row_key
from ops.connection_record import Record as Connections
from ops.connection_record import RecordKeeper
from ops.elevenlabs_api import ElevenLabsApi
from ops.elevenlabs_errors import BusyError, NotFoundError
from tests import invented
from tests.conftest import SARAH
from tests.ops.desk import PERSONAL
from tests.ops.stand_in import StandIn

AGENT = "agent_7301exampleagent00000000001"
HAS = ("has_audio", "has_user_audio", "has_response_audio", "has_auxiliary_audio")


@pytest.fixture
def stand_in():
    """ElevenLabs, with three conversations of one agent, all done, and one of another."""
    answering = StandIn()
    for name in ("conv_3", "conv_2", "conv_1"):
        _add(answering, name)
    _add(answering, "conv_9", agent_id="agent_other")
    return answering


@pytest.fixture
def backfill(desk, stand_in):
    """The command, on the lab's stage."""
    return build(lambda _: desk.box, lambda _: ElevenLabsApi(stand_in.session()))


def _add(stand_in, name, status="done", began=invented.STARTED_AT, **data):
    """Let ElevenLabs have an invented conversation."""
    told = invented.payload(conversation_id=name, status=status, **data)["data"]
    whole = {**told, **dict.fromkeys(HAS, False)}
    whole["metadata"] = {**whole["metadata"], "start_time_unix_secs": began}
    summary = {
        "agent_id": whole["agent_id"],
        "conversation_id": name,
        "start_time_unix_secs": began,
        "call_duration_secs": 55,
        "message_count": 4,
        "status": status,
        "call_successful": "success",
    }
    stand_in.workspace.conversations[name] = {"whole": whole, "summary": summary}


def _outcomes(told):
    return {one["conversation_id"]: one["outcome"] for one in told["conversations"]}


def _key(name):
    return f"post-call/{name}/post_call_transcription.json"


def test_what_never_arrived_is_archived_and_remembered(desk, backfill, stand_in, memories_of):
    """Each missing conversation is kept as its webhook would be, and remembered once."""
    told = desk.told(backfill, "--stage", "local", "--agent", AGENT, "--yes")
    assert _outcomes(told) == dict.fromkeys(("conv_1", "conv_2", "conv_3"), "kept")
    for name in ("conv_1", "conv_2", "conv_3"):
        event = json.loads(desk.body(_key(name)))
        assert event["data"] == stand_in.workspace.conversations[name]["whole"]
        assert event["type"] == "post_call_transcription"
        assert event["event_timestamp"] == invented.STARTED_AT + 55
        assert desk.record(_key(name)).status == "remembered"
    found = memories_of(SARAH)
    assert {one["memory"] for one in found} >= {"Name is Sarah Whitfield"}
    assert {one["user_id"] for one in found} == {SARAH}


def test_a_deployed_stage_leaves_remembering_to_its_handler(desk, backfill):
    """Where S3 notifies the handler, the command archives and does nothing else."""
    desk.told(backfill, "--agent", AGENT, "--yes")
    assert sorted(desk.objects()) == [_key(f"conv_{number}") for number in (1, 2, 3)]
    assert desk.writes() == []


def test_a_second_run_has_nothing_to_do(desk, backfill, stand_in):
    """What is archived is not fetched again, and stays as it is to the byte."""
    desk.told(backfill, "--stage", "local", "--agent", AGENT, "--yes")
    before = desk.objects(), desk.memories()
    stand_in.workspace.conversations["conv_1"]["whole"]["transcript"] = []
    asked = []
    stand_in.after_read = asked.append
    told = desk.told(backfill, "--stage", "local", "--agent", AGENT)
    assert told["outcomes"] == {"archived": 3}
    assert (desk.objects(), desk.memories()) == before
    assert set(asked) == {"GET /v1/convai/conversations"}


@pytest.mark.parametrize("arguments", [["--dry-run"], ["--dry-run", "--stage", "local"], []])
def test_nothing_is_written_before_a_yes(desk, backfill, arguments):
    """With --dry-run, or with a no, not a byte changes, and what is missing is told."""
    desk.call("conv_2", remembered=False)
    before = desk.objects()
    said = desk.run(backfill, "--agent", AGENT, *arguments, typed="n\n")
    assert said.exit_code == (0 if arguments else 1)
    assert "2 missing" in said.output
    assert "conv_1" in said.output
    assert "2026-11-01T09:00:00Z" in said.output
    assert desk.objects() == before
    assert desk.memories() == []


def test_only_what_is_done_is_fetched(desk, backfill, stand_in):
    """A conversation that goes on, is worked on or has failed waits, and is told of."""
    for number, status in enumerate(("initiated", "in-progress", "processing", "failed")):
        _add(stand_in, f"conv_1{number}", status)
    told = desk.told(backfill, "--agent", AGENT, "--yes")
    assert told["outcomes"] == {"kept": 3, "not done": 4}
    assert len(desk.objects()) == 3


def test_what_was_forgotten_stays_forgotten(desk, backfill):
    """A conversation that somebody had forgotten does not come back."""
    forgotten = Record("forgotten", "x")  # type: ignore[arg-type]
    desk.put_record(_key("conv_2"), forgotten)
    told = desk.told(backfill, "--agent", AGENT, "--yes")
    assert _outcomes(told)["conv_2"] == "forgotten"
    assert _key("conv_2") not in desk.objects()


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ([], {"conv_1", "conv_2", "conv_3", "conv_4"}),
        (["--since", "2026-11-02"], {"conv_4"}),
        (["--until", "2026-11-02"], {"conv_1", "conv_2", "conv_3"}),
        (["--since", "2026-11-01T09:00:01", "--until", "2026-11-01T09:00:02"], set()),
    ],
)
def test_a_time_span_is_kept_to(desk, backfill, stand_in, arguments, names):
    """Calls that began from --since on and before --until are looked at, and no others."""
    _add(stand_in, "conv_4", began=invented.STARTED_AT + 2 * 86_400)
    told = desk.told(backfill, "--agent", AGENT, "--dry-run", *arguments)
    assert set(_outcomes(told)) == names


def test_the_agents_of_the_stage_are_meant(desk, backfill):
    """Without --agent the agents that are connected to the stage are meant, and no others."""
    RecordKeeper(desk.box.archive).write(Connections(agents={AGENT: {}}))
    told = desk.told(backfill, "--dry-run")
    assert set(_outcomes(told)) == {"conv_1", "conv_2", "conv_3"}


def test_without_an_agent_nothing_is_fetched(desk, backfill):
    """When no agent is connected and none is named, nothing is asked of ElevenLabs."""
    said = desk.run(backfill, "--yes")
    assert (said.exit_code, "--agent ID" in said.output) == (1, True)
    assert desk.objects() == {}


def test_several_agents_can_be_named(desk, backfill):
    """--agent can be given more than once."""
    told = desk.told(backfill, "--agent", AGENT, "--agent", "agent_other", "--dry-run")
    assert "conv_9" in _outcomes(told)
    assert len(_outcomes(told)) == 4


def test_a_crash_is_made_good(desk, stand_in):
    """Whatever request ElevenLabs fails at, what was kept is kept, and a second run ends it."""
    for broken in range(3):
        desk.s3.empty()
        api = ElevenLabsApi(stand_in.session())
        read, count = api.conversation, iter(range(100))

        def read_or_fail(name, *, read=read, count=count, broken=broken):
            if next(count) == broken:
                raise BusyError("ElevenLabs asks to slow down.")
            return read(name)

        api.conversation = read_or_fail
        command = build(lambda _: desk.box, lambda _, api=api: api)
        said = desk.run(command, "--agent", AGENT, "--yes")
        assert said.exit_code == 1
        assert "slow down" in said.output
        kept = {key: body for key, body in desk.objects().items() if key.startswith("post-call/")}
        assert len(kept) < 3
        desk.told(command, "--agent", AGENT, "--yes")
        assert len(desk.objects()) == 3
        assert kept.items() <= desk.objects().items()


def test_what_was_archived_and_not_remembered_is_remembered(desk, backfill):
    """On the lab a run that was cut off before it remembered is gone on with."""
    desk.told(backfill, "--agent", AGENT, "--yes")
    desk.told(backfill, "--stage", "local", "--agent", AGENT, "--yes")
    assert {desk.record(_key(f"conv_{number}")).status for number in (1, 2, 3)} == {"remembered"}


def test_what_is_gone_meanwhile_is_told(desk, backfill, stand_in):
    """A conversation that is deleted at ElevenLabs between list and fetch ends nothing."""
    api = ElevenLabsApi(stand_in.session())
    read = api.conversation

    def gone(name):
        if name == "conv_2":
            raise NotFoundError("gone")
        return read(name)

    api.conversation = gone
    told = desk.told(build(lambda _: desk.box, lambda _: api), "--agent", AGENT, "--yes")
    assert told["outcomes"] == {"kept": 2, "gone": 1}


def test_another_conversation_is_not_kept(desk, backfill, stand_in):
    """An answer about another conversation than was asked for is told of and not kept."""
    there = stand_in.workspace.conversations
    there["conv_2"]["whole"] = copy.deepcopy(there["conv_9"]["whole"])
    told = desk.told(backfill, "--agent", AGENT, "--yes")
    assert _outcomes(told)["conv_2"] == "another conversation"
    assert len(desk.objects()) == 2


def test_the_webhook_may_still_come(desk, backfill, stand_in):
    """A later delivery of the same call is kept under again/, and changes no memory."""
    desk.told(backfill, "--stage", "local", "--agent", AGENT, "--yes")
    before = desk.memories()
    raw = json.dumps(invented.payload(conversation_id="conv_1")).encode()
    payload = read_payload(raw)
    assert desk.box.archive.keep(payload, raw) == "kept again"
    work.rememberer(desk.box, 300).remember(payload_key(payload))
    assert desk.memories() == before


def test_few_are_asked_at_once(desk, stand_in):
    """No more than AT_ONCE conversations are fetched at the same time."""
    api = ElevenLabsApi(stand_in.session())
    read, at_once, most, lock = api.conversation, [0], [0], threading.Lock()
    together = threading.Barrier(2)

    def counted(name):
        with lock:
            at_once[0] += 1
            most[0] = max(most[0], at_once[0])
        if name in {"conv_1", "conv_2"}:
            together.wait(20)  # else one might be done before the next begins
        told = read(name)
        with lock:
            at_once[0] -= 1
        return told

    api.conversation = counted
    for number in range(10, 20):
        _add(stand_in, f"conv_{number}")
    told = desk.told(build(lambda _: desk.box, lambda _: api), "--agent", AGENT, "--yes")
    assert told["outcomes"] == {"kept": 13}
    assert 2 <= most[0] <= AT_ONCE <= 4


def test_the_same_conversation_is_always_the_same_bytes():
    """What is kept depends on the conversation alone, so that a repeated fetch is a duplicate."""
    whole = invented.payload()["data"]
    row = Row(whole["conversation_id"], AGENT, invented.STARTED_AT, "done")
    raw = envelope(row, whole)
    assert raw == envelope(row, copy.deepcopy(whole))
    assert row_key(row) == payload_key(read_payload(raw))
    assert read_payload(raw).sent_at == invented.STARTED_AT + 55
    assert read_payload(envelope(replace(row, started_at=0), {})).type == "post_call_transcription"


def test_what_is_printed_names_nobody(desk, backfill):
    """Neither table nor JSON holds a number, a name or a word."""
    desk.run(backfill, "--agent", AGENT, "--dry-run")
    desk.run(backfill, "--stage", "local", "--agent", AGENT, "--yes", "--json")
    said = "\n".join(desk.said)
    assert "conv_1" in said
    assert [one for one in (*PERSONAL, "pizza", "Duluth") if one in said] == []
