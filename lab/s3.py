"""The lab's S3: moto's server, with the bucket, and a queue that hears of each new payload.

The queue stands in for Lambda's own: S3 notifies it exactly as it would notify a function.
"""

import threading
from typing import Any, Self
from urllib.request import Request, urlopen

import boto3
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import s3_backends
from werkzeug.serving import WSGIRequestHandler, make_server

from lab.connection import OpenConnections, handler_of
from lab.faults import Faults
from lab.faulty_s3 import Application, faulty

BUCKET = "agentic-memory-lab"
REGION = "us-east-1"
QUEUE = "new-payloads"
CREDENTIALS = {"aws_access_key_id": "lab", "aws_secret_access_key": "lab"}


class S3Lab:
    """A running S3 with an empty bucket: ``with S3Lab() as s3: s3.client().put_object(...)``.

    ``faults`` are what shall go wrong with it.
    """

    def __init__(self, port: int = 0) -> None:
        self.faults = Faults()
        self._connections = OpenConnections()
        self._clients: dict[str, Any] = {}
        self._making = threading.Lock()
        self._server = make_server(
            "127.0.0.1",
            port,
            faulty(one_writer_at_a_time(), self.faults, BUCKET),
            threaded=True,
            request_handler=handler_of(self._connections),
        )
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self.bucket = BUCKET
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        """Start serving, with the bucket and its notifications in place."""
        self._thread.start()
        self.reset()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop serving; everything that was stored is gone."""
        self._server.shutdown()
        self._connections.end_all()
        self._thread.join()
        self._server.server_close()

    def client(self, service: str = "s3") -> Any:
        """Return a boto3 client of this server for ``service``, the same each time.

        To make one takes longer than most of what it is asked for.
        """
        with self._making:
            if service not in self._clients:
                place = {"endpoint_url": self.url, "region_name": REGION}
                self._clients[service] = boto3.client(service, **place, **CREDENTIALS)
            return self._clients[service]

    def environment(self) -> dict[str, str]:
        """Return the variables with which boto3 and the app find this server."""
        return {
            "ARCHIVE_BUCKET": self.bucket,
            "AWS_ENDPOINT_URL_S3": self.url,
            "AWS_ENDPOINT_URL_SQS": self.url,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": CREDENTIALS["aws_access_key_id"],
            "AWS_SECRET_ACCESS_KEY": CREDENTIALS["aws_secret_access_key"],
        }

    def stored(self) -> dict[str, bytes]:
        """Return all objects by their keys, from behind the API, where no fault strikes."""
        return {key: one.value for key, one in sorted(self._objects().items())}

    def empty(self) -> None:
        """Remove all objects at once, behind the API: they need not be listed for it."""
        self._objects().clear()

    def _objects(self) -> Any:
        (account,) = s3_backends.values()
        return account["aws"].buckets[self.bucket].keys

    def reset(self) -> None:
        """Empty everything, and make the bucket and its queue anew."""
        self.faults.clear()
        urlopen(Request(f"{self.url}/moto-api/reset", method="POST")).close()
        sqs, s3 = self.client("sqs"), self.client()
        s3.create_bucket(Bucket=self.bucket)
        self.queue_url = sqs.create_queue(QueueName=QUEUE)["QueueUrl"]
        s3.put_bucket_notification_configuration(
            Bucket=self.bucket, NotificationConfiguration=_notifications()
        )


def _notifications() -> dict[str, Any]:
    rules = [{"Name": "prefix", "Value": "post-call/"}, {"Name": "suffix", "Value": ".json"}]
    queue = {
        "QueueArn": f"arn:aws:sqs:{REGION}:123456789012:{QUEUE}",
        "Events": ["s3:ObjectCreated:*"],
        "Filter": {"Key": {"FilterRules": rules}},
    }
    return {"QueueConfigurations": [queue]}


class Quiet(WSGIRequestHandler):
    """Serves as S3 does, and writes no line for each request."""

    protocol_version = "HTTP/1.1"  # keeps connections alive, as S3 does

    def log_request(self, *_: object) -> None:
        """Say nothing of each request."""


def one_writer_at_a_time() -> Application:
    """Return moto's server, which writes one object after the other.

    moto checks the condition of a conditional write and writes in two steps; S3 does it in one.
    """
    moto, writing = DomainDispatcherApplication(create_backend_app), threading.Lock()

    def work(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        if environ["REQUEST_METHOD"] != "PUT":
            return list(moto(environ, start_response))
        with writing:
            return list(moto(environ, start_response))

    return work
