"""The lab's Lambda: functions as Lambda would run them."""

import json

import boto3
import pytest

from lab.functions import Deployed, FunctionError, Functions

CODE = """
import json, os, sys
def handler(event, context):
    if event == "raise":
        raise ValueError("invented")
    if event == "end":
        sys.exit(3)
    print(json.dumps({"logged": event}))
    return {"path": sys.path, "event": event, "me": context.function_name,
            "environ": dict(os.environ), "left_ms": context.get_remaining_time_in_millis()}
def can_import(event, context):
    try:
        __import__(event)
    except ImportError:
        return False
    return True
"""


@pytest.fixture
def functions(tmp_path):
    """Two functions of one folder."""
    (tmp_path / "mine.py").write_text(CODE)
    configured = {
        "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:a",
        "MemorySize": 128,
        "Timeout": 20,
        "Environment": {"Variables": {"CONFIGURED": "yes"}},
    }
    deployed = {
        name: Deployed({**configured, "FunctionName": name, "Handler": handler}, (tmp_path,))
        for name, handler in (("a", "mine.handler"), ("b", "mine.can_import"))
    }
    with Functions(deployed, {"AWS_ENDPOINT_URL": "http://127.0.0.1:9"}) as running:
        yield running


def test_a_function_sees_its_folders_and_pythons_own_library(functions, tmp_path):
    """What is installed here, or lies in this folder, can't be imported by a function."""
    first, *others = functions.invoke("a", 1)["path"]
    assert first == str(tmp_path)
    assert not [path for path in others if "site-packages" in path]
    seen = {name: functions.invoke("b", name) for name in ("json", "mine", "boto3", "lab", "app")}
    assert seen == {"json": True, "mine": True, "boto3": False, "lab": False, "app": False}


def test_a_function_has_its_own_environment(functions, monkeypatch):
    """It has what is configured and what Lambda sets, and nothing of this process."""
    monkeypatch.setenv("MEM0_API_KEY", "of this process")
    environ = functions.invoke("a", 1)["environ"]
    assert environ["CONFIGURED"] == "yes"
    assert environ["AWS_LAMBDA_FUNCTION_NAME"] == environ["AWS_ACCESS_KEY_ID"] == "a"
    assert environ["AWS_ENDPOINT_URL"] == "http://127.0.0.1:9"
    assert not {"MEM0_API_KEY", "PATH", "PYTHONPATH"} & environ.keys()


def test_a_function_is_told_of_its_invocation(functions):
    """The context holds the function's name and how long it may take."""
    told = functions.invoke("a", {"x": 1})
    assert told["event"] == {"x": 1}
    assert told["me"] == "a"
    assert 0 < told["left_ms"] <= 20_000


def test_what_is_printed_is_kept_apart(functions):
    """Log lines are no answers."""
    functions.invoke("a", "hello")
    assert functions.printed("a") == ['{"logged": "hello"}']


def test_what_a_function_raises_is_told(functions):
    """An exception is Lambda's error, and the container goes on."""
    with pytest.raises(FunctionError, match=r"^ValueError: invented$"):
        functions.invoke("a", "raise")
    assert functions.invoke("a", 2)["event"] == 2


def test_a_function_that_ends_is_an_error(functions):
    """A process that is gone is said to be, and not waited for."""
    with pytest.raises(FunctionError, match="it ended"):
        functions.invoke("a", "end")


def test_functions_invoke_each_other(functions):
    """boto3's Lambda client reaches a function, and who asked is noted."""
    client = boto3.client(
        "lambda",
        "us-east-1",
        endpoint_url=functions.url,
        aws_access_key_id="b",
        aws_secret_access_key="lab",
    )
    answer = client.invoke(FunctionName="a", Payload=b"7")
    assert json.loads(answer["Payload"].read())["event"] == 7
    failed = client.invoke(FunctionName="a", Payload=b'"raise"')
    assert failed["FunctionError"] == "Unhandled"
    (call,) = functions.calls.needed()
    assert (call.who, call.action, call.resource) == ("b", "lambda:InvokeFunction", "a")
