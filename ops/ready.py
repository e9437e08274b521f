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
from ops.mem0_checks import account_check, key_check, tells_of_key
from ops.operator_error import OperatorError
from ops.project import API, Config
from ops.secret import Secret
from ops.stage import NotDeployedError, running_outputs
from ops.stage_facts import ask_mem0

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


def check_account(aws: boto3.Session, config: Config, stage: str) -> None:
    """Raise OperatorError when nobody is signed in, or the account can't take the stage."""
    try:
        aws.client("sts").get_caller_identity()
    except (BotoCoreError, ClientError) as error:
        raise aws_error(error) from error
    functions = config.stage(stage)["lambda_functions"].values()
    if reserved := sum(one.get("reserved_concurrency", 0) for one in functions):
        _check_concurrency(aws, reserved)


def check_mem0(
    aws: boto3.Session,
    config: Config,
    stage: str,
    environ: Mapping[str, str],
    clock: Callable[[], float] = time.time,
) -> list[Check]:
    """Return how Mem0 takes the key that the stage will have; [] when it has none yet.

    That is the key in its secret, or else the one in ``environ``. Raises OperatorError when Mem0
    refuses it, or says that it is of another project than configured: every call would be lost on
    it. A Mem0 that can't be reached from here ends no deployment.
    """
    handed = {name: environ[name] for name in KEYS if environ.get(name, "").strip()}
    variables = {**config.variables(stage, API), **handed, **_kept_keys(aws, stage)}
    if "MEM0_API_KEY" not in variables:
        return []
    with httpx.Client(timeout=MEM0_SECS) as http:
        answer = ask_mem0(http, variables, clock)
    to_set = f"python -m ops keys --stage {stage} MEM0_API_KEY"
    checks = [key_check(answer, to_set), account_check(answer, variables)]
    wrong = [one for one in checks if one.is_wrong]
    if wrong and tells_of_key(answer):
        raise OperatorError(f"{wrong[0].what}: {wrong[0].found}. {wrong[0].to_do}")
    return [one for one in checks[:1] if not one.is_ok]


def _kept_keys(aws: boto3.Session, stage: str) -> dict[str, str]:
    try:
        arn = running_outputs(stage, aws)["SecretsArn"]
    except NotDeployedError:
        return {}
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
