"""Keeping the API's Lambda awake: the one module that speaks to Lambda.

A schedule runs in a Lambda of its own, so it would only warm itself (chalice#1228). It invokes the
API's function instead, with the smallest event that Chalice takes for an API Gateway request
(chalice#1033), for ``GET /health``.
"""

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

SCHEDULE = "warm_up"
HELD_MS = 250  # longer than invocations sent together are apart when they arrive
LONGEST_HELD_SECS = 1.0

_HELD = "heldMs"


class LambdaClient(Protocol):
    """The one call of boto3's Lambda client that is used."""

    def invoke(self, *, FunctionName: str, Payload: bytes) -> Any:  # noqa: N803 - AWS' names
        """Invoke a function and wait for its answer."""


class WarmUpError(Exception):
    """The API's function did not answer its health request with 200."""


def api_function(own_name: str) -> str:
    """Return the name of the API's function, from that of the schedule's own.

    Chalice names them ``<app>-<stage>`` and ``<app>-<stage>-warm_up``.
    """
    return own_name.removesuffix(f"-{SCHEDULE}")


def warm_up(client: LambdaClient, function: str, containers: int) -> None:
    """Have ``containers`` instances of ``function`` answer at once; raise WarmUpError if one fails.

    The requests overlap, or one instance would answer them all: they are sent together, and each
    is held for a moment.
    """
    payload = json.dumps(health_request(HELD_MS if containers > 1 else 0)).encode()
    with ThreadPoolExecutor(containers) as threads:
        asked = [threads.submit(_status, client, function, payload) for _ in range(containers)]
        statuses = [one.result() for one in asked]
    if failed := [status for status in statuses if status != 200]:  # noqa: PLR2004
        raise WarmUpError(f"{function} answered GET /health with {failed[0]}")


def health_request(held_ms: int = 0) -> dict[str, Any]:
    """Return the event of a ``GET /health`` whose answer is held for ``held_ms``.

    API Gateway writes ``requestContext`` itself: what stands there no stranger has put there.
    """
    return {
        "requestContext": {"resourcePath": "/health", "httpMethod": "GET", _HELD: held_ms},
        "headers": {},
        "multiValueQueryStringParameters": None,
        "pathParameters": None,
        "stageVariables": None,
        "isBase64Encoded": False,
        "body": None,
    }


def seconds_held(request_context: Mapping[str, Any]) -> float:
    """Return for how long the answer to a health request is to be held."""
    held_ms = request_context.get(_HELD)
    return held_ms / 1_000 if isinstance(held_ms, int) else 0.0


def _status(client: LambdaClient, function: str, payload: bytes) -> int:
    answer = json.loads(client.invoke(FunctionName=function, Payload=payload)["Payload"].read())
    return int(answer.get("statusCode", 500)) if isinstance(answer, dict) else 500
