"""Whether a name that the agent uses for somebody who was greeted by another is theirs. No I/O."""

import re
from collections.abc import Sequence
from itertools import pairwise

from chalicelib.conversation import Turn
from chalicelib.names.asking import read_question
from chalicelib.names.pieces import plain_words
from chalicelib.names.telling import Telling
from chalicelib.names.words import COURTESIES, RELATIVES
from chalicelib.names.written import is_article, is_title, plain, without_title, words_of

_OF_SELF = r"\b(?:it's|its|i'm|i am|im|this is|soy|habla|me llamo|name is|call me|es)"
_HER_RELATIVE = rf"(?:her|his|the|su|el|la) (?:\w{{1,20}} )?(?:{'|'.join(RELATIVES)})"


def is_called_at_last(turns: Sequence[Turn], used: Sequence[tuple[str, int]]) -> bool:
    """Return whether the agent speaks by one name alone, and neither for a hello nor as a yes.

    "Hello, Poppy!" is for a grandchild, "Lyle it is" for who will drive.
    """
    agents = [turn.words for turn in turns if turn.speaker == "agent"][1:]
    questions = [read_question(words) for words in agents]
    spoken = {plain(one.spoken_to) for one in questions if one.spoken_to}
    if not used or spoken != {plain(used[-1][0])} or any(one.hailed for one in questions):
        return False
    return not any(f"{plain(used[-1][0])} it is" in plain(words) for words in agents)


def is_told_of_self(
    used: Sequence[tuple[str, int]], said: Sequence[Telling], *, is_still: bool
) -> bool:
    """Return whether the caller has said the name in full by itself, or of themself.

    Where the analysis has who was greeted, the full name is wanted.
    """
    if not used:
        return False
    parts = parts_of(used[-1][0])
    wholes = [
        set(words_of(" ".join(without_title(one)))) for each in said for one in each.all_wholes
    ]
    if any(len(whole) > 1 and set(parts) <= whole for whole in wholes):
        return True
    led = re.compile(rf"{_OF_SELF}(?: {_HER_RELATIVE})? {re.escape(parts[0])}\b")
    return not is_still and any(led.search(" ".join(plain_words(one.text))) for one in said)


def is_thing(name: str, said: Sequence[Telling]) -> bool:
    """Return whether the caller speaks of "the Lucy Belle", or it is "La Querencia"."""
    thing = re.compile(rf"\bthe {re.escape(plain(name))}\b")
    is_said = any(thing.search(" ".join(plain_words(one.text))) for one in said)
    return is_article(name) or (is_said and not is_title(name.split(maxsplit=1)[0]))


def is_courteous(name: str, turns: Sequence[Turn]) -> bool:
    """Return whether the agent says "señora Ruiz", of which Ruiz is the ``name`` that is left."""
    rows = [plain_words(turn.words) for turn in turns if turn.speaker == "agent"]
    said = (one for row in rows for one, two in pairwise(row) if two == plain(name))
    return any(one in COURTESIES for one in said)


def parts_of(name: str) -> list[str]:
    """Return the words of ``name`` without titles, in lower case."""
    return [plain(word) for word in without_title(name)]
