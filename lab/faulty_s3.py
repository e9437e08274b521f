"""Where the faults strike S3: around a request for the lab's bucket."""

from collections.abc import Callable, Iterable
from typing import Any

from werkzeug.wrappers import Response

from lab.connection import hang_up
from lab.faults import Faults

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def faulty(work: Application, faults: Faults, bucket: str) -> Application:
    """Return ``work`` with ``faults``; requests for other things than ``bucket`` have none."""

    def serve(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        struck = faults.take(_operation(environ, bucket))
        for fault in struck:
            faults.wait(fault.latency_secs)
            if fault.drop == "before":
                hang_up(environ["werkzeug.socket"])
            if fault.drop == "before" or fault.status:
                return _refusal(fault.status or 503)(environ, start_response)
        answer = work(environ, start_response)
        for fault in struck:
            faults.wait(fault.hang_secs)
            if fault.drop == "after":
                hang_up(environ["werkzeug.socket"])
        return answer

    return serve


def _operation(environ: dict[str, Any], bucket: str) -> str:
    """Return which of S3's operations is asked for, as Fault names it; "" for other services."""
    if not environ["PATH_INFO"].startswith(f"/{bucket}"):
        return ""
    asks_for_list = "list-type=2" in environ["QUERY_STRING"]
    return "list" if asks_for_list else str(environ["REQUEST_METHOD"]).lower()


def _refusal(status: int) -> Response:
    code = "SlowDown" if status == 503 else "InternalError"
    body = f"<Error><Code>{code}</Code><Message>A fault of the lab.</Message></Error>"
    return Response(body, status, content_type="application/xml")
