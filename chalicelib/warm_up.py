"""Keeping the API's Lambda awake: the one module that says Lambda.

A schedule runs in a Lambda of its own, so it would only warm itself (chalice#1228). It invokes the
API's function instead, with the smallest event that Chalice takes for an API Gateway request
(chalice#1033), for ``GET /health``.
"""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

HEALTH_REQUEST = {
    "requestContext": {"resourcePath": "/health", "httpMethod": "GET"},
    "headers": {},
    "multiValueQueryStringParameters": None,
    "pathParameters": None,
    "stageVariables": None,
    "isBase64Encoded": False,
    "body": None,
}
SCHEDULE = "warm_up"


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

    The requests overlap, or one instance would answer them all.
    """
    with ThreadPoolExecutor(containers) as threads:
        statuses = list(threads.map(lambda _: _status(client, function), range(containers)))
    if failed := [status for status in statuses if status != 200]:  # noqa: PLR2004
        raise WarmUpError(f"{function} answered GET /health with {failed[0]}")


def _status(client: LambdaClient, function: str) -> int:
    payload = json.dumps(HEALTH_REQUEST).encode()
    answer = json.loads(client.invoke(FunctionName=function, Payload=payload)["Payload"].read())
    return int(answer.get("statusCode", 500)) if isinstance(answer, dict) else 500
