"""A name that a turn says once more, at its end, or with what its bearer is called. No I/O.

"I'm Ida. Ida Fenwick.", "Rosalind Quaye, but Ros, please".
"""

from chalicelib.names.common_words import is_common
from chalicelib.names.leads import BUT, FINE, MENDS
from chalicelib.names.run import name_at
from chalicelib.names.said import Heard
from chalicelib.names.words import RELATIVES
from chalicelib.names.written import plain, with_surname, without_title

_SHORT_ANSWER = 12  # words


def nickname_behind(heard: Heard, at: int) -> str:
    """Return Ros of "Rosalind Quaye, but Ros, please", where nothing else is said of her."""
    but = BUT.match(heard.pieces[at].text)
    words = heard.pieces[at].words
    name, end = name_at(words, but.group().count(" "), lower=heard.lower) if but else ("", 0)
    is_fine = FINE.match(" ".join(words[end:]).lower())
    return name if " " not in name and is_fine and not is_common(name) else ""


def again(heard: Heard, at: int, given: str, *, is_next: bool) -> str:
    """Return the name that piece ``at`` is: ``given`` once more with more, or one that is repeated.

    "I'm Ida. Ida Fenwick." and, in an answer that began with something else, "Ida. Ida Fenwick."
    """
    name = _whole(heard, at)
    if not name:
        return ""
    if given:
        mends = at > 0 and bool(MENDS.match(heard.pieces[at - 1].text))
        name = with_surname(given, name) if is_next or mends else name
        return name if mends or _has_more(name, given) else ""
    is_repeated = heard.asked and at + 1 < len(heard.pieces)
    return name if is_repeated and _has_more(_whole(heard, at + 1), name) else ""


def at_the_end(heard: Heard) -> str:
    """Return the full name with which a short answer ends that was about nobody else."""
    words = [plain(word).removesuffix("'s") for piece in heard.pieces for word in piece.words]
    name = _whole(heard, len(heard.pieces) - 1) if heard.pieces else ""
    is_own = heard.pieces and heard.pieces[-1].end in {"", "."} and not set(RELATIVES) & set(words)
    return name if is_own and " " in name and len(words) <= _SHORT_ANSWER else ""


def _whole(heard: Heard, at: int) -> str:
    name, end = name_at(heard.pieces[at].words, 0, lower=heard.lower)
    return name if end == len(heard.pieces[at].words) else ""


def _has_more(name: str, than: str) -> bool:
    return {plain(word) for word in name.split()} > {plain(word) for word in without_title(than)}
