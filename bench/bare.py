"""The bare requests: what the app asks of Mem0, with httpx and nothing else. The baseline."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx

from bench.stand import Mem0
from chalicelib.memory_store import ASKED_FOR_EACH, FACTS_READ, HIGHLIGHTS_READ
from chalicelib.memory_types import SEMANTIC
from chalicelib.settings import Settings

_SEMANTIC = {"metadata": {"type": SEMANTIC}}
WAITING_SECS = 30.0


class Bare:
    """Mem0 asked without the app, over connections that are kept alive."""

    def __init__(self, http: httpx.Client, threads: ThreadPoolExecutor) -> None:
        self._http, self._threads = http, threads

    def facts(self, caller_id: str) -> bytes:
        """List the caller's facts."""
        filters = {"AND": [{"user_id": caller_id}, {"NOT": [_SEMANTIC]}]}
        return self._list(filters, FACTS_READ)

    def highlights(self, caller_id: str) -> bytes:
        """List what the caller said."""
        return self._list({"AND": [{"user_id": caller_id}, _SEMANTIC]}, HIGHLIGHTS_READ)

    def both(self, caller_id: str) -> None:
        """List both at once, on two threads, as /client-data does."""
        asked = [self._threads.submit(ask, caller_id) for ask in (self.facts, self.highlights)]
        for one in asked:
            one.result()

    def search(self, caller_id: str, query: str) -> bytes:
        """Search the caller's memories."""
        top_k = Settings.mem0_search_limit * ASKED_FOR_EACH
        body = {"query": query, "filters": {"user_id": caller_id}, "top_k": top_k}
        return self._post("/v3/memories/search/", body)

    def _list(self, filters: dict[str, Any], page_size: int) -> bytes:
        return self._post(f"/v3/memories/?page=1&page_size={page_size}", {"filters": filters})

    def _post(self, path: str, body: dict[str, Any]) -> bytes:
        return self._http.post(path, json=body).raise_for_status().content


@contextmanager
def bare(mem0: Mem0) -> Iterator[Bare]:
    """Yield the bare requests to ``mem0``."""
    headers = {"Authorization": f"Token {mem0.api_key}"}
    with (
        httpx.Client(base_url=mem0.url, headers=headers, timeout=WAITING_SECS) as http,
        ThreadPoolExecutor(2) as threads,
    ):
        yield Bare(http, threads)
