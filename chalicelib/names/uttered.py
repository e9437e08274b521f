"""Which words were uttered in a call, and whether any of them is like a name. No I/O."""

import re
from collections.abc import Iterable, Sequence

from chalicelib.conversation import Turn
from chalicelib.names.pieces import is_lower_case, pieces, plain_words
from chalicelib.names.same_person import same_person, unlike
from chalicelib.names.written import is_particle, plain, plausible_name, without_title

_QUOTES = re.compile('["“”«»]')  # what is quoted was uttered as well
_MOST_WORDS = 3_000  # different ones that may be names; more are no call but an attack


def uttered(turns: Sequence[Turn]) -> set[str]:
    """Return the words of ``turns``, in lower case and without accents."""
    return {word for turn in turns for word in plain_words(turn.words)}


def nearest(name: str, texts: Iterable[str]) -> float:
    """Return how unlike (0 to 1) ``name`` is to what in ``texts`` is most like a part of it.

    0 is the same, or another form of the same name. Only what may be a name is compared: what is
    written with a capital, where capitals tell anything.
    """
    parts = [plain(part) for part in without_title(name) if not is_particle(part)]
    words = _may_be_names(texts)
    if len(words) > _MOST_WORDS:
        return 0.0
    return min((_apart(part, word) for part in parts for word in words), default=1.0)


def _apart(part: str, word: str) -> float:
    return 0.0 if same_person(part, word) else unlike(part, word)


def _may_be_names(texts: Iterable[str]) -> set[str]:
    found = set()
    for text in texts:
        lower = is_lower_case(text)
        words = {word for piece in pieces(text) for word in piece.words}
        words |= {word for piece in pieces(_QUOTES.sub(" ", text)) for word in piece.words}
        found |= {plain(word) for word in words if lower or word[0].isupper()}
    bare = {word.removesuffix("'s") for word in found}
    return {word for word in bare if plausible_name(word.capitalize())}
