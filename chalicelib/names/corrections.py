"""A name put right ("no, it's Breet", "not Pascal, Haskell") or taken back. No I/O."""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.names.common_words import is_common
from chalicelib.names.name import Name
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece
from chalicelib.names.run import name_at
from chalicelib.names.same_person import LIKE, replaced, same_person, unlike
from chalicelib.names.spelling import with_letters
from chalicelib.names.written import is_title, plain

_MOST_NOES = 4
_SHORT = 6  # words; a name alone before more of them begins a story
_HARDLY_UNLIKE = 0.34
_LIKE = 0.6  # share of letters that may differ from what was misheard
_NOT = Pattern(
    r"(?:(?:no|and|it's|it is|i'm|i am|that's|the name is|my name is|it was) )*(?:not|isn't"
    r"|no soy|no es|no me llamo) (?=\S)"
)
NO = Pattern(
    r"(?:oh |ay |ah |well |pues )?(?:no|nope|no no|no no no|sorry|not quite|actually|perd[oó]n|wait"
    r"|excuse me|i mean|digo|(?:that's|it's) (?:wrong|not (?:it|right|quite right))|almost|casi"
    r"|no(?: es)? as[ií])(?: (?:sir|ma'am|miss|dear|honey|se[nñ]or|se[nñ]ora|se[nñ]orita|hombre"
    r"|mujer|hijo|hija|joven))?$"
)
_VOCATIVE = Pattern(
    r"(?:sir|ma'am|miss|dear|honey|se[nñ]or|se[nñ]ora|se[nñ]orita|hombre|mujer|hijo|hija|joven"
    r"|mire|oiga|look|listen)$"
)
_LEAD = Pattern(
    r"(?:(?:no|but|y|and|it's pronounced|it's|it is|i'm|i am|this is|that's|soy|es|sino|se dice"
    r"|se pronuncia|pronounced|the name is|my name is"
    r"|me llamo|actually) )*"
)
_I_SAID = Pattern(
    r"\b(?:i (?:already )?said|(?:ya )?(?:le |te )?dije|i told you)(?: it's| it was| que"
    r"| soy)? (?=\S)"
)
_IS_WRITTEN = Pattern(
    r"(?:(?:is |it's |es |va |se escribe |lleva |spelled |written )*(?:with|without|con|sin) \S)"
)
_AGREES = frozenset({"dale", "sale", "vale"})  # "Dale, el viernes": names elsewhere
_ENDS = Pattern(r"(?:$|actually|like|with|as in|no\b|not\b|please|con\b|now\b)")
_IS_RIGHT = Pattern(
    r"\bactually\b|\bin fact\b|\bwrong\b|\bmis(?:heard|spelled)\b|\bwith an? \w$"
    r"|\bmal\b|\ben realidad\b|\bcon \w{1,3}$|^not\b"
)


def put_right(found: Sequence[Piece], known: str, addressed: str, *, lower: bool) -> str:
    """Return the name that the caller puts in place of ``known``, or ``""`` when they do not.

    ``addressed`` is what the agent has just called them: a word alone is a correction when it is
    like that and yet another.
    """
    base = known or addressed
    right = base
    for at, piece in enumerate(found if base else ()):
        new = _not_this(found, at, right, lower) or _after_said(piece, lower)
        new = new or _after_no(found, at, right, addressed, lower)
        new = new or (_written(piece, right, lower) if addressed else "")
        if new and _is_with_title(new, right):
            continue  # how they want to be called, and no other name
        is_another = bool(new) and is_title(right.split()[0]) and _is_wholly_new(new, right)
        right = new if is_another else replaced(right, new) if new else right
    return right if right != base else ""


def set_right(name: Name, greeted: str, found: Sequence[Piece]) -> Name:
    """Return ``name`` as a correction, if it is like the one ``greeted`` and is said to be it."""
    is_like = same_person(name.full, greeted, corrected=True) and not same_person(
        name.full, greeted
    )
    is_said = any(_IS_RIGHT.search(piece.text) for piece in found)
    return replace(name, source="corrected") if is_like and is_said else name


def _is_with_title(new: str, known: str) -> bool:
    """Return whether "Mrs. Hale" is said of the Dorothy Hale who is ``known``."""
    words = known.split()
    is_title_new = is_title(new.split(maxsplit=1)[0]) and not is_title(words[0])
    return is_title_new and len(words) > 1 and plain(new.rsplit(maxsplit=1)[-1]) == plain(words[-1])


def _is_wholly_new(new: str, base: str) -> bool:
    """Return whether "Blessing", for "Mr. Pell", is somebody else."""
    return " " not in new and all(unlike(new, word) > _LIKE for word in base.split())


def _is_no(text: str) -> bool:
    return bool(NO.match(text) or _VOCATIVE.match(text))


def _written(piece: Piece, base: str, lower: bool) -> str:
    """Return the part of ``base`` that is said with a letter: "Wendel with one L"."""
    name, rest = _whole(piece, lower)
    is_part = any(unlike(part, word) <= LIKE for part in base.split() for word in name.split())
    if not name or not is_part or not _IS_WRITTEN.match(rest):
        return ""
    return with_letters(name, " ".join(piece.words))


def _not_this(found: Sequence[Piece], at: int, base: str, lower: bool) -> str:
    """Return Y of "not X, Y", "Y, not X" and "X no, Y", where X is of ``base``."""
    piece = found[at]
    told = _NOT.match(piece.text)
    start = told.group().count(" ") if told else 0
    wrong, end = name_at(piece.words, start, lower=lower)
    rest = " ".join(piece.words[end:]).lower()
    if not wrong or not _is_of(wrong, base) or not (told or rest in {"no", "not"}):
        return ""
    if rest.startswith(("but ", "sino ")):
        return name_at(piece.words, end + 1, lower=lower)[0]
    for near in [*found[at + 1 : at + 2], *(found[at - 1 : at] if at else [])]:
        name, _ = _whole(near, lower)
        if name and plain(name) != plain(wrong):
            return name
    return ""


def _after_said(piece: Piece, lower: bool) -> str:
    if said := _I_SAID.search(piece.text):
        name, end = name_at(
            piece.words,
            said.group(0).count(" ") + piece.text[: said.start()].count(" "),
            lower=lower,
        )
        return name if end == len(piece.words) else ""
    return ""


def _after_no(found: Sequence[Piece], at: int, base: str, addressed: str, lower: bool) -> str:
    """Return the name that is said after "no", or alone, and is like what the agent said."""
    if at > _MOST_NOES or not addressed or any(not _is_no(piece.text) for piece in found[:at]):
        return ""
    name, rest = _whole(found[at], lower)
    if not name or is_common(name) or not _ENDS.match(rest) or _is_known(name, addressed):
        return ""
    words_left = sum(len(piece.words) for piece in found[at + 1 :])
    if not at and not rest and (words_left > _SHORT or plain(name) in _AGREES):
        return ""
    most = _LIKE if at else LIKE  # without a "no" it must be more like it
    pairs = ((word, new) for word in base.split() for new in name.split())
    return name if any(unlike(word, new) <= most for word, new in pairs) else ""


def _whole(piece: Piece, lower: bool) -> tuple[str, str]:
    """Return the name in ``piece`` behind its lead, and what follows it."""
    lead = _LEAD.match(piece.text)
    name, end = name_at(piece.words, lead.group().count(" ") if lead else 0, lower=lower)
    return name, " ".join(piece.words[end:]).lower()


def _is_of(wrong: str, base: str) -> bool:
    return all(
        any(unlike(word, part) <= _HARDLY_UNLIKE for part in base.split()) for word in wrong.split()
    )


def _is_known(name: str, addressed: str) -> bool:
    return {plain(word) for word in name.split()} <= {plain(word) for word in addressed.split()}
