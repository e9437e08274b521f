"""Mem0's own client, without the weight that it carries for others.

``from mem0 import MemoryClient`` runs the package's ``__init__``, which also loads the self-hosted
engine (qdrant, openai, sqlalchemy, numpy) that the cloud client never uses. Here the package is
entered without its ``__init__``, so that only ``mem0.client`` is loaded. When Mem0 changes its
shape the ordinary import takes over: slower, never wrong.
"""

import importlib
import importlib.util
import os
import ssl
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

import httpx

ADDING_SECS = 30.0  # Mem0 embeds every message before it answers; nobody waits on a line for it
CONNECTING_SECS = 2.0
KEPT_ALIVE_SECS = 300.0  # httpx' default of 5 s would make most calls pay a new TLS handshake

_ADD_PATH = "/v3/memories/add/"
_KEY_REFUSED = frozenset({401, 403})
_loading = threading.Lock()


def build_client(
    api_key: str,
    host: str,
    scratch_dir: str,
    timeout_secs: float,
    current_key: Callable[[str], str] = str,
) -> Any:
    """Return a ``mem0.MemoryClient`` that has asked nothing of the network yet.

    Its constructor would ping Mem0 and wait for the answer; the key is checked by the first
    request instead. ``timeout_secs`` bounds every wait but the one for an addition. ``current_key``
    returns the key that holds now, given the one that Mem0 has refused or "".
    """
    with _loading:
        memory_client = _load(scratch_dir)
    unasked = type("UnaskedClient", (memory_client,), {"_validate_api_key": _ask_nothing})
    http = httpx.Client(
        transport=_Transport(
            verify=_trusted(), limits=httpx.Limits(keepalive_expiry=KEPT_ALIVE_SECS)
        ),
        timeout=httpx.Timeout(timeout_secs, connect=min(CONNECTING_SECS, timeout_secs)),
        auth=_Token(lambda refused: current_key(refused) or api_key),
    )
    return unasked(api_key=api_key, host=host, client=http)


@cache
def _trusted() -> ssl.SSLContext:
    """Return whom HTTPS trusts, as HTTPX reads it for each client: once, for it takes 30 ms."""
    return httpx.create_ssl_context()


class _Transport(httpx.HTTPTransport):
    """Waits longer for additions, and asks again when a kept-alive connection turns out dead."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send ``request``; a read that met a dead connection is sent once more on a new one.

        An addition is never sent twice: Mem0 may have taken the first.
        """
        if request.url.path.endswith(_ADD_PATH):  # MEM0_HOST may have a path of its own
            request.extensions["timeout"] |= {"read": ADDING_SECS, "write": ADDING_SECS}
            return super().handle_request(request)
        try:
            return super().handle_request(request)
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
            return super().handle_request(request)


class _Token(httpx.Auth):
    """Sends the key that holds now; refused with it, asks once more if another holds by then.

    Mem0 has done nothing of what it refuses so: an addition may be sent again, too.
    """

    def __init__(self, current_key: Callable[[str], str]) -> None:
        self._current_key = current_key

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Yield ``request`` with the key."""
        key = self._current_key("")
        request.headers["Authorization"] = f"Token {key}"
        answer = yield request
        if answer.status_code in _KEY_REFUSED and (newer := self._current_key(key)) != key:
            request.headers["Authorization"] = f"Token {newer}"
            yield request


def _ask_nothing(client: Any) -> None:
    """Stand in for the ping that would tell org and project; only ``client.project`` needs them."""
    client.org_id = client.project_id = "not asked"


def _load(scratch_dir: str) -> Any:
    """Return the class ``MemoryClient``; Mem0 reads both variables while it is imported."""
    os.environ["MEM0_TELEMETRY"] = "False"
    os.environ["MEM0_DIR"] = scratch_dir
    if "mem0" in sys.modules:
        return importlib.import_module("mem0.client.main").MemoryClient
    try:
        return _load_without_engine()
    except (ImportError, AttributeError):
        _forget("mem0")
        return importlib.import_module("mem0").MemoryClient


def _load_without_engine() -> Any:
    package = _hollow("mem0")
    with _stand_ins("posthog", "requests"):
        main = importlib.import_module("mem0.client.main")
    vars(package).update(MemoryClient=main.MemoryClient, __version__=main._sdk_version())
    return main.MemoryClient


@contextmanager
def _stand_ins(*names: str) -> Iterator[None]:
    """Let ``names`` be imported without being there: telemetry, and the async client's ping.

    Together they would take a third of the time; nothing of them is called by what is used here.
    """
    placed = [name for name in names if name not in sys.modules]
    for name in placed:
        sys.modules[name] = _StandIn(name)
    try:
        yield
    finally:
        for name in placed:
            del sys.modules[name]


class _StandIn(ModuleType):
    """A module of which every name can be imported, and none be used."""

    def __getattr__(self, name: str) -> None:
        """Return nothing for any name but Python's own."""
        if name.startswith("__"):
            raise AttributeError(name)


def _hollow(name: str) -> ModuleType:
    """Put a package into ``sys.modules`` whose submodules can be imported, and nothing else."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.submodule_search_locations is None:
        raise ImportError(name)
    package = importlib.util.module_from_spec(spec)
    sys.modules[name] = package
    return package


def _forget(*packages: str) -> None:
    for name in [*sys.modules]:
        if name.partition(".")[0] in packages:
            del sys.modules[name]
