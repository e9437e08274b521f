"""What of a deployment is still there, in an account from which some of it has been taken."""

import json

import pytest

from ops.still_there import still_there

ROLE = {"Version": "2012-10-17", "Statement": []}


@pytest.fixture
def record(session):
    """Chalice's record of an API, a role, a rule and a log group that are there."""
    api = session.client("apigateway").create_rest_api(name="invented")["id"]
    session.client("iam").create_role(RoleName="kept", AssumeRolePolicyDocument=json.dumps(ROLE))
    session.client("events").put_rule(Name="kept", ScheduleExpression="rate(5 minutes)")
    session.client("logs").create_log_group(logGroupName="/kept")
    resources = [
        {"resource_type": "rest_api", "rest_api_id": api},
        {"resource_type": "iam_role", "role_name": "kept"},
        {"resource_type": "cloudwatch_event", "rule_name": "kept"},
        {"resource_type": "log_group", "log_group_name": "/kept"},
    ]
    yield {"schema_version": "2.0", "resources": resources}
    session.client("apigateway").delete_rest_api(restApiId=api)
    session.client("iam").delete_role(RoleName="kept")
    session.client("events").delete_rule(Name="kept")
    session.client("logs").delete_log_group(logGroupName="/kept")


@pytest.mark.parametrize(
    "gone",
    [
        {"resource_type": "rest_api", "rest_api_id": "gone"},
        {"resource_type": "iam_role", "role_name": "gone"},
        {"resource_type": "cloudwatch_event", "rule_name": "gone"},
        {"resource_type": "log_group", "log_group_name": "/kep"},
        {"resource_type": "lambda_function", "lambda_arn": "gone"},
    ],
    ids=lambda one: one["resource_type"],
)
def test_what_is_gone_is_left_out(session, record, gone):
    """Of the record, what is gone is left out, and all that is there stays in its order."""
    with_gone = {**record, "resources": [gone, *record["resources"]]}
    assert still_there(session, with_gone) == record


def test_what_chalice_deletes_in_any_case_stays(session, record):
    """A layer's version, or a kind that is not known, is left to Chalice."""
    layer = {"resource_type": "lambda_layer", "layer_version_arn": "gone"}
    with_layer = {**record, "resources": [layer]}
    assert still_there(session, with_layer) == with_layer
