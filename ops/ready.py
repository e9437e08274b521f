"""What must be so before a stage can be deployed; looked at before anything is changed."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import boto3
import httpx
from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.keys import KEYS
from ops.aws_errors import aws_error
from ops.check import Check
from ops.mem0_checks import tells_of_key
from ops.operator_error import OperatorError
from ops.project import API, Config
from ops.secret import Secret
from ops.stage import NotDeployedError, running_outputs
from ops.surrounding_checks import mem0_account_check, mem0_key_check, settings_check
from ops.surroundings import Surroundings, read_surroundings

MEM0_SECS = 10.0
UNRESERVED = (
    100  # of an account's concurrency, Lambda wants as much left to whom nothing is reserved
)


def check_config(project: Path, config: Config, stage: str) -> None:
    """Raise OperatorError when what is checked out can't be deployed as ``stage``."""
    written = config.stage(stage)
    for handler, one in written["lambda_functions"].items():
        file = one.get("iam_policy_file", "")
        if not file or not (project / ".chalice" / file).is_file():
            raise OperatorError(
                f"{handler} of stage {stage!r} has no policy: name one as iam_policy_file."
            )
    if secret := sorted(_set_variables(config.written, written) & set(KEYS)):
        raise OperatorError(
            f"{', '.join(secret)} stands in .chalice/config.json, which everybody reads; take it "
            f"out, and set it with: python -m ops keys --stage {stage} {secret[0]}"
        )


def check_account(aws: boto3.Session, config: Config, stage: str) -> Check:
    """Return whose account it is; raise OperatorError when AWS does not say, or it is too small."""
    try:
        told = aws.client("sts").get_caller_identity()
    except (BotoCoreError, ClientError) as error:
        raise aws_error(error) from error
    functions = config.stage(stage)["lambda_functions"].values()
    if reserved := sum(one.get("reserved_concurrency", 0) for one in functions):
        _check_concurrency(aws, reserved)
    return Check("AWS account", f"{told['Account']}, {aws.region_name}")


def look_around(
    aws: boto3.Session,
    config: Config,
    stage: str,
    environ: Mapping[str, str],
    clock: Callable[[], float] = time.time,
) -> Surroundings:
    """Return what surrounds ``stage`` as it will be: with the keys that it has, or is handed.

    Raises OperatorError when the keys of a stage that is there can't be read.
    """
    kept = _kept_keys(aws, stage)
    handed = {name: environ[name] for name in KEYS if environ.get(name, "").strip()}
    to_come = {"ARCHIVE_BUCKET": "to come"}
    variables = {**to_come, **config.variables(stage, API), **handed, **(kept or {})}
    with httpx.Client(timeout=MEM0_SECS) as http:
        return read_surroundings(
            stage, lambda: variables, aws, http, clock, is_deployed=kept is not None
        )


def raise_unless_ready(around: Surroundings) -> None:
    """Raise OperatorError for what would have every call of the stage fail.

    That is a setting with which the app does not start, and a key that Mem0 refuses or that is of
    another project. A Mem0 that can't be reached from here ends no deployment, nor does a clock.
    """
    ending = [settings_check(around)]
    if tells_of_key(around.mem0):
        ending += [mem0_key_check(around), mem0_account_check(around)]
    for one in ending:
        if one.is_wrong:
            raise OperatorError(f"{one.what}: {one.found}. {one.to_do}")


def _kept_keys(aws: boto3.Session, stage: str) -> dict[str, str] | None:
    try:
        arn = running_outputs(stage, aws)["SecretsArn"]
    except NotDeployedError:
        return None
    return Secret(aws.client("secretsmanager"), arn).read()


def _check_concurrency(aws: boto3.Session, reserved: int) -> None:
    limits = aws.client("lambda").get_account_settings()["AccountLimit"]
    there_are = limits["ConcurrentExecutions"]
    if there_are - reserved < UNRESERVED:
        raise OperatorError(
            f"Of the account's {there_are} concurrent executions {reserved} would be reserved, and "
            f"{UNRESERVED} must be left. Lower reserved_concurrency in .chalice/config.json, or "
            "ask AWS for more."
        )


def _set_variables(*written: Mapping[str, Any]) -> set[str]:
    """Return the names of all variables that Chalice would set, of any function."""
    names: set[str] = set()
    for level in written:
        names |= level.get("environment_variables", {}).keys()
        for function in level.get("lambda_functions", {}).values():
            names |= function.get("environment_variables", {}).keys()
    return names
