"""What was asked of the lab's AWS account: by whom, and which permission each request needs.

A role's temporary credentials tell AWS who asks; here each function has an access key of its own
name. Which permission a request needs is told by the Service Authorization Reference:
https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html and others.
"""

import io
import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import parse_qs

PATH = "/lab/calls"

_CREDENTIAL = re.compile(r"Credential=([^/]+)/\d+/[^/]+/([^/]+)/aws4_request")
_INVOCATION = re.compile(r"POST /2015-03-31/functions/([^/]+)/invocations")
_ON_OBJECTS = {
    "GET": "s3:GetObject",
    "HEAD": "s3:GetObject",
    "PUT": "s3:PutObject",
    "DELETE": "s3:DeleteObject",
}

Served = Callable[[dict[str, Any], Any], Iterable[bytes]]


@dataclass(frozen=True)
class Call:
    """A permission that was needed: ``who`` did ``action`` on ``resource``, an ARN or a name."""

    who: str
    action: str
    resource: str


class Calls:
    """The permissions that were needed since they were last forgotten, each once."""

    def __init__(self) -> None:
        self._needed: dict[Call, None] = {}
        self._writing = threading.Lock()

    def heard(self, served: Served) -> Served:
        """Return ``served`` with each request noted; ``PATH`` tells of them, and forgets them."""

        def serve(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            if environ["PATH_INFO"] == PATH:
                return self._tell(environ["REQUEST_METHOD"], start_response)
            statuses: list[str] = []

            def start(status: str, headers: Any, *rest: Any) -> Any:
                statuses.append(status)
                return start_response(status, headers, *rest)

            body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            answer = list(served({**environ, "wsgi.input": io.BytesIO(body)}, start))
            self._note(environ, body, statuses[-1])
            return answer

        return serve

    def needed(self) -> set[Call]:
        """Return them."""
        with self._writing:
            return set(self._needed)

    def _note(self, environ: dict[str, Any], body: bytes, status: str) -> None:
        signed = _CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        if signed:
            who, service = signed.groups()
            needed = _of_s3(environ, status) if service == "s3" else _of(service, environ, body)
            with self._writing:
                for action, resource in needed:
                    self._needed[Call(who, action, resource)] = None

    def _tell(self, method: str, start_response: Any) -> Iterable[bytes]:
        with self._writing:
            told = [asdict(call) for call in self._needed]
            if method == "DELETE":
                self._needed.clear()
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(told).encode()]


def _of_s3(environ: dict[str, Any], status: str) -> Iterator[tuple[str, str]]:
    method, asked = environ["REQUEST_METHOD"], parse_qs(environ.get("QUERY_STRING", ""), True)
    bucket, _, key = environ["PATH_INFO"].lstrip("/").partition("/")
    if key:
        yield _ON_OBJECTS.get(method, f"s3:{method}"), f"arn:aws:s3:::{bucket}/{key}"
    elif method == "GET" and "list-type" in asked:
        yield "s3:ListBucket", f"arn:aws:s3:::{bucket}"
    else:
        yield f"s3:{method}?{'&'.join(asked)}", f"arn:aws:s3:::{bucket}"
    if method in ("GET", "HEAD") and status.startswith("404"):  # who may not list is told 403
        yield "s3:ListBucket", f"arn:aws:s3:::{bucket}"


def _of(service: str, environ: dict[str, Any], body: bytes) -> Iterator[tuple[str, str]]:
    path = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
    if invoked := _INVOCATION.fullmatch(path):
        yield "lambda:InvokeFunction", invoked[1]
    elif operation := environ.get("HTTP_X_AMZ_TARGET", "").rpartition(".")[2]:
        yield f"{service}:{operation}", json.loads(body).get("SecretId", "*")
    else:
        yield f"{service}:{path}", "*"
