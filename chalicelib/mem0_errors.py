"""Mem0's failures by name: what went wrong, and if a write may have happened all the same."""

from collections.abc import Iterator
from contextlib import contextmanager

_NOT_SENT = ("ConnectError", "ConnectTimeout", "PoolTimeout", "UnsupportedProtocol")
_UNCERTAIN_STATUS = frozenset({"HTTP_408", "HTTP_502", "HTTP_504"})
_REFUSALS = frozenset({"http_400", "http_409", "http_413", "http_422"})
TOO_LARGE, NOT_FOUND = "http_413", "http_404"


class MemoryStoreError(Exception):
    """Mem0 failed. ``kind`` is a word for logs; ``may_be_done`` when a write may have happened."""

    def __init__(self, kind: str, *, may_be_done: bool = False, retry_after_secs: int = 0) -> None:
        super().__init__(f"the memory store failed: {kind}")
        self.kind = kind
        self.may_be_done = may_be_done
        self.retry_after_secs = retry_after_secs

    @property
    def is_refusal(self) -> bool:
        """Tell if Mem0 did not want what it was sent: sending the same again won't help."""
        return self.kind in _REFUSALS


@contextmanager
def named_errors() -> Iterator[None]:
    """Turn the errors of Mem0's client into ours, whose texts hold no word of Mem0's answer.

    The client must have been loaded before: it is not loaded here.
    """
    import httpx  # noqa: PLC0415 - slow to load; the client has loaded it by now
    from mem0 import exceptions  # noqa: PLC0415

    try:
        yield
    except exceptions.RateLimitError as error:
        retry_after = error.debug_info.get("retry_after", 0)
        raise MemoryStoreError("rate_limited", retry_after_secs=retry_after) from error
    except exceptions.NetworkError as error:
        sent = type(error.__context__).__name__ not in _NOT_SENT
        certain = error.error_code.startswith("HTTP_") and error.error_code not in _UNCERTAIN_STATUS
        raise MemoryStoreError(
            error.error_code.lower(), may_be_done=sent and not certain
        ) from error
    except exceptions.MemoryError as error:
        raise MemoryStoreError(error.error_code.lower()) from error
    except httpx.HTTPError as error:
        raise MemoryStoreError(type(error).__name__) from error
    except ValueError as error:  # an answer that is no JSON
        raise MemoryStoreError("nonsense", may_be_done=True) from error
