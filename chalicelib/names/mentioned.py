"""Whom a caller speaks of, beside themself. No I/O."""

from collections.abc import Sequence

from chalicelib.names.heard_name import Hearing
from chalicelib.names.own_form import note_titles
from chalicelib.names.pieces import Piece, is_lower_case, pieces
from chalicelib.names.read_back import names_a_relative, says_same_surname
from chalicelib.names.run import listed, mentions, told_whole, whole_name
from chalicelib.names.telling import is_of_self
from chalicelib.names.written import is_article, plain, title_of


def same_surname(hearing: Hearing, found: Sequence[Piece]) -> str:
    """Return the surname of whoever was named last, when the caller says theirs is the same."""
    named = [hearing.greeted, *hearing.mentioned.values()][-1]
    return named.split()[-1] if " " in named and says_same_surname(found) else ""


def is_talked_of(hearing: Hearing, name: str) -> bool:
    """Return whether one word is the name of somebody of whom the caller has spoken before."""
    return " " not in name and not hearing.greeted and hearing.has_said(name)


def mention(hearing: Hearing, words: str, *, own: bool) -> None:
    """Note whom ``words`` of the caller name; ``own`` when their own name was asked for."""
    found = pieces(words)
    words_now = {plain(word) for piece in found for word in piece.words}
    is_answer = (own and is_lower_case(words)) or (hearing.question.is_role and is_of_self(found))
    if is_answer and not names_a_relative(found):
        hearing.answered |= words_now - hearing.words
    hearing.words |= {title_of(word) for piece in found for word in piece.words}
    note_titles(hearing, found)
    hearing.listed = hearing.listed or listed(found, hearing.greeted)
    hearing.whole = hearing.whole or told_whole(found)
    hearing.stated |= {
        plain(full.split()[0]): full for full in filter(None, map(whole_name, found))
    }
    for full in (one for one in mentions(found) if not is_article(one)):
        hearing.mentioned[plain(full.split(maxsplit=1)[0])] = full
