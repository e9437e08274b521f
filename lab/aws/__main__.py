"""``python -m lab.aws``: the lab's AWS account, served until SIGINT or SIGTERM."""

import json
import signal
import threading
from collections.abc import Iterable
from typing import Any

import boto3
from moto.awslambda.models import lambda_backends
from werkzeug.serving import make_server

from lab.aws import calls, gaps, stacks
from lab.s3 import CREDENTIALS, REGION, Quiet, one_writer_at_a_time

UPLOADS = "/lab/uploads/"  # and a function's name, or a layer version's ARN


def main() -> None:
    """Print where it is served, and serve."""
    signals = (signal.SIGINT, signal.SIGTERM)
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)  # the threads inherit it; sigwait gets them
    account = calls.Calls().heard(_uploads(gaps.closed(one_writer_at_a_time())))
    server = make_server("127.0.0.1", 0, account, threaded=True, request_handler=Quiet)
    url = f"http://127.0.0.1:{server.server_port}"
    stacks.fill_gaps(lambda service: boto3.client(service, REGION, endpoint_url=url, **CREDENTIALS))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"url": url}), flush=True)
    signal.sigwait(signals)


def _uploads(moto: gaps.Served) -> gaps.Served:
    """Return ``moto``, which also hands out what was uploaded: its own links lead nowhere."""

    def serve(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if not path.startswith(UPLOADS):
            return moto(environ, start_response)
        name, backend = path.removeprefix(UPLOADS), lambda_backends[gaps.ACCOUNT][REGION]
        is_layer = name.startswith("arn:")
        kept: Any = backend.layers_versions_by_arn(name) if is_layer else backend.get_function(name)
        start_response("200 OK", [("Content-Type", "application/zip")])
        return [kept.code_bytes]

    return serve


if __name__ == "__main__":
    main()
