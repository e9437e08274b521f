"""Metrics: what is counted where, as CloudWatch reads it."""

import json
import time

import pytest

from chalicelib import metrics, signature, work
from chalicelib.mem0_errors import MemoryStoreError
from lab.faults import Fault
from tests.conftest import HMAC_KEY, STEFAN, WORKSPACE_KEY

KEY = "post-call/conv_4201examplecall000000000001/post_call_transcription.json"


@pytest.fixture
def counted(environment, capsys):
    """Return the metrics written so far: (dimension's word, metric's name) to its value."""

    def read() -> dict[tuple[str, str], float]:
        found = {}
        for line in capsys.readouterr().out.splitlines():
            written = json.loads(line)
            for directive in written.get("_aws", {}).get("CloudWatchMetrics", ()):
                assert directive["Namespace"] == "AgenticMemory"
                (words,) = directive["Dimensions"]
                word = next(written[name] for name in words if name != "service")
                for metric in directive["Metrics"]:
                    found[word, metric["Name"]] = written[metric["Name"]][0]
        return found

    return read


def test_units_follow_from_names(capsys):
    """A name that ends in Ms is milliseconds, and any other a count."""
    metrics.emit({"door": "health"}, LatencyMs=12, Warmed=1)
    (directive,) = json.loads(capsys.readouterr().out)["_aws"]["CloudWatchMetrics"]
    units = {metric["Name"]: metric["Unit"] for metric in directive["Metrics"]}
    assert units == {"LatencyMs": "Milliseconds", "Warmed": "Count"}


def test_callers_are_counted_by_what_is_known(door, tell_mem0, counted):
    """Greeted, unknown and withheld callers are counted apart, each with the latency."""
    tell_mem0(STEFAN, "User's name is Stefan", type="factual")
    knock = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
    for caller_id, name in ((STEFAN, "Greeted"), ("+12185550143", "Unknown"), ("", "Withheld")):
        knock({"caller_id": caller_id})
        seen = counted()
        assert seen["client-data", name] == 1
        assert seen["client-data", "LatencyMs"] >= 0


def test_what_mem0_did_not_do_is_counted(door, mem0, counted, monkeypatch):
    """A Mem0 that fails and one that is too slow are counted apart."""
    monkeypatch.setenv("CLIENT_DATA_BUDGET_MS", "200")
    knock = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
    mem0.faults.add(Fault(status=500))
    knock({"caller_id": STEFAN})
    assert counted()["facts not recalled", "Failed"] == 1
    mem0.faults.clear()
    mem0.faults.add(Fault(hang_secs=30))
    knock({"caller_id": STEFAN})
    assert counted()["facts not recalled", "TooSlow"] == 1


def test_a_failure_of_mem0_is_counted_once(door, mem0, environment, log_lines):
    """A Mem0 that fails at once leaves one line for each thing that was asked of it."""
    mem0.faults.add(Fault(status=500))
    door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": STEFAN})
    said = [line["message"] for line in log_lines()]
    assert said.count("facts not recalled") == 1
    assert said.count("highlights not recalled") == 1


def test_a_search_that_failed_is_not_one_that_found_nothing(door, mem0, counted):
    """Searches that found something, found nothing and failed are counted apart."""
    ask = {"query": "pizza", "user_id": STEFAN}
    door("/retrieve")(ask)
    assert counted()["retrieve", "NothingFound"] == 1
    mem0.faults.add(Fault(status=500))
    door("/retrieve")(ask)
    assert counted()["retrieve", "NotSearched"] == 1


def test_refused_signatures_are_counted_by_reason(door, first_call, counted):
    """Each refused signature is counted under its reason."""
    door("/post-call")(first_call)
    assert counted()["missing", "SignatureRefused"] == 1


def test_deliveries_are_counted_by_outcome(door, first_call, counted, monkeypatch):
    """Archived payloads, duplicates, different later ones and failures are counted apart."""
    knock = door("/post-call")

    def post(body: bytes) -> dict[tuple[str, str], float]:
        signed = signature.sign(body, HMAC_KEY, int(time.time()))
        knock(body, ElevenLabs_Signature=signed)
        return counted()

    assert post(first_call)["post-call", "Archived"] == 1
    assert post(first_call)["post-call", "Duplicate"] == 1
    assert post(first_call + b" ")["post-call", "KeptAgain"] == 1


def test_an_archive_that_fails_is_counted(door, first_call, counted, monkeypatch):
    """A payload that could not be archived is counted."""
    monkeypatch.setenv("ARCHIVE_BUCKET", "no-such-bucket")
    signed = signature.sign(first_call, HMAC_KEY, int(time.time()))
    door("/post-call")(first_call, ElevenLabs_Signature=signed)
    assert counted()["post-call", "NotArchived"] == 1


def test_remembering_is_counted(box, first_call, mem0, counted):
    """Remembered payloads, failures, and payloads that are gone are counted apart."""
    box.archive.create(KEY, first_call)
    mem0.faults.add(Fault(operation="add", times=1, status=500))
    with pytest.raises(MemoryStoreError):
        work.remember(box, KEY, None)
    assert counted()["remember", "Failed"] == 1
    work.remember(box, KEY, None)
    assert counted()["remember", "Remembered"] == 1
    work.remember(box, "post-call/conv_9/x.json", None)
    assert counted()["remember", "Gone"] == 1
