"""HTTP/1.1 connections that stay open between requests, which werkzeug's own do not.

Werkzeug's handler answers every request with ``Connection: close`` and then reads whatever is left
in the socket, since it can't tell a body's rest from the next request (werkzeug/serving.py,
``run_wsgi``). Reading each body in full beforehand removes the reason.
"""

import io
import socket
import threading
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING

from werkzeug.serving import WSGIRequestHandler
from werkzeug.wrappers import Response

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

ENDING_SECS = 5.0


class OpenConnections:
    """The connections of one server, each with its thread, so that all can be ended with it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._threads: dict[socket.socket, threading.Thread] = {}

    def add(self, connection: socket.socket) -> None:
        """Note a connection that the current thread serves."""
        with self._lock:
            self._threads[connection] = threading.current_thread()

    def discard(self, connection: socket.socket) -> None:
        """Forget a connection that has ended."""
        with self._lock:
            self._threads.pop(connection, None)

    def end_all(self) -> None:
        """Hang up on everyone, and wait for the threads to notice."""
        with self._lock:
            threads = dict(self._threads)
        for connection, thread in threads.items():
            hang_up(connection)
            thread.join(ENDING_SECS)


def hang_up(connection: socket.socket) -> None:
    """Close both directions; the client sees the connection end without an answer."""
    with suppress(OSError):  # it has ended already
        connection.shutdown(socket.SHUT_RDWR)


def handler_of(connections: OpenConnections) -> type[WSGIRequestHandler]:
    """Return the class of request handlers that register in ``connections``."""
    return type("LabRequestHandler", (_RequestHandler,), {"connections": connections})


class _RequestHandler(WSGIRequestHandler):
    connections: OpenConnections
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else head and body of an answer may lie 40 ms apart
    wbufsize = -1  # head and first piece of body leave together

    def setup(self) -> None:
        super().setup()
        self.connections.add(self.connection)

    def finish(self) -> None:
        self.connections.discard(self.connection)
        with suppress(ConnectionError):  # what is buffered goes nowhere after a hang-up
            super().finish()

    def handle_expect_100(self) -> bool:
        """Let the client go on at once: it waits for a second for this line."""
        is_expected = super().handle_expect_100()
        self.wfile.flush()
        return is_expected

    def run_wsgi(self) -> None:
        environ = self._environ_with_body()
        if environ is None:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        response = Response.from_app(self.server.app, environ)
        if response.content_length is None:  # or the client would wait for the connection's end
            response.content_length = len(response.get_data())
        self.send_response(response.status_code)
        for name, value in response.headers:
            self.send_header(name, value)
        self.end_headers()
        for piece in response.iter_encoded():
            self.wfile.write(piece)
            self.wfile.flush()
        self.wfile.flush()

    def log_request(self, *_: object) -> None:
        """Say nothing of each request."""

    def _environ_with_body(self) -> "WSGIEnvironment | None":
        environ = self.make_environ()
        if environ.get("wsgi.input_terminated"):
            body = environ["wsgi.input"].read()
            environ["CONTENT_LENGTH"] = str(len(body))
        else:
            length = environ.get("CONTENT_LENGTH") or "0"
            if not length.isdecimal():
                self.close_connection = True
                return None
            body = self.rfile.read(int(length))
        environ["wsgi.input"] = io.BytesIO(body)
        return environ
