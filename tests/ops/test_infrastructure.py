"""The template: what it promises of archive, secret, queue, alarms and dashboard."""

import json
import re
from pathlib import Path

import pytest
from cfnlint.api import lint_file
from cfnlint.decode import decode_str

from tests.ops.rehearsal import PROJECT

PATH = PROJECT / "ops" / "infrastructure.yaml"
TEMPLATE = decode_str(PATH.read_text(encoding="utf-8"))[0]
RESOURCES = {name: one["Properties"] for name, one in TEMPLATE["Resources"].items()}
ALARMS = {
    name: one["Properties"]
    for name, one in TEMPLATE["Resources"].items()
    if one["Type"] == "AWS::CloudWatch::Alarm"
}
CONFIG = json.loads((PROJECT / ".chalice" / "config.json").read_text(encoding="utf-8"))
HANDLERS = list(CONFIG["stages"]["dev"]["lambda_functions"])
DASHBOARD = RESOURCES["Overview"]["DashboardBody"]["Fn::Sub"][0]


def test_cfn_lint_has_nothing_to_say():
    """CloudFormation's own linter finds neither error nor warning."""
    assert lint_file(Path(PATH)) == []


def test_the_archive_is_private():
    """It is encrypted, versioned, closed to the public, and speaks TLS only."""
    archive = RESOURCES["Archive"]
    (encryption,) = archive["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert encryption["ServerSideEncryptionByDefault"]["SSEAlgorithm"] == "AES256"
    assert set(archive["PublicAccessBlockConfiguration"].values()) == {True}
    assert len(archive["PublicAccessBlockConfiguration"]) == 4
    assert archive["VersioningConfiguration"]["Status"] == "Enabled"
    (statement,) = RESOURCES["ArchiveOverTlsOnly"]["PolicyDocument"]["Statement"]
    assert (statement["Effect"], statement["Action"]) == ("Deny", "s3:*")
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_the_archive_outlives_its_stack():
    """Deleting the stack, or replacing the bucket, deletes no call."""
    archive = TEMPLATE["Resources"]["Archive"]
    assert archive["DeletionPolicy"] == "RetainExceptOnCreate"
    assert archive["UpdateReplacePolicy"] == "Retain"
    assert "Condition" not in archive


def test_payloads_grow_old_and_nothing_else_does():
    """Payloads go to infrequent access after 30 days and to Glacier after 90; cards never."""
    rules = RESOURCES["Archive"]["LifecycleConfiguration"]["Rules"]
    moved = {rule["Prefix"]: rule["Transitions"] for rule in rules if "Transitions" in rule}
    expected = [
        {"StorageClass": "STANDARD_IA", "TransitionInDays": 30},
        {"StorageClass": "GLACIER_IR", "TransitionInDays": 90},
    ]
    assert moved == {"post-call/": expected, "again/": expected}
    assert not [rule for rule in rules if "ExpirationInDays" in rule]


def test_the_secret_is_made_without_a_value():
    """Neither a first nor a later deployment writes into the secret."""
    assert RESOURCES["AgenticMemoryKeys"].keys() == {"Description"}


def test_the_queue_keeps_what_failed_for_as_long_as_it_can():
    """What failed waits for two weeks, encrypted, and over TLS only."""
    assert RESOURCES["Failed"]["MessageRetentionPeriod"] == 14 * 86_400
    assert RESOURCES["Failed"]["SqsManagedSseEnabled"] is True
    (statement,) = RESOURCES["FailedOverTlsOnly"]["PolicyDocument"]["Statement"]
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


@pytest.mark.parametrize(
    ("alarm", "metric", "threshold"),
    [
        ("ApiErrors", "5XXError", 0.05),
        ("FunctionErrors", None, 5),
        ("SlowGreetings", "Latency", 2_000),
        ("RefusedSignatures", None, 0),
        ("SomethingFailed", "ApproximateNumberOfMessagesVisible", 0),
        ("SweepLag", "SweepLagSecs", 3_600),
    ],
)
def test_the_alarms_are_those_promised(alarm, metric, threshold):
    """Each promised alarm goes off above its threshold, and tells the topic when and when over."""
    found = ALARMS[alarm]
    assert found.get("MetricName") == metric
    assert found["Threshold"] == threshold
    assert found["ComparisonOperator"] == "GreaterThanThreshold"
    assert found["AlarmActions"] == found["OKActions"] == [{"Ref": "Alarms"}]


def test_no_alarm_is_unpromised():
    """There are six alarms, and the dashboard shows each."""
    assert len(ALARMS) == 6
    assert [name for name in ALARMS if f"${{{name}.Arn}}" not in DASHBOARD] == []


def test_slow_greetings_are_measured_at_the_gateway():
    """The alarm looks at the p95 of POST /client-data, as ElevenLabs waits for it."""
    alarm = ALARMS["SlowGreetings"]
    dimensions = {one["Name"]: one["Value"] for one in alarm["Dimensions"]}
    assert alarm["ExtendedStatistic"] == "p95"
    assert (dimensions["Resource"], dimensions["Method"]) == ("/client-data", "POST")


@pytest.mark.parametrize("handler", HANDLERS)
def test_every_function_is_watched_and_shown(handler):
    """Errors of each function count towards the alarm, and the dashboard shows the function."""
    suffix = "" if handler == "api_handler" else f"-{handler}"
    watched = [
        one["MetricStat"]["Metric"]["Dimensions"][0]["Value"]["Fn::Sub"]
        for one in ALARMS["FunctionErrors"]["Metrics"]
        if "MetricStat" in one
    ]
    assert watched.count(f"${{App}}-${{Stage}}{suffix}") == 2
    assert f'"${{Service}}{suffix}"' in DASHBOARD


def test_every_function_of_the_alarm_counts():
    """The alarm's expression holds each rate that it has metrics for, and they fit into it."""
    metrics = ALARMS["FunctionErrors"]["Metrics"]
    ids = {one["Id"] for one in metrics if "MetricStat" in one}
    assert set(re.findall(r"(?:errors|calls)\d", metrics[0]["Expression"])) == ids
    assert len(metrics) <= 10


def test_every_reason_for_a_refused_signature_counts():
    """The alarm adds up the reasons that the app gives, all of them."""
    source = (PROJECT / "chalicelib" / "signature.py").read_text(encoding="utf-8")
    reasons = set(re.findall(r'SignatureError\("(\w+)"\)', source))
    metrics = ALARMS["RefusedSignatures"]["Metrics"]
    assert {one["Id"] for one in metrics if "MetricStat" in one} == reasons


def test_the_dashboard_can_be_read():
    """It is JSON, its widgets overlap nowhere, and each has a title."""
    widgets = json.loads(re.sub(r"\$\{!?", "{", DASHBOARD))["widgets"]
    taken = set()
    for widget in widgets:
        assert widget["properties"]["title"]
        across = range(widget["x"], widget["x"] + widget["width"])
        down = range(widget["y"], widget["y"] + widget["height"])
        cells = {(x, y) for x in across for y in down}
        assert not cells & taken
        assert max(across) < 24
        taken |= cells
