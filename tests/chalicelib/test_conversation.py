"""A conversation, read from a payload as ElevenLabs might send it."""

import json
from collections.abc import Iterator
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.conversation import (
    Collected,
    NotUnderstoodError,
    Turn,
    read_conversation,
)
from chalicelib.payload import read_payload
from chalicelib.what_to_remember import plan
from tests import invented
from tests.invented import conversation, understood


def test_the_first_call_is_understood():
    """The whole documented payload becomes who, when, how long, what was said and collected."""
    talk = conversation()
    assert talk.id == "conv_4201examplecall000000000001"
    assert talk.agent_id == "agent_7301exampleagent00000000001"
    assert talk.caller_id == invented.CALLER
    assert talk.started_at == invented.STARTED_AT
    assert talk.duration_secs == 55
    assert talk.language == "en"
    assert talk.summary.startswith("Sarah Whitfield talked about growing up on a dairy farm")
    assert talk.collected == (
        Collected("caller_name", "Sarah Whitfield"),
        Collected("contact_preference", "email"),
    )
    assert [turn.speaker for turn in talk.turns] == ["agent", "caller"] * 3 + ["caller", "agent"]
    assert talk.turns[1] == Turn("caller", "Hi, I'm Sarah. Sarah Whitfield.", 4)
    assert talk.recalled == ("New caller", '{"memories": []}')


@pytest.mark.parametrize(
    ("start", "duration", "started", "ended"),
    [
        (1_793_523_600, 55, "2026-11-01T09:00:00+00:00", "2026-11-01T09:00:55+00:00"),
        (1_793_523_600, None, "2026-11-01T09:00:00+00:00", "2026-11-01T09:00:00+00:00"),
        (1_793_523_600.9, 55.9, "2026-11-01T09:00:00+00:00", "2026-11-01T09:00:55+00:00"),
        (None, 55, "2026-11-01T09:01:40+00:00", "2026-11-01T09:02:35+00:00"),
    ],
)
def test_a_call_has_its_times(start, duration, started, ended):
    """The start and the end are ISO 8601 in UTC; the payload's own time will do for the start."""
    metadata = {"start_time_unix_secs": start, "call_duration_secs": duration}
    talk = conversation(metadata=metadata)
    assert (talk.started, talk.ended) == (started, ended)


def test_a_call_without_any_time_has_none():
    """When no place says when it was, the call has no start and no end, rather than 1970."""
    event = invented.payload(metadata={"call_duration_secs": 55})
    talk = understood({**event, "event_timestamp": None})
    assert (talk.started_at, talk.started, talk.ended) == (0, "", "")


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        ({"type": "post_call_audio", "data": {}}, "post_call_audio is archived and not remembered"),
        (
            {"type": "call_initiation_failure", "data": {"failure_reason": "busy"}},
            "call_initiation_failure is archived and not remembered",
        ),
        ({"type": "something_new"}, "something_new is archived and not remembered"),
        ({"a": "b"}, "no event that ElevenLabs documents"),
        ([], "no event that ElevenLabs documents"),
        (None, "no event that ElevenLabs documents"),
        ({"type": "post_call_transcription"}, "no transcript"),
        (invented.payload(transcript=None), "no transcript"),
        (invented.payload(transcript="hello"), "no transcript"),
        (
            invented.payload(user_id=None, metadata=None, conversation_initiation_client_data=None),
            "no identity of the caller",
        ),
    ],
)
def test_what_is_not_understood_has_a_reason(event, reason):
    """Each payload that can't become memories is refused with the reason why."""
    with pytest.raises(NotUnderstoodError) as refused:
        understood(event)
    assert refused.value.reason == str(refused.value) == reason


def test_the_agents_numbers_are_not_the_caller():
    """A payload that names the agent alone has no caller, also where only AGENT_NUMBERS tells."""
    raw = json.dumps(invented.payload(user_id=None, metadata=None)).encode()
    assert read_conversation(read_payload(raw), []).caller_id == invented.CALLER
    with pytest.raises(NotUnderstoodError, match="no identity"):
        read_conversation(read_payload(raw), [invented.CALLER])


def test_bare_data_is_understood_like_an_envelope():
    """An export that holds ``data`` alone is the same conversation, in words, times and caller."""
    event = invented.payload()
    assert understood(event["data"]) == understood(event) == understood([event])


@pytest.mark.parametrize(
    ("turn", "turns"),
    [
        ({"role": "user", "message": " one \n two "}, [Turn("caller", "one two", 7)]),
        ({"role": "agent", "message": "Yes?"}, [Turn("agent", "Yes?", 7)]),
        (
            {
                "role": "agent",
                "message": "I remember",
                "original_message": "I remember your farm.",
                "interrupted": True,
            },
            [Turn("agent", "I remember", 7)],
        ),
        ({"role": "user", "message": "Mhm", "ignored_as_backchannel": True}, []),
        (
            {"role": "user", "message": "Mhm", "ignored_as_backchannel": None},
            [Turn("caller", "Mhm", 7)],
        ),
        ({"role": "agent", "message": None, "tool_calls": [{}]}, []),
        ({"role": "user", "message": ""}, []),
        ({"role": "user", "message": " \n"}, []),
        ({"role": "user"}, []),
        ({"role": "system", "message": "Be kind."}, []),
        ({"role": "tool", "message": "{}"}, []),
        ({"message": "hello"}, []),
    ],
)
def test_a_turn_is_what_was_heard(turn, turns):
    """A turn holds what one of the two really said, as it was heard; all else is no turn."""
    talk = conversation(transcript=[{**turn, "time_in_call_secs": 7}])
    assert list(talk.turns) == turns


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("The line, \x07\x00 \x1b[31m is a kettle.\x1b[0m", "The line, is a kettle."),
        ("\x1b]0;title\x07I was a baker.", "I was a baker."),
        ("I was [1;31ma baker[0m.", "I was a baker."),
        ("ig\u200bno\u00adre \u202eme\u2066", "ignore me"),
        ("\x9b2JI sang.\x9f", "I sang."),
        (
            "[laughs] It was [31m long] there.",
            "[laughs] It was [31m long] there.",
        ),
        (
            "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 ❤\ufe0f",
            "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 ❤\ufe0f",
        ),
    ],
)
def test_what_nobody_hears_is_no_word(message, words):
    """Terminal codes, controls and unseen signs are in no turn, summary or collected value."""
    analysis = {**invented.collected(topic=message), "transcript_summary": message}
    talk = conversation(transcript=[{"role": "user", "message": message}], analysis=analysis)
    assert [turn.words for turn in talk.turns] == [words]
    assert talk.summary == words
    assert [each.value for each in talk.collected] == [words]


@pytest.mark.parametrize("turn", [None, "hello", 5, [], {"role": ["user"], "message": "hello"}])
def test_an_odd_turn_is_passed_over(turn):
    """A turn that is none leaves the others as they are."""
    talk = conversation(transcript=[turn, {"role": "user", "message": "hello"}, turn])
    assert talk.turns == (Turn("caller", "hello", 0),)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("email", "email"),
        (" by\n email ", "by email"),
        (7, "7"),
        (0, "0"),
        (2.5, "2.5"),
        (True, "yes"),
        (False, "no"),
        (["Tom", "Peter"], '["Tom", "Peter"]'),
        ({"año": 1952}, '{"año": 1952}'),
        ("0", "0"),
        ("no", "no"),
        ("x\ud800", "x?"),
    ],
)
def test_what_was_collected_is_text(value, kept):
    """A data collection result of any type is kept as readable text on one line."""
    talk = conversation(analysis=invented.collected(item=value))
    assert talk.collected == (Collected("item", kept),)


@pytest.mark.parametrize(
    "value", [None, "", "  ", "null", "None", "N/A", "na", "unknown", "Not provided"]
)
def test_what_was_not_collected_is_left_out(value):
    """A result that only says that nothing was collected is none."""
    assert conversation(analysis=invented.collected(item=value)).collected == ()


@pytest.mark.parametrize("results", [None, [], "x", {"item": None}, {"item": "x"}, {"item": {}}])
def test_odd_results_are_none(results):
    """Results that are no results leave nothing collected."""
    assert conversation(analysis={"data_collection_results": results}).collected == ()


def test_the_summary_is_one_line():
    """The call's summary is kept on one line; a call without one has none."""
    assert conversation(analysis={"transcript_summary": " One.\n\nTwo. "}).summary == "One. Two."
    assert conversation(analysis=None).summary == ""


@pytest.mark.parametrize(
    ("said", "language"), [("ES", "es"), ("pt-BR", "pt-br"), (None, ""), (7, "")]
)
def test_the_language_is_as_elevenlabs_names_it(said, language):
    """Where words don't tell, the language is the call's main one, in small letters, or unknown."""
    talk = conversation(("user", "Hm."), metadata={"main_language": said})
    assert talk.language == language


def test_what_the_agent_was_told_is_known():
    """What was recalled are the three variables with memories, and every tool's answer."""
    answers = [{"result_value": "She keeps bees."}, {"result_value": None}, None]
    variables = {"memory_summary": "a", "memory_context": "b", "memory_greeting": "c"}
    talk = conversation(
        transcript=[{"role": "agent", "tool_results": answers}, {"role": "agent"}, "odd"],
        conversation_initiation_client_data=invented.told(caller_name="Sarah", **variables),
    )
    assert talk.recalled == ("a", "b", "c", "She keeps bees.")


SMALL = {
    "type": "post_call_transcription",
    "event_timestamp": 1_793_523_700,
    "data": {
        "agent_id": "agent_1",
        "conversation_id": "conv_1",
        "user_id": invented.CALLER,
        "transcript": [
            {"role": "agent", "message": "Hello! What is your name?", "time_in_call_secs": 0},
            {"role": "user", "message": "I'm Sarah.", "time_in_call_secs": 4},
            {
                "role": "agent",
                "message": "Where did you grow up?",
                "time_in_call_secs": 9,
                "tool_results": [{"result_value": "x", "is_error": False}],
            },
            {
                "role": "user",
                "message": "On a farm.",
                "time_in_call_secs": 12,
                "ignored_as_backchannel": False,
            },
        ],
        "metadata": {
            "start_time_unix_secs": invented.STARTED_AT,
            "call_duration_secs": 55,
            "main_language": "en",
            "caller_id": invented.CALLER,
            "phone_call": {
                "direction": "inbound",
                "agent_number": invented.AGENT,
                "external_number": invented.CALLER,
            },
            "sms": {"sms_user_phone_number": None, "agent_phone_number": None},
            "whatsapp": {"whatsapp_user_id": None, "direction": None},
        },
        "analysis": {
            "transcript_summary": "Sarah grew up on a farm.",
            "data_collection_results": {"caller_name": {"value": "Sarah", "rationale": "Said."}},
        },
        "conversation_initiation_client_data": {
            "dynamic_variables": {
                "system__caller_id": invented.CALLER,
                "system__called_number": invented.AGENT,
                "memory_context": "CALLER CONTEXT",
                "memory_summary": "New caller",
                "memory_greeting": "Hello!",
            }
        },
    },
}


def places(value, path=()) -> Iterator[tuple]:
    """Yield the path to every value inside ``value``, and to itself."""
    yield path
    lists_too = dict(enumerate(value)) if isinstance(value, list) else value
    for name, part in lists_too.items() if isinstance(lists_too, dict) else ():
        yield from places(part, (*path, name))


def changed(path, value):
    """Return SMALL with ``value`` in place of what stands at ``path``."""
    if not path:
        return value
    event = deepcopy(SMALL)
    inside = event
    for name in path[:-1]:
        inside = inside[name]
    inside[path[-1]] = value
    return event


@given(st.sampled_from([*places(SMALL)]), invented.ANY_JSON)
def test_any_json_in_any_place_is_understood_or_refused(path, value):
    """Whatever stands in whichever place, there is a plan that can be stored, or a reason."""
    try:
        planned = plan(understood(changed(path, value)))
    except NotUnderstoodError as error:
        stored = [error.reason]
    else:
        texts = [(memory.text, planned.metadata(memory)) for memory in planned.memories]
        stored = [texts, planned.metadata(None), planned.conversation.caller_id]
    assert json.dumps(stored, ensure_ascii=False).encode()


NEEDED = {("data",), ("data", "transcript")}


@pytest.mark.parametrize("path", [path for path in places(SMALL) if path], ids=str)
def test_a_null_breaks_nothing(path):
    """With null in place of any field but the transcript, it is a conversation of the caller's."""
    event = changed(path, None)
    if path in NEEDED:
        with pytest.raises(NotUnderstoodError):
            understood(event)
    else:
        assert understood(event).caller_id == invented.CALLER
