"""Another form of the caller's name that is theirs: a nickname, or title and name. No I/O."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chalicelib.names.common_words import is_common
from chalicelib.names.goes_by import disowns, wishes
from chalicelib.names.heard_name import Hearing
from chalicelib.names.name import titled
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, pieces
from chalicelib.names.same_person import is_form
from chalicelib.names.written import is_title, plain, plausible_name, title_of, without_title

_IT_IS = Pattern(
    r"(?:(?:okay|ok|alright|all right|right|perfect|gladly|sure|entonces) )?"
    r"(?P<name>(?:(?:miss|mr|mrs|ms|dr|don|do[nñ]a) )?[^\W\d_]{2,20}) (?:it is|then|entonces)\b"
)
_BEFORE_FIRST_NAMES = frozenset({"don", "dona"})


def is_own_form(hearing: Hearing, spoken_to: str) -> bool:
    """Return whether the agent says the caller's name in a form that the caller has used."""
    parts = [plain(part) for part in spoken_to.split()]
    firsts = without_title(hearing.name.full or hearing.greeted)
    if hearing.called or not parts or not firsts or not all(map(hearing.has_said, parts)):
        return False
    if titled(spoken_to):
        return len(firsts) > 1 and plain(firsts[-1]) == parts[-1]
    return len(parts) == 1 and parts[0] != plain(firsts[0]) and is_form(parts[0], firsts[0])


def wished(hearing: Hearing, words: str) -> str:
    """Return Mercy of the agent's "Mercy it is", if the caller has just said "it's Mercy"."""
    it_is = _IT_IS.match(" ".join(word for one in pieces(words)[:3] for word in one.words))
    name = plausible_name(it_is["name"]) if it_is else ""
    known = {plain(part) for part in (hearing.name.full or hearing.greeted).split()}
    if not name or not known or is_common(name) or plain(name) in known:
        return ""
    wish = re.compile(
        rf"\b(?:it's|its|call me|just|soy|dime|d[ií]game|says?|please|so|only"
        rf"|by|dicen) {re.escape(name.lower())}\b"
        rf"|\b{re.escape(name.lower())},? (?:please|por favor|is fine)"
    )
    return name if wish.search(hearing.last.replace(",", "")) else ""


def is_nickname(hearing: Hearing, name: str, found: Sequence[Piece]) -> bool:
    """Return whether ``name`` is what somebody is called who is known by another already."""
    known = hearing.name.full or hearing.greeted
    return bool(known) and " " not in name and disowns(found, known)


def note_titles(hearing: Hearing, found: Sequence[Piece]) -> None:
    """Note with which titles a turn of the caller has names, and whether it wishes to be so called.

    "Don" and "doña" are for others as well, so before a first name they count with the wish alone.
    """
    is_wish = wishes(found)
    for title, name in _titled(found):
        if is_wish or title not in _BEFORE_FIRST_NAMES:
            hearing.titles.add((title, plain(name)))


def with_title(hearing: Hearing, words: str) -> str:
    """Return the caller's name with the title that both they and the agent say, ``""`` if none."""
    known = {plain(part) for part in without_title(hearing.name.full or hearing.greeted)}
    for piece in pieces(words):
        for one, name in pairwise(piece.words):
            title = title_of(one)
            is_own = title in _BEFORE_FIRST_NAMES or plain(name) in known
            if (title, plain(name)) in hearing.titles and is_own:
                return plausible_name(f"{one} {name}")
    return ""


def _titled(found: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    for piece in found:
        for title, name in pairwise(piece.words):
            if is_title(title) and not is_title(name):
                yield title_of(title), name
