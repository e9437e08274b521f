"""A stage's app on the operator's machine: its settings and keys, its archive and its Mem0."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import boto3

from chalicelib.archive import Archive
from chalicelib.container import Container
from chalicelib.keys import KEYS, with_keys
from chalicelib.settings import Settings, SettingsError, read_settings
from ops.project import LOCAL
from ops.reached_stage import unusable
from ops.secret import Secret
from ops.stage import find_stage, session

REMEMBER = "remember"  # the handler whose settings are those of all remembering
NOT_NEEDED = "not needed here"  # stands for a key of a door: an agent may not be connected yet


def app_here(stage_name: str) -> Container:
    """Return the app of stage ``stage_name``, or of the environment for ``local``.

    Raises OperatorError when the stage is not deployed, or lacks a setting.
    """
    try:
        if stage_name == LOCAL:
            return Container(lambda: read_settings(with_keys(os.environ)))
        return _deployed(stage_name, session())
    except SettingsError as error:
        raise unusable(stage_name, error) from error


def _deployed(stage_name: str, aws: boto3.Session) -> Container:
    stage = find_stage(stage_name, aws)
    function = stage.functions[REMEMBER]
    told = aws.client("lambda").get_function_configuration(FunctionName=function)
    variables = told.get("Environment", {}).get("Variables", {})
    secret = Secret(aws.client("secretsmanager"), stage.secrets_arn)
    archive = Archive(aws.client("s3"), stage.bucket)
    return Container(lambda: settings_here(variables, secret.read()), archive=archive)


def settings_here(variables: Mapping[str, str], keys: Mapping[str, str]) -> Settings:
    """Return the settings of a function with ``variables`` and ``keys``, as they hold here.

    Keys that only the doors need may be missing. Raises SettingsError for any other.
    """
    doors = {name: NOT_NEEDED for name in KEYS if name.startswith("ELEVENLABS_")}
    scratch = str(Path(tempfile.gettempdir()) / "agentic-memory-mem0")
    return read_settings({**doors, **variables, **keys, "MEM0_DIR": scratch})
