"""A stage within reach: its settings and keys in AWS, its archive, and ElevenLabs' API."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.archive import Archive
from chalicelib.settings import SettingsError
from ops.connecting import Edges
from ops.connection_record import RecordKeeper
from ops.deployed_app import DeployedApp, deployed_app
from ops.elevenlabs_api import open_api
from ops.operator_error import OperatorError
from ops.secret import Secret
from ops.stage import Stage, find_stage, session


@dataclass(frozen=True)
class ReachedStage:
    """What ``connect`` and ``doctor`` need of a stage. ``read_app`` reads anew each time."""

    name: str
    edges: Edges
    read_app: Callable[[], DeployedApp]


def reach(name: str) -> ReachedStage:
    """Return stage ``name`` of the environment's AWS account; raise OperatorError."""
    aws = session()
    stage = find_stage(name, aws)
    secret = Secret(aws.client("secretsmanager"), stage.secrets_arn)
    keeper = RecordKeeper(Archive(aws.client("s3"), stage.bucket))
    edges = Edges(open_api(os.environ), keeper, lambda key, value: secret.put(**{key: value}))
    return ReachedStage(name, edges, lambda: _read_app(stage, aws, secret))


def _read_app(stage: Stage, aws: boto3.Session, secret: Secret) -> DeployedApp:
    settings = {**_environment(stage, aws), **secret.read()}
    try:
        return deployed_app(stage.name, stage.api_url, settings)
    except SettingsError as error:
        raise OperatorError(
            f"Stage {stage.name} would not start: {error}. Deploy it with that set, or set a key "
            f"with: python -m ops keys --stage {stage.name} NAME"
        ) from error


def _environment(stage: Stage, aws: boto3.Session) -> Mapping[str, str]:
    """Return the settings with which the API's function is deployed."""
    function = stage.functions["api_handler"]
    try:
        told = aws.client("lambda").get_function_configuration(FunctionName=function)
    except (BotoCoreError, ClientError) as error:
        raise OperatorError(
            f"The function {function} can't be read; make deploy STAGE={stage.name}"
        ) from error
    variables: Mapping[str, str] = told.get("Environment", {}).get("Variables", {})
    return variables
