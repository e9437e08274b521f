"""docs/costs.md: its counts are what the app does, and its arithmetic is right."""

import io
import json
import logging
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from cfnlint.decode import decode_str
from chalice.test import Client

import app
from chalicelib import log, signature
from chalicelib.sweep import GRACE_SECS
from tests.conftest import HMAC_KEY, SARAH, WORKSPACE_KEY

PROJECT = Path(__file__).parent.parent
COSTS = (PROJECT / "docs" / "costs.md").read_text(encoding="utf-8")
TEMPLATE = decode_str((PROJECT / "ops" / "infrastructure.yaml").read_text(encoding="utf-8"))[0]
SEARCHES = 3
PRICED_AS_WRITES = {"PutObject", "ListObjectsV2"}


@dataclass(frozen=True)
class Played:
    """What S3 was asked in each step of a call, by operation; and what the app printed."""

    asked: dict[str, Counter]
    written: str


@pytest.fixture
def call(box, s3, mem0, first_call, monkeypatch):
    """Play a whole call, its extraction followed by the sweep; return what came of it."""
    asked, steps, written = Counter(), {}, io.StringIO()
    monkeypatch.setattr("sys.stdout", written)
    (handler,) = logging.getLogger(log.NAME).handlers
    before = handler.setStream(written)
    box.archive._client.meta.events.register(
        "before-call.s3", lambda model, **_: asked.update([model.name])
    )
    client = Client(app.app)

    def taken(step):
        steps[step] = Counter(asked)
        asked.clear()

    def post(path, body, **headers):
        sent = {"Content-Type": "application/json", **headers}
        answer = client.http.request("POST", path, headers=sent, body=body)
        assert answer.status_code == 200

    key = {"X-Workspace-Key": WORKSPACE_KEY}
    post("/client-data", json.dumps({"caller_id": SARAH}).encode(), **key)
    taken("client-data")
    for _ in range(SEARCHES):
        post("/retrieve", json.dumps({"query": "pizza", "user_id": SARAH}).encode())
    taken("retrieve")
    now = int(time.time())
    signed = {"ElevenLabs-Signature": signature.sign(first_call, HMAC_KEY, now)}
    post("/post-call", first_call, **signed)
    taken("post-call")
    listed = s3.client().list_objects_v2(Bucket=s3.bucket, Prefix="post-call/")["Contents"]
    (stored,) = [one["Key"] for one in listed]
    client.lambda_.invoke("remember", client.events.generate_s3_event(s3.bucket, stored))
    taken("remember")
    monkeypatch.setattr(box, "clock", lambda: time.time() + GRACE_SECS + 1)
    event = client.events.generate_cw_event("aws.events", "Scheduled Event", {}, [])
    client.lambda_.invoke("sweep", event)
    taken("sweep")
    handler.setStream(before)
    return Played(steps, written.getvalue())


def test_the_counts_are_what_the_app_asks(call):
    """Each step of a call asks S3 as often as the document says; of reads, at most so often."""
    told = {line[0]: [int(one) for one in line[1:]] for line in _table("| PUT, LIST |")}
    *rows, total = told.values()
    assert [sum(column) for column in zip(*rows, strict=True)] == total
    for row, step in zip(rows, call.asked.values(), strict=True):
        assert row[0] == sum(step[one] for one in PRICED_AS_WRITES)
        assert step["GetObject"] <= row[1] <= step["GetObject"] + 1


def test_the_log_is_as_long_as_it_says(call):
    """What the app writes for a call is at most the 18 KB that are paid for, and not half of it."""
    (kilobytes,) = map(int, re.findall(r"1,000 x (\d+) KB\) \| 0.018", COSTS))
    assert kilobytes / 2 < len(call.written) / 1_000 <= kilobytes


def test_the_metrics_are_as_many_as_it_says(call):
    """A healthy call writes so many metrics, told apart by name and dimensions."""
    lines = [json.loads(line) for line in call.written.splitlines()]
    metrics = {
        (metric["Name"], *(line[word] for word in words))
        for line in lines
        for told in line.get("_aws", {}).get("CloudWatchMetrics", ())
        for words in told["Dimensions"]
        for metric in told["Metrics"]
    }
    assert len(metrics) == _quantity("CloudWatch: metrics of ours")


def test_the_alarms_are_as_many_as_it_says():
    """Each metric that an alarm watches is counted."""
    alarms = [
        one["Properties"]
        for one in TEMPLATE["Resources"].values()
        if one["Type"] == "AWS::CloudWatch::Alarm"
    ]
    watched = [
        sum("MetricStat" in one for one in alarm.get("Metrics", ())) or 1 for alarm in alarms
    ]
    assert sum(watched) == _quantity("CloudWatch: alarms")


@pytest.mark.parametrize("head", ["| per 1,000 calls |", "| per month |"])
def test_the_arithmetic_is_right(head):
    """Each row is its quantity times its price, and the last row their sum."""
    *rows, total = _table(head)
    costs = []
    for what, quantity, price, cost in rows:
        each, unit = re.fullmatch(r"([\d.]+) per ([\d,]+)", price).groups()
        exact = _number(quantity) * float(each) / _number(unit)
        assert round(exact, 4) == float(cost), what
        costs.append(float(cost))
    assert round(sum(costs), 4) == float(total[3])


def test_the_memory_sizes_are_those_configured():
    """What is multiplied is the memory that each function of both stages has."""
    config = json.loads((PROJECT / ".chalice" / "config.json").read_text(encoding="utf-8"))
    for stage in ("dev", "prod"):
        functions = config["stages"][stage]["lambda_functions"]
        memory = {name: one["lambda_memory_size"] for name, one in functions.items()}
        assert memory == {"api_handler": 512, "remember": 512, "warm_up": 256, "sweep": 512}


def test_the_seconds_add_up():
    """The GB-seconds of both tables are those of the seconds that are assumed in the text."""
    a_call = 4 * 0.25 + 0.1 + 3 + 1
    assert _quantity("Lambda: GB-seconds (1,000 x") == 1_000 * a_call * 0.5
    a_month = 8_640 * (0.3 * 0.25 + 0.1 * 0.5) + 720 * 1 * 0.5
    assert _quantity("Lambda: GB-seconds (8,640 x") == pytest.approx(a_month)


def _table(head):
    """Return the cells of each row under the heading that holds ``head``."""
    lines = COSTS.partition(head)[2].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _quantity(row):
    (found,) = [
        cells
        for head in ("| per 1,000 calls |", "| per month |")
        for cells in _table(head)
        if cells[0].startswith(row)
    ]
    return _number(found[1])


def _number(written):
    return float(written.replace(",", ""))
