"""The caller's name: who speaks in a call, how sure that is, and how it is spoken. No I/O.

A wrong name is worse than none, so each name has a confidence (0 to 1), and only from SPOKEN_FROM
on it is spoken. docs/decisions.md says how it is made.
"""

from collections.abc import Sequence

from chalicelib.conversation import Conversation, Turn
from chalicelib.names.analysed import ITEMS as SPEAKER_ITEMS
from chalicelib.names.analysed import read_analysis
from chalicelib.names.confidence import SPOKEN_FROM
from chalicelib.names.name import Name, Source, best
from chalicelib.names.remembered import remembered_name
from chalicelib.names.same_person import same_person
from chalicelib.names.written import LONGEST_NAME, plausible_name, plausible_nickname, spoken_name

__all__ = [
    "LONGEST_NAME",
    "SPEAKER_ITEMS",
    "SPOKEN_FROM",
    "Name",
    "Source",
    "best",
    "denies",
    "is_borrowed",
    "is_name_item",
    "name_of",
    "plausible_name",
    "plausible_nickname",
    "read_analysis",
    "remembered_name",
    "same_person",
    "says_not",
    "spoken_name",
]


# Half of this package is needed after a call alone: the greeting's cold start goes without it.


def name_of(conversation: Conversation) -> Name:
    """Return the name of who speaks in ``conversation``, as this call alone tells it."""
    from chalicelib.names.who_speaks import who_speaks  # noqa: PLC0415 - see above

    return who_speaks(conversation)


def is_name_item(item: str) -> bool:
    """Return whether the data collection item ``item`` is for who the caller is."""
    from chalicelib.names import collected  # noqa: PLC0415 - see above

    return item in SPEAKER_ITEMS or bool(collected.part_of(item))


def says_not(turns: Sequence[Turn], name: str) -> bool:
    """Return whether the caller says in so many words that they are not ``name``."""
    from chalicelib.names import another_person  # noqa: PLC0415 - see above

    return another_person.is_denied(turns, name)


def is_borrowed(turns: Sequence[Turn]) -> bool:
    """Return whether the caller says that the telephone is another's."""
    from chalicelib.names import whose_number  # noqa: PLC0415 - see above

    return whose_number.is_borrowed(turns)


def denies(turns: Sequence[Turn], name: str) -> bool:
    """Return whether it is not ``name`` who speaks: they say so, or give a name that is another's.

    Who says nothing of the kind does not deny it.
    """
    from chalicelib.names import who_speaks  # noqa: PLC0415 - see above

    return who_speaks.denies(turns, name)
