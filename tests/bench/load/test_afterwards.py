"""After the calls: waiting for what is queued, and handing over what was given up."""

from types import SimpleNamespace

import pytest
from rich.console import Console

from bench.load import afterwards
from bench.progress import Progress
from lab.mem0.store import Store
from tests.conftest import SARAH

QUIET = Progress(Console(quiet=True))
KEY = "post-call/conv_1/post_call_transcription.json"


class Queues:
    """Queues in which so many payloads are left, one number after the other."""

    def __init__(self, *left: int) -> None:
        self._left = [*left]

    def outstanding(self) -> int:
        return self._left.pop(0) if len(self._left) > 1 else self._left[0]


@pytest.fixture(autouse=True)
def _looked_often(monkeypatch):
    monkeypatch.setattr(afterwards, "LOOKED_EVERY_SECS", 0.01)


def test_what_is_queued_is_waited_for():
    """The waiting ends when nothing is left, though it may become more on the way."""
    assert afterwards.work_off(SimpleNamespace(queues=Queues(3, 4, 1, 0)), QUIET) == 0


def test_what_never_ends_is_not_waited_for(monkeypatch):
    """When nothing comes of it for long enough, what is left is told."""
    monkeypatch.setattr(afterwards, "STALLED_SECS", 0.05)
    assert afterwards.work_off(SimpleNamespace(queues=Queues(5, 2)), QUIET) == 2


def test_the_sweep_sees_to_what_is_left(environment, box, first_call, memories_of):
    """What no handler was told of is remembered, as an hour later."""
    box.archive.create(KEY, first_call)
    afterwards.sweep_up(SimpleNamespace(environment=environment))
    assert memories_of(SARAH)


def test_extractions_are_waited_for(tmp_path):
    """What Mem0 is still extracting is waited for, until it is done."""
    store = Store(tmp_path / "mem0.db")
    said = {"messages": [{"role": "user", "content": "I love tea."}], "user_id": SARAH}
    store.events.extract_later(said, 0.2)
    afterwards.await_extractions(tmp_path / "mem0.db")
    assert [event["status"] for event in store.events.extractions()] == ["SUCCEEDED"]
    store.close()
