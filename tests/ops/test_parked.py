"""The command ``parked``, over real stores: what it tells, and what becomes of what is retried."""

from dataclasses import replace

import pytest

from chalicelib import work
from chalicelib.layout import parked_key, record_key, unsettled_key
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.parking import MOST_REFUSALS
from chalicelib.record import LEASE_SECS, Record
from chalicelib.sweep import GRACE_SECS, Sweep
from lab.faults import Fault
from ops.parked import build
from ops.unparking import Parking
from tests import invented
from tests.ops.desk import PERSONAL, DiedError, deaths

DAY_SECS = 86_400


@pytest.fixture
def parked(desk):
    """The command, on the lab's stage."""
    return build(lambda _: desk.box)


def _park(desk, name="conv_1", **data):
    """Have Mem0 refuse a call until it is parked; return its key."""
    key = desk.call(name, remembered=False, **data)
    desk.mem0.faults.add(Fault(operation="add", status=422))
    for _ in range(MOST_REFUSALS - 1):
        with pytest.raises(MemoryStoreError):
            work.rememberer(desk.box, 300).remember(key)
    assert work.rememberer(desk.box, 300).remember(key).status == "parked"
    desk.mem0.faults.clear()
    return key


def _give_up(desk, name="conv_1"):
    """Have Mem0 fail to extract a call's facts until that is given up; return its key."""
    desk.mem0.faults.add(Fault(operation="add_inferred", extraction_error="invented"))
    key = desk.call(name)
    while desk.record(key).is_extracting:
        work.rememberer(desk.box, 300).follow(key)
    desk.mem0.faults.clear()
    assert desk.record(key).needs_operator
    return key


def _sweep(desk):
    desk.box.sleep(GRACE_SECS + LEASE_SECS + 1)
    box, until = desk.box, desk.box.clock() + 600
    rememberer = work.rememberer(box, 600)
    return Sweep(rememberer, box.archive, box.log, box.clock, until).run()


def test_what_is_parked_is_told(desk, parked):
    """Each parked payload is told with what it waits for, why, its attempts and its age."""
    _park(desk)
    _give_up(desk, "conv_2")
    desk.box.sleep(3 * DAY_SECS + 30)
    first, second = desk.told(parked)["parked"]
    assert (first["conversation_id"], first["waits_for"]) == ("conv_1", "memories")
    assert (first["attempts"], first["refusals"]) == (MOST_REFUSALS, MOST_REFUSALS)
    assert "refused 5 times" in first["reason"]
    assert 3 * DAY_SECS <= first["age_secs"] <= 3 * DAY_SECS + 60
    assert (second["conversation_id"], second["waits_for"]) == ("conv_2", "extraction")
    assert second["extractions"] == 3
    said = desk.run(parked).output
    assert "Parked: 2; waiting: 1 for extraction, 1 for memories." in said


def test_nothing_parked_is_told(desk, parked):
    """When nothing is parked that is said, and JSON holds an empty list."""
    desk.call("conv_1")
    assert desk.run(parked).output == "Parked: 0.\n"
    assert desk.told(parked)["parked"] == []


def test_a_parked_payload_is_remembered_after_a_retry_and_a_sweep(desk, parked):
    """What is retried is remembered by the next sweep, and is parked no more."""
    key = _park(desk)
    assert _sweep(desk).outcomes == {}
    (told,) = desk.told(parked, "--retry")["parked"]
    assert told["outcome"] == "to be tried again"
    record = desk.record(key)
    assert (record.status, record.attempts, record.refusals) == ("failed", 0, 0)
    assert parked_key(key) not in desk.objects()
    assert _sweep(desk).outcomes["remembered"] == 1
    assert (desk.record(key).status, desk.record(key).attempts) == ("remembered", 1)
    assert desk.told(parked)["parked"] == []
    assert len(desk.memories()) == len({text for _, text, _ in desk.memories()}) > 5


def test_an_extraction_that_was_given_up_is_asked_for_again(desk, parked):
    """A retried extraction is asked for once more, and the verbatim memories are left."""
    key = _give_up(desk)
    before = desk.memories()
    desk.mem0.requests.clear()
    assert desk.told(parked, "--retry")["parked"][0]["outcome"] == "to be tried again"
    _sweep(desk)
    assert desk.writes() == ["add_inferred"]
    _sweep(desk)
    record = desk.record(key)
    assert (record.extraction, record.extractions, record.reason) == ("done", 1, "")
    assert set(before) < set(desk.memories())
    assert unsettled_key(key) not in desk.objects()


def test_a_retry_that_fails_again_is_parked_again(desk, parked):
    """What Mem0 refuses as often again is parked again, with its mark."""
    key = _park(desk)
    desk.told(parked, "--retry")
    desk.mem0.faults.add(Fault(operation="add", status=422))
    for _ in range(MOST_REFUSALS):
        _sweep(desk)
    assert desk.record(key).status == "parked"
    assert [one["conversation_id"] for one in desk.told(parked)["parked"]] == ["conv_1"]


def test_now_remembers_here(desk, parked):
    """With --now the payload is remembered at once, and what fails is told."""
    _park(desk)
    key = _park(desk, "conv_2")
    (told,) = desk.told(parked, "--retry", "--now", "conv_2")["parked"]
    assert told["outcome"] == "remembered"
    assert desk.record(key).status == "remembered"
    desk.mem0.faults.add(Fault(operation="add", status=503))
    (told,) = desk.told(parked, "--retry", "--now")["parked"]
    assert told["outcome"] == "failed: the memory store failed: http_503"


def test_only_those_named_are_retried(desk, parked):
    """Of several parked ones only those named are tried again."""
    first, second = _park(desk), _park(desk, "conv_2")
    desk.told(parked, "--retry", "conv_2")
    assert (desk.record(first).status, desk.record(second).status) == ("parked", "failed")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["conv_9"], "Not parked: conv_9."),
        (["--now"], "go with --retry"),
        (["--dry-run"], "go with --retry"),
    ],
)
def test_a_mistake_is_said(desk, parked, arguments, says):
    """A conversation that is not parked, or options without --retry, end the command."""
    _park(desk)
    said = desk.run(parked, *arguments)
    assert said.exit_code != 0
    assert says in said.output


@pytest.mark.parametrize("arguments", [[], ["--retry", "--dry-run"], ["--json"]])
def test_telling_writes_nothing(desk, parked, arguments):
    """Without --retry, or with --dry-run, not a byte changes."""
    _park(desk)
    _give_up(desk, "conv_2")
    before = desk.objects(), desk.memories()
    desk.mem0.requests.clear()
    assert desk.run(parked, *arguments).exit_code == 0
    assert (desk.objects(), desk.memories()) == before
    assert desk.writes() == []


def test_a_second_retry_has_nothing_to_do(desk, parked):
    """Once retried nothing is parked, and another retry writes nothing."""
    _park(desk)
    desk.told(parked, "--retry")
    before = desk.objects()
    assert desk.told(parked, "--retry")["parked"] == []
    assert desk.objects() == before


@pytest.mark.parametrize("make", [_park, _give_up])
@pytest.mark.parametrize("goes_on", ["again", "sweep first"])
def test_a_crash_anywhere_is_made_good(desk, parked, make, goes_on):
    """Whatever write a retry dies at, running it again and a sweep end as if it had not died."""
    died = 0
    for box in deaths(desk.box):
        desk.s3.empty()
        desk.mem0.store.empty()
        key = make(desk)
        lives = False
        try:
            Parking(box.archive).retry(key)
            lives = True
        except DiedError:
            died += 1
        if goes_on == "sweep first":
            _sweep(desk)
        desk.told(parked, "--retry")
        _sweep(desk)
        _sweep(desk)
        record = desk.record(key)
        assert (record.status, record.extraction) == ("remembered", "done")
        assert desk.told(parked)["parked"] == []
        assert not [one for one in desk.objects() if one.startswith(("parked/", "unsettled/"))]
        if lives:
            break
    assert died == 4


def test_a_sweep_between_the_steps_loses_nothing(desk):
    """A sweep that settles the mark while a payload is still parked does not strand it."""
    key = _park(desk)
    archive = desk.box.archive

    class Swept:
        def __getattr__(self, name):
            return getattr(archive, name)

        def mark(self, mark):
            archive.mark(mark)
            if desk.record(key).status == "parked":
                work.rememberer(desk.box, 300).remember(key)
                assert mark not in desk.objects()

    assert Parking(Swept()).retry(key) == "to be tried again"
    assert unsettled_key(key) in desk.objects()


def test_what_is_parked_anew_keeps_its_mark(desk):
    """A payload that is parked again while its old mark is removed has a mark all the same."""
    key = _park(desk)
    archive = desk.box.archive
    desk.put_record(key, replace(desk.record(key), status="failed"))

    class Parked:
        def __getattr__(self, name):
            return getattr(archive, name)

        def remove(self, mark):
            desk.put_record(key, replace(desk.record(key), status="parked"))
            archive.remove(mark)

    Parking(Parked()).retry(key)
    assert parked_key(key) in desk.objects()


@pytest.mark.parametrize(
    ("record", "outcome"),
    [
        (Record("remembered", "x", extraction="done"), "settled before"),
        (Record("forgotten", "x"), "settled before"),  # type: ignore[arg-type]
        (None, "settled before"),
    ],
)
def test_a_mark_of_nothing_goes(desk, parked, record, outcome):
    """A mark whose payload waits for nobody is taken away, and the payload is left as it is."""
    key = desk.call("conv_1", remembered=False)
    desk.box.archive.mark(parked_key(key))
    if record:
        desk.put_record(key, record)
    before = desk.objects()
    assert desk.told(parked, "--retry")["parked"][0]["outcome"] == outcome
    assert desk.objects() == {one: before[one] for one in before if one != parked_key(key)}


def test_the_mark_of_a_payload_that_is_gone_goes(desk, parked):
    """A mark without a payload is taken away."""
    desk.box.archive.mark("parked/conv_1/post_call_transcription.json")
    assert desk.told(parked, "--retry")["parked"][0]["outcome"] == "gone"
    assert desk.objects() == {}


def test_what_changes_meanwhile_is_left(desk):
    """A record that somebody changes at the same moment is theirs: the payload stays parked."""
    key = _park(desk)
    archive = desk.box.archive

    class Changed:
        def __getattr__(self, name):
            return getattr(archive, name)

        def mark(self, mark):
            archive.mark(mark)
            desk.put_record(key, replace(desk.record(key), owner="another"))

    assert Parking(Changed()).retry(key) == "changed"
    assert {parked_key(key), record_key(key)} <= desk.objects().keys()


def test_what_is_printed_names_nobody(desk, parked):
    """Neither table nor JSON holds a number, a name or a word."""
    _park(desk, transcript=invented.transcript(("user", "I'm Sarah and I love orchards.")))
    for arguments in ([], ["--json"], ["--retry", "--now"], ["--retry", "--json"]):
        desk.run(parked, *arguments)
    said = "\n".join(desk.said)
    assert "conv_1" in said
    assert [one for one in (*PERSONAL, "orchard") if one in said] == []
