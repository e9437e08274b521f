"""The pump: S3's notifications, handed to the real object-created handler as Lambda would.

Lambda calls a handler again when it raises, twice more, and then gives up; so does the pump.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

MOST_TRIES = 3  # Lambda's own for asynchronous events: one, and two again
HANDLER_SECS = 300.0


@dataclass
class Context:
    """What Lambda tells a handler of its invocation, as far as ours ask."""

    function_name: str
    until: float = field(default_factory=lambda: time.monotonic() + HANDLER_SECS)

    def get_remaining_time_in_millis(self) -> int:
        """Return how long the handler may still take."""
        return max(0, round((self.until - time.monotonic()) * 1_000))


class Pump:
    """Carries notifications from ``queue_url`` to ``handler`` until it is stopped."""

    def __init__(self, sqs: Any, queue_url: str, handler: Callable[[Any, Any], Any]) -> None:
        self._sqs, self._queue_url, self._handler = sqs, queue_url, handler
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.given_up: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        """Start pumping on a thread of its own."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Finish what is under way and stop."""
        self._stopped.set()
        self._thread.join()

    def drain(self) -> int:
        """Hand on all that waits now, and return how many notifications that were."""
        return sum(1 for _ in self._waiting(wait_secs=0))

    def _run(self) -> None:
        while not self._stopped.is_set():
            if not sum(1 for _ in self._waiting(wait_secs=1)):
                self._stopped.wait(0.05)

    def _waiting(self, wait_secs: int) -> Iterator[None]:
        while messages := self._receive(wait_secs):
            for message in messages:
                self._hand_on(message)
                yield

    def _receive(self, wait_secs: int) -> list[Any]:
        answer = self._sqs.receive_message(
            QueueUrl=self._queue_url,
            MaxNumberOfMessages=10,
            WaitTimeSeconds=wait_secs,
            AttributeNames=["ApproximateReceiveCount"],
        )
        return list(answer.get("Messages", ()))

    def _hand_on(self, message: dict[str, Any]) -> None:
        event = json.loads(message["Body"])
        if "Records" in event:  # S3 also sends a test event when notifications are set up
            try:
                self._handler(event, Context("agentic-memory-local-remember"))
            except Exception:  # noqa: BLE001 - as Lambda does: whatever it is, try again later
                if int(message["Attributes"]["ApproximateReceiveCount"]) < MOST_TRIES:
                    return
                self.given_up.append(event)
        self._sqs.delete_message(QueueUrl=self._queue_url, ReceiptHandle=message["ReceiptHandle"])
