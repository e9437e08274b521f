"""The server: its key, its connections, its threads, its end."""

import http.client
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from lab.mem0 import Mem0Lab
from lab.mem0.filters import where
from lab.mem0.memory import Addition, Entities

CALLER = "+16125550123"


def test_ping(connect):
    """A client learns its organisation and project from its key."""
    with Mem0Lab(org_id="org-7", project_id="project-7") as mem0:
        client = connect(mem0)
    assert (client.org_id, client.project_id) == ("org-7", "project-7")
    assert client.user_email == "lab@example.com"


def test_wrong_key(mem0, connect):
    """A wrong key is refused with 401 and a reason, and the client does not build."""
    with pytest.raises(ValueError, match="Invalid API key"):
        connect(mem0, api_key="another")
    for method, path in (("GET", "/v1/ping/"), ("POST", "/v3/memories/search/")):
        answer = httpx.request(method, mem0.url + path, json={})
        assert (answer.status_code, list(answer.json())) == (401, ["detail"])


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/v9/", 404), ("PUT", "/v1/ping/", 405)]
)
def test_errors_are_json(http, method, path, status):
    """An unknown route or method is refused in JSON."""
    answer = http.request(method, path)
    assert (answer.status_code, list(answer.json())) == (status, ["detail"])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b'{"a": NaN}', b"[" * 100_000])
def test_bodies_that_are_no_objects(http, body):
    """A body that is no JSON object is refused with 400."""
    assert http.post("/v3/memories/", content=body).status_code == 400


def test_connections_stay_open(mem0):
    """Many requests go through one connection, refused ones and unread bodies included."""
    connection = http.client.HTTPConnection(mem0.url.removeprefix("http://"))
    sockets = set()
    for path, key in (("/v1/ping/", mem0.api_key), ("/v3/memories/", ""), ("/v9/", "")) * 3:
        headers = {"Authorization": f"Token {key}"}
        connection.request("POST", path, body=b"x" * 10_000, headers=headers)
        connection.getresponse().read()
        sockets.add(connection.sock)
    assert len(sockets) == 1
    assert None not in sockets
    connection.close()


def test_chunked_bodies(http):
    """A body may come in chunks."""
    whole = b'{"filters": {"user_id": "ana"}}'
    answer = http.post("/v3/memories/", content=iter([whole[:9], whole[9:]]))
    assert answer.json()["count"] == 0


def test_fifty_threads(store):
    """Fifty threads that add, list, search and delete at once lose nothing and break nothing."""

    def work(n):
        caller = Addition(Entities(f"+1612555{n % 10:04}"), {"type": ("a", "b")[n % 2]})
        scope = where({"user_id": caller.entities.user_id})
        for turn in range(6):
            store.add([f"tea {n} {turn}"], caller)
            store.search("tea", scope)
            page = store.page(scope)
            assert page.total >= len(page.memories) > 0
        own = [memory.id for memory in store.page(scope).memories if f"tea {n} " in memory.memory]
        return len(own)

    with ThreadPoolExecutor(50) as threads:
        assert list(threads.map(work, range(50))) == [6] * 50
    assert sum(entity["total_memories"] for entity in store.entities()) == 300


def test_many_clients(mem0, connect):
    """Clients in many threads are served side by side."""
    client = connect(mem0)

    def add(n):
        return client.add(f"I love tea number {n}", user_id=f"caller-{n % 4}")["status"]

    with ThreadPoolExecutor(16) as threads:
        assert set(threads.map(add, range(64))) == {"PENDING"}
    assert [one["total_memories"] for one in client.users()["results"]] == [16] * 4


def test_the_port_is_free_again(connect):
    """A lab that was closed with a client still connected can start again on its port."""
    with Mem0Lab() as first:
        connect(first)
        port = int(first.url.rpartition(":")[2])
    with Mem0Lab(port=port) as second:
        assert second.url == first.url
        connect(second)


def test_a_taken_port(mem0):
    """A port that is taken is an OSError."""
    with pytest.raises(OSError, match="in use"):
        Mem0Lab(port=int(mem0.url.rpartition(":")[2]))


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_command(tmp_path, ending):
    """The command says where it listens, serves, and ends cleanly when it is told to."""
    command = [sys.executable, "-m", "lab.mem0", "--port", "0", "--api-key", "mine"]
    command += ["--database", str(tmp_path / "lab.db"), "--extraction-delay", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        url = re.search(r"http://\S+:\d+", process.stdout.readline())[0]
        answer = httpx.get(f"{url}/v1/ping/", headers={"Authorization": "Token mine"})
        process.send_signal(ending)
        assert process.wait(5) == 0
    assert answer.json()["status"] == "ok"
