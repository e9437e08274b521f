"""The pump: S3's notifications, handed to the real object-created handler as Lambda would.

Lambda calls a handler again when it raises, twice more, and then gives up; so does the pump. It
does so sooner: Lambda waits for a minute before the second try and for two before the third.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Self

MOST_TRIES = 3  # Lambda's own for asynchronous events: one, and two again
HANDLER_SECS = 300.0
RETRY_SECS = 5
MOST_RECEIVED = 10  # SQS hands out no more at a time


@dataclass
class Context:
    """What Lambda tells a handler of its invocation, as far as ours ask."""

    function_name: str
    until: float = field(default_factory=lambda: time.monotonic() + HANDLER_SECS)

    def get_remaining_time_in_millis(self) -> int:
        """Return how long the handler may still take."""
        return max(0, round((self.until - time.monotonic()) * 1_000))


class Pump:
    """Carries notifications from ``queue_url`` to ``handler`` until it is stopped.

    ``at_once`` invocations may be under way side by side, as with Lambda. One that raised is tried
    again after ``retry_secs``; the event of one that never succeeds goes to ``give_up``, or else
    to the list ``given_up``.
    """

    def __init__(
        self,
        sqs: Any,
        queue_url: str,
        handler: Callable[[Any, Any], Any],
        *,
        at_once: int = 1,
        retry_secs: int = RETRY_SECS,
        give_up: Callable[[dict[str, Any]], object] | None = None,
    ) -> None:
        self._sqs, self._queue_url, self._handler = sqs, queue_url, handler
        self._at_once, self._retry_secs = at_once, retry_secs
        self._free = threading.Semaphore(at_once)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.given_up: list[dict[str, Any]] = []
        self._give_up = give_up or self.given_up.append

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
        return sum(1 for _ in self._waiting())

    def _run(self) -> None:
        with ThreadPoolExecutor(self._at_once, thread_name_prefix="remembering") as invocations:
            while self._free.acquire() and not self._stopped.is_set():
                self._invoke(invocations, 1 + self._also_free())

    def _also_free(self) -> int:
        return sum(self._free.acquire(blocking=False) for _ in range(MOST_RECEIVED - 1))

    def _invoke(self, invocations: ThreadPoolExecutor, free: int) -> None:
        """Take as many notifications as there are ``free`` invocations; none has to wait here."""
        messages = self._receive(free, wait_secs=1)
        for message in messages:
            done = invocations.submit(self._hand_on, message)
            done.add_done_callback(lambda _: self._free.release())
        for _ in range(free - len(messages)):
            self._free.release()

    def _waiting(self) -> Iterator[None]:
        while messages := self._receive(MOST_RECEIVED, wait_secs=0):
            for message in messages:
                self._hand_on(message)
                yield

    def _receive(self, most: int, wait_secs: int) -> list[Any]:
        """Receive what nobody else is given for as long as a handler may take."""
        answer = self._sqs.receive_message(
            QueueUrl=self._queue_url,
            MaxNumberOfMessages=most,
            WaitTimeSeconds=wait_secs,
            VisibilityTimeout=round(HANDLER_SECS),
            AttributeNames=["ApproximateReceiveCount"],
        )
        return list(answer.get("Messages", ()))

    def _hand_on(self, message: dict[str, Any]) -> None:
        event, received = json.loads(message["Body"]), {"ReceiptHandle": message["ReceiptHandle"]}
        if "Records" in event:  # S3 also sends a test event when notifications are set up
            try:
                self._handler(event, Context("agentic-memory-local-remember"))
            except Exception:  # noqa: BLE001 - as Lambda does: whatever it is, try again later
                if int(message["Attributes"]["ApproximateReceiveCount"]) < MOST_TRIES:
                    self._sqs.change_message_visibility(
                        QueueUrl=self._queue_url, VisibilityTimeout=self._retry_secs, **received
                    )
                    return
                self._give_up(event)
        self._sqs.delete_message(QueueUrl=self._queue_url, **received)
