"""An operator's command that is cut off: killed at a request to AWS, which is never made."""

import http.client
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests.ops.rehearsal import TAKING_SECS, Clone

Matches = Callable[[str, str, bytes], bool]  # of a request's method, path and body
_HOP_BY_HOP = {"connection", "transfer-encoding", "keep-alive", "content-length"}


def cut_off(checkout: Clone, at: Matches, *arguments: str, **variables: str) -> None:
    """Run ``python -m ops`` with ``arguments`` until a request is to be made that ``at`` matches.

    The command, and whatever it has started, is killed then, as when the machine loses its power.
    Fails if it ends in another way.
    """
    line = _Line(checkout.environment["AWS_ENDPOINT_URL"], at)
    threading.Thread(target=line.serve_forever, daemon=True).start()
    through = {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{line.server_port}"}
    ran = subprocess.Popen(
        [sys.executable, "-m", "ops", *arguments],
        cwd=checkout.folder,
        env={**os.environ, **checkout.environment, **variables, **through},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    line.runs(ran.pid)
    try:
        said, _ = ran.communicate(timeout=TAKING_SECS)
    finally:
        line.shutdown()
        line.server_close()
    assert ran.returncode == -signal.SIGKILL, said.decode()


class _Line(ThreadingHTTPServer):
    """The way to AWS at ``url``, that ends with the request that ``at`` matches."""

    daemon_threads = True

    def __init__(self, url: str, at: Matches) -> None:
        super().__init__(("127.0.0.1", 0), _Request)
        self.host, self.at = urlsplit(url).netloc, at
        self._started, self._group = threading.Event(), 0
        self.is_dead = False

    def runs(self, group: int) -> None:
        """Say which process group is to be killed."""
        self._group = group
        self._started.set()

    def cut(self) -> None:
        """Kill who asks, once."""
        self._started.wait()
        if not self.is_dead:
            self.is_dead = True
            os.killpg(self._group, signal.SIGKILL)


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Line

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        if self.server.is_dead or self.server.at(self.command, self.path, body):
            self.server.cut()
            self.close_connection = True
            return
        asked = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        connection = http.client.HTTPConnection(self.server.host, timeout=TAKING_SECS)
        connection.request(self.command, self.path, body, asked)
        answer = connection.getresponse()
        told = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in _HOP_BY_HOP:
                self.send_header(name, value)
        length = answer.getheader("content-length") if self.command == "HEAD" else str(len(told))
        self.send_header("Content-Length", length or "0")
        self.end_headers()
        self.wfile.write(told)
        connection.close()

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = do_PATCH = _pass_on  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""
