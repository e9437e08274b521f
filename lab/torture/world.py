"""One history's world: the real handlers on real stores, by a clock that can be put forward.

ElevenLabs, S3's notifications and Lambda are played here: a delivery that gets no 200 may come
again, a notification may be lost, repeated or overtaken, and a handler that raises is called again.
"""

import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from chalice.app import Request

from chalicelib import doors, signature, work
from chalicelib.container import Container
from chalicelib.refusal import RefusalError
from chalicelib.sweep import GRACE_SECS
from lab.s3 import S3Lab
from lab.torture.calls import payload
from lab.torture.network import DiedError, Disaster, Network

HMAC_KEY = "torture-hmac-key"
MOST_TRIES = 3  # Lambda's own for asynchronous events
HANDLER_SECS, SWEEP_SECS = 300.0, 900.0
MEANWHILE_SECS = 60.0  # shorter than a lease, or the one kept waiting would be overtaken


class Clock:
    """Real time, put forward by whoever sleeps."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Go only so far ahead that what S3 dates now is old enough for the sweep."""
        self._ahead_secs = GRACE_SECS + 100.0

    def __call__(self) -> float:
        """Return unix seconds."""
        return time.time() + self._ahead_secs

    def sleep(self, secs: float) -> None:
        """Put the clock forward."""
        self._ahead_secs += secs


@dataclass
class World:
    """What has happened so far, and how to make more happen."""

    box: Container
    s3: S3Lab
    clock: Clock
    network: Network
    acknowledged: set[tuple[int, int]] = field(default_factory=set)  # call and version
    sent: set[tuple[int, int]] = field(default_factory=set)  # with a good signature
    tries: Counter[str] = field(default_factory=Counter)  # of each notification under way
    _noticed: set[str] = field(default_factory=set)

    def deliver(self, number: int, version: int, disaster: Disaster | None) -> None:
        """Have ElevenLabs send call ``number``."""
        body = payload(number, version)
        signed = signature.sign(body, HMAC_KEY, int(self.clock()))
        self.sent.add((number, version))
        if self._post(body, signed, disaster) == 200:
            self.acknowledged.add((number, version))

    def forge(self, number: int, at_secs: float, key: str) -> None:
        """Have a stranger send something about call ``number``."""
        body = payload(number, version=666)
        signed = signature.sign(body, key, int(self.clock() + at_secs))
        assert self._post(body, signed, None) == 200, "a stranger learns nothing"

    def notify(self) -> None:
        """Have S3 notify of all that is new, once each."""
        keys = {key for key in self.s3.stored() if key.startswith("post-call/")}
        self.tries.update(dict.fromkeys(keys - self._noticed, 0))
        self._noticed |= keys

    def handle(self, key: str, disaster: Disaster | None, secs: float = HANDLER_SECS) -> None:
        """Have Lambda call the handler for ``key``; the notification stays if that fails."""
        self.network.plan(disaster, lambda: self._meanwhile(key))
        try:
            work.remember(self.box, key, self._context(secs))
        except (Exception, DiedError):  # noqa: BLE001 - as Lambda does: whatever it is, try again
            self.tries[key] += 1
            if self.tries[key] >= MOST_TRIES:
                self.lose(key)
        finally:
            self.network.plan(None, _nothing)

    def lose(self, key: str) -> None:
        """Drop the notification of ``key``."""
        self.tries.pop(key, None)

    def sweep(self, disaster: Disaster | None = None) -> None:
        """Have the schedule run."""
        self.network.plan(disaster, self._meanwhile_all)
        try:
            work.sweep(self.box, self._context(SWEEP_SECS))
        except (Exception, DiedError):  # noqa: BLE001 - the next hour's run goes on
            pass
        finally:
            self.network.plan(None, _nothing)

    def _post(self, body: bytes, signed: str, disaster: Disaster | None) -> int:
        self.network.plan(disaster, _nothing)
        try:
            return doors.after_call(_request(body, signed), self.box).status_code
        except RefusalError as refusal:
            return refusal.status
        except DiedError:
            return 502
        finally:
            self.network.plan(None, _nothing)

    def _meanwhile(self, key: str) -> None:
        """Let another invocation work on ``key`` while one is in the middle of it."""
        with suppress(Exception):  # it is one more delivery of the same notification
            work.remember(self.box, key, self._context(MEANWHILE_SECS))

    def _meanwhile_all(self) -> None:
        for key in sorted(self._noticed)[:1]:
            self._meanwhile(key)

    def _context(self, secs: float) -> Any:
        until, clock = self.clock() + secs, self.clock

        class Context:
            def get_remaining_time_in_millis(self) -> int:
                return round(max(0.0, until - clock()) * 1_000)

        return Context()


def _nothing() -> None:
    """Let nothing happen."""


def _request(body: bytes, signed: str) -> Request:
    event = {
        "requestContext": {"resourcePath": "/post-call", "httpMethod": "POST"},
        "headers": {"ElevenLabs-Signature": signed, "Content-Type": "application/json"},
        "multiValueQueryStringParameters": None,
        "pathParameters": None,
        "stageVariables": None,
        "isBase64Encoded": False,
        "body": body.decode(),
    }
    return Request(event, None)
