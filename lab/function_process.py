"""What a deployed function runs in: an interpreter that sees its folders and nothing else.

Run as a file with ``-I -S``; the arguments are the handler ("app.app") and the folders. Each line
on stdin is an invocation, answered by one line on stdout that begins with ``ANSWER``; what the
function itself prints, its log and its metrics, stands between them. Of the project nothing is
imported here but the function.
"""

import json
import sys
import time
from importlib import import_module
from typing import Any

ANSWER = "\x1e"  # ASCII's record separator: no log line begins with it


class Context:
    """What Lambda tells a function of its invocation."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.function_name: str = told["function_name"]
        self.invoked_function_arn: str = told["arn"]
        self.memory_limit_in_mb: int = told["memory_mb"]
        self.aws_request_id: str = told["request_id"]
        self._until: float = time.monotonic() + told["timeout_secs"]

    def get_remaining_time_in_millis(self) -> int:
        """Return how long the function may still take."""
        return max(0, round((self._until - time.monotonic()) * 1_000))


class _Ahead:
    """How far the clock is put forward, for what happens only later."""

    def __init__(self) -> None:
        self.secs = 0.0
        self._real = time.time

    def time(self) -> float:
        return self._real() + self.secs


_ahead = _Ahead()


def main(handler: str, *folders: str) -> None:
    """Answer what stands on stdin until it ends."""
    time.time = _ahead.time  # before the function is loaded, which may keep it
    sys.path[:0] = folders
    module, _, name = handler.partition(".")
    function = getattr(import_module(module), name)
    for line in sys.stdin:
        asked = json.loads(line)
        print(ANSWER + json.dumps(_invoked(function, asked)), flush=True)


def _invoked(function: Any, asked: dict[str, Any]) -> dict[str, Any]:
    _ahead.secs = asked["ahead_secs"]
    try:
        return {"payload": function(asked["event"], Context(asked["context"]))}
    except Exception as error:  # noqa: BLE001 - as Lambda does: whatever it is, tell the caller
        return {"error": type(error).__name__, "message": str(error)}


if __name__ == "__main__":
    main(*sys.argv[1:])
