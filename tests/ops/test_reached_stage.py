"""The command line against a whole account: AWS from the lab, ElevenLabs' stand-in over HTTP."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import boto3
import pytest

from lab.aws.account import AwsAccount
from ops import reached_stage
from ops.connected_agents import check_agents
from ops.operator_error import OperatorError
from ops.secret import Secret
from ops.stack import put_stack
from ops.stage import NotDeployedError, stack_outputs
from ops.stores import open_stores
from tests.ops.operator_at_work import AGENT, API_URL, WORKSPACE_KEY, new_agent
from tests.ops.served import served
from tests.ops.stand_in import API_KEY, StandIn

PROJECT = Path(__file__).parent.parent.parent
STACK = {"App": "agentic-memory", "Stage": "dev", "Running": "yes", "AlarmEmail": ""}
VARIABLES = {"RETRIEVE_AUTH": "key", "ARCHIVE_BUCKET": "archive", "SECRETS_ARN": "arn"}


@pytest.fixture(scope="module")
def account():
    """An account of AWS."""
    with AwsAccount() as aws:
        yield aws


@pytest.fixture
def environment(account, elevenlabs, monkeypatch):
    """What an operator has in the environment."""
    _, url = elevenlabs
    variables = account.environment() | {"ELEVENLABS_API_KEY": API_KEY, "ELEVENLABS_API_URL": url}
    for name in ("AWS_PROFILE", "AWS_REGION", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL_SQS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return variables


@pytest.fixture
def stage(environment):
    """Stage dev as it is just deployed: with a workspace key, without the webhook's."""
    aws = boto3.Session()
    put_stack(aws, "agentic-memory-dev", STACK)
    outputs = stack_outputs("dev", aws)
    deployed = {"resources": [{"resource_type": "rest_api", "rest_api_url": f"{API_URL}/"}]}
    body = json.dumps(deployed).encode()
    aws.client("s3").put_object(
        Bucket=outputs["ArchiveBucket"], Key="deployed/chalice.json", Body=body
    )
    keys = {"MEM0_API_KEY": "invented-mem0-key", "ELEVENLABS_WORKSPACE_KEY": WORKSPACE_KEY}
    secret = Secret(aws.client("secretsmanager"), outputs["SecretsArn"])
    secret.put(**keys, ELEVENLABS_HMAC_KEY="")
    _deploy_function(aws)
    yield secret
    aws.client("lambda").delete_function(FunctionName="agentic-memory-dev")
    aws.client("s3").delete_object(Bucket=outputs["ArchiveBucket"], Key="connected/elevenlabs.json")


def _deploy_function(aws):
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as packed:
        packed.writestr("app.py", "")
    trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}}
    policy = json.dumps({"Statement": [{**trust, "Action": "sts:AssumeRole"}]})
    iam = aws.client("iam")
    if "connecting" not in [one["RoleName"] for one in iam.list_roles()["Roles"]]:
        iam.create_role(RoleName="connecting", AssumeRolePolicyDocument=policy)
    aws.client("lambda").create_function(
        FunctionName="agentic-memory-dev",
        Runtime="python3.11",
        Role=iam.get_role(RoleName="connecting")["Role"]["Arn"],
        Handler="app.app",
        Code={"ZipFile": code.getvalue()},
        Environment={"Variables": VARIABLES},
    )


@pytest.fixture
def elevenlabs():
    """ElevenLabs' stand-in with a new agent, over HTTP, and its URL."""
    stand_in = StandIn(new_agent())
    with served(stand_in) as url:
        yield stand_in, url


def _run(environment, *arguments):
    """Run the command line as an operator does, in a process of its own."""
    whole = {**os.environ, **environment}
    command = [sys.executable, "-m", "ops", "connect", AGENT, *arguments]
    return subprocess.run(
        command, cwd=PROJECT, env=whole, capture_output=True, text=True, check=False
    )


def test_an_agent_is_connected_checked_and_taken_back(stage, environment, elevenlabs):
    """From the command line: connected with the deployed settings, well, and as it was before."""
    stand_in, _ = elevenlabs
    before = stand_in.workspace.everything()
    result = _run(environment, "--yes", "--json")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["agent_id"] == AGENT
    (webhook,) = stand_in.workspace.webhooks.values()
    (tool,) = stand_in.workspace.tools.values()
    assert stage.read()["ELEVENLABS_HMAC_KEY"] == webhook["secret"]
    assert tool["tool_config"]["api_schema"]["request_headers"].keys() == {"X-Workspace-Key"}
    (checks,) = check_agents(reached_stage.reach("dev")).values()
    assert [one for one in checks if not one.is_ok] == []
    stand_in.writes.clear()
    assert "nothing is to do" in _run(environment, "--yes").stdout
    assert stand_in.writes == []
    assert _run(environment, "--yes", "--undo").returncode == 0
    assert stand_in.workspace.everything() == before


def test_a_stage_that_would_not_start_is_named(stage, environment):
    """Without a key that the app needs, the error names it and the command that sets it."""
    stage.put(ELEVENLABS_WORKSPACE_KEY="")
    with pytest.raises(OperatorError, match=r"ELEVENLABS_WORKSPACE_KEY is not set.*ops keys"):
        reached_stage.reach("dev").read_app()


def test_a_stage_that_is_not_deployed_is_named(environment):
    """A stage without a stack is an error that says how to deploy it."""
    with pytest.raises(NotDeployedError, match="make deploy STAGE=prod"):
        reached_stage.reach("prod")


def test_without_a_key_of_elevenlabs_nothing_is_asked(environment, monkeypatch):
    """Without ELEVENLABS_API_KEY the error says so at once."""
    monkeypatch.delenv("ELEVENLABS_API_KEY")
    with pytest.raises(OperatorError, match="Set ELEVENLABS_API_KEY"):
        reached_stage.reach("dev")


def test_an_agent_that_is_gone_is_a_check_of_its_own(stage, environment, elevenlabs):
    """An agent that was deleted at ElevenLabs is told of, with the command that clears it up."""
    assert _run(environment, "--yes").returncode == 0
    stand_in, _ = elevenlabs
    stand_in.workspace.agents.clear()
    ((check,),) = check_agents(reached_stage.reach("dev")).values()
    assert (check.found, check.to_do) == ("gone", f"make connect AGENT={AGENT} STAGE=dev UNDO=1")


def test_a_key_that_is_refused_is_a_check_of_its_own(stage, environment, monkeypatch):
    """A key that ElevenLabs does not take is told of, not raised."""
    assert _run(environment, "--yes").returncode == 0
    monkeypatch.setenv("ELEVENLABS_API_KEY", "invented-other-key")
    ((check,),) = check_agents(reached_stage.reach("dev")).values()
    assert (check.what, check.is_ok) == ("ElevenLabs' key", False)
    assert "invented-other-key" not in check.to_do


def test_a_stage_that_was_taken_down_can_still_be_disconnected(stage, environment, elevenlabs):
    """As long as the archive is there, --undo works, the app deployed or not."""
    stand_in, _ = elevenlabs
    before = stand_in.workspace.everything()
    assert _run(environment, "--yes").returncode == 0
    put_stack(boto3.Session(), "agentic-memory-dev", {**STACK, "Running": "no"})
    result = _run(environment, "--yes", "--undo")
    assert result.returncode == 0, result.stderr
    assert stand_in.workspace.everything() == before


def test_the_stores_of_a_deployed_stage_are_found(stage, account):
    """With --stage dev the bucket is the stack's, and the keys are those of the stage's secret."""
    with pytest.raises(OperatorError, match=r"HMAC_KEY is not set.*ops keys --stage dev"):
        open_stores("dev")
    stage.put(ELEVENLABS_HMAC_KEY="invented-hmac-key")
    stores = open_stores("dev")
    bucket = stack_outputs("dev", boto3.Session())["ArchiveBucket"]
    assert stores.settings.archive_bucket == bucket
    assert stores.settings.mem0_api_key == "invented-mem0-key"
    assert {one.key for one in stores.versions.listed("deployed/")} == {"deployed/chalice.json"}
