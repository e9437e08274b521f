"""Cold start: from a new process to the first answer of /client-data, and that process's memory."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import first_answer
from bench.caller import NAME
from bench.line import Line
from bench.sample import NotMeasuredError, Sample, ratio
from bench.unpacked import Unpacked

TARGET_RATIO, TARGET_MB = 0.35, 75.0
OURS, PLAIN = "ours", first_answer.PLAIN
WAITING_SECS = 60.0
# Long enough for the plain import: cut off, it would seem as fast as the budget.
ALL_THE_TIME = {"CLIENT_DATA_BUDGET_MS": "15000", "MEM0_TIMEOUT": "15"}


@dataclass(frozen=True)
class ColdStarts:
    """Times (ms) and peak memory (MB) of new processes: ours, and with the plain import."""

    byte_code: str  # "cached" or "none"
    times: Mapping[str, Sample]
    memory: Mapping[str, Sample]


def measure(
    artifact: Unpacked,
    environment: Mapping[str, str],
    event: Mapping[str, Any],
    *,
    byte_code: str,
    pairs: int,
    advance: Callable[[], None],
) -> ColdStarts:
    """Start ``pairs`` processes of each kind in turn; a first pair only warms the disk's cache."""
    started = {kind: list[_Started]() for kind in (OURS, PLAIN)}
    for _ in range(pairs + 1):
        for kind, seen in started.items():
            seen.append(_start(kind, artifact, environment, event))
        advance()
    return ColdStarts(
        byte_code,
        {kind: Sample(tuple(one.ms for one in seen[1:])) for kind, seen in started.items()},
        {kind: Sample(tuple(one.mb for one in seen[1:]), "MB") for kind, seen in started.items()},
    )


def lines(measured: ColdStarts) -> list[Line]:
    """Return the promises about time and memory."""
    times, memory = measured.times, measured.memory
    share, peak = ratio(times[OURS], times[PLAIN]), memory[OURS].largest
    byte_code = {"cached": "byte-code cached", "none": "no byte-code"}[measured.byte_code]
    baseline = "plain import"
    how = f"{HOW} {HOW_BYTE_CODE[measured.byte_code]}"
    return [
        Line(
            f"cold start to the first /client-data answer, {byte_code}",
            f"at most {TARGET_RATIO}x",
            f"{share:.2f}x",
            share <= TARGET_RATIO,
            how,
            times[OURS],
            baseline,
            times[PLAIN],
        ),
        Line(
            f"memory of that process, {byte_code}",
            f"at most {TARGET_MB:.0f} MB",
            f"{peak:.1f} MB",
            peak <= TARGET_MB,
            "The largest peak (VmHWM, in MB of 2^20 bytes) of those processes.",
            memory[OURS],
            baseline,
            memory[PLAIN],
        ),
    ]


HOW = (
    "A new interpreter that sees only the packaged code, the packaged layer and boto3 imports the "
    "app and answers one request of API Gateway; the clock runs from before the process is started "
    "until it has the answer, which greets by name. The baseline is the same with Mem0's client "
    "loaded by a plain `from mem0 import MemoryClient`; the two take turns, and the ratio is that "
    "of the medians. The budget is lifted, or it would cut the baseline short."
)
HOW_BYTE_CODE = {
    "cached": "Every module's byte-code is there.",
    "none": "No package has byte-code and none can be written, as in a freshly deployed Lambda.",
}


@dataclass(frozen=True)
class _Started:
    ms: float
    mb: float


def _start(
    kind: str, artifact: Unpacked, environment: Mapping[str, str], event: Mapping[str, Any]
) -> _Started:
    """Start one process; ``-S -P`` hides this Python's packages and the program's own folder."""
    command = [sys.executable, "-S", "-P", str(Path(first_answer.__file__)), kind]
    settings = {**environment, **ALL_THE_TIME, "PYTHONDONTWRITEBYTECODE": "1"}
    started_at = time.monotonic()
    ran = subprocess.run(
        command,
        input=json.dumps(event),
        env={**settings, "PYTHONPATH": artifact.python_path},
        capture_output=True,
        text=True,
        timeout=WAITING_SECS,
        check=False,
    )
    if ran.returncode:
        why = ran.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        raise NotMeasuredError(f"the artifact could not be started ({kind}): {why[0]}")
    said = json.loads(ran.stdout.splitlines()[-1])  # before it, the app prints its metrics
    if said["name"] != NAME:
        raise NotMeasuredError(f"the artifact's answer ({kind}) did not know the caller")
    return _Started((said["answered_at"] - started_at) * 1_000, said["peak_kb"] / 1_024)
