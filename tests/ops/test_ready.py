"""What ends a deployment before anything was changed."""

import copy
import json

import boto3
import pytest

from lab.faults import Fault
from ops.operator_error import OperatorError
from ops.project import Config, read_config
from ops.ready import check_account, check_config, check_mem0
from tests.ops import rehearsal
from tests.ops.rehearsal import PROJECT


@pytest.fixture
def written():
    """The configuration as it is checked out, to change."""
    return copy.deepcopy(dict(read_config().written))


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_what_is_checked_out_is_ready(stage):
    """Both stages can be deployed as they are."""
    check_config(PROJECT, read_config(), stage)


@pytest.mark.parametrize("stage", ["local", "production", "", "../dev"])
def test_only_known_stages_are_deployed(stage):
    """Another name is refused, with those that there are; the local stage is never deployed."""
    with pytest.raises(OperatorError, match="use 'dev' or 'prod'"):
        check_config(PROJECT, read_config(), stage)


@pytest.mark.parametrize("file", ["", "policy-nobody.json"])
def test_a_function_without_a_policy_is_named(written, file):
    """A function whose policy file is not there is named before AWS is asked."""
    written["stages"]["dev"]["lambda_functions"]["remember"]["iam_policy_file"] = file
    with pytest.raises(OperatorError, match=r"^remember of stage 'dev' has no policy"):
        check_config(PROJECT, Config(written), "dev")


@pytest.mark.parametrize("place", ["app", "stage", "function"])
def test_a_key_in_the_configuration_is_refused(written, place):
    """A key that stands in config.json, wherever, ends the deployment and is not repeated."""
    stage = written["stages"]["dev"]
    level = {"app": written, "stage": stage, "function": stage["lambda_functions"]["remember"]}
    level[place]["environment_variables"] = {"MEM0_API_KEY": "m0-invented"}
    with pytest.raises(OperatorError, match=r"^MEM0_API_KEY stands in") as raised:
        check_config(PROJECT, Config(written), "dev")
    assert "m0-invented" not in raised.value.message


def test_who_is_not_signed_in_is_told_so(session, monkeypatch):
    """When AWS does not know who asks, the error says so."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "nowhere")
    with pytest.raises(OperatorError, match=r"^AWS does not know who asks"):
        check_account(boto3.Session(), read_config(), "dev")


def test_an_aws_that_is_away_is_no_wrong_key(session, monkeypatch):
    """When AWS can't be reached, the error does not blame the credentials."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(OperatorError, match=r"^AWS does not answer"):
        check_account(session, read_config(), "dev")


def test_more_is_not_reserved_than_there_is(aws, written, tmp_path):
    """Reserved concurrency that the account can't give ends the deployment, and nothing is made."""
    clone = rehearsal.clone(tmp_path, aws)
    written["stages"]["prod"]["lambda_functions"]["remember"]["reserved_concurrency"] = 5
    (tmp_path / ".chalice" / "config.json").write_text(json.dumps(written))
    before = aws.client("cloudformation").list_stacks()["StackSummaries"]
    ran = clone.ops("deploy", "--stage", "prod")
    assert ran.returncode == 1
    assert "account's 10 concurrent executions 5 would be reserved" in ran.stderr
    assert aws.client("cloudformation").list_stacks()["StackSummaries"] == before


@pytest.fixture
def with_mem0(written, mem0):
    """The configuration, with the lab's Mem0 for stage dev."""
    written["stages"]["dev"]["environment_variables"]["MEM0_HOST"] = mem0.url
    return written


def test_a_key_that_mem0_takes_is_ready(session, with_mem0, mem0):
    """The key in the environment is tried before the first deployment."""
    assert check_mem0(session, Config(with_mem0), "dev", {"MEM0_API_KEY": mem0.api_key}) == []
    assert [one.operation for one in mem0.requests] == ["ping"]


def test_a_key_that_mem0_refuses_ends_the_deployment(session, with_mem0):
    """A refused key is said, with the way to set another, and is not repeated."""
    with pytest.raises(OperatorError, match="Mem0's key: refused") as raised:
        check_mem0(session, Config(with_mem0), "dev", {"MEM0_API_KEY": "invented-key"})
    assert "invented-key" not in raised.value.message


def test_a_key_of_another_project_ends_the_deployment(session, with_mem0, mem0):
    """A key of another project than configured would have every call fail."""
    with_mem0["stages"]["dev"]["environment_variables"]["MEM0_PROJECT_ID"] = "another"
    with pytest.raises(OperatorError, match="project lab-project, not another"):
        check_mem0(session, Config(with_mem0), "dev", {"MEM0_API_KEY": mem0.api_key})


def test_a_mem0_that_is_away_ends_no_deployment(session, with_mem0, mem0):
    """A Mem0 that is broken or can't be reached from here is said, and no more."""
    mem0.faults.add(Fault(operation="ping", status=503))
    keys = {"MEM0_API_KEY": mem0.api_key}
    (broken,) = check_mem0(session, Config(with_mem0), "dev", keys)
    with_mem0["stages"]["dev"]["environment_variables"]["MEM0_HOST"] = "http://127.0.0.1:9"
    (away,) = check_mem0(session, Config(with_mem0), "dev", keys)
    assert (broken.state, away.state) == ("not ok", "not checked")


def test_without_a_key_there_is_none_to_try(session, with_mem0, mem0):
    """A stage that will get its key later can be deployed."""
    assert check_mem0(session, Config(with_mem0), "dev", {}) == []
    assert mem0.requests == []
