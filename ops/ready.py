"""What must be so before a stage can be deployed; looked at before anything is changed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.keys import KEYS
from ops.operator_error import OperatorError
from ops.project import Config

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
        raise OperatorError(f"AWS does not know who asks: {error}") from error
    functions = config.stage(stage)["lambda_functions"].values()
    if reserved := sum(one.get("reserved_concurrency", 0) for one in functions):
        _check_concurrency(aws, reserved)


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
