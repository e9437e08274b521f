"""The caller's name as the agent repeats it, and whether the caller objects. No I/O."""

from collections.abc import Sequence

from chalicelib.names.corrections import NO
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, pieces
from chalicelib.names.same_person import unlike
from chalicelib.names.spelling import without_spelling
from chalicelib.names.words import RELATIVE

_MISHEARD = 0.4  # share of letters that may differ in a name that the agent repeats
_OF_A_RELATIVE = Pattern(
    rf"\b(?:my|our|his|her|their|mi|nuestr[oa]|su) (?:\w{{1,20}} )?(?:{RELATIVE})(?:'s)? ",
    r"(?:name|is|was|named(?! me)|called(?! me)|has|had|se llama|se llamaba|es|era|tiene|lleva)\b"
    r"|\b(?:named|called|christened) (?:him|her|it|them)\b|\b(?:le|lo|la) pus(?:e|o|imos|ieron)\b",
)

_SAME_SURNAME = Pattern(r"\bsame (?:last |sur|family )?name\b|\bmism[oa]s? apellidos?\b")
_THIRD = Pattern(r"(?:(?:no|yes|oh|well) )*(?:she|he|they|it)(?:'s| is| was|'re| are)\b")
_NOT = Pattern(r"\b(?:not|no|never|nunca|ni|hardly)\b|n't\b")


def says_same_surname(found: Sequence[Piece]) -> bool:
    """Return whether a turn says that the caller's surname is that of somebody named before."""
    said = ((piece.text, _SAME_SURNAME.search(piece.text)) for piece in found)
    return any(same and not _NOT.search(text[: same.start()]) for text, same in said)


def read_back(words: str, name: str) -> str:
    """Return ``name`` as the agent has it in ``words``, ``""`` when no part of it is there."""
    heard = [
        word
        for piece in pieces(without_spelling(words))
        for word in piece.words
        if word[0].isupper()
    ]
    parts, found = name.split(), False
    for at, part in enumerate(parts):
        near = min(heard, key=lambda word: unlike(word, part), default="")
        if near and unlike(near, part) <= _MISHEARD:
            parts[at], found = near, True
    return " ".join(parts) if found else ""


def objects(found: Sequence[Piece]) -> bool:
    """Return whether a turn of the caller begins with a no."""
    return bool(found) and bool(NO.match(found[0].text))


def is_of_third(found: Sequence[Piece]) -> bool:
    """Return whether a turn speaks of somebody before it says more: "she's four months"."""
    begun = found[:-1] or [piece for piece in found if " name" in piece.text]
    return any(_THIRD.match(piece.text) for piece in begun)


def names_a_relative(found: Sequence[Piece]) -> bool:
    """Return whether a turn tells what somebody of the caller's family is called."""
    return any(_OF_A_RELATIVE.search(piece.text) for piece in found)
