"""What a turn puts right of the name that is known, denies or says yes to. No I/O."""

from collections.abc import Sequence

from chalicelib.names import confidence as sure
from chalicelib.names.another_person import is_not
from chalicelib.names.assent import is_negative, says_yes
from chalicelib.names.confirmed import confirmed, is_name_meant, without_agents_title
from chalicelib.names.corrections import put_right
from chalicelib.names.heard_name import Hearing
from chalicelib.names.known import take_surname
from chalicelib.names.name import Name
from chalicelib.names.pieces import Piece
from chalicelib.names.read_back import names_a_relative


def take_correction(hearing: Hearing, found: Sequence[Piece], *, lower: bool) -> None:
    """Take up a correction, a denial, or a yes to the name that the agent asked about."""
    name, question = hearing.name, hearing.question
    addressed = question.addressed or (hearing.repeated if name else "")
    if question.asked == "another's" or names_a_relative(found):
        addressed = ""
    if right := put_right(found, name.full, addressed, lower=lower):
        hearing.put(Name(right, sure.CORRECTED, "corrected"))
    elif _takes_back(name, question.asked, found):
        hearing.name, hearing.is_refused = Name(), True
    elif name.confidence < sure.SPOKEN_FROM and (full := confirmed(hearing, found)):
        hearing.put(Name(full, sure.CONFIRMED, "confirmed"))
    elif question.asked == "last" and question.meant and not is_negative(found):
        take_surname(hearing, question.meant)
    elif says_yes(found) and name and is_name_meant(question.meant, name.full):
        hearing.put(Name(without_agents_title(question.meant), sure.CORRECTED, "confirmed"))


def _takes_back(name: Name, asked: str, found: Sequence[Piece]) -> bool:
    """Return whether a turn says that the name is another's, and not how to be called."""
    return asked != "called" and bool(name) and any(is_not(one.text, name.full) for one in found)
