"""docs/openapi.json over HTTP: Schemathesis makes requests of it for ``chalice local``."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from chalicelib import signature
from lab.faults import Fault
from lab.routes import Routes
from tests.conftest import HMAC_KEY, SARAH, STEFAN, WORKSPACE_KEY
from tests.described import PATH

MOST_EXAMPLES = 20  # that are made up, for each route; those of the other phases come besides
# What RETRIEVE_AUTH leaves of the three ways that /retrieve names.
SECURITY = {"none": [], "key": [{"WorkspaceKey": []}], "token": [{"MemoryToken": []}]}
OUR_CHECKS = {
    "checks": {
        # A call goes on when something odd comes along with it: much that is not described is
        # forgiven. What is not forgiven stands in the tables of the doors' own tests.
        "negative_data_rejection": {"enabled": False},
    },
    "operations": [
        # A stranger gets the same 200 as ElevenLabs.
        {"include-path": "/post-call", "checks": {"ignored_auth": {"enabled": False}}},
        # Whether a caller must be named depends on RETRIEVE_AUTH.
        {"include-path": "/retrieve", "checks": {"positive_data_acceptance": {"enabled": False}}},
    ],
}

schemathesis.openapi.format("e164", st.sampled_from([STEFAN, SARAH, "+16125550199"]))
# Fixtures are for all cases of a route together; and a busy machine is no failure.
_with_fixtures = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@dataclass(frozen=True)
class Deployed:
    """The routes as they run with one RETRIEVE_AUTH, and the headers that open them."""

    url: str
    keys: dict[str, str]


@pytest.fixture(scope="module")
def deployed(_s3_server, _mem0_server, tmp_path_factory) -> Iterator[Callable[[Any], Deployed]]:
    """Return the routes that a case is for: ``chalice local``, started when first asked for."""
    environment = {
        **_s3_server.environment(),
        "MEM0_API_KEY": _mem0_server.api_key,
        "MEM0_HOST": _mem0_server.url,
        "MEM0_DIR": str(tmp_path_factory.mktemp("mem0-client")),
        "ELEVENLABS_WORKSPACE_KEY": WORKSPACE_KEY,
        "ELEVENLABS_HMAC_KEY": HMAC_KEY,
    }
    with ExitStack() as running:

        @cache
        def started(mode: str) -> Deployed:
            routes = running.enter_context(Routes({**environment, "RETRIEVE_AUTH": mode}))
            return Deployed(routes.url, _keys(routes.url))

        yield lambda case: started(case.operation.schema.raw_schema["x-retrieve-auth"])


@pytest.fixture
def memories(s3, mem0, tell_mem0) -> None:
    """Have a Mem0 that knows Stefan, and now and then fails to search."""
    tell_mem0(STEFAN, "User's name is Stefan", "User loves thin pizza", type="factual")
    mem0.faults.add(Fault(operation="search", status=500, probability=0.2))


@pytest.fixture
def archived(s3) -> Callable[[], int]:
    """Return how many payloads are in the archive."""
    return lambda: s3.client().list_objects_v2(Bucket=s3.bucket)["KeyCount"]


@pytest.fixture
def came_in(archived) -> Iterator[Callable[[Any, schemathesis.Response], None]]:
    """Take each case and its answer; in the end one of them must have come all the way in."""
    seen: set[tuple[str, int]] = set()
    yield lambda case, answer: seen.add((case.path, answer.status_code))
    paths, statuses = map(set, zip(*seen, strict=True))
    assert 200 in statuses
    assert bool(archived()) == (paths == {"/post-call"})


def _described(mode: str, *routes: str, **phases: dict[str, Any]) -> Any:
    """Return the document as it holds for ``routes`` where RETRIEVE_AUTH is ``mode``."""
    document = json.loads(PATH.read_text(encoding="utf-8"))
    document["paths"] = {path: document["paths"][path] for path in routes}
    if "/retrieve" in routes:
        document["paths"]["/retrieve"]["post"]["security"] = SECURITY[mode]
    document["x-retrieve-auth"] = mode
    generation = {"deterministic": True, "max-examples": MOST_EXAMPLES}
    config = {"seed": 1, "generation": generation, "phases": phases, **OUR_CHECKS}
    return schemathesis.openapi.from_dict(document, config=schemathesis.Config.from_dict(config))


def _in_all_modes(*routes: str, **phases: dict[str, Any]) -> Any:
    """Have a test run for ``routes``, and for /retrieve with each RETRIEVE_AUTH."""
    return schemathesis.pytest.parametrize(
        none=_described("none", *routes, **phases),
        key=_described("key", "/retrieve", **phases),
        token=_described("token", "/retrieve", **phases),
    )


@_in_all_modes(
    "/client-data",
    "/retrieve",
    "/post-call",
    "/health",
    # BaseHTTPRequestHandler, below chalice local, knows no TRACE and no QUERY.
    coverage={"unexpected-methods": ["GET", "PUT", "POST", "PATCH", "DELETE"]},
)
@_with_fixtures
def test_who_holds_the_keys_is_answered_as_described(case, deployed, memories, came_in):
    """Whatever comes with the right keys is answered as described, and some of it comes in."""
    api = deployed(case)
    sent = {"auth": _sign} if case.path == "/post-call" else {"headers": api.keys}
    came_in(case, case.call_and_validate(api.url, **sent))


@_in_all_modes(
    "/client-data", "/post-call", examples={"enabled": False}, coverage={"enabled": False}
)
@_with_fixtures
def test_a_stranger_is_answered_as_described(case, deployed, memories, archived):
    """Whatever comes with keys made up, or none, is answered as described, and is not archived."""
    case.call_and_validate(deployed(case).url)
    assert archived() == 0


def _keys(url: str) -> dict[str, str]:
    """Return the workspace's key and, where one is given out, the token of a call from Stefan."""
    workspace = {"X-Workspace-Key": WORKSPACE_KEY}
    told = httpx.post(f"{url}/client-data", json={"caller_id": STEFAN}, headers=workspace).json()
    token = told["dynamic_variables"].get("secret__memory_token")
    return {**workspace, "X-Memory-Token": token} if token else workspace


def _sign(request: Any) -> Any:
    """Sign what Schemathesis is about to send; it does so through requests."""
    body = request.body or b""
    raw = body if isinstance(body, bytes) else body.encode()
    request.headers["ElevenLabs-Signature"] = signature.sign(raw, HMAC_KEY, int(time.time()))
    return request
