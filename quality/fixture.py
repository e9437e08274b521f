"""The invented callers in ``quality/calls``: what they said, and what should come of it.

Each folder is one caller: the payloads of their calls, in order, and ``expected.json``. A turn is
named by its place in the payload's transcript. What the payloads hold under the data collection
items of ours (``chalicelib.names.SPEAKER_ITEMS``) a language model has answered, of one call at a
time, from the transcript alone and the items' descriptions, as ElevenLabs' analysis does.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CALLS = Path(__file__).parent / "calls"
# The rules were made without a look at these, so what they show is what a stranger's call gets.
KEPT_ASIDE = frozenset(f"{written}{number:02}" for written in "SV" for number in range(1, 46))


@dataclass(frozen=True)
class Said:
    """Words that one turn holds, and what they mean."""

    words: tuple[str, ...]
    meaning: str


@dataclass(frozen=True)
class Forbidden:
    """Pieces of a call that are not to be kept, word for word."""

    small_talk: tuple[str, ...] = ()  # the caller's, but nothing for a later call
    unsaid: tuple[
        str, ...
    ] = ()  # guesses, recitals, machines, orders to a computer: not the caller
    secrets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Call:
    """One call, and what should be so before and after it."""

    number: int  # from 1
    payload: Mapping[str, Any]
    greeted: str  # the name spoken before it; "" for none
    asks_for: tuple[str, ...]  # whom a neutral greeting may ask for
    known: str  # the full name of who called last, as far as it was known
    greeting_language: str
    is_returning: bool
    name: str  # the speaker's full name, as far as it is known afterwards
    language: str
    facts: tuple[Said, ...]
    opened: tuple[Said, ...]
    settled: tuple[str, ...]  # meanings of threads
    forbidden: Forbidden

    @property
    def data(self) -> Mapping[str, Any]:
        """The conversation's data, as ElevenLabs calls it."""
        data: Mapping[str, Any] = self.payload["data"]
        return data

    @property
    def turns(self) -> list[str]:
        """What was said, turn by turn; "" where nothing was."""
        return [" ".join((turn.get("message") or "").split()) for turn in self.transcript]

    @property
    def transcript(self) -> list[Mapping[str, Any]]:
        """ElevenLabs' transcript; empty for an event that has none."""
        return list(self.data.get("transcript") or ())


@dataclass(frozen=True)
class Question:
    """What an agent may ask after call ``after``, and the turns that answer it."""

    after: int
    words: str
    answers: tuple[tuple[int, int], ...]  # number of the call, place of the turn


@dataclass(frozen=True)
class Caller:
    """One telephone, and who calls from it."""

    id: str
    calls: tuple[Call, ...]
    questions: tuple[Question, ...]

    @property
    def is_kept_aside(self) -> bool:
        """Tell if the rules were made without a look at this caller."""
        return self.id in KEPT_ASIDE


def read_callers(folder: Path = CALLS) -> Iterator[Caller]:
    """Yield the callers in ``folder``, by their ids."""
    for expected in sorted(folder.glob("*/expected.json")):
        told = json.loads(expected.read_text(encoding="utf-8"))
        questions = map(_read_question, told["questions"])
        calls = _read_calls(expected.parent, told["calls"])
        yield Caller(expected.parent.name, tuple(calls), tuple(questions))


def _read_calls(folder: Path, told: Iterable[Mapping[str, Any]]) -> Iterator[Call]:
    known = ""
    for number, one in enumerate(told, 1):
        call = _read_call(number, folder, one, known)
        known = call.name or known
        yield call


def _read_call(number: int, folder: Path, told: Mapping[str, Any], known: str) -> Call:
    before, after = told["before"], told["after"]
    return Call(
        number=number,
        payload=json.loads((folder / told["file"]).read_text(encoding="utf-8")),
        greeted=before["name"],
        asks_for=tuple(before["asks_for"]),
        known=known,
        greeting_language=before["language"],
        is_returning=before["returning"],
        name=after["name"],
        language=after["language"],
        facts=tuple(Said(tuple(one["words"]), one["fact"]) for one in after["facts"]),
        opened=tuple(Said(tuple(one["words"]), one["thread"]) for one in after["opened"]),
        settled=tuple(one["thread"] for one in after["settled"]),
        forbidden=Forbidden(**{kind: tuple(of_it) for kind, of_it in after["forbidden"].items()}),
    )


def _read_question(told: Mapping[str, Any]) -> Question:
    answers = tuple((one["call"], one["turn"]) for one in told["answers"])
    return Question(told["after_call"], told["question"], answers)
