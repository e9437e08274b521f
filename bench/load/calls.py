"""The calls: who rings, what they tell, what the agent searches, and the payload it leaves. Pure.

The same seed gives the same calls, word for word: the nth call on a phone is drawn from nothing
but the seed, the phone and n. What the app answered on the way goes into the payload, as with
ElevenLabs, and the clock's time.
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.load.callers import Caller

SEARCHES = 3  # in each call, one for each thing that the caller tells
SECS_BETWEEN_TURNS = 7
SENT_TWICE = 0.1  # of all payloads

# What the agent asks, what the caller says, and what the agent searches for beforehand.
TOPICS = (
    (
        "Where did you grow up?",
        "I grew up on a {kind} farm outside {town} with my {kin}.",
        "Where did the caller grow up?",
    ),
    (
        "What was your first job?",
        "I worked as a {job} in {town}, from {year} on.",
        "What was the caller's first job?",
    ),
    (
        "Which dish reminds you of home?",
        "I love {dish} the way my {relative} made it in {town} in {year}.",
        "Which dish does the caller love?",
    ),
    (
        "How did you spend your summers?",
        "I used to {pastime} near {town} every summer until {year}.",
        "How did the caller spend the summers?",
    ),
    (
        "Where were you when you got married?",
        "I live near {town} since we got married there in {year}, with {count} guests.",
        "When did the caller get married?",
    ),
    (
        "What did you do at school?",
        "I enjoy the sums that the school in {town} gave us in {year}.",
        "What did the caller learn at school?",
    ),
)
WORDS = {
    "kind": "dairy sheep apple potato turkey".split(),
    "kin": ("two brothers", "three sisters", "cousins", "grandparents"),
    "job": "baker welder typist carpenter postman seamstress".split(),
    "dish": ("wild rice soup", "rhubarb pie", "tamales", "pierogi", "potato dumplings"),
    "relative": "mother father aunt grandmother".split(),
    "pastime": ("skate", "fish for walleye", "sing in a choir", "mend nets"),
}
PREFERENCES = ("email", "text", "phone", "mail")


@dataclass(frozen=True)
class Told:
    """One thing of a call: the agent's search for it, its question, the caller's answer."""

    search: str
    asked: str
    said: str


@dataclass(frozen=True)
class Call:
    """One call: by whom, under which conversation id, and what is told in it.

    ``is_sent_twice`` when ElevenLabs delivers its payload a second time.
    """

    conversation_id: str
    caller: Caller
    told: tuple[Told, ...]
    prefers: str
    is_sent_twice: bool


def call(people: Sequence[Caller], seed: int, phone: int, number: int) -> Call:
    """Return the call ``number`` on ``phone``: of any of ``people``, even who is calling now."""
    chance = random.Random(f"{seed} {phone} {number}")
    caller = chance.choice(people)
    return Call(
        conversation_id=f"conv_load{seed}phone{phone}call{number}",
        caller=caller,
        told=tuple(_told(chance, caller, topic) for topic in chance.sample(TOPICS, SEARCHES)),
        prefers=chance.choice(PREFERENCES),
        is_sent_twice=chance.random() < SENT_TWICE,
    )


def payload(
    one: Call, like: bytes, variables: Mapping[str, Any], found: Sequence[str], started_at: int
) -> bytes:
    """Return what ElevenLabs sends after ``one``, which began at ``started_at`` (unix seconds).

    ``like`` is a payload whose shape it takes, ``variables`` are the dynamic variables that the
    call began with, ``found`` the answers to its searches, as text.
    """
    event: dict[str, Any] = json.loads(like)
    data, caller = event["data"], one.caller
    turns = [*_turns(one, found)]
    length_secs = SECS_BETWEEN_TURNS * len(turns)
    event["event_timestamp"] = started_at + length_secs
    data |= {"conversation_id": one.conversation_id, "user_id": caller.number, "transcript": turns}
    times = {"start_time_unix_secs": started_at, "accepted_time_unix_secs": started_at}
    data["metadata"] |= times | {"call_duration_secs": length_secs}
    data["metadata"]["phone_call"]["external_number"] = caller.number
    data["conversation_initiation_client_data"] |= {
        "user_id": caller.number,
        "dynamic_variables": {"system__caller_id": caller.number, **variables},
    }
    collected = data["analysis"]["data_collection_results"]
    collected["caller_name"]["value"] = caller.name
    collected["contact_preference"]["value"] = one.prefers
    data["analysis"]["transcript_summary"] = _summary(one)
    return json.dumps(event, ensure_ascii=False).encode()


def _told(chance: random.Random, caller: Caller, topic: tuple[str, str, str]) -> Told:
    asked, said, search = topic
    chosen = {name: chance.choice(words) for name, words in WORDS.items()}
    numbers = {"year": chance.randint(1931, 1989), "count": chance.randint(20, 300)}
    return Told(search, asked, said.format(town=caller.town, **chosen, **numbers))


def _summary(one: Call) -> str:
    things = " ".join(each.said for each in one.told)
    return f"{one.caller.name} of {one.caller.town} told three things. {things}"


def _turns(one: Call, found: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the transcript; each thing is searched before it is asked."""
    spoken = [*_spoken(one, found)]
    for place, turn in enumerate(spoken):
        yield {**turn, "time_in_call_secs": place * SECS_BETWEEN_TURNS}


def _spoken(one: Call, found: Sequence[str]) -> Iterator[dict[str, Any]]:
    yield {"role": "agent", "message": "Hello! Could you please tell me your name?"}
    yield {"role": "user", "message": f"Hi, I'm {one.caller.name}, calling from {one.caller.town}."}
    for each, answer in zip(one.told, found, strict=True):
        yield _searched(each, answer, one.caller.number)
        yield {"role": "agent", "message": each.asked}
        yield {"role": "user", "message": each.said}
    yield {"role": "agent", "message": "Thank you for sharing your stories today. Goodbye!"}


def _searched(each: Told, answer: str, number: str) -> dict[str, Any]:
    """Return the silent turn in which the agent called its tool."""
    parameters = json.dumps({"query": each.search, "user_id": number})
    tool = {"tool_name": "search_memory", "tool_has_been_called": True}
    return {
        "role": "agent",
        "message": None,
        "tool_calls": [{**tool, "type": "webhook", "params_as_json": parameters}],
        "tool_results": [{**tool, "result_value": answer, "is_error": False}],
    }
