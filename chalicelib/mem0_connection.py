"""The connection to Mem0: its client, built at first use, and what Mem0 says of the key.

All that is asked of Mem0 goes through here, so its time and its failures are measured here too.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from chalicelib import metrics
from chalicelib.mem0_errors import MemoryStoreError, named_errors
from chalicelib.payload import text

_PING_PATH = "/v1/ping/"


class Mem0Connection:
    """``build`` returns a ``mem0.MemoryClient``; ``org_id`` and ``project_id`` may be ``""``."""

    def __init__(self, build: Callable[[], Any], org_id: str, project_id: str) -> None:
        self._build = build
        self._expected = {"org_id": org_id, "project_id": project_id}
        self._client: Any = None
        self._said: Any = None  # what Mem0 said of the key, once it was asked
        self._building = threading.Lock()
        self.built = threading.Event()  # set as soon as the client is there, or can't be built

    @contextmanager
    def asking(self, operation: str) -> Iterator[Any]:
        """Hand out the one client for ``operation``, a word for metrics.

        Raises MemoryStoreError when Mem0 fails, and when the key is another's than configured.
        """
        with self._building:
            try:
                self._client = self._client or self._build()
            finally:
                self.built.set()
        try:
            with metrics.timed("mem0", operation), named_errors():
                self._check_key()
                yield self._client
        except MemoryStoreError as error:
            metrics.emit({"kind": error.kind}, Mem0Failed=1)
            raise

    def open(self, connections: int) -> None:
        """Open as many ``connections``; raise MemoryStoreError if it can't.

        Each answer is read only when all have come: else one connection would serve them all.
        """
        with self.asking("ping") as client, ExitStack() as open_answers:
            pings = [client.client.stream("GET", _PING_PATH) for _ in range(connections)]
            answers = [open_answers.enter_context(ping) for ping in pings]
            for answer in answers:
                answer.read()
                answer.raise_for_status()

    def _check_key(self) -> None:
        """Compare, once, what Mem0 says of the key with what is configured."""
        if not any(self._expected.values()):
            return
        with self._building:
            self._said = self._said or _ping(self._client)
        for setting, expected in self._expected.items():
            if expected and text(self._said, setting) != expected:
                raise MemoryStoreError(f"the key belongs to another {setting} than configured")


def _ping(client: Any) -> Any:
    answer = client.client.get(_PING_PATH)
    answer.raise_for_status()
    return answer.json()
