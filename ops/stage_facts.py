"""What a deployed stage is found to be, read at once and without changing anything.

Each thing is read by itself: what can't be read is ``Unread``, and says why.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import boto3
import httpx
from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.layout import PARKED
from chalicelib.settings import Settings
from ops.operator_error import OperatorError
from ops.reached_stage import variables as variables_of
from ops.stage import Stage

MOST_COUNTED = 1_000  # parked payloads; more are a thousand and more

_Read = TypeVar("_Read")


@dataclass(frozen=True)
class Unread:
    """What could not be read, and why."""

    why: str


@dataclass(frozen=True)
class Function:
    """A function as Lambda has it."""

    code_sha256: str
    state: str  # Active when it can be invoked
    update: str  # Successful when the last change has come through
    tags: Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """What a server answered. ``skew_secs`` is how far our clock is ahead of its."""

    status: int
    told: Mapping[str, Any]
    skew_secs: float | None


@dataclass(frozen=True)
class Facts:
    """A stage as it was found. ``functions`` lacks those that are not there."""

    stage: Stage
    checkout: str  # the version that is checked out
    variables: Mapping[str, str] | Unread = field(repr=False)  # with the keys of the secret
    functions: Mapping[str, Function] | Unread
    notified: (
        list[dict[str, Any]] | Unread
    )  # the Lambda functions that the archive tells of objects
    failed_events: int | Unread
    parked: int | Unread
    api: Answer | Unread
    mem0: Answer | Unread
    aws_skew_secs: float | Unread | None


def read_facts(
    stage: Stage,
    checkout: str,
    aws: boto3.Session,
    http: httpx.Client,
    clock: Callable[[], float] = time.time,
) -> Facts:
    """Return what is found of ``stage``. ``clock`` is unix seconds."""
    variables = _read(lambda: variables_of(stage, aws))
    known = {} if isinstance(variables, Unread) else variables
    return Facts(
        stage=stage,
        checkout=checkout,
        variables=variables,
        functions=_read(lambda: dict(_functions(stage, aws.client("lambda")))),
        notified=_read(lambda: _notified(stage, aws.client("s3"))),
        failed_events=_read(lambda: _waiting(stage, aws.client("sqs"))),
        parked=_read(lambda: _parked(stage, aws.client("s3"))),
        api=ask_api(http, stage.api_url, known, clock),
        mem0=ask_mem0(http, known, clock),
        aws_skew_secs=_read(lambda: _aws_skew_secs(aws, clock)),
    )


def ask_mem0(
    http: httpx.Client, variables: Mapping[str, str], clock: Callable[[], float]
) -> Answer | Unread:
    """Ask Mem0 whose the key in ``variables`` is."""
    if not (key := variables.get("MEM0_API_KEY", "").strip()):
        return Unread("there is no key to try")
    host = variables.get("MEM0_HOST", "").strip() or Settings.mem0_host
    url, headers = f"{host.rstrip('/')}/v1/ping/", {"Authorization": f"Token {key}"}
    return _read(lambda: _answer(http.get(url, headers=headers), clock))


def ask_api(
    http: httpx.Client, api_url: str, variables: Mapping[str, str], clock: Callable[[], float]
) -> Answer | Unread:
    """Ask /client-data for nobody: an app that takes the key answers 400, and asks nothing more."""
    key = variables.get("ELEVENLABS_WORKSPACE_KEY", "").partition(",")[0].strip()
    if not key:
        return Unread("there is no workspace key to try")
    headers = {"X-Workspace-Key": key}
    url = f"{api_url}/client-data"
    return _read(lambda: _answer(http.post(url, json={}, headers=headers), clock))


def _read(read: Callable[[], _Read]) -> _Read | Unread:
    try:
        return read()
    except ClientError as error:
        return Unread(f"AWS refused ({error.response['Error']['Code']})")
    except (BotoCoreError, httpx.HTTPError, httpx.InvalidURL) as error:
        return Unread(f"no answer ({type(error).__name__})")
    except OperatorError as error:
        return Unread(error.message)


def _answer(answer: httpx.Response, clock: Callable[[], float]) -> Answer:
    skew_secs = _skew_secs(answer.headers.get("date"), clock)
    try:
        told = answer.json()
    except ValueError:
        told = None
    return Answer(answer.status_code, told if isinstance(told, dict) else {}, skew_secs)


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


def _aws_skew_secs(aws: boto3.Session, clock: Callable[[], float]) -> float | None:
    told = aws.client("sts").get_caller_identity()["ResponseMetadata"]["HTTPHeaders"]
    return _skew_secs(told.get("date"), clock)


def _skew_secs(date: str | None, clock: Callable[[], float]) -> float | None:
    """Return how far our clock is ahead of a Date header; None when it tells nothing."""
    try:
        return clock() - parsedate_to_datetime(date or "").timestamp()
    except ValueError:
        return None
