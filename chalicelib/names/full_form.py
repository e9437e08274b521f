"""The longest form in which a name was said in a call. No I/O."""

from collections.abc import Iterator, Sequence, Set

from chalicelib.conversation import Turn
from chalicelib.names.borne_out import is_of_kin
from chalicelib.names.called_at_last import is_courteous, parts_of
from chalicelib.names.name import titled
from chalicelib.names.pieces import is_lower_case, pieces
from chalicelib.names.run import mentions, name_at
from chalicelib.names.written import first_name, is_particle, plain, without_title


def in_full(name: str, turns: Sequence[Turn], words: Set[str]) -> str:
    """Return the longest form of ``name`` in ``turns`` in ``words`` that the caller has uttered."""
    parts = parts_of(name)
    is_surname = bool(titled(name)) or is_particle(parts[0]) or is_courteous(name, turns)
    found = [full for turn in turns for full in mentions(pieces(turn.words))]
    found += [full for turn in turns for full in _in_lower_case(turn, parts[0])]
    fitting = [
        one
        for one in found
        if _fits(one, parts, is_surname=is_surname, is_kin=is_of_kin(first_name(one), turns))
        and set(parts_of(one)) <= words
        and min(map(len, parts_of(one))) > 1
    ]
    bare = name if is_surname else " ".join(without_title(name))
    full = max([bare, *fitting], key=lambda one: len(parts_of(one)))
    return full if titled(full) else " ".join(without_title(full))


def _in_lower_case(turn: Turn, first: str) -> Iterator[str]:
    if turn.speaker == "caller" and is_lower_case(turn.words):
        for piece in pieces(turn.words):
            for at, word in enumerate(piece.words):
                if plain(word) == first:
                    yield name_at(piece.words, at, lower=True)[0]


def _fits(full: str, parts: list[str], *, is_surname: bool, is_kin: bool) -> bool:
    theirs = parts_of(full)
    if is_surname and len(theirs) > 1 and is_kin:
        return False
    same_place = theirs[-1:] == parts[-1:] if is_surname else theirs[:1] == parts[:1]
    return same_place and set(parts) <= set(theirs)
