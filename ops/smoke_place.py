"""Where ``smoke`` plays: a stage's routes, its archive and its Mem0, and a clock to wait by."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import boto3
import httpx

from chalicelib import log
from chalicelib.mem0_client import build_client
from chalicelib.mem0_errors import MemoryStoreError, named_errors
from chalicelib.memory_store import MemoryStore
from chalicelib.settings import Settings, SettingsError, read_settings
from ops.operator_error import OperatorError
from ops.reached_stage import variables
from ops.smoke_call import CALLER
from ops.stage import Stage

MEM0_SECS = 30.0  # nobody waits on a line for it


@dataclass(frozen=True)
class Place:
    """A stage as its caller and its operator reach it. ``clock`` is unix seconds."""

    stage: str
    http: httpx.Client  # its base is the stage's API
    settings: Settings
    s3: Any
    mem0: Any  # a mem0.MemoryClient
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep

    def count_memories(self) -> int:
        """Return how many memories of the reserved caller Mem0 has; raise MemoryStoreError."""
        with named_errors():
            answer = self.mem0.get_all(filters={"user_id": CALLER}, page=1, page_size=1)
        if not isinstance(count := answer.get("count"), int):
            raise MemoryStoreError("nonsense")
        return count

    def delete_memories(self) -> None:
        """Have Mem0 delete what it has of the reserved caller, which it does a little later."""
        from mem0.exceptions import MemoryNotFoundError  # noqa: PLC0415 - the client has loaded it

        for delete in (self.mem0.delete_all, self.mem0.delete_users):
            with named_errors(), suppress(MemoryNotFoundError):
                delete(user_id=CALLER)

    def outcome(self, event_id: str) -> str:
        """Return what came of an extraction: pending, done or failed."""
        return MemoryStore(lambda: self.mem0).outcome(event_id)


def open_place(stage: Stage, aws: boto3.Session, http: httpx.Client) -> Place:
    """Return ``stage`` with the settings that it runs with; raise OperatorError."""
    log.configure("CRITICAL")  # the libraries below log URLs
    try:
        settings = read_settings({**variables(stage, aws), "ARCHIVE_BUCKET": stage.bucket})
    except SettingsError as error:
        raise OperatorError(
            f"Stage {stage.name} would not start: {error}. See python -m ops doctor "
            f"--stage {stage.name}."
        ) from error
    mem0 = build_client(settings.mem0_api_key, settings.mem0_host, settings.mem0_dir, MEM0_SECS)
    return Place(stage.name, http, settings, aws.client("s3"), mem0)
