"""All that Mem0 has of one caller: listed whole, counted, and deleted for good.

Not in ``chalicelib/memory_store.py``: what runs in Lambda never deletes a memory.
"""

from collections.abc import Callable
from typing import Any

from chalicelib.identity import normalise
from chalicelib.mem0_connection import Mem0Connection
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.payload import dig

PAGE_SIZE = 200
MOST_PAGES = 10_000


class Memories:
    """Mem0, asked about one caller at a time. ``build`` returns a ``mem0.MemoryClient``.

    What goes wrong is a MemoryStoreError; ValueError for what is no caller's number in E.164,
    because ``"*"`` would mean everyone, and nothing would mean everyone too.
    """

    def __init__(self, build: Callable[[], Any], org_id: str = "", project_id: str = "") -> None:
        self._mem0 = Mem0Connection(build, org_id, project_id)

    def all_of(self, caller_id: str) -> list[dict[str, Any]]:
        """Return the caller's memories as Mem0 shows them, newest first, expired ones too."""
        found: list[dict[str, Any]] = []
        for page in range(1, MOST_PAGES):
            results, count = self._page(caller_id, page, PAGE_SIZE)
            found += results
            if not results or page * PAGE_SIZE >= count:
                break
        return [one for one in found if dig(one, "user_id") in (None, "", caller_id)]

    def count(self, caller_id: str) -> int:
        """Return how many memories of the caller Mem0 has, expired ones too."""
        return self._page(caller_id, 1, 1)[1]

    def delete(self, caller_id: str) -> None:
        """Have Mem0 delete the caller's memories, and then the caller; it does so later."""
        scope = _scope(caller_id)
        with self._mem0.asking("delete") as client:
            _unless_unknown(lambda: client.delete_all(**scope))
            _unless_unknown(lambda: client.delete_users(**scope))

    def _page(self, caller_id: str, page: int, size: int) -> tuple[list[dict[str, Any]], int]:
        filters = _scope(caller_id)
        with self._mem0.asking("list") as client:
            answer = client.get_all(filters=filters, page=page, page_size=size, show_expired=True)
        results, count = dig(answer, "results"), dig(answer, "count")
        if not isinstance(results, list) or not isinstance(count, int):
            raise MemoryStoreError("nonsense")
        return results, count


def _scope(caller_id: str) -> dict[str, str]:
    if not caller_id or normalise(caller_id) != caller_id:
        raise ValueError("only a caller's E.164 number may scope a request to Mem0")
    return {"user_id": caller_id}


def _unless_unknown(ask: Callable[[], Any]) -> None:
    """Do what ``ask`` does; that there is nobody of that name is as good."""
    from mem0.exceptions import MemoryNotFoundError  # noqa: PLC0415 - the client has loaded it

    try:
        ask()
    except MemoryNotFoundError:
        return
