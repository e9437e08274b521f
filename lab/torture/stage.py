"""Where histories are played: one S3, one Mem0, and the app's own clients, cleared in between."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import boto3
import httpx
from botocore.config import Config

from chalicelib.archive import Archive
from chalicelib.container import Container
from chalicelib.mem0_client import build_client
from chalicelib.memory_store import MemoryStore
from chalicelib.settings import Settings, read_settings
from lab.mem0.server import Mem0Lab
from lab.s3 import CREDENTIALS, REGION, S3Lab
from lab.torture.network import Network
from lab.torture.world import HMAC_KEY, Clock, World

EXTRACTING_SECS = 45.0  # by the world's clock, as Mem0 takes 30 to 60


class Stage:
    """A running S3 and Mem0 in this process."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._running = ExitStack()
        self._clock = Clock()
        self._network = Network()

    def __enter__(self) -> Self:
        """Start both, and build the clients that all histories share."""
        self.s3 = self._running.enter_context(S3Lab())
        self.mem0 = self._running.enter_context(
            Mem0Lab(
                self._scratch / "mem0.db", extraction_delay_secs=EXTRACTING_SECS, clock=self._clock
            )
        )
        self.s3.client().put_bucket_notification_configuration(
            Bucket=self.s3.bucket, NotificationConfiguration={}
        )
        self._archive = Archive(self._s3_client(), self.s3.bucket)
        self._memory_store = MemoryStore(self._mem0_client)
        self._memory_store.open_connections()
        return self

    def __exit__(self, *_: object) -> None:
        """End both."""
        self._running.close()

    def heal(self) -> None:
        """Let nothing go wrong from now on."""
        self.s3.faults.clear()
        self.mem0.faults.clear()

    def new_world(self) -> World:
        """Return the world of a new history, in which nothing has happened."""
        self.heal()
        self._empty()
        self._clock.restart()
        box = Container(
            self._settings,
            self._clock,
            self._clock.sleep,
            archive=self._archive,
            memory_store=self._memory_store,
        )
        return World(box, self.s3, self._clock, self._network)

    def _empty(self) -> None:
        self.s3.empty()
        self.mem0.store.empty()
        self.mem0.requests.clear()

    def _settings(self) -> Settings:
        return read_settings(
            {
                "ARCHIVE_BUCKET": self.s3.bucket,
                "ELEVENLABS_HMAC_KEY": HMAC_KEY,
                "ELEVENLABS_WORKSPACE_KEY": "torture-workspace-key",
                "MEM0_API_KEY": self.mem0.api_key,
                "MEM0_HOST": self.mem0.url,
                "LOG_LEVEL": "CRITICAL",
            }
        )

    def _s3_client(self) -> Any:
        """Return a client that asks once: retries of its own would only take time here."""
        config = Config(retries={"total_max_attempts": 1, "mode": "standard"}, read_timeout=5)
        client = boto3.client(
            "s3", endpoint_url=self.s3.url, region_name=REGION, config=config, **CREDENTIALS
        )
        self._network.watch_s3(client)
        return client

    def _mem0_client(self) -> Any:
        client = build_client(self.mem0.api_key, self.mem0.url, str(self._scratch / "m"), 5.0)
        http: httpx.Client = client.client
        self._network.watch_mem0(http)
        return client
