"""What ends a deployment before anything was changed."""

import copy
import json
import time

import boto3
import pytest

from lab.faults import Fault
from ops.operator_error import OperatorError
from ops.project import Config, read_config
from ops.ready import check_account, check_config, look_around, raise_unless_ready
from ops.stage_checks import CHECKS
from ops.surrounding_checks import SURROUNDING_CHECKS, mem0_key_check, surrounding_checks
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


def _around(session, written, clock=time.time, **environ):
    return look_around(session, Config(written), "dev", environ, clock)


def test_all_is_looked_at_as_doctor_does(session, with_mem0, mem0):
    """Before the first deployment the settings, Mem0's key and its owner, and the clocks are ok."""
    checks = surrounding_checks(_around(session, with_mem0, MEM0_API_KEY=mem0.api_key))
    assert [(one.what, one.state) for one in checks] == [
        ("settings", "ok"),
        ("Mem0's key", "ok"),
        ("Mem0's org and project", "ok"),
        ("this clock and AWS", "ok"),
        ("this clock and Mem0", "ok"),
    ]


def test_each_check_is_doctors_own():
    """What is looked at before a deployment doctor looks at by the same code."""
    assert set(SURROUNDING_CHECKS) < set(CHECKS)


def test_a_key_that_mem0_takes_is_ready(session, with_mem0, mem0):
    """The key in the environment is tried before the first deployment, once."""
    raise_unless_ready(_around(session, with_mem0, MEM0_API_KEY=mem0.api_key))
    assert [one.operation for one in mem0.requests] == ["ping"]


def test_a_key_that_mem0_refuses_ends_the_deployment(session, with_mem0):
    """A refused key is said, with the way to set another, and is not repeated."""
    with pytest.raises(OperatorError, match="Mem0's key: refused") as raised:
        raise_unless_ready(_around(session, with_mem0, MEM0_API_KEY="invented-key"))
    assert "invented-key" not in raised.value.message
    assert "MEM0_API_KEY=... make deploy STAGE=dev" in raised.value.message


def test_a_key_of_another_project_ends_the_deployment(session, with_mem0, mem0):
    """A key of another project than configured would have every call fail."""
    with_mem0["stages"]["dev"]["environment_variables"]["MEM0_PROJECT_ID"] = "another"
    with pytest.raises(OperatorError, match="project lab-project, not another"):
        raise_unless_ready(_around(session, with_mem0, MEM0_API_KEY=mem0.api_key))


def test_a_setting_that_can_not_be_used_ends_the_deployment(session, with_mem0, mem0):
    """A setting with which the app would not start is named, with where to correct it."""
    with_mem0["stages"]["dev"]["environment_variables"]["RETRIEVE_AUTH"] = "nobody"
    with pytest.raises(
        OperatorError, match=r"^settings: RETRIEVE_AUTH must be one of.*config\.json"
    ):
        raise_unless_ready(_around(session, with_mem0, MEM0_API_KEY=mem0.api_key))


def test_a_mem0_that_is_away_ends_no_deployment(session, with_mem0, mem0):
    """A Mem0 that is broken or can't be reached from here is said, and no more."""
    mem0.faults.add(Fault(operation="ping", status=503))
    broken = _around(session, with_mem0, MEM0_API_KEY=mem0.api_key)
    with_mem0["stages"]["dev"]["environment_variables"]["MEM0_HOST"] = "http://127.0.0.1:9"
    away = _around(session, with_mem0, MEM0_API_KEY=mem0.api_key)
    for around in (broken, away):
        raise_unless_ready(around)
    states = [mem0_key_check(around).state for around in (broken, away)]
    assert states == ["not ok", "not checked"]


def test_a_wrong_clock_is_said_and_ends_nothing(session, with_mem0, mem0):
    """A clock that is off is told of, with what to do; AWS itself refuses one too far off."""
    ahead = _around(session, with_mem0, lambda: time.time() + 60, MEM0_API_KEY=mem0.api_key)
    raise_unless_ready(ahead)
    wrong = [one for one in surrounding_checks(ahead) if one.is_wrong]
    assert [one.what for one in wrong] == ["this clock and AWS", "this clock and Mem0"]
    assert all("NTP" in one.to_do for one in wrong)


def test_without_a_key_there_is_none_to_try(session, with_mem0, mem0):
    """A stage that will get its key later can be deployed, and is told how it gets one."""
    around = _around(session, with_mem0)
    raise_unless_ready(around)
    assert mem0.requests == []
    assert mem0_key_check(around).to_do == "Set it: MEM0_API_KEY=... make deploy STAGE=dev"
