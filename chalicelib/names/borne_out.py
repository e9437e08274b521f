"""Whether a call bears out a collected name: it was said where people say theirs. No I/O.

Two signs are better than one: the analysis may take a pet's name or the agent's for the caller's,
and a word behind "it's" may be anything; that both are the same name is no accident. Neither
capitals nor marks are needed for it: what is looked for is known.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from chalicelib.conversation import Turn
from chalicelib.names.addresses import calls_by
from chalicelib.names.asking import read_question
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import plain_words
from chalicelib.names.words import MINE, RELATIVES
from chalicelib.names.written import first_name, is_particle, plain, without_title

_LED = Pattern(
    r"(?:^|.* )(?:(?:name|nombre)(?:'s| is| es)?|this(?: here)?(?: is)?|i'm|i am|im|it's|it is"
    r"|its|myself|me llamo|soy|habla|atiende|con|de parte de|a nombre de|under|put(?: down)?"
    r"|to ask for)$"
)
_OPENING = Pattern(
    r"(?:(?:hi|hello|hey|yes|yeah|yep|sure|okay|ok|oh|um|uh|well|good|morning|afternoon|evening|so"
    r"|there|the|name|and|hola|s[ií]|buenas|buenos|d[ií]as|tardes|noches|mire|bueno|pues|eh|este|ah"
    r"|claro|no|sorry|that's|it's|it|is|el|nombre|de|la|a|con|para)(?: |$))*$"
)
_SAID = Pattern(r"\b(?:said|says|asked|called|goes|dijo|dice|decia|pregunto|named|llamaba)\b")
_HELLOS = frozenset("hi hello hey hola thanks thank gracias".split())
_BEFORE = 3  # words


def is_borne_out(full: str, turns: Sequence[Turn]) -> bool:
    """Return whether the caller said ``full``, and so that it is theirs.

    That is: behind "this is" or "soy", for an answer when the name was asked for, or in words by
    which the agent then calls them.
    """
    name = [plain(word) for word in without_title(full) if not is_particle(word)]
    said: set[str] = set()
    is_asked, is_others = False, False
    for turn in turns if name else ():
        words = plain_words(turn.words)
        if turn.speaker == "agent":
            if name[0] in said and set(name) <= said and calls_by(first_name(full), turn.words):
                return True
            is_asked = read_question(turn.words).asks_own
            continue
        said |= set(words)
        if set(name) <= said and _is_of_self(words, name, is_asked=is_asked and not is_others):
            return True
        is_others = is_others or name[0] in words
    return False


def is_of_kin(word: str, turns: Sequence[Turn]) -> bool:
    """Return whether the caller says ``word`` with "my son", so that it is another's name."""
    said = [plain_words(turn.words) for turn in turns if turn.speaker == "caller"]
    return any(
        _is_of_mine(before[-_BEFORE:]) for words in said for before in _before(words, plain(word))
    )


def _is_of_mine(before: Sequence[str]) -> bool:
    """Return whether ``before`` ends with "my son", or has "my husband's" in it."""
    ends_with = pairwise(before[-2:])
    whose = ((one, other.removesuffix("'s")) for one, other in pairwise(before) if "'s" in other)
    return any(one in MINE and other in RELATIVES for one, other in (*ends_with, *whose))


def _is_of_self(words: Sequence[str], name: Sequence[str], *, is_asked: bool) -> bool:
    """Return whether ``words`` of the caller say ``name`` of themself."""
    for said in _before(words, name[0]):
        before = _without_surnames(said, name)
        near = before[-_BEFORE:]
        if set(near) & set(RELATIVES) or _SAID.search(" ".join(before)):
            continue
        if set(near[-1:]) & _HELLOS:
            continue
        if _LED.match(" ".join(near)) or (is_asked and _OPENING.match(" ".join(before))):
            return True
    return False


def _without_surnames(before: Sequence[str], name: Sequence[str]) -> Sequence[str]:
    """Return ``before`` without the surname that was said first: "Hale, Dorothy Hale"."""
    while before and before[-1] in name[1:]:
        before = before[:-1]
    return before


def _before(words: Sequence[str], word: str) -> Iterator[Sequence[str]]:
    """Yield what of ``words`` stands before each ``word``."""
    return (words[:at] for at, one in enumerate(words) if one == word)
