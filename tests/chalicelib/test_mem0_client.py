"""Mem0's client as it is loaded here: light, silent, and quick to notice that Mem0 has changed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chalicelib import mem0_client

HEAVY = ("grpc", "numpy", "openai", "posthog", "qdrant_client", "requests", "sqlalchemy")


def _in_a_new_process(program: str, tmp_path) -> str:
    environment = {**os.environ, "MEM0_DIR": str(tmp_path), "PYTHONPATH": str(Path.cwd())}
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def test_the_engine_is_not_loaded(tmp_path):
    """Building a client loads nothing of the self-hosted engine, nor what telemetry needs."""
    program = (
        "import sys; from chalicelib.mem0_client import build_client;"
        f"build_client('key', 'http://127.0.0.1:9', {str(tmp_path)!r}, 1.0);"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    assert _in_a_new_process(program, tmp_path) == "[]"


def test_building_asks_nobody(mem0, tmp_path):
    """A client is built without a request to Mem0."""
    mem0_client.build_client(mem0.api_key, mem0.url, str(tmp_path), 1.0)
    assert not mem0.requests


def test_telemetry_is_off(tmp_path):
    """Mem0's telemetry is off, whatever the environment says."""
    program = (
        "import os; os.environ['MEM0_TELEMETRY'] = 'True';"
        "from chalicelib.mem0_client import build_client;"
        f"build_client('key', 'http://127.0.0.1:9', {str(tmp_path)!r}, 1.0);"
        "from mem0.memory import telemetry;"
        "print(telemetry.MEM0_TELEMETRY, telemetry.client_telemetry.posthog)"
    )
    assert _in_a_new_process(program, tmp_path) == "False None"


def test_another_shape_falls_back_to_the_ordinary_import(tmp_path):
    """When the light way fails, Mem0 is imported as its documentation says."""
    program = (
        "from chalicelib import mem0_client;"
        "mem0_client._load_without_engine = lambda: (_ for _ in ()).throw(ImportError('moved'));"
        f"client = mem0_client.build_client('key', 'http://127.0.0.1:9', {str(tmp_path)!r}, 1.0);"
        "import mem0; print(isinstance(client, mem0.MemoryClient), hasattr(mem0, 'Memory'))"
    )
    assert _in_a_new_process(program, tmp_path) == "True True"


def test_mem0_still_has_the_shape_that_is_relied_on(tmp_path):
    """The light way works with the pinned version: no fallback is needed."""
    program = (
        "from chalicelib import mem0_client; import os;"
        f"os.environ['MEM0_TELEMETRY'] = 'False'; os.environ['MEM0_DIR'] = {str(tmp_path)!r};"
        "loaded = mem0_client._load_without_engine();"
        "print(loaded.__name__, callable(loaded._validate_api_key))"
    )
    assert _in_a_new_process(program, tmp_path) == "MemoryClient True"


def test_other_packages_can_still_be_imported(tmp_path):
    """The modules that stood in during the import are the real ones afterwards."""
    program = (
        "from chalicelib.mem0_client import build_client;"
        f"build_client('key', 'http://127.0.0.1:9', {str(tmp_path)!r}, 1.0);"
        "import requests, posthog; print(requests.get.__name__, posthog.Posthog.__name__)"
    )
    assert _in_a_new_process(program, tmp_path).startswith("get ")


@pytest.mark.parametrize(
    "path", ["/v3/memories/add/", "/v3/memories/search/", "/own/v3/memories/add/"]
)
def test_only_additions_may_take_long(path, mem0, tmp_path):
    """Reads keep the timeout that was asked for; an addition has half a minute."""
    client = mem0_client.build_client(mem0.api_key, mem0.url, str(tmp_path), 1.0)
    seen: list[float] = []
    client.client.event_hooks["response"].append(
        lambda response: seen.append(response.request.extensions["timeout"]["read"])
    )
    client.client.post(path, json={})
    assert seen == [30.0 if "add" in path else 1.0]
