"""An operator's desk: commands over the lab's stores, and a look at all that lies in them."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import click
from click.testing import CliRunner, Result

from chalicelib import work
from chalicelib.container import Container
from chalicelib.layout import payload_key, record_key
from chalicelib.payload import read_payload
from chalicelib.record import Record, read_record
from lab.mem0.condition import Condition
from lab.mem0.filters import Where
from lab.mem0.server import Mem0Lab
from lab.s3 import S3Lab
from tests import invented

PERSONAL = ("+12185550143", "+16125550123", "2185550143", "6125550123", "Sarah", "Whitfield")
WRITING = ("add_inferred", "add_verbatim", "delete")


class DiedError(BaseException):
    """The operator's machine went away: nothing catches it."""


@dataclass
class Desk:
    """One stage on the lab. ``box`` is the app that the commands find."""

    box: Container
    s3: S3Lab
    mem0: Mem0Lab
    said: list[str] = field(default_factory=list)

    def run(self, command: click.Command, *arguments: str, typed: str = "") -> Result:
        """Run a command; every line it prints is kept in ``said``."""
        result = CliRunner().invoke(command, [*arguments], input=typed)
        self.said.append(result.output)
        return result

    def told(self, command: click.Command, *arguments: str) -> Any:
        """Run a command that goes well, and return its JSON."""
        result = self.run(command, *arguments, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def call(self, name: str, *, remembered: bool = True, **data: Any) -> str:
        """Archive an invented call, have it remembered, and return its key."""
        return self.keep(invented.payload(conversation_id=name, **data), remembered=remembered)

    def keep(self, event: Any, *, remembered: bool = True) -> str:
        """Archive a payload, and return its key."""
        raw = json.dumps(event).encode()
        payload = read_payload(raw)
        self.box.archive.keep(payload, raw)
        if remembered:
            work.rememberer(self.box, 300).remember(payload_key(payload))
        return payload_key(payload)

    def change(self, key: str, **data: Any) -> None:
        """Change the payload under ``key`` as if the rules had changed: its plan is another."""
        event = json.loads(self.body(key))
        event["data"].update(data)
        self.s3.client().put_object(Bucket=self.s3.bucket, Key=key, Body=json.dumps(event))

    def body(self, key: str) -> bytes:
        """Return the object under ``key``."""
        return bytes(self.s3.client().get_object(Bucket=self.s3.bucket, Key=key)["Body"].read())

    def record(self, key: str) -> Record:
        """Return the record of the payload under ``key``."""
        return read_record(self.body(record_key(key)))

    def put_record(self, key: str, record: Record) -> None:
        """Write the record of the payload under ``key``."""
        client, where = self.s3.client(), record_key(key)
        client.put_object(Bucket=self.s3.bucket, Key=where, Body=record.to_json())

    def objects(self) -> dict[str, bytes]:
        """Return all that is in the bucket, to the byte."""
        return {key: self.body(key) for key in self.s3.stored()}

    def memories(self) -> list[tuple[Any, ...]]:
        """Return all that Mem0 holds of everybody, but for ids and the times of writing."""
        everything = Where(Condition("1"), None)
        page = self.mem0.store.page(everything, 0, 10_000)
        return sorted(
            (
                (one.entities.user_id or "", one.memory, json.dumps(one.metadata, sort_keys=True))
                for one in page.memories
            ),
        )

    def writes(self) -> list[str]:
        """Return the requests that were to change something in Mem0."""
        return [one.operation for one in self.mem0.requests if one.operation in WRITING]


class Mortal:
    """A store that dies after the ``last``-th of its writes, counted with others'."""

    WRITES = frozenset("create replace change mark remove remember extract delete".split())

    def __init__(self, store: Any, counted: list[str], last: int) -> None:
        self._store, self._counted, self._last = store, counted, last

    def __getattr__(self, name: str) -> Any:
        act = getattr(self._store, name)
        return self._mortal(name, act) if name in self.WRITES else act

    def _mortal(self, name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self._counted.append(name)
            answer = act(*arguments, **named)
            if len(self._counted) == self._last:
                raise DiedError
            return answer

        return call


def deaths(box: Container) -> Iterator[Container]:
    """Yield boxes of which each dies one write later than the one before, just after that write.

    To die just before the next would be the same: only the stores outlive it. Go on until one
    comes back alive.
    """
    for last in range(1, 100):
        counted: list[str] = []
        archive, store = (Mortal(one, counted, last) for one in (box.archive, box.memory_store))
        yield boxed(box, archive, store)


def boxed(box: Container, archive: Any, memory_store: Any) -> Container:
    """Return a container with the settings and clock of ``box``, over other stores."""
    settings = box.settings
    return Container(lambda: settings, box.clock, box.sleep, archive, memory_store)
