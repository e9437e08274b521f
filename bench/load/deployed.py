"""What would be deployed, on this machine: route processes, handlers, and what they depend on."""

import json
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

import boto3

from bench.api_gateway import HMAC_KEY, WORKSPACE_KEY
from bench.load.asked import Load
from bench.progress import Advance
from bench.stand import Mem0, serving, stand
from chalicelib.archive import Archive
from chalicelib.settings import Settings, read_settings
from lab.elevenlabs import ElevenLabs
from lab.routes import Routes, free_port
from lab.s3 import QUEUE

EXTRACTION_SECS = 1.0  # Mem0 says 30 to 60; nothing here depends on it but the end's waiting
RETRY_SECS = 2  # Lambda waits for a minute, and for two
INVOCATIONS_EACH = 10  # of the handler in one process: boto3 keeps ten connections
STARTED_AT_ONCE = 2  # processes; each needs a processor for a second

Event = dict[str, Any]  # as S3 tells the handler of a new object

_LEFT = ("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")


@dataclass(frozen=True)
class Queues:
    """Lambda's two queues: of new payloads, and of events whose handler never succeeded."""

    sqs: Any
    waiting: str  # URLs
    given_up: str

    def outstanding(self) -> int:
        """Return how many payloads are still to be remembered, those at work included."""
        asked = self.sqs.get_queue_attributes(QueueUrl=self.waiting, AttributeNames=[*_LEFT])
        return sum(int(asked["Attributes"][name]) for name in _LEFT)

    def take_given_up(self) -> list[Event]:
        """Return the events that were given up, and forget them."""
        events = []
        while messages := self.sqs.receive_message(
            QueueUrl=self.given_up, MaxNumberOfMessages=10
        ).get("Messages"):
            for message in messages:
                events.append(json.loads(message["Body"]))
                handle = message["ReceiptHandle"]
                self.sqs.delete_message(QueueUrl=self.given_up, ReceiptHandle=handle)
        return events


@dataclass(frozen=True)
class Deployed:
    """What runs.

    Attributes:
        mem0: what the app remembers with.
        environment: the app's settings, as variables.
        settings: the same, read.
        archive: the app's, for looking into it.
        urls: where the routes listen.
        queues: what is still to be remembered, and what was given up.

    """

    mem0: Mem0
    environment: dict[str, str]
    settings: Settings
    archive: Archive
    urls: tuple[str, ...]
    queues: Queues

    def lines(self, count: int) -> list[ElevenLabs]:
        """Return ``count`` lines with connections of their own, spread over the routes."""
        urls = [self.urls[number % len(self.urls)] for number in range(count)]
        return [ElevenLabs(url, WORKSPACE_KEY, HMAC_KEY) for url in urls]


@contextmanager
def deployed(load: Load, log: IO[str] | None, advance: Advance) -> Iterator[Deployed]:
    """Start all of it, and end it with the block; ``advance`` is called as each process is up.

    What the app logs goes to ``log``, or nowhere.
    """
    with ExitStack() as running:
        nowhere = running.enter_context(Path(os.devnull).open("w", encoding="utf-8"))
        here = running.enter_context(stand(extraction_delay_secs=EXTRACTION_SECS, seed=load.seed))
        environment = {
            **here.environment,
            "CLIENT_DATA_BUDGET_MS": str(load.budget_ms),
            "POWERTOOLS_METRICS_DISABLED": "true",  # they are for CloudWatch
        }
        queues, settings = _queues(_aws("sqs", environment)), read_settings(environment)
        routes = [Routes(environment, port, log) for port in _free_ports(load.size.routes)]
        handlers = [
            _handler(queues, environment, log or nowhere) for _ in range(load.size.handlers)
        ]
        with ThreadPoolExecutor(STARTED_AT_ONCE) as threads:
            for _ in threads.map(running.enter_context, [*routes, *handlers]):
                advance()
        archive = Archive(_aws("s3", environment), settings.archive_bucket)
        urls = tuple(one.url for one in routes)
        yield Deployed(here.mem0, environment, settings, archive, urls, queues)


def _aws(service: Literal["s3", "sqs"], environment: Mapping[str, str]) -> Any:
    return boto3.client(
        service,
        endpoint_url=environment[f"AWS_ENDPOINT_URL_{service.upper()}"],
        region_name=environment["AWS_DEFAULT_REGION"],
        aws_access_key_id=environment["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=environment["AWS_SECRET_ACCESS_KEY"],
    )


def _queues(sqs: Any) -> Queues:
    waiting = sqs.get_queue_url(QueueName=QUEUE)["QueueUrl"]
    return Queues(sqs, waiting, sqs.create_queue(QueueName="given-up")["QueueUrl"])


def _handler(
    queues: Queues, environment: Mapping[str, str], log: IO[str]
) -> AbstractContextManager[str]:
    arguments = {
        "queue": queues.waiting,
        "given-up": queues.given_up,
        "at-once": INVOCATIONS_EACH,
        "retry-secs": RETRY_SECS,
    }
    written = [f"--{name}={value}" for name, value in arguments.items()]
    return serving("bench.load.handlers", *written, environment=environment, log=log)


def _free_ports(count: int) -> set[int]:
    ports = set[int]()
    while len(ports) < count:
        ports.add(free_port())
    return ports
