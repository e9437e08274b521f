"""A payload as it came: which event, of which conversation, whatever the bytes."""

import hashlib
import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chalicelib.payload import (
    LATEST_SECS,
    TRANSCRIPTION,
    UNKNOWN,
    clean,
    dig,
    read_object,
    read_payload,
    safe_id,
    seconds,
    text,
)
from tests import invented

FOLDER = re.compile(r"[A-Za-z0-9_-]{1,128}")
TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
CONVERSATION_ID = "conv_4201examplecall000000000001"


def read(event):
    """Return the payload that holds ``event``."""
    return read_payload(json.dumps(event).encode())


def test_an_envelope_is_read():
    """The documented envelope yields its type, its ids, its time and its data."""
    event = invented.payload()
    payload = read(event)
    assert payload.type == TRANSCRIPTION
    assert payload.conversation_id == payload.folder == CONVERSATION_ID
    assert payload.agent_id == "agent_7301exampleagent00000000001"
    assert payload.sent_at == 1_793_523_700
    assert payload.data == event["data"]


@pytest.mark.parametrize("shape", ["bare data", "a list of one envelope", "a list of bare data"])
def test_exports_and_relays_are_read(shape):
    """Bare conversation data, and a list of one event, are read like the envelope."""
    event = invented.payload()
    inside = event["data"] if "bare" in shape else event
    payload = read([inside] if "list" in shape else inside)
    assert (payload.type, payload.conversation_id) == (TRANSCRIPTION, CONVERSATION_ID)
    assert payload.data == event["data"]


@pytest.mark.parametrize(
    ("event", "named"),
    [
        ({"type": "post_call_audio", "data": {}}, "post_call_audio"),
        ({"type": "call_initiation_failure"}, "call_initiation_failure"),
        ({"type": "something_new", "data": {"transcript": []}}, "something_new"),
        ({"data": {"transcript": []}}, TRANSCRIPTION),
        ({"transcript": []}, TRANSCRIPTION),
        ({"type": "", "transcript": []}, TRANSCRIPTION),
        ({"transcript": {}}, UNKNOWN),
        ({"conversation_id": CONVERSATION_ID}, UNKNOWN),
        ({"type": "../../etc/passwd"}, UNKNOWN),
        ({"type": "+16125550123"}, UNKNOWN),
        ({"type": "16125550123"}, UNKNOWN),
        ({"type": "x" * 65}, UNKNOWN),
        ({"type": "../x", "transcript": []}, UNKNOWN),
        ([], UNKNOWN),
        ([{"type": "a"}, {"type": "b"}], UNKNOWN),
        ("post_call_audio", UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_the_type_is_a_plain_word(event, named):
    """A type is what the envelope says if that is a plain word, and never a path or a number."""
    assert read(event).type == named


def test_without_an_id_the_bytes_name_the_payload():
    """A payload without a conversation id is named by the digest of its bytes, always the same."""
    raw = b'{"type": "post_call_transcription", "data": {}}'
    payload = read_payload(raw)
    assert payload.conversation_id == hashlib.sha256(raw).hexdigest() == payload.folder
    assert read_payload(raw) == payload
    assert read_payload(raw + b" ").folder != payload.folder


@pytest.mark.parametrize(
    ("event", "conversation_id"),
    [
        ({"data": {"conversation_id": "conv_a"}, "conversation_id": "conv_b"}, "conv_a"),
        ({"data": {}, "conversation_id": "conv_b"}, "conv_b"),
        ({"data": None, "conversation_id": "conv_b"}, "conv_b"),
        ({"data": {"conversation_id": " conv_a "}}, "conv_a"),
    ],
)
def test_where_the_id_stands(event, conversation_id):
    """The conversation's id is that of the data, else that of the envelope."""
    assert read(event).conversation_id == conversation_id


@pytest.mark.parametrize("raw", ["conv_1", "conv-1", "A", "9a", "a" * 128, CONVERSATION_ID])
def test_an_id_of_elevenlabs_is_kept(raw):
    """What looks like an id stands in keys and logs as it is."""
    assert safe_id(raw) == raw


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "+16125550123",
        "16125550123",
        "612-555-0123",
        "612_555_0123",
        "sip:+16125550123@sip.example.com",
        "Stefan Berg",
        "../conv_1",
        "conv_1/../../x",
        "conv_1\n",
        "conv_１",
        "conv\x00",
        "é",
        "*",
        "a" * 129,
    ],
)
def test_what_is_no_id_becomes_a_digest(raw):
    """A number, a name, a path or anything else is replaced by a digest, always the same."""
    assert safe_id(raw) == hashlib.sha256(raw.encode()).hexdigest()[:32]
    assert FOLDER.fullmatch(safe_id(raw))


IDS = st.text() | st.from_regex(r"\+?[0-9 ()./-]{7,20}", fullmatch=True) | invented.ANY_JSON
EVENTS = st.fixed_dictionaries(
    {},
    optional={
        "type": IDS,
        "conversation_id": IDS,
        "event_timestamp": invented.ANY_JSON,
        "data": invented.ANY_JSON | st.fixed_dictionaries({"conversation_id": IDS}),
    },
)


@given(
    st.binary() | st.text().map(str.encode) | EVENTS.map(lambda event: json.dumps(event).encode())
)
@example(b"[" * 100_000)
@example(b'{"data":' * 100_000)
@example(b'{"conversation_id": "\\ud800", "type": "\\ud800"}')
@example(b'{"event_timestamp": 1e400}')
@example(b'{"event_timestamp": ' + b"9" * 5_000 + b"}")
@example(b"\xff\xfe{\x00}\x00")
@example(b"NaN")
def test_no_bytes_break_it(raw):
    """Whatever the bytes, they are a payload with a folder and a type that a key can hold."""
    payload = read_payload(raw)
    assert FOLDER.fullmatch(payload.folder)
    assert TYPE.fullmatch(payload.type)
    assert 0 <= payload.sent_at < LATEST_SECS
    assert payload.conversation_id.encode()


@given(st.from_regex(r"\+?[0-9]{7,15}", fullmatch=True), st.sampled_from(["{}", "{} ", "tel:{}"]))
def test_no_folder_holds_a_number(number, form):
    """A payload that gives a phone number for an id is not kept under that number."""
    payload = read({"data": {"conversation_id": form.format(number)}})
    assert number.removeprefix("+") not in payload.folder


@pytest.mark.parametrize("raw", [b"[]", b'"a"', b"1", b"null", b"", b"{", b"\xff", b"[" * 100_000])
def test_only_an_object_is_an_object(raw):
    """A body that is no JSON object is None, and no error."""
    assert read_object(raw) is None
    assert read_object(b' {"a": 1} ') == {"a": 1}


@pytest.mark.parametrize(
    ("value", "path", "found"),
    [
        ({"a": {"b": " c "}}, ("a", "b"), "c"),
        ({"a": {"b": 1}}, ("a", "b"), ""),
        ({"a": None}, ("a", "b"), ""),
        ({"a": ["b"]}, ("a", "b"), ""),
        (None, ("a",), ""),
        ("c", (), "c"),
        ({"a": "x\ud800y"}, ("a",), "x?y"),
    ],
)
def test_text_is_text_or_nothing(value, path, found):
    """What is no text at the path is none, and text is stripped and can be written as UTF-8."""
    assert text(value, *path) == found


@pytest.mark.parametrize(
    ("given_secs", "read_secs"),
    [
        (1_793_523_600, 1_793_523_600),
        (55.9, 55),
        (0, 0),
        (-1, 0),
        (LATEST_SECS - 1, LATEST_SECS - 1),
        (LATEST_SECS, 0),
        (10**400, 0),
        (float("inf"), 0),
        (float("nan"), 0),
        ("55", 0),
        (True, 0),
        (None, 0),
    ],
)
def test_seconds_are_sensible_or_zero(given_secs, read_secs):
    """A time that is no sensible number of seconds is zero."""
    assert seconds({"at": given_secs}, "at") == read_secs


@given(invented.ANY_TEXT)
def test_clean_text_is_utf8(words):
    """Cleaned text can be encoded, and what could be before is unchanged."""
    cleaned = clean(words)
    assert cleaned.encode().decode() == cleaned
    assert len(cleaned) == len(words)
    assert clean(cleaned) == cleaned


def test_digging_goes_as_far_as_there_are_objects():
    """A path that leads into something else than an object leads to None."""
    assert dig({"a": {"b": [1]}}, "a", "b") == [1]
    assert dig({"a": {"b": [1]}}, "a", "b", "0") is None
    assert dig(["a"], "a") is None
