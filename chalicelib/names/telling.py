"""One turn of the caller, as far as it tells names, and whether they may be theirs. No I/O."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chalicelib.names.asking import Question
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, has_capital, is_lower_case, pieces
from chalicelib.names.read_back import names_a_relative
from chalicelib.names.run import name_at, whole_name
from chalicelib.names.spelling import spelled
from chalicelib.names.words import MINE, RELATIVES
from chalicelib.names.written import plain

# That a name is what somebody is called, beside another.
_CALLED = Pattern(
    r"\b(?:calls? me|i'm called|call me"
    r"|(?:you|can|nobody|everybody|everyone|people|only|could)(?: \S+){0,2} says?"
    r"|(?<!\bit)(?<!that)(?:'s| is| will) (?:fine|okay|ok|do)|(?<!it )works|keep saying"
    r"|est[aá] bien"
    r"|goes by|go by|going by|known as|short for|nickname|d[ií]g[aá](?!n?les?\b)\w{0,4}"
    r"|dec[ií]\w{0,3}|dime"
    r"|me dicen?|me llaman|ll[aá]m[ae]me|apodo)\b"
)
_HER_NAME = Pattern(
    r"\b(?:nombre|al) de (?:ella|[eé]l|mi (?!parte))\b|\b(?:his|her|their) name\b"
    r"|\bc[oó]mo se llama(?:ba)?\b"
)
_LONG, _NEAR = 8, 5  # words: without marks a piece is all of a turn
_MYSELF = Pattern(
    r"(?:(?:well|oh|just|only|pues|a|solo|that'd be|that would be|that's|it's) )?(?:me|myself|mine"
    r"|yo|m[ií])\b(?! (?:quiero|tengo|estoy|mother|wife|husband|son|daughter|madre|mam[aá]))"
    r"|i (?:will|am|would|do)\b|i'm the\b|soy yo\b|m[ií][oa]\b"
)
_FIRST_PIECES = 2
_OF_SELF = Pattern(r"(?:it's|it is|i'm|i am|this is|that's me|me|soy|yo|a m[ií])\b")


@dataclass(frozen=True)
class Telling:
    """One turn of the caller, as far as names go."""

    words: frozenset[str]  # that may be names, and are not somebody else's
    kin: frozenset[str]  # what is said with "my brother"
    is_answer: bool  # to a question for the caller's own name
    is_thanked: bool  # the agent then says thanks, sorry, or a first hello to somebody by name
    is_nickname: bool  # it says what the caller is called
    text: str
    is_spelled: bool
    wholes: frozenset[str] = frozenset()  # the pieces that are full names
    other_wholes: frozenset[str] = frozenset()  # the same, of whom the agent has asked about
    others: frozenset[str] = frozenset()  # words that may name whom the agent has asked about

    @property
    def is_told(self) -> bool:
        """Whether it tells what the caller is called, or spells something."""
        return self.is_spelled or self.is_answer or self.is_nickname

    @property
    def all_wholes(self) -> frozenset[str]:
        """All pieces that are full names."""
        return self.wholes | self.other_wholes


def telling(text: str, question: Question) -> Telling:
    """Return what ``text`` of the caller tells of names, behind ``question`` of the agent."""
    found = pieces(text)
    lower = is_lower_case(text)
    is_own = (question.asked != "another's" and not _HER_NAME.search(text.lower())) or bool(
        _OF_SELF.match(text.lower())
    )
    asked = [after for before, after in pairwise(found) if before.end == "," and _is_asked(after)]
    theirs = [piece for piece in found if piece not in asked and not names_a_relative([piece])]
    words = {plain(word) for piece in theirs for word in piece.words if lower or word[0].isupper()}
    letters = {plain(word) for word in spelled(text)}
    words |= letters
    words |= {word.removesuffix("'s") for word in words}
    kin = {plain(word) for piece in found for word in _of_kin(piece)}
    is_others = not is_own and not _begins_with_name(found, lower=lower)
    is_called = bool(_CALLED.search(text.lower()))
    is_answer = question.asks_own or question.asked.startswith("spelling")
    is_answer = is_answer or (question.is_role and is_of_self(found))
    own = frozenset[str]() if is_others else frozenset(words)
    wholes = frozenset(map(plain, map(whole_name, found)))
    others = frozenset(words) - own
    told = Telling(own, frozenset(kin), is_answer, False, is_called, text, bool(letters))
    if is_others:
        return replace(told, others=others, other_wholes=wholes)
    return replace(told, others=others, wholes=wholes)


def is_of_self(found: Sequence[Piece]) -> bool:
    """Return whether a turn begins with "me" or "I will"."""
    return any(_MYSELF.match(piece.text) for piece in found[:_FIRST_PIECES])


def _is_asked(piece: Piece) -> bool:
    """Return whether a piece is the name in "Is it the same one, Dot?"."""
    return piece.end == "?" and len(piece.words) == 1


def _begins_with_name(found: Sequence[Piece], *, lower: bool) -> bool:
    name = name_at(found[0].words, 0, lower=lower)[0] if found else ""
    return " " in name


def _of_kin(piece: Piece) -> Sequence[str]:
    """Return the words of ``piece`` that may name somebody of the caller's family."""
    words = [plain(word) for word in piece.words]
    mine = [at for at, (a, b) in enumerate(pairwise(words)) if a in MINE and b in RELATIVES]
    if mine and len(words) > _LONG and not has_capital(piece.words):
        return piece.words[mine[0] : mine[0] + _NEAR]
    is_beside = any(a in RELATIVES and b[0].isupper() for a, b in pairwise(piece.words))
    return piece.words if mine or is_beside else ()
