"""LoCoMo, read: long conversations in many sessions, and questions with the turns that answer them.

Maharana et al., "Evaluating Very Long-Term Conversational Memory of LLM Agents" (2024); the data is
``data/locomo10.json`` of https://github.com/snap-research/locomo, under CC BY-NC 4.0, and therefore
no part of this project.

- A turn is the words that its speaker says. The captions of images, which nobody said, are left
  out, and with them turns that are nothing but an image.
- Asked are the questions of the categories 1 to 4; those of category 5 have no answer.
- Evidence names turns. What it names and is not there (a few are misspelt) is left out, and so is a
  question that is left with no evidence.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CATEGORIES = {1: "several turns", 2: "time", 3: "conclusion", 4: "one turn"}

_SESSION = re.compile(r"session_(\d+)")
_TURN = re.compile(r"D(\d+):(\d+)")

TurnId = tuple[int, int]  # session, turn in it


class NotLocomoError(ValueError):
    """The file is not in LoCoMo's format; the message says what is wrong."""


@dataclass(frozen=True)
class Question:
    """A question; ``evidence`` are the memories, as told, that answer it."""

    words: str
    category: int
    evidence: frozenset[str]


@dataclass(frozen=True)
class Conversation:
    """A conversation of two people: what each session told, in order, and questions about it."""

    name: str
    sessions: tuple[tuple[str, ...], ...]
    questions: tuple[Question, ...]


def read_locomo(path: Path) -> list[Conversation]:
    """Return the conversations in the file ``path``. Raises OSError or NotLocomoError."""
    try:
        return [_conversation(sample) for sample in json.loads(path.read_text(encoding="utf-8"))]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotLocomoError(f"{path} is not in LoCoMo's format ({error!r})") from error


def _conversation(sample: dict[str, Any]) -> Conversation:
    sessions = dict(_sessions(sample["conversation"]))
    told = {turn_id: memory for turns in sessions.values() for turn_id, memory in turns.items()}
    questions = (_question(asked, told) for asked in sample["qa"])
    return Conversation(
        name=str(sample["sample_id"]),
        sessions=tuple(tuple(turns.values()) for turns in sessions.values()),
        questions=tuple(question for question in questions if question),
    )


def _sessions(conversation: dict[str, Any]) -> Iterator[tuple[int, dict[TurnId, str]]]:
    """Yield each session's number and turns, in order; a turn is told as one memory."""
    numbers = (match[1] for match in map(_SESSION.fullmatch, conversation) if match)
    for number in sorted(map(int, numbers)):
        turns = conversation[f"session_{number}"]
        ids = [_ids(turn["dia_id"]) for turn in turns]
        yield (
            number,
            {
                turn_id: f"{turn['speaker']}: {turn['text'].strip()}"
                for turn, [turn_id] in zip(turns, ids, strict=True)
                if turn["text"].strip()
            },
        )


def _question(asked: dict[str, Any], told: dict[TurnId, str]) -> Question | None:
    if asked["category"] not in CATEGORIES:
        return None
    named = _ids(" ".join(asked.get("evidence", [])))
    evidence = frozenset(told[turn_id] for turn_id in named if turn_id in told)
    return Question(str(asked["question"]), asked["category"], evidence) if evidence else None


def _ids(written: str) -> list[TurnId]:
    return [(int(session), int(turn)) for session, turn in _TURN.findall(written)]
