"""The title that belongs to a caller's name, since both they and the agent say it. No I/O.

Don Chemo is nobody's Chemo, and of the señor Valdeolivas nothing else is known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from chalicelib.conversation import Turn
from chalicelib.names.addresses import at_last
from chalicelib.names.name import Name, titled
from chalicelib.names.pieces import pieces, plain_words
from chalicelib.names.words import CALLINGS
from chalicelib.names.written import is_title, plain, plausible_name, title_of

_BEFORE_SURNAMES = frozenset({"mr", "mrs", "ms"})
_BEFORE_FIRST_NAMES = frozenset({"don", "dona"})


def as_titled(name: Name, turns: Sequence[Turn]) -> Name:
    """Return ``name`` with the title that the caller has said, and the agent the last time."""
    spoken = name.spoken
    if " " in name.full and spoken and not name.called and (full := _with_surname(name, turns)):
        return replace(name, called=full)
    if not spoken or titled(spoken):
        return name
    title = _title(plain(spoken), turns, is_alone=" " not in name.full)
    full = plausible_name(f"{title} {spoken}") if title else ""
    if not full:
        return name
    is_all = plain(name.full) == plain(spoken) and title_of(title) not in _BEFORE_FIRST_NAMES
    return replace(name, full=full) if is_all else replace(name, called=full)


def _with_surname(name: Name, turns: Sequence[Turn]) -> str:
    """Return "Professor Ashgrove", if the caller has said that and then the agent, at last."""
    last = titled(at_last(turns))
    surname = plain(last.split()[-1]) if last else ""
    if not last or titled(name.full) or surname != plain(name.full.split()[-1]):
        return ""
    said = f"{title_of(last.split()[0])} {surname}"
    tellers = [turn.speaker for turn in turns if said in _folded(turn)]
    return last if tellers[:1] == ["caller"] and tellers[-1] == "agent" else ""


def _folded(turn: Turn) -> str:
    return " ".join(map(title_of, plain_words(turn.words)))


def _title(spoken: str, turns: Sequence[Turn], *, is_alone: bool) -> str:
    """Return the title that both say, or of a name that ``is_alone``, the agent each time."""
    theirs = {title_of(one) for one in _titles(spoken, turns, "caller") if one}
    agents = list(_titles(spoken, turns, "agent"))
    last = agents[-1] if agents else ""
    is_surname = is_alone and all(agents) and title_of(last) in _BEFORE_SURNAMES
    return last if is_surname or title_of(last) in theirs else ""


def _titles(spoken: str, turns: Sequence[Turn], speaker: str) -> Iterator[str]:
    """Yield what stands before each ``spoken``, where it is a title, else ``""``."""
    for piece in (
        piece for turn in turns if turn.speaker == speaker for piece in pieces(turn.words)
    ):
        for before, word in pairwise(["", *piece.words]):
            if plain(word) == spoken:
                yield before if is_title(before) or plain(before) in CALLINGS else ""
