"""The one shape of a refusal, also where Chalice refuses by itself."""

import json

import pytest

import app
from chalicelib.container import container
from tests.conftest import STEFAN, WORKSPACE_KEY


@pytest.mark.parametrize("path", ["/client-data", "/retrieve"])
def test_a_wrong_content_type_is_refused_in_our_shape(door, path):
    """A body that is not sent as JSON gets 415 and one sentence."""
    answer = door(path)({"query": "x"}, Content_Type="text/xml")
    assert answer.status_code == 415
    assert set(answer.json_body) == {"error"}


def test_an_app_that_is_not_set_up_says_so(door, box, log_lines, monkeypatch):
    """A missing setting is named in the log, and the caller of ours gets one plain sentence."""
    monkeypatch.delenv("MEM0_API_KEY")
    container.cache_clear()
    answer = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": STEFAN})
    assert answer.status_code == 500
    assert set(answer.json_body) == {"error"}
    assert "MEM0_API_KEY" not in answer.body.decode()
    assert "MEM0_API_KEY" in log_lines()[-1]["message"]


def test_an_error_nobody_expected_is_a_plain_sentence(door, box, log_lines):
    """A mistake of ours gives 500 in the same shape, and no word of it leaves the app."""
    box._current.now = None
    answer = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": STEFAN})
    assert answer.status_code == 500
    assert set(answer.json_body) == {"error"}
    assert "NoneType" not in answer.body.decode()
    assert "workspace_keys" not in str(log_lines())
    assert log_lines()[-1]["exception_name"] == "AttributeError"


def test_debug_is_off():
    """The app never answers with a stack trace."""
    assert app.app.debug is False


def test_every_refusal_is_json(door):
    """A refusal's body is one JSON object."""
    answer = door("/client-data")({})
    assert json.loads(answer.body).keys() == {"error"}


ODD_BODIES = [("no base64!", True), ("\ud800", False), (None, False), ("", True)]


@pytest.mark.parametrize(("body", "is_base64"), ODD_BODIES, ids=repr)
@pytest.mark.parametrize(
    ("path", "status"), [("/client-data", 400), ("/retrieve", 400), ("/post-call", 200)]
)
def test_a_body_that_api_gateway_would_not_send_is_a_missing_one(
    environment, path, status, body, is_base64
):
    """A body that is no text gets the answer of a missing body at each door."""
    event = {
        "requestContext": {"resourcePath": path, "httpMethod": "POST"},
        "headers": {"x-workspace-key": WORKSPACE_KEY},
        "multiValueQueryStringParameters": None,
        "pathParameters": None,
        "stageVariables": None,
        "isBase64Encoded": is_base64,
        "body": body,
    }
    assert app.app(event, None)["statusCode"] == status
