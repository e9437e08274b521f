"""Where the faults strike: around a request that is being answered."""

import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from flask import Response, g, request

from lab.connection import hang_up
from lab.faults import Fault, Faults

DRIPS = 20  # pieces that a slow body comes in


class Received(NamedTuple):
    """A request that reached the server; ``at`` is monotonic seconds."""

    operation: str
    at: float

    @classmethod
    def now(cls, operation: str) -> Self:
        """Return the record of a request that has just come in."""
        return cls(operation, time.monotonic())


def before_work(faults: Faults) -> Response | None:
    """Wait, hang up, or return the answer that replaces the work."""
    for fault in g.faults:
        faults.wait(fault.latency_secs)
        if fault.drop == "before":
            return _hung_up()
        if fault.status is not None:
            return _failure(fault, fault.status)
    return None


def after_work(faults: Faults, response: Response) -> Response:
    """Return what becomes of ``response`` on its way to the client."""
    for fault in g.get("faults", ()):
        faults.wait(fault.hang_secs)
        if fault.drop == "after":
            return _hung_up()
        if fault.body is not None and fault.status is None:
            response.set_data(fault.body)
        if fault.drip_secs:
            response = _dripping(response, fault.drip_secs, faults)
    return response


def extraction_error(faults: Iterable[Fault]) -> str:
    """Return why the extraction now asked for will fail, or ""."""
    return next((fault.extraction_error for fault in faults if fault.extraction_error), "")


def _failure(fault: Fault, status: int) -> Response:
    body = '{"detail": "A fault of the lab."}' if fault.body is None else fault.body
    response = Response(body, status, content_type="application/json")
    if fault.retry_after_secs is not None:
        response.headers["Retry-After"] = str(fault.retry_after_secs)
    return response


def _hung_up() -> Response:
    """Whatever is sent after this, the client does not see it."""
    hang_up(request.environ["werkzeug.socket"])
    return Response()


def _dripping(response: Response, secs: float, faults: Faults) -> Response:
    data = response.get_data()
    size = max(1, len(data) // DRIPS)

    def drips() -> Iterator[bytes]:
        for start in range(0, len(data), size):
            faults.wait(secs / DRIPS)
            yield data[start : start + size]

    length = {"Content-Length": str(len(data))}
    return Response(drips(), response.status, length, content_type=response.content_type)
