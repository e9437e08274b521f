"""Another form of the caller's name that is theirs: a nickname, or title and surname. No I/O."""

from collections.abc import Sequence

from chalicelib.names.goes_by import disowns
from chalicelib.names.heard_name import Hearing
from chalicelib.names.name import titled
from chalicelib.names.pieces import Piece
from chalicelib.names.same_person import is_form
from chalicelib.names.written import plain, without_title


def is_own_form(hearing: Hearing, spoken_to: str) -> bool:
    """Return whether the agent says the caller's name in a form that the caller has used."""
    parts = [plain(part) for part in spoken_to.split()]
    firsts = without_title(hearing.name.full)
    if hearing.called or not parts or not firsts or not all(map(hearing.has_said, parts)):
        return False
    if titled(spoken_to):
        return len(firsts) > 1 and plain(firsts[-1]) == parts[-1]
    return len(parts) == 1 and parts[0] != plain(firsts[0]) and is_form(parts[0], firsts[0])


def is_nickname(hearing: Hearing, name: str, found: Sequence[Piece]) -> bool:
    """Return whether ``name`` is what somebody is called who is known by another already."""
    known = hearing.name.full or hearing.greeted
    return bool(known) and " " not in name and disowns(found, known)
