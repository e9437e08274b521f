"""A stage's stack: what goes wrong with it, and which stage it tells of."""

import pytest
from botocore.exceptions import WaiterError

from ops import stack, stage
from ops.operator_error import OperatorError
from ops.stage import NotDeployedError, find_stage, running_outputs, stack_outputs


class Failing:
    """CloudFormation, when a stack can't be made."""

    def __init__(self, events):
        self._events = events

    def get_waiter(self, _):
        return self

    def wait(self, **_):
        raise WaiterError("StackCreateComplete", "it failed", {})

    def describe_stack_events(self, **_):
        return {"StackEvents": self._events[::-1]}


def _event(resource, status, reason):
    event = {"LogicalResourceId": resource, "ResourceStatus": status}
    return event | ({"ResourceStatusReason": reason} if reason else {})


def test_why_a_stack_failed_is_said():
    """CloudFormation's reasons are told, the first one first, and not what went well."""
    events = [
        _event("Failed", "CREATE_COMPLETE", ""),
        _event("Archive", "CREATE_FAILED", "invented-archive already exists"),
        _event("Alarms", "CREATE_FAILED", "Resource creation cancelled"),
    ]
    with pytest.raises(OperatorError) as raised:
        stack._wait(Failing(events), "agentic-memory-dev", "stack_create_complete")
    assert raised.value.message == (
        "CloudFormation could not do it: Archive: invented-archive already exists; "
        "Alarms: Resource creation cancelled"
    )


def test_without_a_reason_the_waiters_is_said():
    """When no event tells why, what boto3 says is told."""
    with pytest.raises(OperatorError, match="it failed"):
        stack._wait(Failing([]), "agentic-memory-dev", "stack_create_complete")


@pytest.mark.parametrize("find", [find_stage, running_outputs, stack_outputs])
def test_a_stage_that_is_not_deployed_is_said(find, session):
    """Asking for a stage that is not there says how to deploy it."""
    with pytest.raises(NotDeployedError, match="make deploy STAGE=dev"):
        find("dev", session)


def test_an_unknown_stage_is_said_before_aws_is_asked(session, monkeypatch):
    """A name that config.json does not have is refused without a request."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(OperatorError, match="There is no stage 'nowhere'"):
        stack_outputs("nowhere", session)


def test_an_account_out_of_reach_is_one_sentence(session, monkeypatch):
    """When AWS can't be reached the error says so."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(OperatorError, match=r"^AWS does not answer"):
        stack_outputs("dev", session)


def test_no_region_is_said(monkeypatch, tmp_path):
    """Without a region the error names the variable to set."""
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    with pytest.raises(OperatorError, match="Set AWS_REGION"):
        stage.session()


@pytest.mark.parametrize("name", ["AWS_REGION", "AWS_DEFAULT_REGION"])
def test_either_region_counts(monkeypatch, name):
    """The region is taken from either variable that AWS' tools know."""
    monkeypatch.delenv("AWS_REGION", raising=False)
    monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)
    monkeypatch.setenv(name, "eu-west-1")
    assert stage.session().region_name == "eu-west-1"
