"""What a new interpreter runs: import the app, answer one request, say when and how large it was.

Run as a file, with the unpacked artifact as its PYTHONPATH; ``plain`` as an argument loads Mem0's
client as anybody would. The request comes on stdin as JSON.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

PLAIN = "plain"


def main(loader: str) -> None:
    """Answer the request on stdin; print the moment (monotonic), the name told, and peak kB."""
    event = json.load(sys.stdin)
    if loader == PLAIN:
        _import_plainly()
    from app import app  # noqa: PLC0415 - what is measured

    answer = app(event, None)
    answered_at = time.monotonic()
    told = json.loads(answer["body"])
    name = told.get("dynamic_variables", {}).get("caller_name", "")
    print(json.dumps({"answered_at": answered_at, "name": name, "peak_kb": _peak_kb()}))


def _import_plainly() -> None:
    """Have ``from mem0 import MemoryClient`` load the client: what the app does when it must."""
    from chalicelib import mem0_client  # noqa: PLC0415 - part of what is measured

    def refuse() -> Any:
        raise ImportError("the bench wants the ordinary import")

    mem0_client._load_without_engine = refuse


def _peak_kb() -> int:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(sys.argv[1])
