"""The network between the app and its stores, where a disaster can strike at any step.

Each request to S3 or Mem0 is a step: all that the app does to the world is one. A disaster is put
where the real clients let one look on: botocore's events and httpx' hooks. So the process dies, or
waits in vain for an answer, between any two things it does, and nobody has to wait for it really.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import httpx
from botocore.exceptions import ReadTimeoutError

Kind = Literal[
    "dies before", "dies after", "hears nothing, not done", "hears nothing, done", "meanwhile"
]
KINDS: tuple[Kind, ...] = (
    "dies before",
    "dies after",
    "hears nothing, not done",
    "hears nothing, done",
    "meanwhile",
)


class DiedError(BaseException):
    """The process was killed: nothing catches it, nothing is cleaned up."""


@dataclass(frozen=True)
class Disaster:
    """What happens at the ``step``-th request from now, the first being 1."""

    step: int
    kind: Kind


class Network:
    """Counts the steps of the app and lets the one planned disaster strike."""

    def __init__(self) -> None:
        self._disaster: Disaster | None = None
        self._meanwhile: Callable[[], None] = lambda: None
        self._steps = 0

    def plan(self, disaster: Disaster | None, meanwhile: Callable[[], None]) -> None:
        """Count from here; ``meanwhile`` is what another does in the middle of a step."""
        self._disaster, self._meanwhile, self._steps = disaster, meanwhile, 0

    def watch_s3(self, client: Any) -> None:
        """Have each request of the S3 ``client`` pass here."""
        client.meta.events.register("before-send.s3", self._s3_asks)
        client.meta.events.register("response-received.s3", self._s3_answers)

    def watch_mem0(self, http: httpx.Client) -> None:
        """Have each request of Mem0's ``http`` client pass here."""
        http.event_hooks = {"request": [self._mem0_asks], "response": [self._mem0_answers]}

    def _s3_asks(self, **_: Any) -> None:
        if self._before() == "hears nothing, not done":
            raise ReadTimeoutError(endpoint_url="s3")

    def _s3_answers(self, **_: Any) -> None:
        if self._after() == "hears nothing, done":
            raise ReadTimeoutError(endpoint_url="s3")

    def _mem0_asks(self, request: httpx.Request) -> None:
        if self._before() == "hears nothing, not done":
            raise httpx.ReadTimeout("torture", request=request)

    def _mem0_answers(self, response: httpx.Response) -> None:
        if self._after() == "hears nothing, done":
            raise httpx.ReadTimeout("torture", request=response.request)

    def _before(self) -> Kind | None:
        self._steps += 1
        kind = self._kind_now()
        if kind == "dies before":
            raise DiedError
        if kind == "meanwhile":
            self._disaster = None  # whatever the other does, it happens to them undisturbed
            self._meanwhile()
        return kind

    def _after(self) -> Kind | None:
        kind = self._kind_now()
        if kind == "dies after":
            raise DiedError
        return kind

    def _kind_now(self) -> Kind | None:
        is_now = self._disaster is not None and self._steps == self._disaster.step
        return self._disaster.kind if self._disaster and is_now else None
