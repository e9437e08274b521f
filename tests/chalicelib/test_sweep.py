"""The sweep, over real stores: what was not remembered is, and nothing waits for ever."""

import json
import time
from dataclasses import replace

import pytest

from chalicelib import work
from chalicelib.archive import Archive, ArchiveError
from chalicelib.layout import payload_key, record_key, unsettled_key
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.parking import MOST_ATTEMPTS, MOST_REFUSALS
from chalicelib.payload import read_payload
from chalicelib.record import Record, read_record
from chalicelib.sweep import Sweep
from lab.faults import Fault
from tests import invented
from tests.conftest import SARAH, Clock

HOUR = 3_600


@pytest.fixture
def clock() -> Clock:
    """A clock that stands an hour from now, when everything archived in a test is old enough."""
    return Clock(now=time.time() + HOUR)


@pytest.fixture
def sweep(box, archive, rememberer, clock):
    """Run the sweep, with as many seconds as it is given."""

    def run(secs: float = 600.0, **how):
        mine = replace(rememberer, deadline=clock() + secs + 60)
        return Sweep(mine, archive, box.log, clock, until=clock() + secs, **how).run()

    return run


@pytest.fixture
def keep(archive):
    """Archive the invented calls of these conversations, one after the other; return their keys."""

    def keep_all(*names: str, **data) -> list[str]:
        keys = []
        for name in names:
            raw = json.dumps(invented.payload(conversation_id=name, **data)).encode()
            archive.keep(read_payload(raw), raw)
            keys.append(payload_key(read_payload(raw)))
        return keys

    return keep_all


@pytest.fixture
def record_of(archive):
    """Return the record of the payload under a key, None when there is none."""

    def read(key: str) -> Record | None:
        stored = archive.read(record_key(key))
        return read_record(stored.body) if stored else None

    return read


class DiedError(BaseException):
    """The process was killed."""


def _unsettled(archive: Archive) -> list[str]:
    return [one.key for one in archive.listed("unsettled/")]


def test_what_nobody_told_of_is_remembered(sweep, keep, record_of, memories_of):
    """An archived payload whose notification was lost is remembered by the next sweep."""
    (key,) = keep("conv_1")
    swept = sweep()
    assert (swept.lost, swept.outcomes["remembered"]) == (1, 1)
    assert record_of(key).status == "remembered"
    assert memories_of(SARAH)


def test_what_failed_is_remembered(sweep, keep, rememberer, mem0, record_of, archive):
    """A payload that Lambda has given up after its retries is remembered by the next sweep."""
    (key,) = keep("conv_1")
    mem0.faults.add(Fault(operation="add", times=3, status=503))
    for _ in range(3):
        with pytest.raises(MemoryStoreError):
            rememberer.remember(key)
    assert _unsettled(archive) == [unsettled_key(key)]
    swept = sweep()
    assert (swept.lost, swept.outcomes["remembered"]) == (0, 1)
    assert record_of(key).attempts == 4


def test_what_is_young_is_left_to_its_handler(sweep, keep, clock, record_of):
    """A payload of a moment ago is not touched: its notification is still on its way."""
    (key,) = keep("conv_1")
    clock.now = time.time() + 60
    swept = sweep()
    assert (swept.lost, sum(swept.outcomes.values())) == (0, 0)
    assert record_of(key) is None


def test_the_oldest_comes_first(sweep, keep, archive, mem0):
    """Payloads are remembered in the order in which they were archived."""
    keys = []
    for name in ("conv_c", "conv_a", "conv_b"):
        keys += keep(name)
        time.sleep(1.1)  # S3 dates its objects to the second
    remembered = []
    changed = archive.create

    def create(key: str, *arguments):
        if key.startswith("remembered/"):
            remembered.append(key)
        return changed(key, *arguments)

    archive.create = create
    sweep()
    assert remembered == [record_key(key) for key in keys]


def test_a_sweep_without_time_is_gone_on_with(sweep, keep, record_of, mem0, clock):
    """What there was no time for is counted, and the next sweep begins with it."""
    keys = keep("conv_1", "conv_2", "conv_3")
    mem0.faults.add(Fault(operation="add", times=1, status=429, retry_after_secs=30))
    swept = sweep(secs=20)
    assert swept.outcomes == {"remembered": 1, "left": 2}
    mem0.faults.add(Fault(operation="add", times=1, status=429, retry_after_secs=30))
    assert sweep(secs=20).outcomes["remembered"] == 1
    assert [record_of(key) is None for key in keys] == [False, False, True]
    assert swept.oldest is not None


def test_what_was_found_lost_stays_in_sight(sweep, keep, record_of, mem0):
    """Lost payloads that a run had no time for are found by the next one, not a round later."""
    keys = keep("conv_1", "conv_2", "conv_3", "conv_4")
    for _ in range(2):
        mem0.faults.add(Fault(operation="add", times=1, status=429, retry_after_secs=30))
        sweep(secs=20, most_compared=2)
    assert [record_of(key) is None for key in keys] == [False, False, True, True]


def test_a_payload_that_breaks_the_sweep_does_not_keep_the_others_waiting(
    sweep, keep, archive, rememberer, record_of
):
    """After a run that died at one payload the next run begins behind it."""
    keys = keep("conv_1", "conv_2")
    whole = archive.read

    def read(key: str):
        if key == keys[0]:
            raise DiedError
        return whole(key)

    archive.read = read
    with pytest.raises(DiedError):
        sweep()
    with pytest.raises(DiedError):
        sweep()
    assert record_of(keys[1]).status == "remembered"


def test_a_sweep_stops_when_mem0_is_not_there(sweep, keep, mem0, record_of):
    """After three failures in a row the run ends, and the rest have lost no attempt by it."""
    keys = keep(*(f"conv_{number}" for number in range(6)))
    mem0.faults.add(Fault(operation="*", status=503))
    assert sweep().outcomes == {"failed": 3, "left": 3}
    assert sum(record_of(key) is None for key in keys) == 3
    mem0.faults.clear()
    assert sweep().outcomes["remembered"] == 6


def test_the_lag_is_the_age_of_the_oldest_unremembered(sweep, keep, mem0, archive):
    """The oldest payload that is still not remembered is told; nothing when all are."""
    (key,) = keep("conv_1")
    (archived,) = archive.listed(key)
    mem0.faults.add(Fault(operation="add", status=503))
    assert sweep().oldest == archived.at
    mem0.faults.clear()
    assert sweep().oldest is None


def test_what_another_holds_is_left_to_it(sweep, keep, archive, clock, record_of, mem0):
    """A record that an invocation holds is not waited for."""
    (key,) = keep("conv_1")
    archive.create(record_key(key), Record("remembering", "x").held_by("x", clock()).to_json())
    swept = sweep()
    assert swept.outcomes == {}  # it has a record, and was never marked
    archive.mark(unsettled_key(key))
    assert sweep().outcomes == {"held": 1}
    assert not mem0.requests
    assert not clock.naps


def test_a_mark_without_a_payload_goes(sweep, archive):
    """The mark of a payload that was deleted is taken away."""
    archive.mark("unsettled/conv_1/post_call_transcription.json")
    assert sweep().outcomes == {"gone": 1}
    assert not _unsettled(archive)


def test_a_mark_that_was_left_behind_goes(sweep, keep, rememberer, archive, mem0):
    """A mark that its handler died before taking away goes, and nothing is written again."""
    (key,) = keep("conv_1")
    rememberer.remember(key)
    assert sweep().outcomes == {"extraction done": 1}
    archive.mark(unsettled_key(key))
    mem0.requests.clear()
    assert sweep().outcomes == {"settled before": 1}
    assert not _unsettled(archive)
    assert not mem0.requests


def test_nothing_is_marked_when_all_is_done(keep, rememberer, archive, sweep):
    """What is remembered, its extraction too, or can't be, leaves no mark."""
    for key in keep("conv_1") + keep("conv_2", transcript=[], analysis=None):
        rememberer.remember(key)
    sweep()
    assert not _unsettled(archive)


@pytest.mark.parametrize("status", [400, 413, 422])
def test_what_mem0_refuses_is_parked(sweep, keep, mem0, record_of, archive, status):
    """Content that Mem0 has refused five times is parked with its reason, and asked no more."""
    (key,) = keep("conv_1")
    mem0.faults.add(Fault(operation="add", status=status))
    outcomes = [sweep().outcomes for _ in range(MOST_REFUSALS + 1)]
    assert outcomes == [*[{"refused": 1}] * (MOST_REFUSALS - 1), {"parked": 1}, {}]
    assert record_of(key).status == "parked"
    assert record_of(key).reason.endswith(f"http_{status}")
    assert [one.key for one in archive.listed("parked/")] == [key.replace("post-call", "parked")]
    assert not _unsettled(archive)


def test_a_refusal_does_not_stop_the_run(sweep, keep, mem0):
    """Refused content is one payload's trouble: the run goes on to the others."""
    keep(*(f"conv_{number}" for number in range(5)))
    mem0.faults.add(Fault(operation="add", status=400))
    assert sweep().outcomes == {"refused": 5}


def test_what_fails_again_and_again_is_parked(sweep, keep, rememberer, mem0, record_of):
    """After so many failures of any kind a payload is parked, and Lambda is not asked to retry."""
    (key,) = keep("conv_1")
    mem0.faults.add(Fault(operation="add", status=503))
    for _ in range(MOST_ATTEMPTS):
        assert sweep().outcomes == {"failed": 1}
    assert rememberer.remember(key).status == "parked"
    assert record_of(key).attempts == MOST_ATTEMPTS + 1
    assert record_of(key).reason.endswith("http_503")


def test_what_kills_its_handler_again_and_again_is_parked(sweep, keep, archive, clock, record_of):
    """A payload whose attempts all died without a word is parked as well."""
    (key,) = keep("conv_1")
    dead = replace(Record("remembering", "dead"), attempts=MOST_ATTEMPTS)
    archive.create(record_key(key), dead.to_json())
    archive.mark(unsettled_key(key))
    assert sweep().outcomes == {"parked": 1}
    assert "it died" in record_of(key).reason


def test_an_extraction_that_came_off_is_done_with(sweep, keep, rememberer, record_of, mem0):
    """The sweep asks Mem0 what came of an extraction, once, and asks nothing further."""
    (key,) = keep("conv_1")
    assert rememberer.remember(key).extraction == "queued"
    mem0.requests.clear()
    assert sweep().outcomes == {"extraction done": 1}
    assert record_of(key).extraction == "done"
    assert [request.operation for request in mem0.requests][:1] == ["event"]
    assert "add_inferred" not in [request.operation for request in mem0.requests]
    assert sweep().outcomes == {}


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", [1, 2])
def test_a_death_while_following_asks_for_nothing_twice(
    sweep, keep, rememberer, record_of, mem0, archive, clock, step, after
):
    """Killed before or after any write of the outcome, the next sweep does not extract again."""
    (key,) = keep("conv_1")
    rememberer.remember(key)
    whole, writes = archive.replace, []

    def replace_and_die(name: str, *arguments):
        if name.startswith("sweep/"):
            return whole(name, *arguments)
        writes.append(name)
        if len(writes) == step and not after:
            raise DiedError
        etag = whole(name, *arguments)
        if len(writes) == step:
            raise DiedError
        return etag

    archive.replace = replace_and_die
    with pytest.raises(DiedError):
        sweep()
    archive.replace = whole
    clock.now += HOUR
    sweep()
    sweep()
    assert record_of(key).extraction == "done"
    assert [request.operation for request in mem0.requests].count("add_inferred") == 1


def test_a_record_that_was_left_while_queued_is_followed(
    sweep, keep, rememberer, record_of, mem0, archive, clock
):
    """A holder that died with the extraction queued leaves it to be followed, not asked again."""
    (key,) = keep("conv_1")
    rememberer.remember(key)
    stored = archive.read(record_key(key))
    dead = read_record(stored.body).held_by("dead", clock() - HOUR)
    archive.replace(record_key(key), dead.to_json(), stored.etag)
    assert sweep().outcomes == {"remembered": 1}
    assert sweep().outcomes == {"extraction done": 1}
    assert [request.operation for request in mem0.requests].count("add_inferred") == 1


def test_an_extraction_that_failed_is_asked_for_again(
    sweep, keep, rememberer, record_of, mem0, memories_of
):
    """When Mem0 says that an extraction has failed it is asked for again."""
    (key,) = keep("conv_1")
    mem0.faults.add(Fault(operation="add_inferred", times=1, extraction_error="no tokens left"))
    rememberer.remember(key)
    assert "extracted" not in {memory["metadata"]["kind"] for memory in memories_of(SARAH)}
    verbatim = len(memories_of(SARAH))
    assert sweep().outcomes == {"extracting": 1}
    assert sweep().outcomes == {"extraction done": 1}
    kinds = [memory["metadata"]["kind"] for memory in memories_of(SARAH)]
    assert "extracted" in kinds
    assert len(kinds) - kinds.count("extracted") == verbatim
    assert record_of(key).extractions == 2


def test_an_extraction_is_asked_for_three_times(sweep, keep, rememberer, record_of, mem0, archive):
    """After three failed extractions Mem0 is asked no more, and an operator finds it parked."""
    (key,) = keep("conv_1")
    mem0.faults.add(Fault(operation="add_inferred", extraction_error="no tokens left"))
    rememberer.remember(key)
    outcomes = [sweep().outcomes for _ in range(4)]
    assert outcomes == [{"extracting": 1}, {"extracting": 1}, {"extraction failed": 1}, {}]
    assert [request.operation for request in mem0.requests].count("add_inferred") == 3
    assert record_of(key).status == "remembered"
    assert record_of(key).reason == "Mem0 could not extract facts, 3 times"
    assert [one.key for one in archive.listed("parked/")]


def test_an_extraction_that_is_under_way_is_left(sweep, keep, rememberer, mem0, archive, clock):
    """While Mem0 says nothing final the mark stays; after a day it counts as failed."""
    (key,) = keep("conv_1")
    rememberer.remember(key)
    mem0.faults.add(Fault(operation="event", body='{"status": "RUNNING"}'))
    assert sweep().outcomes == {"extracting": 1}
    assert _unsettled(archive)
    clock.now += 25 * HOUR
    assert sweep().outcomes == {"extraction done": 1}  # its facts are there, whatever Mem0 says


def test_an_event_that_mem0_does_not_know_is_looked_behind(sweep, keep, rememberer, mem0):
    """When Mem0 has forgotten the event the facts tell: they are there, so nothing is repeated."""
    keep("conv_1")
    rememberer.remember("post-call/conv_1/post_call_transcription.json")
    mem0.faults.add(Fault(operation="event", status=404))
    mem0.requests.clear()
    assert sweep().outcomes == {"extraction done": 1}
    assert "add_inferred" not in [request.operation for request in mem0.requests]


def test_a_mem0_that_does_not_answer_is_asked_again_later(sweep, keep, rememberer, mem0, record_of):
    """When Mem0 can't say what came of an extraction nothing changes."""
    (key,) = keep("conv_1")
    before = rememberer.remember(key)
    mem0.faults.add(Fault(operation="event", status=500))
    assert sweep().outcomes == {"failed": 1}
    assert record_of(key) == before


def test_a_damaged_record_is_written_anew(sweep, keep, archive, record_of, memories_of):
    """A record that can't be read counts as an attempt that died, and the payload is remembered."""
    (key,) = keep("conv_1")
    archive.create(record_key(key), b"no json")
    archive.mark(unsettled_key(key))
    assert sweep().outcomes["remembered"] == 1
    assert record_of(key).status == "remembered"
    assert memories_of(SARAH)


def test_what_is_forgotten_is_not_remembered(sweep, keep, archive, mem0):
    """The sweep removes a marked payload of a forgotten conversation, and asks Mem0 for nothing."""
    (key,) = keep("conv_1")
    archive.create(record_key(key), Record("forgotten", owner="").to_json())
    archive.mark(unsettled_key(key))
    assert sweep().outcomes == {"settled before": 1}
    assert archive.read(key) is None
    assert not _unsettled(archive)
    assert not mem0.requests


def test_a_damaged_position_is_forgotten(sweep, keep, archive, record_of):
    """A position that can't be read is that of a first run."""
    (key,) = keep("conv_1")
    archive.create("sweep/position.json", b"[7]")
    sweep()
    assert record_of(key).status == "remembered"


def test_an_archive_that_fails_is_an_error(sweep, keep, s3):
    """When S3 fails the schedule raises, so that Lambda tries again and an alarm rings."""
    keep("conv_1")
    s3.faults.add(Fault(operation="list", status=500))
    with pytest.raises(ArchiveError):
        sweep()


def test_the_schedule_sweeps_and_measures(box, keep, capsys, monkeypatch):
    """The schedule remembers what waits, and leaves its counts and the lag as metrics."""
    keep("conv_1")
    box.clock = lambda: time.time() + HOUR
    work.sweep(box, None)
    (line,) = [
        json.loads(line) for line in capsys.readouterr().out.splitlines() if "SweepLag" in line
    ]
    assert line["handler"] == "sweep"
    assert line["Remembered"] == [1.0]
    assert line["NotificationLost"] == [1.0]
    assert line["SweepLagSecs"] == [0.0]
    units = {one["Name"]: one["Unit"] for one in line["_aws"]["CloudWatchMetrics"][0]["Metrics"]}
    assert units["SweepLagSecs"] == "Seconds"
