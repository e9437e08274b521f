"""What surrounds a stage, whether or not it is deployed: its settings, Mem0, and two clocks.

Each thing is read by itself: what can't be read is ``Unread``, and says why.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import boto3
import httpx
from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.settings import Settings
from ops.operator_error import OperatorError

NO_KEY = "there is no key to try"

_Read = TypeVar("_Read")


@dataclass(frozen=True)
class Unread:
    """What could not be read, and why."""

    why: str


@dataclass(frozen=True)
class Answer:
    """What a server answered. ``skew_secs`` is how far our clock is ahead of its."""

    status: int
    told: Mapping[str, Any]
    skew_secs: float | None


@dataclass(frozen=True)
class Surroundings:
    """What is found around the stage ``name``. ``variables`` hold the keys of its secret, too."""

    name: str
    is_deployed: bool
    variables: Mapping[str, str] | Unread = field(repr=False)
    mem0: Answer | Unread
    aws_skew_secs: float | Unread | None

    @property
    def known(self) -> Mapping[str, str]:
        """The variables, as far as they could be read."""
        return {} if isinstance(self.variables, Unread) else self.variables


def read_surroundings(
    name: str,
    read_variables: Callable[[], Mapping[str, str]],
    aws: boto3.Session,
    http: httpx.Client,
    clock: Callable[[], float],
    *,
    is_deployed: bool,
) -> Surroundings:
    """Return what surrounds stage ``name``. ``clock`` is unix seconds."""
    variables = reading(read_variables)
    known = {} if isinstance(variables, Unread) else variables
    skew_secs = reading(lambda: _aws_skew_secs(aws, clock))
    mem0 = ask_mem0(http, known, clock)
    return Surroundings(name, is_deployed, variables, mem0, skew_secs)


def ask_mem0(
    http: httpx.Client, variables: Mapping[str, str], clock: Callable[[], float]
) -> Answer | Unread:
    """Ask Mem0 whose the key in ``variables`` is."""
    if not (key := variables.get("MEM0_API_KEY", "").strip()):
        return Unread(NO_KEY)
    host = variables.get("MEM0_HOST", "").strip() or Settings.mem0_host
    url, headers = f"{host.rstrip('/')}/v1/ping/", {"Authorization": f"Token {key}"}
    return reading(lambda: answered(http.get(url, headers=headers), clock))


def reading(read: Callable[[], _Read]) -> _Read | Unread:
    """Return what ``read`` returns, or why AWS or the network has not let it."""
    try:
        return read()
    except ClientError as error:
        return Unread(f"AWS refused ({error.response['Error']['Code']})")
    except (BotoCoreError, httpx.HTTPError, httpx.InvalidURL) as error:
        return Unread(f"no answer ({type(error).__name__})")
    except OperatorError as error:
        return Unread(error.message)


def answered(answer: httpx.Response, clock: Callable[[], float]) -> Answer:
    """Return what a server answered, by our ``clock``."""
    skew_secs = _skew_secs(answer.headers.get("date"), clock)
    try:
        told = answer.json()
    except ValueError:
        told = None
    return Answer(answer.status_code, told if isinstance(told, dict) else {}, skew_secs)


def _aws_skew_secs(aws: boto3.Session, clock: Callable[[], float]) -> float | None:
    told = aws.client("sts").get_caller_identity()["ResponseMetadata"]["HTTPHeaders"]
    return _skew_secs(told.get("date"), clock)


def _skew_secs(date: str | None, clock: Callable[[], float]) -> float | None:
    """Return how far our clock is ahead of a Date header; None when it tells nothing."""
    try:
        return clock() - parsedate_to_datetime(date or "").timestamp()
    except ValueError:
        return None
