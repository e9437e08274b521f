"""The lab's API Gateway: ``chalice local``, in a process of its own as its settings demand."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Self

import httpx

PROJECT = Path(__file__).resolve().parent.parent
STARTING_SECS = 30.0

# Two things that API Gateway does not have: its server writes headers and body apart, which with
# Nagle's algorithm costs 40 ms an answer; and it resets connections when more than five arrive.
_CHALICE = """
from chalice import local
local.ChaliceRequestHandler.disable_nagle_algorithm = True
local.ThreadedHTTPServer.request_queue_size = 128
from chalice.cli import main
main()
"""


class RoutesError(Exception):
    """``chalice local`` did not come up."""


class Routes:
    """The app's routes, served over HTTP: ``with Routes(environment) as routes: routes.url``."""

    def __init__(
        self, environment: Mapping[str, str], port: int = 0, log: IO[str] | None = None
    ) -> None:
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._environment = {**os.environ, **environment}
        self._log = log

    def __enter__(self) -> Self:
        """Start ``chalice local`` and wait until it answers; raise RoutesError if it never does."""
        local = ["local", "--stage", "local", "--port", str(self.port), "--no-autoreload"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CHALICE, *local],
            cwd=PROJECT,
            env=self._environment,
            stdout=self._log or subprocess.DEVNULL,
            stderr=self._log or subprocess.DEVNULL,
        )
        try:
            self._wait_until_up()
        except RoutesError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait()

    def _wait_until_up(self) -> None:
        until = time.monotonic() + STARTING_SECS
        while time.monotonic() < until and self._process.poll() is None:
            try:
                if httpx.get(f"{self.url}/health", timeout=STARTING_SECS).is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        raise RoutesError(f"chalice local did not answer on port {self.port}; is the port taken?")


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
