"""What a deployed stage is found to be, read at once and without changing anything.

Each thing is read by itself: what can't be read is ``Unread``, and says why.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import boto3
import httpx

from chalicelib.layout import PARKED
from ops.reached_stage import variables as variables_of
from ops.stage import Stage
from ops.surroundings import (
    Answer,
    Surroundings,
    Unread,
    answered,
    read_surroundings,
    reading,
)

MOST_COUNTED = 1_000  # parked payloads; more are a thousand and more


@dataclass(frozen=True)
class Function:
    """A function as Lambda has it."""

    code_sha256: str
    state: str  # Active when it can be invoked
    update: str  # Successful when the last change has come through
    tags: Mapping[str, str]


@dataclass(frozen=True)
class Facts(Surroundings):
    """A stage as it was found. ``functions`` lacks those that are not there."""

    stage: Stage
    checkout: str  # the version that is checked out
    functions: Mapping[str, Function] | Unread
    notified: (
        list[dict[str, Any]] | Unread
    )  # the Lambda functions that the archive tells of objects
    failed_events: int | Unread
    parked: int | Unread
    api: Answer | Unread


def read_facts(
    stage: Stage,
    checkout: str,
    aws: boto3.Session,
    http: httpx.Client,
    clock: Callable[[], float] = time.time,
) -> Facts:
    """Return what is found of ``stage``. ``clock`` is unix seconds."""
    around = read_surroundings(
        stage.name, lambda: variables_of(stage, aws), aws, http, clock, is_deployed=True
    )
    return Facts(
        **vars(around),
        stage=stage,
        checkout=checkout,
        functions=reading(lambda: dict(_functions(stage, aws.client("lambda")))),
        notified=reading(lambda: _notified(stage, aws.client("s3"))),
        failed_events=reading(lambda: _waiting(stage, aws.client("sqs"))),
        parked=reading(lambda: _parked(stage, aws.client("s3"))),
        api=ask_api(http, stage.api_url, around.known, clock),
    )


def ask_api(
    http: httpx.Client, api_url: str, variables: Mapping[str, str], clock: Callable[[], float]
) -> Answer | Unread:
    """Ask /client-data for nobody: an app that takes the key answers 400, and asks nothing more."""
    key = variables.get("ELEVENLABS_WORKSPACE_KEY", "").partition(",")[0].strip()
    if not key:
        return Unread("there is no workspace key to try")
    headers = {"X-Workspace-Key": key}
    url = f"{api_url}/client-data"
    return reading(lambda: answered(http.post(url, json={}, headers=headers), clock))


def _functions(stage: Stage, client: Any) -> Iterator[tuple[str, Function]]:
    for name in stage.functions.values():
        try:
            told = client.get_function_configuration(FunctionName=name)
        except client.exceptions.ResourceNotFoundException:
            continue
        tags = client.list_tags(Resource=told["FunctionArn"]).get("Tags", {})
        update = told.get("LastUpdateStatus", "")
        yield name, Function(told["CodeSha256"], told.get("State", ""), update, tags)


def _notified(stage: Stage, s3: Any) -> list[dict[str, Any]]:
    told = s3.get_bucket_notification_configuration(Bucket=stage.bucket)
    return list(told.get("LambdaFunctionConfigurations", ()))


def _waiting(stage: Stage, sqs: Any) -> int:
    asked = "ApproximateNumberOfMessages"
    told = sqs.get_queue_attributes(QueueUrl=stage.queue_url, AttributeNames=[asked])
    return int(told["Attributes"][asked])


def _parked(stage: Stage, s3: Any) -> int:
    listed = s3.list_objects_v2(Bucket=stage.bucket, Prefix=PARKED, MaxKeys=MOST_COUNTED)
    return int(listed["KeyCount"])
