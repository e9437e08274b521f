"""app.py: the table of contents, and what happens when it is imported."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from chalice.test import Client

import app
from chalicelib import work
from chalicelib.container import container
from tests.conftest import SARAH


def test_the_doors_are_those_promised():
    """The app has exactly the routes, the handler and the schedules that are promised."""
    routes = {path: set(methods) for path, methods in app.app.routes.items()}
    assert routes == {
        "/client-data": {"POST"},
        "/retrieve": {"POST"},
        "/post-call": {"POST"},
        "/health": {"GET"},
    }
    (on_object,) = [source for source in app.app.event_sources if hasattr(source, "bucket")]
    assert (on_object.name, on_object.prefix, on_object.suffix) == (
        "remember",
        "post-call/",
        ".json",
    )
    assert on_object.events == ["s3:ObjectCreated:*"]
    schedules = [one for one in app.app.event_sources if hasattr(one, "schedule_expression")]
    assert {one.name: one.schedule_expression.to_string() for one in schedules} == {
        "warm_up": "rate(5 minutes)",
        "sweep": "rate(1 hour)",
    }


def _in_a_new_process(program: str) -> str:
    """Run ``program`` in an environment that holds none of the app's settings."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path.cwd())}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def test_nothing_happens_at_import():
    """Importing app.py builds no client, reads no setting, touches no file of ours or Mem0's."""
    program = """
import os, sys
seen = []
sys.addaudithook(lambda event, args: seen.append((event, str(args[:1]))))
import app
from chalicelib.container import container
print([one for one in seen if one[0].startswith(("socket.", "os.mkdir", "subprocess."))])
print([one for one in seen if one[0] == "open" and "chalicelib/texts" in one[1]
       and ".py" not in one[1]])
print(container.cache_info().currsize)
"""
    assert _in_a_new_process(program).splitlines() == ["[]", "[]", "0"]


@pytest.mark.parametrize("module", ["boto3", "botocore.session", "httpx", "mem0", "numpy"])
def test_slow_modules_are_not_loaded_at_import(module):
    """Importing app.py loads none of the modules that only some requests need."""
    assert _in_a_new_process(f"import sys, app; print({module!r} in sys.modules)") == "False"


def test_the_bucket_has_a_default_name():
    """Without ARCHIVE_BUCKET the app can be imported all the same."""
    assert _in_a_new_process("import app; print(bool(app.ARCHIVE_BUCKET))") == "True"


def test_the_handler_remembers_what_s3_reports(box, first_call, memories_of, s3, log_lines):
    """An object-created event, as S3 sends it, becomes memories and one log line with ids."""
    key = "post-call/conv_4201examplecall000000000001/post_call_transcription.json"
    box.archive.create(key, first_call)
    client = Client(app.app)
    event = client.events.generate_s3_event(s3.bucket, key)
    client.lambda_.invoke("remember", event)
    assert memories_of(SARAH)
    (line,) = [line for line in log_lines() if line["message"] == "payload settled"]
    assert line["conversation_id"] == "conv_4201examplecall000000000001"
    assert line["status"] == "remembered"


def test_the_handler_raises_what_failed(box, first_call, mem0, s3, log_lines):
    """When Mem0 fails the handler raises, so that Lambda tries again, and logs the ids."""
    from chalicelib.mem0_errors import MemoryStoreError  # noqa: PLC0415
    from lab.faults import Fault  # noqa: PLC0415

    box.archive.create("post-call/conv_1/post_call_transcription.json", first_call)
    mem0.faults.add(Fault(operation="add", status=500))
    client = Client(app.app)
    event = client.events.generate_s3_event(
        s3.bucket, "post-call/conv_1/post_call_transcription.json"
    )
    with pytest.raises(MemoryStoreError):
        client.lambda_.invoke("remember", event)
    assert log_lines()[-1]["key"] == "post-call/conv_1/post_call_transcription.json"


def test_the_schedule_asks_the_apis_function(monkeypatch):
    """The schedule invokes the function whose name is its own without the schedule's."""
    asked: list[tuple[str, int]] = []
    monkeypatch.setattr(work, "warm", lambda _, function, count: asked.append((function, count)))
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("WARM_CONCURRENCY", "3")
    moment = datetime(2026, 11, 1, tzinfo=UTC).isoformat()
    event = {"version": "0", "account": "1", "region": "r", "detail": {}, "detail-type": "x"}
    event |= {"source": "aws.events", "time": moment, "id": "1", "resources": []}

    class Context:
        function_name = "agentic-memory-prod-warm_up"

    app.warm_up(event, Context())
    assert asked == [("agentic-memory-prod", 3)]


def test_the_schedule_sweeps(box, first_call, s3, log_lines):
    """The hourly schedule of the app runs the sweep, and logs what it has done."""
    client = Client(app.app)
    client.lambda_.invoke("sweep", client.events.generate_cw_event("aws.events", "x", {}, []))
    (line,) = [line for line in log_lines() if line["message"] == "swept"]
    assert line["lost"] == 0
    assert box.archive.read("sweep/position.json")


def test_the_container_is_built_once(box):
    """All requests of a process share one container."""
    assert container() is box
