"""The lab's Mem0, running: in this process for tests, or alone by ``python -m lab.mem0``."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from werkzeug.serving import make_server

from lab.connection import OpenConnections, handler_of
from lab.faults import Faults
from lab.mem0.api import Api
from lab.mem0.faulty import Received
from lab.mem0.store import Store

HOST = "127.0.0.1"  # a developer's tool: nobody else's business
API_KEY = "lab-mem0-key"
POLL_SECS = 0.02  # how long ending may take to be noticed


class Mem0Lab:
    """A running server. It listens once built; leave the ``with`` block, or ``close``, to end it.

    Attributes:
        url: where it listens, e.g. ``http://127.0.0.1:8001``.
        api_key: the one key it accepts.
        faults: what shall go wrong.
        requests: those received so far; ``clear()`` it at will.
        store: its memories, for looking behind the API.

    """

    def __init__(
        self,
        database: Path | str | None = None,
        api_key: str = API_KEY,
        extraction_delay_secs: float = 0.0,
        port: int = 0,
        *,
        org_id: str = "lab-org",
        project_id: str = "lab-project",
        seed: int = 0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Listen on ``port`` (0: any free one), with the memories of the file ``database``.

        Without ``database`` the memories end with the server. ``extraction_delay_secs`` is how long
        an addition with ``infer`` is PENDING. ``seed`` is for faults with a probability, ``clock``
        returns unix seconds. Raises OSError if the port is taken.
        """
        self.api_key = api_key
        self.faults = Faults(seed)
        self.requests: list[Received] = []
        account = {"status": "ok", "org_id": org_id, "project_id": project_id}
        account["user_email"] = "lab@example.com"
        with ExitStack() as starting:
            path = Path(database or starting.enter_context(TemporaryDirectory()) + "/mem0.db")
            self.store = Store(path, clock)
            starting.callback(self.store.close)
            api = Api(
                self.store, self.faults, self.requests, api_key, account, extraction_delay_secs
            )
            self.url = _serve(api, port, starting)
            self._running = starting.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop listening, hang up on everyone, close the file."""
        self._running.close()


def _serve(api: Api, port: int, running: ExitStack) -> str:
    """Listen and answer in threads of their own until ``running`` ends; return the URL."""
    connections = OpenConnections()
    handler = handler_of(connections)
    with socket.create_server((HOST, port), backlog=128) as listening:  # make_server would exit()
        server = make_server(
            HOST,
            port,
            api.application(),
            threaded=True,
            request_handler=handler,
            fd=listening.fileno(),
        )
    running.callback(connections.end_all)
    running.callback(api.faults.release)
    running.callback(server.server_close)
    serving = threading.Thread(target=server.serve_forever, args=(POLL_SECS,), daemon=True)
    serving.start()
    running.callback(serving.join)
    running.callback(server.shutdown)
    return f"http://{HOST}:{server.port}"
