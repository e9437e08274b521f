"""A running lab Mem0, and the real client to ask it with."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from lab.mem0 import Mem0Lab
from lab.mem0.filters import where
from lab.mem0.memory import Addition, Entities
from lab.mem0.store import Store

CALLER = "+16125550123"
OF_CALLER = {"user_id": CALLER}


class Clock:
    """A clock that moves when it is told to; ``now`` is unix seconds."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture(scope="session")
def memory_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Import Mem0's own class, without telemetry and without a folder in anyone's home."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MEM0_TELEMETRY", "False")
        environment.setenv("MEM0_DIR", str(tmp_path_factory.mktemp("mem0")))
        from mem0 import MemoryClient  # noqa: PLC0415 - reads its environment when it is imported

        yield MemoryClient


@pytest.fixture(scope="session")
def tls() -> ssl.SSLContext:
    """Load the certificates, which no client here needs, once instead of for each of them."""
    return ssl.create_default_context()


@pytest.fixture
def connect(memory_client: Any, tls: ssl.SSLContext) -> Iterator[Callable[..., Any]]:
    """Return a function that builds a client for a lab."""
    with ExitStack() as stack:

        def build(mem0: Mem0Lab, timeout_secs: float = 5, api_key: str = "") -> Any:
            http = stack.enter_context(httpx.Client(timeout=timeout_secs, verify=tls))
            return memory_client(api_key=api_key or mem0.api_key, host=mem0.url, client=http)

        yield build


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands at noon, on the first of November 2026."""
    return Clock(1_793_534_400.0)


@pytest.fixture
def mem0(clock: Clock) -> Iterator[Mem0Lab]:
    """Run an empty lab, whose extractions are done at once."""
    with Mem0Lab(clock=clock) as lab:
        yield lab


@pytest.fixture
def client(mem0: Mem0Lab, connect: Callable[..., Any]) -> Any:
    """Return the real client of ``mem0``."""
    return connect(mem0)


@pytest.fixture
def http(mem0: Mem0Lab, tls: ssl.SSLContext) -> Iterator[httpx.Client]:
    """Speak plain HTTP with the right key, for what the real client would not send."""
    headers = {"Authorization": f"Token {mem0.api_key}"}
    with httpx.Client(base_url=mem0.url, headers=headers, verify=tls) as plain:
        yield plain


@pytest.fixture
def remember(client: Any) -> Callable[..., Any]:
    """Store one text verbatim, for one caller unless told otherwise."""

    def one(text: str, *, user_id: str = CALLER, **more: Any) -> Any:
        return client.add([{"role": "user", "content": text}], user_id=user_id, infer=False, **more)

    return one


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """Open an empty store, without a server."""
    opened = Store(tmp_path / "mem0.db", clock)
    yield opened
    opened.close()


@pytest.fixture
def restart(tmp_path: Path, clock: Clock) -> Callable[..., Mem0Lab]:
    """Start a lab on a file that outlives it."""
    return partial(Mem0Lab, tmp_path / "kept.db", clock=clock)


@pytest.fixture
def tell(store: Store) -> Callable[..., None]:
    """Return a function that adds memories of the caller, unless told otherwise."""

    def told(*texts: str, user_id: str = CALLER, **metadata: str) -> None:
        store.add(texts, Addition(Entities(user_id), metadata or None))

    return told


@pytest.fixture
def find(store: Store) -> Callable[..., list[str]]:
    """Return a function that searches for a question, and returns the texts of what it finds."""

    def found(question: str, filters: object = OF_CALLER, **more: Any) -> list[str]:
        return [one.memory for one in store.search(question, where(filters), **more)]

    return found


@pytest.fixture
def learned(store: Store) -> Callable[[], int]:
    """Return a function that tells of how many memories there are vectors."""

    def count() -> int:
        with store._database.reading() as connection:
            (number,) = connection.execute("SELECT count(*) FROM vectors").fetchone()
        return int(number)

    return count
