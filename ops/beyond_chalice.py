"""What Chalice can't set: set before and after its deployment, the same each time.

- Its retention for the API's log goes to a log group that nobody writes to (Chalice names the
  group after the handler, Lambda after the function).
- Asynchronous retries and where an event goes that failed for good.
- Throttling, and the metrics of the one route that a caller waits for.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

import boto3

from ops.policies import actions
from ops.project import API

BURST, RATE_PER_SEC = 100, 50
RETRIES, LONGEST_WAIT_SECS = 2, 21_600  # of an event with a failure queue; Lambda's own retries
WAITS_SECS = (2, 4, 8, 16)  # for what was changed a moment ago to be known everywhere
MEASURED = "~1client-data/POST"  # as API Gateway writes the method POST of /client-data


def keep_logs(aws: boto3.Session, functions: Iterable[str], days: int) -> None:
    """Have each function's log group, and what is in it for ``days`` days.

    Their roles may not make it, so it is made before the first of them runs.
    """
    logs = aws.client("logs")
    for function in functions:
        group = log_group(function)
        with suppress(logs.exceptions.ResourceAlreadyExistsException):
            logs.create_log_group(logGroupName=group)
        logs.put_retention_policy(logGroupName=group, retentionInDays=days)


def set_retries(
    aws: boto3.Session,
    functions: Mapping[str, str],
    policies: Mapping[str, Mapping[str, Any]],
    queue_arn: str,
) -> None:
    """Say how often Lambda tries an event again, and where it goes that failed for good.

    Whoever may send to the queue has it: then an event is tried ``RETRIES`` times more. Others are
    schedules, whose next run is soon enough.
    """
    queued = {
        "MaximumRetryAttempts": RETRIES,
        "MaximumEventAgeInSeconds": LONGEST_WAIT_SECS,
        "DestinationConfig": {"OnFailure": {"Destination": queue_arn}},
    }
    client = aws.client("lambda")
    for handler, function in functions.items():
        if handler != API:
            is_queued = "sqs:SendMessage" in actions(policies[handler])
            put_event_config(client, function, queued if is_queued else {"MaximumRetryAttempts": 0})


def put_event_config(
    client: Any,
    function: str,
    wanted: Mapping[str, Any],
    sleep: Callable[[float], object] = time.sleep,
) -> None:
    """Put ``wanted``; wait for what Lambda does not know yet, the role's new policy above all."""
    not_yet = (
        client.exceptions.InvalidParameterValueException,
        client.exceptions.ResourceConflictException,
    )
    for wait_secs in WAITS_SECS:
        with suppress(*not_yet):
            client.put_function_event_invoke_config(FunctionName=function, **wanted)
            return
        sleep(wait_secs)
    client.put_function_event_invoke_config(FunctionName=function, **wanted)


def throttle(aws: boto3.Session, rest_api_id: str, api_stage: str) -> None:
    """Limit how many requests the API takes, and measure the route that a caller waits for.

    A method that has settings of its own takes none of the stage's: it needs the limits as well.
    """
    limits = {"throttling/burstLimit": str(BURST), "throttling/rateLimit": str(RATE_PER_SEC)}
    wanted = {f"/*/*/{name}": value for name, value in limits.items()}
    wanted |= {f"/{MEASURED}/{name}": value for name, value in limits.items()}
    wanted[f"/{MEASURED}/metrics/enabled"] = "true"
    aws.client("apigateway").update_stage(
        restApiId=rest_api_id,
        stageName=api_stage,
        patchOperations=[
            {"op": "replace", "path": path, "value": value} for path, value in wanted.items()
        ],
    )


def log_group(function: str) -> str:
    """Return the log group that Lambda writes ``function``'s log to."""
    return f"/aws/lambda/{function}"
