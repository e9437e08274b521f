"""The test stand: a Mem0 that fails as planned, and processes that end with it."""

import os

import httpx
import pytest

from bench import stand as stands
from bench.sample import NotMeasuredError
from lab.faults import Fault, Faults


def test_faults_strike_by_the_seed_and_are_counted():
    """Which requests a fault meets is decided by the seed; the count is told until it is healed."""
    fault, faults = Fault(operation="ping", status=503, probability=0.5), Faults(7)
    faults.add(fault)
    expected = [bool(faults.take("ping")) for _ in range(30)]
    with stands.stand(seed=7) as here:
        here.mem0.plan([fault])
        key = {"Authorization": f"Token {here.mem0.api_key}"}
        met = [_ping(here.mem0.url, key) == 503 for _ in range(30)]
        assert here.mem0.struck() == [(fault, sum(expected))]
        here.mem0.heal()
        assert here.mem0.struck() == []
    assert met == expected


def _ping(url: str, headers: dict[str, str]) -> int:
    return httpx.get(f"{url}/v1/ping/", headers=headers).status_code


def test_a_process_that_does_not_end_is_ended(tmp_path, monkeypatch):
    """Who does not listen to SIGTERM is gone all the same when the block ends."""
    (tmp_path / "deaf.py").write_text(
        "import os, signal, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "print(os.getpid(), flush=True)\n"
        "time.sleep(600)\n"
    )
    monkeypatch.setattr(stands, "ENDING_SECS", 0.1)
    with stands.serving("deaf", environment={"PYTHONPATH": str(tmp_path)}) as said:
        os.kill(int(said), 0)  # is there
    with pytest.raises(ProcessLookupError):
        os.kill(int(said), 0)


def test_a_process_that_says_nothing_did_not_start(tmp_path):
    """A process that ends without a word ends the run with a sentence; its errors are kept."""
    (tmp_path / "mute.py").write_text("raise SystemExit('no')\n")
    errors = tmp_path / "errors.txt"
    mute = {"PYTHONPATH": str(tmp_path)}
    with (
        errors.open("w") as log,
        pytest.raises(NotMeasuredError, match="python -m mute did not start"),
        stands.serving("mute", environment=mute, log=log),
    ):
        pass
    assert errors.read_text() == "no\n"
