"""The stand-in of ElevenLabs' API over HTTP, for commands that run in a process of their own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

from tests.ops.stand_in import StandIn


@contextmanager
def served(stand_in: StandIn) -> Iterator[str]:
    """Serve ``stand_in`` for the block, which is given its URL."""
    handler = type("Handler", (_Serving,), {"stand_in": stand_in})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Serving(BaseHTTPRequestHandler):
    stand_in: StandIn

    def do_GET(self):
        length = int(self.headers.get("Content-Length") or 0)
        parts = urlsplit(self.path)
        request = SimpleNamespace(
            method=self.command,
            path=parts.path,
            qs=parse_qs(parts.query),
            body=self.rfile.read(length),
            headers=self.headers,
        )
        context = SimpleNamespace(status_code=200)
        answer = self.stand_in.answer(request, context).encode()
        self.send_response(context.status_code)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_POST = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the standard library's names

    def log_message(self, *_):
        """Say nothing."""
