"""What the caller says in one turn, and a name that they give in it. Data, no rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.names.leads import How
from chalicelib.names.pieces import Piece


@dataclass(frozen=True)
class Said:
    """A name that the caller gave, and how."""

    name: str
    how: How
    is_lower: bool = False  # nothing was written with a capital
    is_on_the_phone: bool = False  # "habla", which says who speaks
    is_it: bool = False  # "it's", which may be about anything
    is_filed: bool = False  # "under", whose the account is
    is_self: bool = False  # "I'm", which is about nobody else
    at: int = 0  # the piece of the turn


@dataclass(frozen=True)
class Heard:
    """The pieces of one turn, and what bears on how they are meant."""

    pieces: Sequence[Piece]
    asked: bool = False  # the agent has just asked for the caller's name
    lower: bool = False  # the turn is written without capitals, or in nothing else
    put_right: str = ""  # the name as the caller has just put it right
    is_first: bool = False  # of the caller's turns
    is_of_kin: bool = False  # the agent has just spoken of "your wife"
