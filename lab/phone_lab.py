"""The whole lab: S3, Mem0, the routes and the pump, started and ended together."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Self

from chalicelib.container import container
from lab.elevenlabs import ElevenLabs
from lab.mem0.server import Mem0Lab
from lab.pump import Pump
from lab.routes import Routes
from lab.s3 import S3Lab

WORKSPACE_KEY, HMAC_KEY = "lab-workspace-key", "lab-hmac-key"


class PhoneLab:
    """A running lab; ``directory`` keeps Mem0's memories, which are else gone with the lab."""

    def __init__(
        self,
        directory: Path | None = None,
        *,
        port: int = 0,
        mem0_port: int = 0,
        s3_port: int = 0,
        extraction_delay_secs: float = 1.0,
        log: IO[str] | None = None,
        log_level: str = "INFO",
    ) -> None:
        self._directory, self._log, self._log_level = directory, log, log_level
        self._ports = (port, mem0_port, s3_port)
        self._extraction_delay_secs = extraction_delay_secs
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Start everything; what was started is ended again when something can't."""
        with ExitStack() as starting:
            scratch = Path(starting.enter_context(TemporaryDirectory(prefix="phone-lab-")))
            self._start(starting, scratch, self._directory or scratch)
            self._stack = starting.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """End everything."""
        self._stack.close()

    def _start(self, starting: ExitStack, scratch: Path, kept: Path) -> None:
        port, mem0_port, s3_port = self._ports
        kept.mkdir(parents=True, exist_ok=True)
        self.s3 = starting.enter_context(S3Lab(s3_port))
        self.mem0 = starting.enter_context(
            Mem0Lab(
                database=kept / "mem0.db",
                port=mem0_port,
                extraction_delay_secs=self._extraction_delay_secs,
            )
        )
        self.environment = self._environment(scratch)
        starting.enter_context(_set(self.environment))  # the pump calls the handler right here
        handler = import_module("app").remember
        starting.enter_context(Pump(self.s3.client("sqs"), self.s3.queue_url, handler))
        self.routes = starting.enter_context(Routes(self.environment, port, self._log))
        self.elevenlabs = ElevenLabs(self.routes.url, WORKSPACE_KEY, HMAC_KEY)

    def _environment(self, scratch: Path) -> dict[str, str]:
        return {
            **self.s3.environment(),
            "MEM0_API_KEY": self.mem0.api_key,
            "MEM0_HOST": self.mem0.url,
            "MEM0_DIR": str(scratch / "mem0"),
            "ELEVENLABS_WORKSPACE_KEY": WORKSPACE_KEY,
            "ELEVENLABS_HMAC_KEY": HMAC_KEY,
            "LOG_LEVEL": self._log_level,
            "POWERTOOLS_METRICS_DISABLED": "true",  # they are for CloudWatch, not for a terminal
        }


@contextmanager
def _set(environment: Mapping[str, str]) -> Iterator[None]:
    """Have the app in this process built from ``environment``, and from the old one afterwards."""
    before = dict(os.environ)
    os.environ.update(environment)
    container.cache_clear()
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        container.cache_clear()
