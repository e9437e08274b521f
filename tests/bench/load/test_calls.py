"""The calls: drawn by the seed, and understood by the app as ElevenLabs' own."""

from bench.load.callers import callers
from bench.load.calls import SEARCHES, call, payload
from chalicelib.conversation import read_conversation
from chalicelib.layout import payload_key
from chalicelib.payload import read_payload
from chalicelib.what_to_remember import plan
from lab.mem0.facts import facts
from tests.invented import FIRST_CALL, STARTED_AT

PEOPLE = callers(20)
LIKE = FIRST_CALL.read_bytes()
FOUND = ['{"memories": []}'] * SEARCHES


def _plan(one, found=FOUND, **variables):
    raw = payload(one, LIKE, variables, found, STARTED_AT)
    return plan(read_conversation(read_payload(raw), ()))


def test_the_same_seed_gives_the_same_calls():
    """Calls are the same for the same seed, phone and number, and others for any other."""
    calls = {
        (seed, phone, number): call(PEOPLE, seed, phone, number)
        for seed in (1, 2)
        for phone in range(5)
        for number in range(5)
    }
    assert all(call(PEOPLE, *drawn) == one for drawn, one in calls.items())
    assert len({one.conversation_id for one in calls.values()}) == len(calls)
    assert len({one.told for one in calls.values()}) == len(calls)


def test_people_call_again_and_also_while_they_are_calling():
    """Of the first calls on many phones some are by the same caller, and everybody calls."""
    calls = [call(PEOPLE, 1, phone, number) for phone in range(10) for number in range(10)]
    first = [one.caller for one in calls[::10]]
    assert len(set(first)) < len(first)
    assert {one.caller for one in calls} == set(PEOPLE)
    assert 0 < sum(one.is_sent_twice for one in calls) < 30


def test_the_app_understands_what_was_told():
    """Each answer becomes an exchange with its question; name, preference and summary are facts."""
    one = call(PEOPLE, 1, 0, 0)
    planned = _plan(one)
    assert planned.conversation.caller_id == one.caller.number
    assert planned.conversation.id == one.conversation_id
    assert planned.conversation.started_at == STARTED_AT
    texts = {memory.text for memory in planned.memories}
    said = "\n".join(memory.text for memory in planned.memories if memory.kind == "exchange")
    assert f"Name is {one.caller.name}" in texts
    assert f"Contact preference: {one.prefers}" in texts
    for told in one.told:
        assert f"Agent asked: {told.asked}\nCaller said: {told.said}" in said


def test_mem0_finds_a_fact_in_whatever_is_told():
    """Each answer of any topic makes the lab's Mem0 extract a fact with the town in it."""
    for number in range(40):
        one = call(PEOPLE, 1, 0, number)
        for told in one.told:
            found = facts([{"role": "user", "content": told.said}])
            assert any(one.caller.town in fact for fact in found), told.said


def test_what_the_app_answered_goes_into_the_payload():
    """Variables and searches' answers stand where the app looks for what the agent recalled."""
    found = [f'{{"memories": [{{"memory": "{number}"}}]}}' for number in range(SEARCHES)]
    planned = _plan(call(PEOPLE, 1, 0, 0), found, memory_context="CALLER CONTEXT")
    assert planned.conversation.recalled == ("CALLER CONTEXT", *found)


def test_every_payload_has_a_place_of_its_own_in_the_archive():
    """Two calls, even of the same caller, are archived under two keys."""
    raw = [
        payload(call(PEOPLE[:1], 1, 0, number), LIKE, {}, FOUND, STARTED_AT) for number in range(3)
    ]
    assert len({payload_key(read_payload(one)) for one in raw}) == 3
