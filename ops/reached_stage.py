"""A stage within reach: its settings and keys in AWS, its archive, and ElevenLabs' API."""

import os
from collections.abc import Callable
from dataclasses import dataclass

import boto3

from chalicelib.archive import Archive
from chalicelib.settings import SettingsError
from ops.connecting import Edges
from ops.connection_record import RecordKeeper
from ops.deployed_app import DeployedApp, deployed_app
from ops.elevenlabs_api import open_api
from ops.operator_error import OperatorError
from ops.project import API, LOCAL
from ops.secret import Secret
from ops.stage import Stage, find_stage, session, stack_outputs


@dataclass(frozen=True)
class ReachedStage:
    """What ``connect`` and ``doctor`` need of a stage. ``read_app`` reads anew each time."""

    name: str
    edges: Edges
    read_app: Callable[[], DeployedApp]


def reach(name: str) -> ReachedStage:
    """Return stage ``name`` of the environment's AWS account; raise OperatorError.

    Its archive has to be there, not the app: what was connected can be taken back after it.
    """
    aws, api = session(), open_api(os.environ)
    bucket = stack_outputs(name, aws)["ArchiveBucket"]
    keeper = RecordKeeper(Archive(aws.client("s3"), bucket))
    store_key = _key_store(name, aws)
    return ReachedStage(name, Edges(api, keeper, store_key), lambda: _read_app(name, aws))


def variables(stage: Stage, aws: boto3.Session) -> dict[str, str]:
    """Return the settings of the stage's app: those of its API's function, and the stage's keys.

    Raises OperatorError when the secret can't be read, ClientError when the function can't.
    """
    told = aws.client("lambda").get_function_configuration(FunctionName=stage.functions[API])
    secret = Secret(aws.client("secretsmanager"), stage.secrets_arn)
    return {**told.get("Environment", {}).get("Variables", {}), **secret.read()}


def _key_store(name: str, aws: boto3.Session) -> Callable[[str, str], None]:
    return lambda key, value: _secret(name, aws).put(**{key: value})


def _secret(name: str, aws: boto3.Session) -> Secret:
    return Secret(aws.client("secretsmanager"), find_stage(name, aws).secrets_arn)


def _read_app(name: str, aws: boto3.Session) -> DeployedApp:
    """Return the app with the settings that its API's function has, and the stage's keys."""
    stage = find_stage(name, aws)
    try:
        return deployed_app(name, stage.api_url, variables(stage, aws))
    except SettingsError as error:
        raise unusable(name, error) from error


def unusable(name: str, error: SettingsError) -> OperatorError:
    """Return what to tell an operator when the settings of stage ``name`` don't serve."""
    if name == LOCAL:
        return OperatorError(f"{_sentence(error)} For stage local, set it in the environment.")
    return OperatorError(
        f"Stage {name} would not start: {_sentence(error)} For a key: python -m ops keys --stage "
        f"{name} NAME. For another setting, write it into .chalice/config.json and deploy."
    )


def _sentence(error: SettingsError) -> str:
    return f"{str(error).rstrip('.')}."
