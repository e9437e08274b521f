"""Who claims to be somebody in order to be read that one's memories. No I/O.

The claim is made for the demand alone, so it goes with it; and so does what takes it back later.
English and Spanish.
"""

from collections.abc import Sequence

from chalicelib.orders import demands_memories
from chalicelib.patterns import compiled

_LONGEST = 24  # words; a longer sentence tells more than who somebody is
_LEAD = r"^\W*(?:(?:no|fine|okay|ok|yes|well|hello|hi|listen|bueno|sí|oiga|mire|hola)\W+){0,3}"
_CLAIMS = (
    rf"{_LEAD}(?:this is|this isn't|it's|i'm|i am|my name is|i'm calling|we are|we're|soy|no soy"
    r"|habla|le habla|aquí habla|me llamo|(?:le )?llamo (?:de|del)|somos)\b"
)
_TAKES_BACK = (
    rf"{_LEAD}(?:(?:i'm|i am|this is) (?:not|nobody|no one)\b|this isn't|no soy|soy nadie|nadie"
    r"|i(?:'d| would)? never said i was|i made (?:that|it) up|i don't know any)\b"
)


def is_demanded(said: Sequence[str]) -> bool:
    """Say whether one of the sentences ``said`` wants what the machine remembers."""
    return any(map(demands_memories, said))


def without_impersonation(said: Sequence[str], *, demanded: bool) -> list[str]:
    """Return the sentences ``said`` in one turn without those that are said for such a demand.

    ``demanded`` says whether one was made in an earlier turn.
    """
    if is_demanded(said):
        return [each for each in said if not (_is(_CLAIMS, each) or each.rstrip().endswith("?"))]
    return [each for each in said if not (demanded and _is(_TAKES_BACK, each))]


def _is(kind: str, sentence: str) -> bool:
    said = sentence.lower().replace("\u2019", "'")
    return len(sentence.split()) <= _LONGEST and bool(compiled(kind).search(said))
