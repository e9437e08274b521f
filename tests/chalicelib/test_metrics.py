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
    """A name that ends in Ms is milliseconds, one in Secs seconds, and any other a count."""
    metrics.emit({"door": "health"}, LatencyMs=12, LagSecs=3, Warmed=1)
    (directive,) = json.loads(capsys.readouterr().out)["_aws"]["CloudWatchMetrics"]
    units = {metric["Name"]: metric["Unit"] for metric in directive["Metrics"]}
    assert units == {"LatencyMs": "Milliseconds", "LagSecs": "Seconds", "Warmed": "Count"}


def test_callers_are_counted_by_what_is_known(door, tell_mem0, counted):
    """Greeted, unknown and withheld callers are counted apart, each with the latency."""
    tell_mem0(STEFAN, "User's name is Stefan", type="factual")
    knock = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
    for caller_id, name in ((STEFAN, "Greeted"), ("+12185550143", "Unknown"), ("", "Withheld")):
        knock({"caller_id": caller_id})
        seen = counted()
        assert seen["client-data", name] == 1
        assert seen["client-data", "LatencyMs"] >= 0


def test_what_mem0_did_not_do_is_counted(door, mem0, counted):
    """A Mem0 that fails and one that is too slow are counted apart."""
    knock = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
    mem0.faults.add(Fault(status=500))
    knock({"caller_id": STEFAN})
    assert counted()["facts not recalled", "Failed"] == 1
    mem0.faults.clear()
    mem0.faults.add(Fault(hang_secs=30))
    knock({"caller_id": STEFAN})
    assert counted()["facts not recalled", "BudgetExceeded"] == 1


def test_each_dependency_is_timed(door, first_call, capsys, mem0):
    """Each request to Mem0 and to S3 leaves its time, under what was asked."""
    signed = signature.sign(first_call, HMAC_KEY, int(time.time()))
    door("/post-call")(first_call, ElevenLabs_Signature=signed)
    door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": STEFAN})
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    timed = [(one["dependency"], one["operation"]) for one in lines if "dependency" in one]
    assert timed.count(("mem0", "list")) == 2
    assert ("s3", "writing") in timed
    assert all(one["LatencyMs"][0] > 0 for one in lines if "dependency" in one)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault(status=500), "http_500"),
        (Fault(status=429), "rate_limited"),
        (Fault(drop="before"), "net_generic"),
        (Fault(body="no json"), "nonsense"),
    ],
    ids=str,
)
def test_failures_of_mem0_are_counted_by_kind(door, mem0, counted, fault, kind):
    """What went wrong with Mem0 is told in a word."""
    mem0.faults.add(fault)
    door("/retrieve")({"query": "pizza", "user_id": STEFAN})
    assert counted()[kind, "Mem0Failed"] == 1


def test_everything_of_a_conversation_bears_its_id(door, first_call, box, mem0, log_lines, capsys):
    """Log lines and metrics of each door and of the handler name the conversation."""
    conversation_id = "conv_4201examplecall000000000001"
    signed = signature.sign(first_call, HMAC_KEY, int(time.time()))
    body = {"caller_id": STEFAN, "conversation_id": conversation_id}
    mem0.faults.add(Fault(times=2, status=500))
    door("/client-data", X_Workspace_Key=WORKSPACE_KEY)(body)
    door("/retrieve")({"query": "pizza", **body})
    door("/post-call")(first_call, ElevenLabs_Signature=signed)
    work.remember(box, KEY, None)
    metrics_written = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(log_lines()) > 5
    assert len(metrics_written) > 10
    written = [*log_lines(), *metrics_written]
    assert {one.get("correlation_id") for one in written} == {conversation_id}


def test_an_id_does_not_outlive_its_request(door, log_lines):
    """A request that names no conversation bears no id, whatever came before it."""
    ask = {"query": "pizza", "user_id": STEFAN}
    door("/retrieve")({**ask, "conversation_id": "conv_1"})
    door("/retrieve")(ask)
    assert [line.get("correlation_id") for line in log_lines()] == ["conv_1", None]


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
