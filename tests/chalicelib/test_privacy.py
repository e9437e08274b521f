"""Private by construction: no number, name or word of a caller leaves the app but as an answer."""

import json
import logging
import time

import pytest

from chalicelib import signature, work
from chalicelib.archive import ArchiveError
from chalicelib.layout import parked_key
from chalicelib.mem0_errors import MemoryStoreError
from lab.faults import Fault
from tests.conftest import HMAC_KEY, WORKSPACE_KEY

NUMBER, NAME, SENTENCE = "+16125550199", "Zebedee Quill", "I buried the silver spoons"
PRIVATE = ("6125550199", "Zebedee", "Quill", "silver", "spoons")
KEY = "post-call/conv_4201examplecall000000000001/post_call_transcription.json"

FAULTS = {
    "none": None,
    "refused": Fault(status=400),
    "full": Fault(status=429),
    "broken": Fault(status=500),
    "dropped": Fault(drop="after"),
    "nonsense": Fault(body=f"{NAME} said: {SENTENCE}"),
    "hanging": Fault(operation="list", hang_secs=30),
}


class Everything(logging.Handler):
    """Keeps each line that anybody logs, formatted in full, but those of the app's own handler."""

    def __init__(self) -> None:
        super().__init__(level=logging.NOTSET)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] != "agentic-memory":
            self.lines.append(self.format(record))


@pytest.fixture
def written(box, log_lines, capsys):
    """Return all that the app and the libraries below it have written so far."""
    everything, root = Everything(), logging.getLogger()
    before = root.level
    root.addHandler(everything)
    root.setLevel(logging.DEBUG)
    yield lambda: "\n".join(
        [*map(json.dumps, log_lines()), *everything.lines, *capsys.readouterr()]
    )
    root.removeHandler(everything)
    root.setLevel(before)


@pytest.fixture
def quick(environment, monkeypatch):
    """Have the doors answer soon, at the most talkative level."""
    monkeypatch.setenv("CLIENT_DATA_BUDGET_MS", "200")
    monkeypatch.setenv("MEM0_TIMEOUT", "0.2")
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")


@pytest.fixture
def payload(first_call) -> bytes:
    """A call in which everything private stands wherever something private may stand."""
    event = json.loads(first_call.replace(b"+12185550143", NUMBER.encode()))
    event["data"]["analysis"]["data_collection_results"]["caller_name"]["value"] = NAME
    event["data"]["analysis"]["transcript_summary"] = f"{NAME} said: {SENTENCE}"
    for turn in event["data"]["transcript"]:
        turn["message"] = turn["message"] and f"{turn['message']} {SENTENCE}. {NAME}."
    return json.dumps(event).encode()


def _private_in(text: str) -> list[str]:
    return [word for word in PRIVATE if word.lower() in text.lower()]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_no_line_holds_anything_of_a_caller(quick, door, box, mem0, payload, written, fault):
    """Whatever Mem0 does, no line of any logger and no metric holds number, name or words."""
    if fault is not None:
        mem0.faults.add(fault)
    door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": NUMBER, "agent_id": NAME})
    door("/retrieve")({"query": SENTENCE, "user_id": NUMBER, "conversation_id": NUMBER})
    signed = signature.sign(payload, HMAC_KEY, int(time.time()))
    door("/post-call")(payload, ElevenLabs_Signature=signed)
    failed = ""
    try:
        work.remember(box, KEY, None)
    except MemoryStoreError as error:
        failed = str(error)
    box.clock = lambda: time.time() + 3_600
    work.sweep(box, None)
    assert _private_in(failed + written()) == []


def test_refusals_repeat_nothing(quick, door, written):
    """No refusal tells what was sent, nor any secret."""
    client_data, retrieve = door("/client-data"), door("/retrieve")
    answers = [
        client_data({"caller_id": NUMBER}, X_Workspace_Key=NAME),
        client_data({NAME: SENTENCE}, X_Workspace_Key=WORKSPACE_KEY),
        retrieve({"query": SENTENCE, "user_id": NAME}),
        retrieve({"query": SENTENCE}),
        retrieve(SENTENCE.encode(), Content_Type=NAME),
        door("/post-call")(SENTENCE.encode(), ElevenLabs_Signature=NAME),
    ]
    for answer in answers:
        assert _private_in(answer.body.decode()) == []
        assert WORKSPACE_KEY not in answer.body.decode()
    assert _private_in(written()) == []


def test_no_key_and_no_record_tells_who_called(quick, door, box, s3, payload):
    """S3 keys, and the record of what was remembered, hold nothing of the caller."""
    signed = signature.sign(payload, HMAC_KEY, int(time.time()))
    door("/post-call")(payload, ElevenLabs_Signature=signed)
    work.remember(box, KEY, None)
    box.archive.mark(parked_key(KEY))
    work.sweep(box, None)
    keys = [one["Key"] for one in s3.client().list_objects_v2(Bucket=s3.bucket)["Contents"]]
    assert {key.partition("/")[0] for key in keys} == {
        "post-call",
        "remembered",
        "callers",
        "unsettled",
        "parked",
        "sweep",
    }
    assert _private_in("\n".join(keys)) == []
    record = box.archive.read(KEY.replace("post-call", "remembered")).body.decode()
    assert _private_in(record) == []


def test_an_unreachable_archive_tells_nothing(quick, door, box, payload, written, monkeypatch):
    """While S3 can't be reached, neither answer nor log holds anything of the caller."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    box._archive = None
    signed = signature.sign(payload, HMAC_KEY, int(time.time()))
    answer = door("/post-call")(payload, ElevenLabs_Signature=signed)
    with pytest.raises(ArchiveError):
        work.remember(box, KEY, None)
    assert answer.status_code == 503
    assert _private_in(answer.body.decode() + written()) == []
