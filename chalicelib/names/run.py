"""Where a name stands in a row of words, and where it ends. No I/O."""

from collections.abc import Sequence
from itertools import pairwise

from chalicelib.names.common_words import is_common
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece
from chalicelib.names.words import CALLINGS, NEVER, NOT_FIRST, PROFESSIONS, RELATIVES, STOPS
from chalicelib.names.written import (
    MOST_WORDS,
    capitalised,
    is_particle,
    is_title,
    plain,
    plausible_name,
)

_MOST_PARTICLES = 2
_TWO, _THREE = 2, 3
_OTHERS = frozenset({"de", "el", "la"})  # "la norma ruiz la javi no está"
_OF_ADDRESSES = frozenset({"dot", "at", "punto", "arroba"})  # "ana dot ruiz at example dot com"
_WHOLE = Pattern(
    r"(?:that's|that is) (?:how i'm|how i am|my|me\b|what i'm called|the (?:whole|full|complete))"
    r"|(?:as[ií] me llamo|as[ií] es mi|[eé]se es mi|es mi nombre|as[ií] completo|con todo)\b"
)
_BOTH = Pattern(r"(?:con |with |y con )?(?:los dos apellidos|los dos$|both (?:last |sur)?names)")


def name_at(words: Sequence[str], at: int, *, lower: bool = False) -> tuple[str, int]:
    """Return the name that begins at ``words[at]``, and where it ends; ``("", at)`` without one.

    ``lower`` says that capitals tell nothing here: then a word that no name holds ends it.
    """
    start = at
    while at < len(words) and plain(words[at]) in CALLINGS:
        at += 1
    run: list[str] = []
    while at < len(words) and len(run) < MOST_WORDS and (step := _next(words, at, run, lower)):
        run += words[at : at + step]
        at += step
    run = _tidied(run)
    if lower and len(run) > _TWO and plain(run[-1]) == plain(run[-2]):
        run.pop()  # "callum wrigley wrigley like the chewing gum"
    if lower and len(run) > _TWO and words[at : at + 1] in (["con"], ("con",), ["with"], ("with",)):
        said = {plain(word) for word in run[:-1]}
        run = run[:-1] if plain(run[-1]) in said else run  # "vega luna vega con uve"
    is_whose = lower and len(run) > 1 and run[-1].endswith("s")
    if is_whose and at < len(words) and plain(words[at]) in RELATIVES:
        run.pop()  # "this is ken pams husband"
        at -= 1
    if lower:
        run = [capitalised(word, place) for place, word in enumerate(run)]
    name = plausible_name(" ".join(run))
    return (name, at) if name else ("", start)


def _tidied(run: list[str]) -> list[str]:
    """Return ``run`` without what only leads over to a name, or says it twice."""
    if len(run) > _TWO and plain(run[0]) in {plain(run[1]), plain(run[-1])}:
        # "Hale, Dorothy Hale", without the comma; "Dot, Dot Hale"; "Ana Sofía Ruiz Ana, no más"
        run = run[:-1] if len(run) > _THREE else run[1:]
    if len(run) > _TWO and plain(run[0]) == "de" and not is_particle(run[1]):
        run = run[1:]  # "De Dorotea Ruiz", for "a nombre de quién"
    if len(run) > 1 and plain(run[0]) in {"e", "y"} and not run[0].endswith("."):
        run = run[1:]  # "E Itzel", "and Itzel"
    if len(run) > _TWO and plain(run[0]) in PROFESSIONS:
        run = run[1:]  # who gives the first name as well is called by that
    return run


def _next(words: Sequence[str], at: int, run: list[str], lower: bool) -> int:
    """Return how many of ``words`` from ``at`` go on with ``run``: 0 where it ends."""
    step = 0
    while (
        run and at + step < len(words) and step < _MOST_PARTICLES and is_particle(words[at + step])
    ):
        step += 1
    if lower and {*map(plain, words[at : at + step])} & {"y", "e"}:
        return 0
    if at + step >= len(words) or (lower and len(run) >= _TWO and plain(words[at]) in _OTHERS):
        return 0
    word = words[at + step]
    if step and plain(word) in NOT_FIRST:
        return 0
    if lower:
        return step + 1 if _may_be(word, run) else 0
    is_name = (word[:1].isupper() and word != "I") or (is_title(word) and not run)
    is_name = is_name or word[:3].lower() in {"al-", "el-"} or word[:2] in {"d'", "d\u2019"}
    return step + 1 if is_name and plain(word) not in NEVER else 0


def _may_be(word: str, run: list[str]) -> bool:
    folded = plain(word)
    return not (
        folded in NEVER
        or (is_common(word) and not is_title(word))
        or (is_title(word) and run)
        or (folded in STOPS and (run or folded != "will"))
        or (folded in NOT_FIRST)
        or not word[:1].isalpha()
        or len(folded) == 1
        or folded.endswith("n't")
        or (folded in _OF_ADDRESSES and run)
    )


def whole_name(piece: Piece) -> str:
    """Return the name of two words and more that ``piece`` is, ``""`` when it says more."""
    name, end = name_at(piece.words, 0)
    return name if " " in name and end == len(piece.words) else ""


def mentions(found: Sequence[Piece]) -> list[str]:
    """Return the names of two words and more in ``found``, but for those of the caller's family."""
    names: list[str] = []
    for piece in found:
        at = 0
        while at < len(piece.words):
            if not piece.words[at][0].isupper():
                at += 1
                continue
            name, end = name_at(piece.words, at)
            before = plain(piece.words[at - 1]) if at else ""
            if len(name.split()) > 1 and before not in RELATIVES:
                names.append(name)
            at = max(end, at + 1)
    return names


def listed(found: Sequence[Piece], first: str) -> str:
    """Return the name that is ``first`` behind its surnames and a comma, as in lists."""
    for before, after in pairwise(found):
        if before.end == "," and len(after.words) == 1 and plain(after.words[0]) == plain(first):
            surnames, end = name_at(before.words, 0)
            if surnames and end == len(before.words) == len(surnames.split()):
                return plausible_name(f"{after.words[0]} {surnames}")
    return ""


def both_surnames(found: Sequence[Piece]) -> str:
    """Return the two surnames that are said to be both: "Ruiz Mora, los dos apellidos"."""
    for before, after in pairwise(found):
        at = next((at for at, word in enumerate(before.words) if at and word[0].isupper()), 0)
        if _BOTH.match(after.text):
            name, end = name_at(before.words, at)
            return name if end == len(before.words) and len(name.split()) == _TWO else ""
    return ""


def told_whole(found: Sequence[Piece]) -> str:
    """Return the full name that is said to be all of it: "Ana Ruiz Mora, that's how I'm called"."""
    for before, after in pairwise(found):
        name, end = name_at(before.words, 0)
        if " " in name and end == len(before.words) and _WHOLE.match(after.text):
            return name
    return ""
