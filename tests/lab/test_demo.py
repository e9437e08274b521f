"""``make demo`` and ``make lab``, as a newcomer runs them."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from lab import demo, story
from lab.routes import free_port

PROJECT = Path(__file__).parent.parent.parent


def _demo(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "lab", "demo", *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def test_the_demo_tells_one_callers_story():
    """The demo greets a stranger, remembers her, greets her by name and finds what she said."""
    played = _demo()
    assert played.returncode == 0, played.stdout + played.stderr
    said = " ".join(played.stdout.split())
    assert "Welcome to our memoir interview service" in said
    assert "Hello Sarah! I know you prefer email updates." in said
    assert "✗" not in said


@pytest.mark.parametrize("shape", ["bare", "list"])
def test_an_exported_conversation_is_played(tmp_path, shape):
    """A conversation exported as bare data, or as a list of one envelope, plays as well."""
    event = json.loads(story.FIRST_CALL.read_bytes())
    exported = tmp_path / "conversation.json"
    exported.write_text(json.dumps(event["data"] if shape == "bare" else [event]))
    played = _demo(str(exported))
    assert played.returncode == 0, played.stdout + played.stderr
    assert "Hello Sarah!" in played.stdout


def test_a_long_and_odd_answer_is_played(tmp_path):
    """A conversation plays whose longest answer is told neither whole nor to the letter."""
    event = json.loads(story.FIRST_CALL.read_bytes())
    said = '"Grand", it was, <b>grand</b>: see https://example.org/a/b?c=d. ' + "And so on. " * 300
    turns = event["data"]["transcript"]
    turns.append({"role": "user", "message": said, "time_in_call_secs": 200})
    exported = tmp_path / "conversation.json"
    exported.write_text(json.dumps(event))
    played = _demo(str(exported))
    assert played.returncode == 0, played.stdout + played.stderr


@pytest.mark.parametrize("content", [None, "no json", "{}", '{"type": "x", "data": {}}'])
def test_what_is_no_conversation_is_said(tmp_path, content):
    """A file that is missing or holds no conversation ends the demo, which says why."""
    path = tmp_path / "conversation.json"
    if content is not None:
        path.write_text(content)
    played = _demo(str(path))
    assert played.returncode == 1
    assert "the conversation is read" in played.stdout
    assert "Traceback" not in played.stderr


def test_a_conversation_without_words_is_said(tmp_path):
    """A conversation in which the caller never speaks ends the demo, which says why."""
    event = json.loads(story.FIRST_CALL.read_bytes())
    event["data"]["transcript"] = event["data"]["transcript"][:1]
    path = tmp_path / "conversation.json"
    path.write_text(json.dumps(event))
    played = _demo(str(path))
    assert played.returncode == 1
    assert "the caller says nothing" in played.stdout


def test_a_step_that_does_not_happen_is_named(monkeypatch, capsys):
    """When a step fails the demo ends with 1 and names the step."""

    class BrokenLab:
        class elevenlabs:  # noqa: N801
            @staticmethod
            def before_call(*_: str, **__: str) -> httpx.Response:
                return httpx.Response(500)

    sheet = demo.CallSheet(demo.Console())
    assert demo.play(BrokenLab(), story.read_story(None), sheet) == 1
    assert "the unknown caller is welcomed" in capsys.readouterr().out


@pytest.mark.parametrize("before", ["", "trap '' INT; "], ids=["in front", "in the background"])
def test_the_lab_runs_until_it_is_interrupted(before):
    """``make lab`` prints curl lines that work, and an interrupt ends it and all it has started.

    What a script starts in the background is born deaf to interrupts.
    """
    port = free_port()
    lab = f"{sys.executable} -m lab run --port {port} --mem0-port 0 --s3-port 0"
    command = ["sh", "-c", f"{before}exec {lab}"]
    with subprocess.Popen(
        command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        printed = ""
        while "Ctrl-C" not in printed:
            printed += running.stdout.readline()
        line = printed.partition("Before a call:\n")[2].partition("\n\n")[0]
        answered = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=True)
        running.send_signal(signal.SIGINT)
        _wait_for(running)
    assert json.loads(answered.stdout)["dynamic_variables"]["returning_caller"] == "no"
    assert running.returncode == 0
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{port}/health")
    assert not _children_of(running.pid)


def _wait_for(running: subprocess.Popen[str]) -> None:
    """Let ``running`` end; one that does not would be waited for without end on leaving."""
    try:
        running.wait(timeout=60)
    except subprocess.TimeoutExpired:
        running.terminate()
        raise


def _children_of(pid: int) -> list[int]:
    time.sleep(0)
    found = subprocess.run(
        ["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False, env=os.environ
    )
    return [int(child) for child in found.stdout.split()]
