"""What the agent asks about names: the caller's own, a part of it, somebody else's. No I/O."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, has_capital, pieces
from chalicelib.names.questions import (
    ABOUT_IT,
    AND_YOURS,
    ANOTHERS,
    CALL,
    CUT_OFF,
    FIRST,
    FULL,
    NAME,
    OF_SOMEBODY,
    OWN,
    ROLE,
    SECOND,
    SPELLING,
    WANTS,
)
from chalicelib.names.run import name_at
from chalicelib.names.spelling import without_spelling
from chalicelib.names.whom_it_means import LAST, filed, is_this, meant, that_is, wanted
from chalicelib.names.words import RELATIVE

Asked = Literal[
    "", "name", "first", "last", "second", "called", "spelling", "spelling it", "another's"
]

_OF_ONE_CALL = 256  # turns
_LONGEST_HAILED = 2  # words
ADDRESSING = (
    r"(?:i have you down as|hello|hi|hey|there|welcome|back|thank you|thank you so much|thanks"
    r"|thanks so much|goodbye|bye|bye bye|good|morning|afternoon|evening|night|nice to meet you"
    r"|pleased to meet you|sorry|pardon|dear|again|oh|well|and|ah|so|ok|okay|alright|all right|got"
    r"|got it|perfect|great|sure|of course|lovely|wonderful|excellent|no problem|noted|yes|no|right"
    r"|sure thing|will do|you bet|no worries|fine|absolutely|certainly|understood|see you"
    r"|take care|that's"
    r"|hola|gracias|muchas|bienvenid[oa]|adi[oó]s|mucho gusto|gusto|un placer|encantad[oa]"
    r"|buen d[ií]a|buenos|d[ií]as|buenas|tardes|noches|perd[oó]n|disculpe|hasta pronto|hasta luego"
    r"|perfecto|listo|lista|claro|claro que s[ií]|muy bien|bien|vale|entendido|con gusto|s[ií]|de"
    r" nada|dale|por supuesto|anotado|don|do[nñ]a)"
)
_HELLO = Pattern(rf"{ADDRESSING}(?: {ADDRESSING}){{0,4}} (?=\S)")
_BEGS_PARDON = Pattern(r"\b(?:sorry|pardon|perd[oó]n|disculp\w{1,3})\b")
_YOUR_KIN = Pattern(rf"\b(?:your|su|tu|her|his) (?:{RELATIVE})\b|\bis (?:it|he|she) (?:her|his)\b")
_GREETS = Pattern(
    r"\b(?:hello|hi|hey|welcome|good (?:morning|afternoon|evening|day)|hola|bienvenid[oa]s?",
    r"|buen d[ií]a|buenos d[ií]as|buenas (?:tardes|noches)|(?:speak|talk) (?:to|with)|hablar con"
    r"|se encuentra)\b",
)


@dataclass(frozen=True)
class Question:
    """What one turn of the agent asks about names, and how it addresses the caller."""

    asked: Asked = ""
    is_this: str = ""  # the name in "Is this Anna?"
    meant: str = ""  # the name that the caller is to confirm, also in "Anna, is that right?"
    spoken_to: str = ""  # the name in "Thank you, Anna."
    hailed: str = ""  # the name in "Hello, Anna."
    begs_pardon: bool = False
    greets: bool = False
    is_sought: bool = False  # "I'm calling for Anna", who may have to be fetched
    is_role: bool = False  # "Who will be in?", "Whom do I confirm with?"
    is_of_kin: bool = False  # it is about "your wife", "su papá"
    filed: str = ""  # the full name in "I have that under Anna Hale?"

    @property
    def asks_own(self) -> bool:
        """Whether the caller's own name, or a part of it, is asked for."""
        return self.asked not in {"", "another's", "spelling", "spelling it"}

    @property
    def to_confirm(self) -> str:
        """The name that is the caller's if they say yes."""
        return self.is_this or (self.meant if self.asks_own else "")

    @property
    def addressed(self) -> str:
        """The name by which the agent takes the caller."""
        return self.spoken_to or self.meant


@lru_cache(maxsize=_OF_ONE_CALL)
def read_question(words: str) -> Question:
    """Return what ``words`` of the agent ask about names; several rules read each turn."""
    found, lower = pieces(without_spelling(words)), words.lower()
    sentences = _sentences(found)
    sought = next(filter(None, map(wanted, sentences)), "")
    return Question(
        asked=_asked(sentences),
        is_this=next((name for name, is_all in map(is_this, sentences) if name and is_all), "")
        or that_is(found)
        or sought,
        meant=next(filter(None, map(meant, sentences)), ""),
        spoken_to=next(chain(_spoken_to(found), _it_is(found)), ""),
        hailed=_hailed(found),
        greets=bool(sought or _GREETS.search(lower)),
        begs_pardon=bool(_BEGS_PARDON.search(lower)),
        is_sought=bool(sought),
        is_role=any(piece.end in {"?", ""} and ROLE.search(piece.text) for piece in sentences),
        is_of_kin=bool(_YOUR_KIN.search(lower)),
        filed=filed(found),
    )


def hailed(question: Question) -> str:
    """Return the name behind the agent's hello, and no firm's: "Good day, Hale Picture Framing"."""
    return question.hailed if len(question.hailed.split()) <= _LONGEST_HAILED else ""


def _asked(sentences: list[Piece]) -> Asked:
    """Return what of names is asked for; the last question counts."""
    for piece in reversed(sentences):
        text = piece.text
        if SPELLING.search(text) and piece.end == "?":
            return "spelling" if NAME.search(text) else "spelling it"
        is_cut_off = not piece.end and has_capital(piece.words) and CUT_OFF.search(text)
        if is_this(piece)[0] or is_cut_off or AND_YOURS.search(text):
            return "name"
        if OF_SOMEBODY.search(text):
            return "another's"
        if OWN.search(text) and WANTS.search(text) and not ABOUT_IT.search(text):
            return _part_asked(text)
        if piece.end == "?" and ANOTHERS.search(text) and not ROLE.search(text):
            return "another's"
    return ""


def _spoken_to(found: list[Piece]) -> Iterator[str]:
    before = ""
    for piece in found:
        hello = _HELLO.match(piece.text)
        name, end = name_at(piece.words, hello.group().count(" ") if hello else 0)
        if name and end == len(piece.words) and (hello or before == ","):
            yield name
        before = piece.end


def _it_is(found: list[Piece]) -> Iterator[str]:
    """Yield the name of "Dub it is.", which may be a colour as well."""
    for piece in found:
        hello = _HELLO.match(piece.text)
        name, end = name_at(piece.words, hello.group().count(" ") if hello else 0)
        if name and " ".join(piece.words[end:]) == "it is":
            yield name


def _hailed(found: list[Piece]) -> str:
    """Return the name behind a hello, and not one in "Radio Tres, Santa Ana, dígame"."""
    starts = [at for at, piece in enumerate(found) if _GREETS.search(piece.text)]
    return next(_spoken_to(found[starts[0] :]), "") if starts else ""


def _part_asked(text: str) -> Asked:
    if SECOND.search(text):
        return "second"
    is_last, is_first = bool(LAST.search(text)), bool(FIRST.search(text))
    if is_last and (is_first or FULL.search(text)):
        return "name"
    if is_last or is_first:
        return "last" if is_last else "first"
    return "called" if CALL.search(text) else "name"


def _sentences(found: list[Piece]) -> list[Piece]:
    """Return the pieces ``found``, joined over commas: a question goes on behind one."""
    joined: list[Piece] = []
    run: tuple[str, ...] = ()
    for piece in found:
        run += piece.words
        if piece.end not in {",", ":", ";"}:
            joined.append(Piece(run, piece.end))
            run = ()
    return [*joined, Piece(run, "")] if run else joined
