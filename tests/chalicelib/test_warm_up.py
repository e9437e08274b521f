"""Keeping the API's Lambda awake, against a stand-in for boto3's Lambda client."""

import io
import json
import threading
from typing import Any

import pytest
from chalice.app import Chalice

from chalicelib.warm_up import LambdaClient, WarmUpError, api_function, warm_up

API = "agentic-memory-dev"
OK = {"statusCode": 200, "body": '{"status": "ok"}'}


class Function(LambdaClient):
    """Records what it is asked; answers once ``at_once`` requests are under way together."""

    def __init__(self, *answers: Any, at_once: int = 1) -> None:
        self.asked: list[tuple[str, Any]] = []
        self._answers = list(answers)
        self._together = threading.Barrier(at_once)

    def invoke(self, *, FunctionName: str, Payload: bytes) -> Any:  # noqa: N803 - AWS' names
        """Answer the next of the answers, and 200 when there is none left."""
        self._together.wait(timeout=5)
        self.asked.append((FunctionName, json.loads(Payload)))
        answer = self._answers.pop() if self._answers else OK
        return {"StatusCode": 200, "Payload": io.BytesIO(json.dumps(answer).encode())}


@pytest.mark.parametrize("containers", [1, 2, 10])
def test_the_requests_overlap(containers):
    """As many requests are under way at once as containers are to be warm, and no more follow."""
    function = Function(at_once=containers)
    warm_up(function, API, containers)
    assert [name for name, _ in function.asked] == [API] * containers


def test_what_is_asked_is_the_health_of_the_app():
    """The event is one that Chalice takes for ``GET /health``."""
    function = Function()
    warm_up(function, API, 1)
    ((_, event),) = function.asked
    app = Chalice("stand-in")
    app.route("/health")(lambda: {"status": "ok"})
    app.route("/client-data", methods=["POST"])(lambda: {"status": "wrong"})
    answer = app(event, None)
    assert answer["statusCode"] == 200
    assert json.loads(answer["body"]) == {"status": "ok"}


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ({"statusCode": 500}, 500),
        ({"statusCode": 403, "body": "{}"}, 403),
        ({"errorMessage": "Unable to import module 'app'", "errorType": "ImportError"}, 500),
        (None, 500),
        ("ok", 500),
    ],
)
def test_a_container_that_is_not_well_is_an_error(answer, status):
    """One answer that is not 200 is an error that names the function and the status alone."""
    with pytest.raises(WarmUpError) as raised:
        warm_up(Function(OK, answer, OK, at_once=3), API, 3)
    assert str(raised.value) == f"{API} answered GET /health with {status}"


def test_a_lambda_that_cannot_be_reached_is_an_error():
    """What boto3 raises on one of the threads is raised to the schedule."""

    class Unreachable(Function):
        def invoke(self, **asked: Any) -> Any:
            raise ConnectionError(asked["FunctionName"])

    with pytest.raises(ConnectionError, match=API):
        warm_up(Unreachable(), API, 2)


@pytest.mark.parametrize(
    ("own_name", "api"),
    [
        ("agentic-memory-dev-warm_up", "agentic-memory-dev"),
        ("agentic-memory-warm_up-prod-warm_up", "agentic-memory-warm_up-prod"),
        ("agentic-memory-dev", "agentic-memory-dev"),
    ],
)
def test_the_apis_name_is_told_by_the_schedules_own(own_name, api):
    """The schedule's function is named after the API's, with its own name behind."""
    assert api_function(own_name) == api
