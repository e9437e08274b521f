"""The command ``replay``, over real stores: what differs is put right, and nothing else changes."""

import json
from dataclasses import replace

import pytest

from chalicelib import work
from chalicelib.caller_card import card_key, read_card
from chalicelib.layout import parked_key, record_key, unsettled_key
from chalicelib.record import LEASE_SECS, Record
from lab.faults import Fault
from lab.mem0.condition import Condition
from ops.replay import build
from ops.replaying import Replay
from ops.standing import EXTRACTED_LATELY_SECS
from tests import invented
from tests.conftest import SARAH, STEFAN
from tests.ops.desk import PERSONAL, DiedError, boxed, deaths

SUMMARY = {"transcript_summary": "They spoke of an orchard.", "data_collection_results": {}}


@pytest.fixture
def replay(desk):
    """The command, on the lab's stage."""
    return build(lambda _: desk.box)


def _texts(desk, kind=""):
    found = [(text, json.loads(about)) for _, text, about in desk.memories()]
    return sorted(text for text, about in found if kind in {"", about.get("kind")})


def _forget_all(desk):
    desk.mem0.store.empty()
    desk.mem0.requests.clear()


def test_memories_are_rebuilt(desk, replay):
    """What Mem0 has lost is there again, but for what it extracts itself."""
    desk.call("conv_1")
    before = [one for one in desk.memories() if '"extracted"' not in one[2]]
    _forget_all(desk)
    told = desk.told(replay, "--all", "--yes")
    assert told["outcomes"] == {"replayed": 1}
    assert desk.memories() == before
    assert told["conversations"][0]["missing"] == len(before)


def test_what_would_not_be_written_any_more_is_deleted(desk, replay):
    """A memory that the plan has no longer goes, a new one comes, and the others stay."""
    key = desk.call("conv_1")
    extracted, exchanges = _texts(desk, "extracted"), _texts(desk, "exchange")
    desk.change(key, analysis=SUMMARY)
    told = desk.told(replay, "--conversation", "conv_1", "--yes")
    (one,) = told["conversations"]
    assert (one["outcome"], one["missing"], one["too_much"]) == ("replayed", 1, 2)
    assert _texts(desk, "summary") == ["They spoke of an orchard."]
    assert _texts(desk, "collected") == []
    assert _texts(desk, "exchange") == exchanges
    assert _texts(desk, "extracted") == extracted
    assert desk.record(key).memories == 3  # the name too, which Mem0 has found in these words
    key = card_key(SARAH, desk.box.settings.caller_salt)
    card = read_card(desk.body(key))
    assert "They spoke of an orchard." in {fact.text for fact in card.facts}
    assert (card.fact_count, card.call_count) == (2, 1)


def test_a_second_run_has_nothing_to_do(desk, replay):
    """After a replay another finds nothing, writes nothing, and asks nothing."""
    for name in ("conv_1", "conv_2"):
        desk.change(desk.call(name), analysis=SUMMARY)
    assert desk.told(replay, "--all", "--yes")["outcomes"] == {"replayed": 2}
    before = desk.objects(), desk.memories()
    desk.mem0.requests.clear()
    said = desk.run(replay, "--all")
    assert said.exit_code == 0, said.output
    assert "Nothing is to do." in said.output
    assert (desk.objects(), desk.memories()) == before
    assert desk.writes() == []


@pytest.mark.parametrize("arguments", [["--dry-run"], ["--dry-run", "--extract-again"], []])
def test_nothing_is_written_before_a_yes(desk, replay, arguments):
    """With --dry-run, or with a no, not a byte changes."""
    desk.change(desk.call("conv_1"), analysis=SUMMARY)
    desk.box.sleep(2 * EXTRACTED_LATELY_SECS)
    before = desk.objects(), desk.memories()
    desk.mem0.requests.clear()
    said = desk.run(replay, "--all", *arguments, typed="n\n")
    assert said.exit_code == (0 if arguments else 1)
    assert "conv_1" in said.output
    assert (desk.objects(), desk.memories()) == before
    assert desk.writes() == []


def test_others_are_not_touched(desk, replay, tell_mem0):
    """Other tools' memories, other callers' and other conversations' stay as they are."""
    key = desk.call("conv_1")
    desk.call("conv_2", user_id=STEFAN)
    desk.call("conv_3", transcript=invented.transcript(("user", "I love rain very much.")))
    tell_mem0(SARAH, "Of another tool", kind="note", conversation_id="conv_1")
    tell_mem0(SARAH, "Of nobody in particular")
    tell_mem0(SARAH, "A summary elsewhere", kind="summary", conversation_id="conv_elsewhere")
    tell_mem0(STEFAN, "A summary of Stefan's", kind="summary", conversation_id="conv_1")
    others = [one for one in desk.memories() if not _is_ours(one, "conv_1")]
    desk.change(key, analysis=SUMMARY)
    assert desk.told(replay, "--all", "--yes")["outcomes"] == {
        "replayed": 1,
        "as it should be": 2,
    }
    assert [one for one in desk.memories() if not _is_ours(one, "conv_1")] == others


def _is_ours(memory, conversation_id):
    caller_id, _, about = memory
    about = json.loads(about) or {}
    is_kind = about.get("kind") in {"name", "collected", "summary", "exchange"}
    return caller_id == SARAH and is_kind and about["conversation_id"] == conversation_id


def test_what_another_call_says_too_stays(desk, replay):
    """A text of two calls, which Mem0 keeps once, survives when one of them says it no more."""
    first = desk.call("conv_1")
    desk.call("conv_2", transcript=invented.transcript(("user", "I love rain very much.")))
    desk.change(first, analysis=SUMMARY)
    assert desk.told(replay, "--all", "--yes")["outcomes"]["replayed"] == 1
    assert "Contact preference: email" in _texts(desk)
    assert desk.told(replay, "--all", "--dry-run")["outcomes"] == {"as it should be": 2}


@pytest.mark.parametrize(
    ("arguments", "conversations"),
    [
        (["--conversation", "conv_1", "--conversation", "conv_3"], {"conv_1", "conv_3"}),
        (["--caller", "+1 (612) 555-0123"], {"conv_2"}),
        (["--since", "2026-11-02"], {"conv_3"}),
        (["--until", "2026-11-02"], {"conv_1", "conv_2"}),
        (
            ["--since", "2026-11-01T09:00:00", "--until", "2026-11-01T09:00:01"],
            {"conv_1", "conv_2"},
        ),
        (["--caller", SARAH, "--until", "2026-11-02"], {"conv_1"}),
        (["--all"], {"conv_1", "conv_2", "conv_3"}),
    ],
)
def test_conversations_are_chosen(desk, replay, arguments, conversations):
    """By conversation, caller and time of the call, or all; a word of each must fit."""
    later = {**invented.payload()["data"]["metadata"], "start_time_unix_secs": 1_793_700_000}
    desk.call("conv_1", remembered=False)
    desk.call("conv_2", user_id=STEFAN, remembered=False)
    desk.call("conv_3", metadata=later, remembered=False)
    told = desk.told(replay, *arguments, "--dry-run")["conversations"]
    assert {one["conversation_id"] for one in told} == conversations


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Say which"),
        (["--all", "--conversation", "conv_1"], "--all goes with none of"),
        (["--caller", "sarah"], "with country code"),
        (["--since", "yesterday"], "yesterday"),
        (["--conversation", "conv_9"], "Nothing is archived of conv_9"),
    ],
)
def test_a_choice_that_is_none_is_refused(desk, replay, arguments, says):
    """Nothing is replayed when it is not plain what."""
    said = desk.run(replay, *arguments)
    assert said.exit_code != 0
    assert says in said.output


LEFT = [
    (Record("parked", "x", reason="refused 5 times"), "parked"),
    (Record("remembered", "x", extraction="failed", extractions=3), "parked"),
    (Record("failed", "x"), "unfinished"),
    (Record("remembering", "x"), "unfinished"),
    (Record("forgotten", "x"), "forgotten"),  # type: ignore[arg-type]
    (None, "unfinished"),
]


@pytest.mark.parametrize(("record", "outcome"), LEFT)
def test_what_is_others_is_left_alone(desk, replay, record, outcome):
    """What is parked, forgotten or not done with is told of, and not touched."""
    key = desk.call("conv_1", remembered=False)
    if record:
        desk.put_record(key, record)
    before = desk.objects()
    assert desk.told(replay, "--all", "--yes")["outcomes"] == {outcome: 1}
    assert (desk.objects(), desk.memories()) == (before, [])


def test_what_was_no_call_before_is_remembered(desk, replay):
    """A payload that could not be understood, and now can, is remembered with its extraction."""
    key = desk.call("conv_1", transcript=[], analysis=None)
    assert desk.record(key).status == "not_remembered"
    desk.change(key, **invented.payload(conversation_id="conv_1")["data"])
    assert desk.told(replay, "--all", "--yes")["outcomes"] == {"replayed": 1}
    assert desk.record(key).status == "remembered"
    assert _texts(desk, "name") == ["Name is Sarah Whitfield"]
    assert _texts(desk, "extracted")


def test_what_is_no_call_any_more_leaves_nothing(desk, replay):
    """A call of which nothing is to be remembered any more leaves no memory of the app's."""
    key = desk.call("conv_1")
    desk.change(key, transcript=[], analysis=None)
    assert desk.told(replay, "--all", "--yes")["outcomes"] == {"replayed": 1}
    assert desk.record(key).status == "not_remembered"
    assert _texts(desk) == _texts(desk, "extracted") != []
    assert desk.told(replay, "--all", "--yes")["outcomes"] == {"as it should be": 1}


def test_cards_are_rebuilt(desk, replay):
    """A caller's card that is lost is written again from all calls of theirs."""
    for name in ("conv_1", "conv_2"):
        desk.call(name)
    key = card_key(SARAH, desk.box.settings.caller_salt)
    before = read_card(desk.body(key))
    desk.box.archive.remove(key)
    assert desk.told(replay, "--all", "--yes")["outcomes"] == {"replayed": 2}
    card = read_card(desk.body(key))
    assert (card.call_count, set(card.facts)) == (before.call_count, set(before.facts))
    assert desk.writes().count("delete") == 0


def test_facts_are_extracted_again_when_asked(desk, replay):
    """--extract-again replaces Mem0's own facts, and asks not again within a day."""
    key = desk.call("conv_1")
    first = desk.record(key)
    desk.mem0.store.delete(Condition("memory LIKE 'Caller said%'"))
    before = _texts(desk, "extracted")
    assert desk.told(replay, "--all", "--yes", "--extract-again")["outcomes"]["replayed"] == 1
    assert desk.record(key).event_id == first.event_id
    desk.box.sleep(2 * EXTRACTED_LATELY_SECS)
    work.rememberer(desk.box, 300).follow(key)
    assert desk.told(replay, "--all", "--yes", "--extract-again")["outcomes"] == {"replayed": 1}
    assert "delete" in desk.writes()
    assert _texts(desk, "extracted") == before
    second = desk.record(key)
    assert (second.status, second.extraction, second.extractions) == ("remembered", "queued", 1)
    assert second.event_id != first.event_id
    desk.mem0.requests.clear()
    assert desk.told(replay, "--all", "--yes", "--extract-again")["outcomes"] == {
        "as it should be": 1
    }
    assert desk.writes() == []


def test_a_full_mem0_is_waited_for(desk, replay):
    """When Mem0 says how long to wait, that is waited, and then it goes on."""
    desk.call("conv_1")
    _forget_all(desk)
    desk.mem0.faults.add(Fault(operation="list", status=429, retry_after_secs=7, times=2))
    desk.mem0.faults.add(Fault(operation="add", status=429, retry_after_secs=9, times=2))
    assert desk.told(replay, "--all", "--yes")["outcomes"] == {"replayed": 1}
    assert sorted(desk.box.sleep.__self__.naps)[-4:] == [7, 7, 9, 9]


def test_a_mem0_that_fails_is_left_to_the_next_run(desk, replay):
    """What fails is told of, counted as failed, and put right by the next run."""
    key = desk.call("conv_1")
    _forget_all(desk)
    desk.mem0.faults.add(Fault(operation="add", status=503, times=1))
    said = desk.run(replay, "--all", "--yes")
    assert said.exit_code == 1
    assert "Run it again" in said.output
    assert desk.record(key).status == "failed"
    assert unsettled_key(key) in desk.objects()
    assert desk.told(replay, "--all", "--yes")["outcomes"] == {"replayed": 1}
    assert desk.record(key).is_extracting


def test_a_replay_gives_up_when_mem0_is_away(desk, replay):
    """After three failures in a row the others are not tried: Mem0 is not there."""
    keys = [desk.call(f"conv_{number}", user_id=f"+1218555014{number}") for number in range(5)]
    _forget_all(desk)
    desk.mem0.faults.add(Fault(operation="add", status=503))
    assert desk.run(replay, "--all", "--yes").exit_code == 1
    assert [desk.record(key).status for key in keys] == ["failed"] * 3 + ["remembered"] * 2


def test_a_handler_that_is_faster_wins(desk, replay):
    """A record that changes between the look and the claim is another's: nothing is written."""
    key = desk.call("conv_1")
    _forget_all(desk)
    archive = desk.box.archive

    class Racing:
        def __getattr__(self, name):
            return getattr(archive, name)

        def mark(self, mark):
            archive.mark(mark)
            desk.put_record(key, replace(desk.record(key), owner="another"))

    racing = boxed(desk.box, Racing(), desk.box.memory_store)
    said = desk.run(build(lambda _: racing), "--all", "--yes", "--json")
    assert json.loads(said.stdout)["outcomes"] == {"taken over": 1}
    assert desk.writes() == []
    assert desk.record(key).owner == "another"


@pytest.mark.parametrize(
    ("extract_again", "is_swept"), [(False, False), (True, False), (True, True)]
)
def test_a_crash_anywhere_is_made_good(desk, extract_again, is_swept):
    """Whatever write the replay dies at, running it again ends as if it had not died."""
    ends, died = [], 0
    for box in deaths(desk.box):
        desk.s3.empty()
        _forget_all(desk)
        key = desk.call("conv_1")
        desk.change(key, analysis=SUMMARY)
        desk.box.sleep(2 * EXTRACTED_LATELY_SECS)
        work.rememberer(desk.box, 300).follow(key)
        lives = False
        try:
            Replay(box, extract_again).mend(key)
            lives = True
        except DiedError:
            died += 1
            if is_swept:
                desk.box.sleep(LEASE_SECS + 1)
                work.rememberer(desk.box, 300).remember(key)
            Replay(desk.box, extract_again).mend(key)
        work.rememberer(desk.box, 300).remember(key)  # a mark that is left is the sweep's
        end = desk.record(key)
        asked = end.extraction in {"queued", "done"}  # "done" when its facts were there already
        ends.append((desk.memories(), end.status, end.memories, asked, end.reason))
        assert unsettled_key(key) not in desk.objects() or end.is_extracting
        assert Replay(desk.box, extract_again).look(key).outcome == "as it should be"
        assert desk.writes().count("add_inferred") <= 2 + extract_again
        if lives:
            break
    assert died >= 7
    assert ends == [ends[-1]] * len(ends)


def test_what_is_printed_names_nobody(desk, replay):
    """Neither table nor JSON holds a number, a name or a word, unless --verbose asks for them."""
    key = desk.call("conv_1")
    desk.change(key, analysis=SUMMARY)
    desk.run(replay, "--all", "--dry-run")
    desk.run(replay, "--all", "--dry-run", "--json")
    desk.run(replay, "--all", "--yes")
    said = "\n".join(desk.said)
    assert "conv_1" in said
    assert [one for one in (*PERSONAL, "orchard", "email") if one in said] == []


def test_verbose_shows_the_words(desk, replay):
    """--verbose shows each text that comes or goes, in JSON as well."""
    desk.change(desk.call("conv_1"), analysis=SUMMARY)
    said = desk.run(replay, "--all", "--dry-run", "--verbose").output
    assert "conv_1 + They spoke of an orchard." in said
    assert "conv_1 - Contact preference: email" in said
    (told,) = desk.told(replay, "--all", "--dry-run", "--verbose")["conversations"]
    assert told["missing_texts"] == ["They spoke of an orchard."]


def test_sound_is_not_read(desk, replay):
    """Recordings, which never become memories, are passed over."""
    sound = {"conversation_id": "conv_1", "agent_id": "agent_1", "full_audio": "bm90IG11Y2g="}
    desk.keep({"type": "post_call_audio", "event_timestamp": 1, "data": sound})
    assert desk.told(replay, "--all", "--dry-run")["conversations"] == []


def test_no_mark_of_the_parked_is_left(desk, replay):
    """A replayed call is not parked, and its record is as the handler would leave it."""
    key = desk.call("conv_1")
    _forget_all(desk)
    desk.told(replay, "--all", "--yes")
    assert parked_key(key) not in desk.objects()
    assert record_key(key) in desk.objects()
    assert desk.record(key).attempts == 1
