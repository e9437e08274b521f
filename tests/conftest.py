"""What the tests share: the lab's own S3 and Mem0, and the app set up to use them."""

import io
import json
import logging
import os
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from chalice.test import Client
from hypothesis import HealthCheck, settings

from chalicelib import log
from chalicelib.archive import Archive
from chalicelib.container import Container, container
from chalicelib.memory_store import MemoryStore
from chalicelib.remember import Rememberer
from lab.mem0.server import Mem0Lab
from lab.s3 import S3Lab

# How long an example takes says what else the machine does, not what is tested.
settings.register_profile(
    "untimed", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

SETTINGS = tuple(
    "AGENT_NUMBERS AGENT_PROMPT CALLER_SALT CLIENT_DATA_BUDGET_MS LOG_LEVEL MEM0_ORG_ID "
    "MEM0_PROJECT_ID MEM0_SEARCH_LIMIT MEM0_TIMEOUT OVERRIDES RETRIEVE_AUTH "
    "SECRETS_ARN SIGNATURE_TOLERANCE_SECS TOKEN_TTL_SECS WARM_CONCURRENCY".split()
)
WORKSPACE_KEY, HMAC_KEY = "test-workspace-key", "test-hmac-key"
SARAH, STEFAN = "+12185550143", "+16125550123"
NOW = 1_793_523_700  # unix seconds; a hundred after the invented call began


@pytest.fixture(scope="session", autouse=True)
def _log_to_the_stdout_that_stays() -> None:
    """Have the app's one handler made before a test puts a stdout of its own in place."""
    log.configure("INFO")


@pytest.fixture(scope="session")
def _s3_server() -> Iterator[S3Lab]:
    with S3Lab() as s3:
        yield s3


@pytest.fixture(scope="session")
def _mem0_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mem0Lab]:
    with Mem0Lab(database=tmp_path_factory.mktemp("mem0") / "mem0.db") as mem0:
        yield mem0


@pytest.fixture(scope="session")
def tls() -> ssl.SSLContext:
    """What a client of HTTPX needs to be made: the same for all, since it takes 30 ms to read."""
    return ssl.create_default_context()


@pytest.fixture(scope="session")
def _to_mem0(tls: ssl.SSLContext, _mem0_server: Mem0Lab) -> Iterator[httpx.Client]:
    key = {"Authorization": f"Token {_mem0_server.api_key}"}
    with httpx.Client(base_url=_mem0_server.url, headers=key, verify=tls) as client:
        yield client


@pytest.fixture
def s3(_s3_server: S3Lab) -> S3Lab:
    """An S3 with an empty bucket."""
    _s3_server.reset()
    return _s3_server


@pytest.fixture
def mem0(_mem0_server: Mem0Lab, _to_mem0: httpx.Client) -> Mem0Lab:
    """A Mem0 that remembers nobody and has no faults."""
    _mem0_server.faults.clear()
    _to_mem0.delete("/v1/memories/?user_id=*").raise_for_status()
    _mem0_server.requests.clear()
    return _mem0_server


@pytest.fixture
def environment(
    s3: S3Lab, mem0: Mem0Lab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[dict[str, str]]:
    """The app's settings, in the environment; the container is built from it at first use."""
    variables = {
        **s3.environment(),
        "MEM0_API_KEY": mem0.api_key,
        "MEM0_HOST": mem0.url,
        "MEM0_DIR": str(tmp_path / "mem0"),
        "ELEVENLABS_WORKSPACE_KEY": WORKSPACE_KEY,
        "ELEVENLABS_HMAC_KEY": HMAC_KEY,
    }
    for name in (*SETTINGS, "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    container.cache_clear()
    yield variables
    _end_what_is_under_way(s3, mem0)
    container.cache_clear()


def _end_what_is_under_way(s3: S3Lab, mem0: Mem0Lab) -> None:
    """Let no thread of this test's container, which nobody waits for, write into the next test."""
    for faults in (s3.faults, mem0.faults):
        faults.clear()
        faults.end_waits()
    if container.cache_info().currsize:
        container()._threads.shutdown(cancel_futures=True)


@pytest.fixture
def box(environment: dict[str, str]) -> Container:
    """The container that the app uses in this test."""
    return container()


@pytest.fixture
def log_lines(box: Container) -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Return the lines that the app has logged in this test."""
    written = io.StringIO()
    (handler,) = logging.getLogger(log.NAME).handlers
    assert isinstance(handler, logging.StreamHandler)
    before = handler.setStream(written)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    handler.setStream(before)


@pytest.fixture
def archive(s3: S3Lab) -> Archive:
    """The archive, over the lab's S3."""
    return Archive(s3.client(), s3.bucket)


@pytest.fixture
def memory_store(box: Container) -> MemoryStore:
    """The memory store, over the lab's Mem0."""
    return box.memory_store


@dataclass
class Clock:
    """A clock that goes on only when somebody sleeps."""

    now: float = NOW
    naps: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, secs: float) -> None:
        self.naps.append(secs)
        self.now += secs


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at the end of the invented call."""
    return Clock()


@pytest.fixture
def rememberer(archive: Archive, memory_store: MemoryStore, clock: Clock) -> Rememberer:
    """A rememberer that has five minutes, by ``clock``."""
    return Rememberer(
        archive, memory_store, "test-salt", (), clock, clock.sleep, deadline=NOW + 300
    )


@dataclass
class Door:
    """One route of the app, called as API Gateway would."""

    client: Client
    method: str
    path: str
    headers: dict[str, str]

    def __call__(self, body: Any = b"", **headers: str) -> Any:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"Content-Type": "application/json", **self.headers}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.http.request(self.method, self.path, headers=sent, body=raw)


@pytest.fixture
def door(environment: dict[str, str]) -> Callable[..., Door]:
    """Return a door of the app by its path, with ``headers`` sent each time."""
    import app  # noqa: PLC0415 - the bucket's name is read when it is imported

    client = Client(app.app)
    return lambda path, method="POST", **headers: Door(
        client, method, path, {name.replace("_", "-"): value for name, value in headers.items()}
    )


@pytest.fixture
def tell_mem0(mem0: Mem0Lab, _to_mem0: httpx.Client) -> Callable[..., None]:
    """Store memories in Mem0 as something else than this app might have."""

    def tell(caller_id: str, *texts: str, at: int = NOW - 86_400, **metadata: Any) -> None:
        body = {
            "messages": [{"role": "user", "content": text} for text in texts],
            "user_id": caller_id,
            "metadata": metadata,
            "timestamp": at,
            "infer": False,
        }
        _to_mem0.post("/v3/memories/add/", json=body).raise_for_status()
        mem0.requests.clear()

    return tell


@pytest.fixture
def memories_of(mem0: Mem0Lab, _to_mem0: httpx.Client) -> Callable[[str], list[dict[str, Any]]]:
    """Return everything that Mem0 holds of a caller, as Mem0 itself would list it."""

    def memories(caller_id: str) -> list[dict[str, Any]]:
        body = {"filters": {"user_id": caller_id}, "page_size": 200}
        return list(_to_mem0.post("/v3/memories/", json=body).json()["results"])

    return memories


@pytest.fixture(scope="session")
def first_call() -> bytes:
    """The payload of an invented first call of Sarah Whitfield, as ElevenLabs would send it."""
    path = Path(__file__).parent.parent / "lab" / "payloads" / "first_call.json"
    return path.read_bytes()


os.environ.setdefault("MEM0_TELEMETRY", "False")
