"""Pieces of invented calls, each from its beginning until it is known who calls.

``one_call.jsonl`` has one call a line, ``one_number.jsonl``, ``other_numbers.jsonl`` and
``strangers_numbers.jsonl`` several from one telephone; with each stands what the analysis
collected, by which name the agent was told to greet, and how a tactful person would greet the next
time. They were written by people who did not know the rules.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from chalicelib import names
from chalicelib.household import people
from chalicelib.names import Name
from tests.chalicelib.names.dialogues import call as heard_call
from tests.chalicelib.names.dialogues import turns

PIECES = Path(__file__).parent / "tables" / "pieces"


def read_pieces(file: str) -> list[dict]:
    """Return the pieces of ``file``."""
    return [json.loads(line) for line in (PIECES / file).read_text().splitlines()]


def greeted(piece: dict) -> Iterator[tuple[str, object, object]]:
    """Yield for each call which it is, and how its number is greeted after it: right, and by us.

    Of a piece that is one call, only whether its speaker is known; of whom the agent greeted to
    begin with, nothing more is known than that.
    """
    known: list[Name] = []
    for number, call in enumerate(piece["calls"], 1):
        if number == 1 and call["greeted"]:
            known.append(Name(call["greeted"], 0.9, "said"))
        talk = turns(call["turns"])
        conversation = heard_call(talk, "en", call["collected"].items(), call["greeted"])
        name = names.name_of(conversation)
        if name.source != "corrected" and names.says_not(talk, call["greeted"]):
            name = replace(name, other_than=call["greeted"])
        if name and (name.confidence >= names.SPOKEN_FROM or name.source != "spoken to"):
            known.append(name)
        is_alone = len(piece["calls"]) == 1
        told = _speaker(call, people(known)) if is_alone else _greeting(people(known))
        yield f"{piece['id']}/{number}", _expected(call), told


def _expected(call: dict) -> object:
    return sorted(map(str.lower, call.get("asks_for", []))) or call["spoken"].lower()


def _speaker(call: dict, known: tuple[Name, ...]) -> str:
    spoken = [one.spoken.lower() for one in known]
    if call["spoken"].lower() in spoken:
        return call["spoken"].lower()
    return "".join(one for one in spoken if one != call["greeted"].lower())


def _greeting(known: tuple[Name, ...]) -> object:
    spoken = [one.spoken.lower() for one in known]
    return sorted(spoken) if len(spoken) > 1 else "".join(spoken)
