"""The test stand: the lab's Mem0 and S3, each in its own process, and the app's settings."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import httpx

from bench.api_gateway import HMAC_KEY, WORKSPACE_KEY
from bench.sample import NotMeasuredError
from lab.faults import Fault

ENDING_SECS = 10.0

_ANNOUNCED = re.compile(r"on (?P<url>\S+), key (?P<key>\S+)")


@dataclass(frozen=True)
class Mem0:
    """The lab's Mem0: how it behaves, and what it was asked. ``database`` is its file."""

    url: str
    api_key: str
    database: Path

    def answer_after(self, secs: float) -> None:
        """Let each answer from now on wait for ``secs``; 0 for answering at once."""
        self.heal()
        if secs:
            self.plan([Fault(hang_secs=secs)])

    def plan(self, faults: Iterable[Fault]) -> None:
        """Let these ``faults`` strike from now on, beside those planned before."""
        for fault in faults:
            self._lab("POST", "faults", asdict(fault))

    def struck(self) -> list[tuple[Fault, int]]:
        """Return the faults that are planned, with how many requests each has met so far."""
        met = self._lab("GET", "faults")["faults"]
        return [(Fault(**one["fault"]), int(one["struck"])) for one in met]

    def heal(self) -> None:
        """Let nothing go wrong from now on; what has begun goes on."""
        self._lab("DELETE", "faults")

    def forget_requests(self) -> None:
        """Forget what it was asked so far."""
        self._lab("DELETE", "requests")

    def starts(self) -> list[float]:
        """Return when each request came in since then, in monotonic seconds."""
        return [float(one["at"]) for one in self._lab("GET", "requests")["requests"]]

    def _lab(self, method: str, path: str, body: Any = None) -> Any:
        answer = httpx.request(method, f"{self.url}/lab/{path}", json=body)
        return answer.raise_for_status().json()


@dataclass(frozen=True)
class Stand:
    """A Mem0, and the environment in which the app finds it and S3."""

    mem0: Mem0
    environment: dict[str, str]


@contextmanager
def stand(*, extraction_delay_secs: float = 0.0, seed: int = 0) -> Iterator[Stand]:
    """Start both servers, and end them with the block.

    ``extraction_delay_secs`` is how long Mem0 takes to find facts; ``seed`` is for faults with a
    probability.
    """
    with ExitStack() as running:
        scratch = Path(running.enter_context(TemporaryDirectory(prefix="bench-")))
        database = scratch / "mem0.db"
        arguments = ("--port", "0", "--database", str(database), "--seed", str(seed))
        delay = ("--extraction-delay", str(extraction_delay_secs))
        announced = running.enter_context(serving("lab.mem0", *arguments, *delay))
        if not (said := _ANNOUNCED.search(announced)):
            raise NotMeasuredError("the lab's Mem0 did not start")
        mem0 = Mem0(said["url"], said["key"], database)
        s3 = json.loads(running.enter_context(serving("bench.s3")))
        yield Stand(mem0, {**s3, **_settings(mem0, scratch)})


def _settings(mem0: Mem0, scratch: Path) -> dict[str, str]:
    return {
        "MEM0_API_KEY": mem0.api_key,
        "MEM0_HOST": mem0.url,
        "MEM0_DIR": str(scratch / "mem0"),
        "ELEVENLABS_WORKSPACE_KEY": WORKSPACE_KEY,
        "ELEVENLABS_HMAC_KEY": HMAC_KEY,
        "LOG_LEVEL": "ERROR",
    }


@contextmanager
def serving(
    module: str,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    log: IO[str] | None = None,
) -> Iterator[str]:
    """Run ``python -m module`` until the block ends; yield the first line that it prints.

    It has this process's environment with ``environment`` beside it, and its stderr is ``log``, or
    ours. Raises NotMeasuredError when it ends without a word.
    """
    command = [sys.executable, "-m", module, *arguments]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
        env={**os.environ, **(environment or {})},
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            if not line:
                raise NotMeasuredError(f"python -m {module} did not start")
            yield line
        finally:
            _end(process)


def _end(process: "subprocess.Popen[str]") -> None:
    """End ``process`` as the system would: it is asked, and after ENDING_SECS it is not."""
    process.terminate()
    try:
        process.wait(ENDING_SECS)
    except subprocess.TimeoutExpired:
        process.kill()
