"""What one Lambda container holds from its first request to its last: settings and clients.

Everything is built at first use and then kept, so that a warm container builds nothing.
"""

import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from chalicelib import log
from chalicelib.archive import Archive
from chalicelib.current_settings import CurrentSettings
from chalicelib.keys import with_keys
from chalicelib.memory_store import MemoryStore
from chalicelib.settings import Settings, read_settings

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger

THREADS = 32  # requests under way at once, among them those nobody waits for any more

_Answer = TypeVar("_Answer")


class Container:
    """Settings, clients and clock of one container, for every door and handler."""

    def __init__(
        self,
        read: Callable[[], Settings],
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        archive: Archive | None = None,
        memory_store: MemoryStore | None = None,
    ) -> None:
        self._current = CurrentSettings(read)
        settings = self.settings
        self.clock = clock
        self.sleep = sleep
        self.log: Logger = log.configure(settings.log_level)
        self.memory_store = memory_store or MemoryStore(
            self._build_mem0_client, settings.mem0_org_id, settings.mem0_project_id
        )
        self._archive = archive
        self._building = threading.Lock()
        self._next_due = 0.0
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="asking")

    @property
    def settings(self) -> Settings:
        """The settings, with the keys that hold now."""
        return self._current.now

    def freshen(self, secs: float) -> "Future[None] | None":
        """Start reading keys again that are ``secs`` old; nobody needs to wait for it."""
        is_due = self._current.are_old(secs)
        return self.start(self._current.freshen, secs) if is_due else None

    def has_newer_keys(self, known: Settings) -> bool:
        """Return whether others hold than in ``known``: ask when one of those was refused."""
        return self._current.changed_since(known)

    @property
    def archive(self) -> Archive:
        """The archive, whose client takes a tenth of a second to load: not all requests need it."""
        with self._building:
            if self._archive is None:
                self._archive = Archive(_build_s3_client(), self.settings.archive_bucket)
            return self._archive

    def start(self, work: Callable[..., _Answer], *arguments: Any) -> "Future[_Answer]":
        """Start ``work`` on a thread of its own, for the same conversation."""
        return self._threads.submit(copy_context().run, work, *arguments)

    def is_due(self, secs: float) -> bool:
        """Return True once in ``secs``: for what need not be done at every request."""
        with self._building:
            due = time.monotonic() >= self._next_due
            self._next_due = time.monotonic() + secs if due else self._next_due
            return due

    @staticmethod
    def wait_for(futures: "list[Future[Any]]", secs: float) -> None:
        """Return when all ``futures`` are done or ``secs`` have passed, whichever is first."""
        wait(futures, timeout=max(secs, 0.0))

    def _build_mem0_client(self) -> Any:
        from chalicelib.mem0_client import build_client  # noqa: PLC0415 - slow, and not all need it

        settings = self.settings
        return build_client(
            settings.mem0_api_key,
            settings.mem0_host,
            settings.mem0_dir,
            settings.mem0_timeout_secs,
            self._mem0_key,
        )

    def _mem0_key(self, refused: str) -> str:
        """Return the Mem0 key that holds now, having looked lately if ``refused`` is still it."""
        known = self.settings
        if refused == known.mem0_api_key:
            self.has_newer_keys(known)
        return self.settings.mem0_api_key


@cache
def container() -> Container:
    """Return this process's container; raise SettingsError when a setting is missing or wrong."""
    return Container(lambda: read_settings(with_keys(os.environ)))


def _build_s3_client() -> Any:
    import boto3  # noqa: PLC0415 - slow, and not all requests need it
    from botocore.config import Config  # noqa: PLC0415

    config = Config(
        connect_timeout=2, read_timeout=5, retries={"mode": "standard", "total_max_attempts": 3}
    )
    return boto3.client("s3", config=config)
