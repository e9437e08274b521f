"""What runs: routes and handlers in processes of their own, as Lambda would call them."""

import time

import httpx
import pytest

from bench.load.afterwards import sweep_up
from bench.load.asked import Load
from bench.load.deployed import deployed
from bench.load.held import held
from lab.faults import Fault
from tests.invented import CALLER, FIRST_CALL


def test_what_never_succeeds_is_given_up_and_can_be_handed_over(tmp_path):
    """A payload that three tries did not help is in the queue of those given up, and not lost."""
    ticks: list[int] = []
    log = tmp_path / "log.txt"
    load = Load(calls=1, budget_ms=15_000)
    with (
        log.open("w", encoding="utf-8") as written,
        deployed(load, written, lambda: ticks.append(1)) as here,
    ):
        assert len(ticks) == load.size.processes
        (line,) = here.lines(1)
        here.mem0.plan([Fault(operation="add", status=500)])
        assert line.after_call(FIRST_CALL.read_bytes()).status_code == 200
        while here.queues.outstanding():
            time.sleep(0.1)
        assert len(here.queues.take_given_up()) == 1
        assert here.queues.take_given_up() == []
        assert [struck for _, struck in here.mem0.struck()] == [3]
        assert held(here.mem0.database).memories == ()
        here.mem0.heal()
        sweep_up(here)
        assert {one.user_id for one in held(here.mem0.database).memories} == {CALLER}
        assert line.before_call(CALLER).json()["dynamic_variables"]["caller_name"] == "Sarah"
    with pytest.raises(httpx.ConnectError):
        line.before_call(CALLER)
    assert log.read_text(encoding="utf-8").count("not remembered yet") == 3
