"""POST /post-call, as ElevenLabs and strangers meet it."""

import base64
import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib import signature
from tests.conftest import HMAC_KEY

KEY = "post-call/conv_4201examplecall000000000001/post_call_transcription.json"
OK = {"status": "ok"}


@pytest.fixture
def post_call(door):
    """The door, with a body signed now; ``headers`` replace the signature."""
    knock = door("/post-call")

    def post(body: bytes, *, age_secs: int = 0, key: str = HMAC_KEY, **headers: str):
        signed = signature.sign(body, key, int(time.time()) - age_secs)
        return knock(body, **(headers or {"ElevenLabs_Signature": signed}))

    return post


@pytest.fixture
def stored(s3):
    """Return everything in the bucket: key to bytes."""

    def objects() -> dict[str, bytes]:
        client = s3.client()
        listed = client.list_objects_v2(Bucket=s3.bucket).get("Contents", [])
        keys = [one["Key"] for one in listed]
        return {key: client.get_object(Bucket=s3.bucket, Key=key)["Body"].read() for key in keys}

    return objects


def test_a_signed_payload_is_archived_byte_for_byte(post_call, stored, mem0, first_call):
    """The raw bytes are in S3 before the answer, and Mem0 is not asked."""
    answer = post_call(first_call)
    assert answer.status_code == 200
    assert answer.json_body == OK
    assert stored() == {KEY: first_call}
    assert not mem0.requests


def test_an_ordinary_delivery_costs_one_write(post_call, first_call, box):
    """The archive is asked once: one conditional write, nothing else."""
    operations: list[str] = []
    events = box.archive._client.meta.events
    events.register("before-send.s3", lambda event_name, **_: operations.append(event_name))
    post_call(first_call)
    assert operations == ["before-send.s3.PutObject"]


def test_a_second_delivery_changes_nothing(post_call, stored, s3, first_call):
    """The same bytes again get 200, and the archive stays as it was."""
    post_call(first_call)
    before = s3.client().head_object(Bucket=s3.bucket, Key=KEY)["LastModified"]
    answer = post_call(first_call, age_secs=30)
    assert answer.json_body == OK
    assert stored() == {KEY: first_call}
    assert s3.client().head_object(Bucket=s3.bucket, Key=KEY)["LastModified"] == before


def test_the_first_delivery_wins_and_the_other_is_not_lost(post_call, stored, first_call):
    """Other bytes under the same name leave the first in place and are kept beside it."""
    other = first_call.replace(b"Duluth", b"Bemidji")
    post_call(first_call)
    assert post_call(other).json_body == OK
    assert post_call(other).json_body == OK
    assert stored()[KEY] == first_call
    (kept,) = (key for key in stored() if key != KEY)
    assert kept.startswith("again/conv_4201examplecall000000000001/post_call_transcription-")
    assert stored()[kept] == other


@pytest.mark.parametrize(
    "header",
    [
        {"x": "y"},
        {"ElevenLabs_Signature": ""},
        {"ElevenLabs_Signature": "t=1,v0=00"},
        {"ElevenLabs_Signature": "t=abc,v0=" + "0" * 64},
        {"ElevenLabs_Signature": f"t={'9' * 400},v0=" + "0" * 64},
        {"ElevenLabs_Signature": "v0=" + "0" * 64},
        {"ElevenLabs_Signature": "\u00e9\u4f60"},
    ],
    ids=str,
)
def test_an_unsigned_payload_is_not_stored(post_call, stored, first_call, header):
    """A missing or odd signature gets the same 200 as a good one, and nothing is stored."""
    answer = post_call(first_call, **header)
    assert answer.status_code == 200
    assert answer.json_body == OK
    assert stored() == {}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"key": "another-key"}, "mismatch"),
        ({"age_secs": 1_900}, "too_old"),
        ({"age_secs": -400}, "too_new"),
    ],
)
def test_a_refused_signature_is_logged_with_its_reason(
    post_call, stored, first_call, log_lines, changes, reason
):
    """A forged or stale signature is logged with the reason; nothing is stored."""
    assert post_call(first_call, **changes).json_body == OK
    refused = [line for line in log_lines() if line["message"] == "signature refused"]
    assert [line["reason"] for line in refused] == [reason]
    assert stored() == {}


def test_the_other_header_and_a_second_key_are_accepted(
    door, stored, first_call, environment, monkeypatch
):
    """``X-ElevenLabs-Signature`` will do, signed with either of two keys."""
    monkeypatch.setenv("ELEVENLABS_HMAC_KEY", f"new-key,{HMAC_KEY}")
    signed = signature.sign(first_call, HMAC_KEY, int(time.time()))
    door("/post-call")(first_call, X_ElevenLabs_Signature=signed)
    assert KEY in stored()


def test_when_s3_refuses_the_payload_is_not_acknowledged(
    post_call, first_call, environment, monkeypatch
):
    """A bucket that can't be written to gives 503 and one sentence, so that ElevenLabs retries."""
    monkeypatch.setenv("ARCHIVE_BUCKET", "no-such-bucket")
    answer = post_call(first_call)
    assert answer.status_code == 503
    assert set(answer.json_body) == {"error"}


def test_when_s3_is_unreachable_the_payload_is_not_acknowledged(
    post_call, first_call, environment, monkeypatch
):
    """An S3 that can't be reached gives 503 too."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    assert post_call(first_call).status_code == 503


ODD = {
    "not JSON": b"not json",
    "not UTF-8": b"\xff\x00\xfe",
    "empty": b"",
    "a list": b"[1, 2]",
    "deep": b"[" * 50_000,
    "no data": b'{"type": "post_call_transcription"}',
    "unknown type": b'{"type": "agent_dreamt", "data": {"conversation_id": "conv_1"}}',
    "no type": b'{"data": {"conversation_id": "conv_1"}}',
    "odd type": b'{"type": "../../x", "data": {"conversation_id": "conv_1"}}',
    "surrogate": b'{"type": "x", "data": {"conversation_id": "\\ud800"}}',
    "number as id": b'{"type": "x", "data": {"conversation_id": "+12185550143"}}',
    "5 MB": json.dumps({"padding": "x" * 5_000_000}).encode(),
}


@pytest.mark.parametrize("raw", ODD.values(), ids=ODD)
def test_what_is_not_understood_is_archived_as_it_is(post_call, stored, raw):
    """A signed body of any kind is archived under post-call/ and acknowledged."""
    assert post_call(raw).json_body == OK
    ((key, kept),) = stored().items()
    assert key.startswith("post-call/")
    assert key.endswith(".json")
    assert kept == raw
    assert "2185550143" not in key


@pytest.mark.parametrize(
    "conversation_id",
    ["../../etc/passwd", "a/b", "..", "/", "conv_1/../../x", "a\nb", "x" * 500, "Sarah Whitfield"],
)
def test_an_id_cannot_leave_its_folder(post_call, stored, conversation_id):
    """Whatever the conversation id is, the key is one folder and one file under post-call/."""
    event = {"type": "post_call_transcription", "data": {"conversation_id": conversation_id}}
    post_call(json.dumps(event).encode())
    (key,) = stored()
    prefix, folder, name = key.split("/")
    assert prefix == "post-call"
    assert name == "post_call_transcription.json"
    assert folder.strip(".")
    assert len(folder) <= 128
    assert "Sarah" not in folder


@pytest.mark.parametrize("content_type", ["text/plain", "application/octet-stream", "nonsense"])
def test_any_content_type_is_archived(door, stored, first_call, content_type):
    """A signed payload is never refused for its content type."""
    signed = signature.sign(first_call, HMAC_KEY, int(time.time()))
    headers = {"ElevenLabs_Signature": signed, "Content_Type": content_type}
    assert door("/post-call")(first_call, **headers).json_body == OK
    assert stored() == {KEY: first_call}


def test_audio_is_archived_like_any_payload(post_call, stored):
    """An audio payload is archived raw under its own name."""
    audio = base64.b64encode(b"ID3" + bytes(2_000)).decode()
    data = {"conversation_id": "conv_1", "full_audio": audio}
    raw = json.dumps({"type": "post_call_audio", "data": data}).encode()
    post_call(raw)
    assert stored() == {"post-call/conv_1/post_call_audio.json": raw}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(header=st.text(max_size=200))
def test_no_header_opens_the_door(post_call, stored, first_call, header):
    """Whatever text is sent as a signature, nothing is stored and the answer is the same."""
    answer = post_call(first_call, ElevenLabs_Signature=header)
    assert (answer.status_code, answer.json_body) == (200, OK)
    assert stored() == {}
