"""Who answers to one telephone number: a person, or a household. No I/O.

People of one household keep their own names; nobody's overwrites another's (docs/decisions.md, "A
number is a household").
"""

from collections.abc import Iterable

from chalicelib import names
from chalicelib.names import Name


def people(heard: Iterable[Name]) -> tuple[Name, ...]:
    """Return who is known by a name that can be spoken, whoever was heard first first.

    Who says that nobody else calls from the number any more is the only one from then on.

    ``heard`` are the names as they were heard, oldest first.
    """
    known: list[Name] = []
    for name in heard:
        if not name:
            continue
        places = [place for place, one in enumerate(known) if _is_same(one, name)]
        if places:
            place = next((at for at in places if _has_first(known[at], name)), places[0])
            known[place] = names.best(known[place], name)
        else:
            place = len(known)
            known.append(name)
        if name.is_alone and name.confidence >= names.SPOKEN_FROM:
            known = [known[place]]
    return tuple(one for one in known if one.confidence >= names.SPOKEN_FROM)


def _has_first(one: Name, other: Name) -> bool:
    """Return whether both have the same first name: of two Tillerys, "Ray Tillery" is that one."""
    return one.full.split()[0] == other.full.split()[0]


def _is_same(one: Name, other: Name) -> bool:
    if other.other_than and names.same_person(one.full, other.other_than):
        return False
    if other.instead_of and names.same_person(one.full, other.instead_of):
        return True
    is_corrected = other.source == "corrected"
    return names.same_person(one.full, other.full, corrected=is_corrected) or any(
        called and names.same_person(called, full)
        for called, full in ((one.called, other.full), (other.called, one.full))
    )
