"""Who answers to one telephone number: a person, or a household. No I/O.

People of one household keep their own names; nobody's overwrites another's (docs/decisions.md, "A
number is a household").
"""

from collections.abc import Iterable

from chalicelib import names
from chalicelib.names import Name


def people(heard: Iterable[Name]) -> tuple[Name, ...]:
    """Return who is known by a name that can be spoken, whoever was heard first first.

    ``heard`` are the names as they were heard, oldest first.
    """
    known: list[Name] = []
    for name in heard:
        if not name:
            continue
        places = (place for place, one in enumerate(known) if _is_same(one, name))
        if (place := next(places, None)) is None:
            known.append(name)
        else:
            known[place] = names.best(known[place], name)
    return tuple(one for one in known if one.confidence >= names.SPOKEN_FROM)


def _is_same(one: Name, other: Name) -> bool:
    return names.same_person(one.full, other.full)
