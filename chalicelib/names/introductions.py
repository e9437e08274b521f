"""What a caller says of themself in one turn: "my name is", "this is", "habla", a bare answer.

No I/O. Who is quoted, talked of or spoken to is not the caller, so what stands before the name and
after it counts as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from chalicelib.names.answers import bare_answer
from chalicelib.names.behind_a_lead import over_pauses, over_relation
from chalicelib.names.common_words import is_common
from chalicelib.names.first_words import first_words, with_first
from chalicelib.names.leads import (
    BY_THE_WAY,
    GOES_ON,
    HEDGES,
    HELLOS,
    IT,
    LEADS,
    NOT_ME,
    OF_MINE,
    ON_THE_PHONE,
    OWN_NAME,
    SELF,
    TRAILS,
    How,
)
from chalicelib.names.pieces import Piece, has_capital
from chalicelib.names.reported import reported_from
from chalicelib.names.run import name_at
from chalicelib.names.said import Heard, Said
from chalicelib.names.said_again import again, at_the_end, nickname_behind
from chalicelib.names.words import COURTESIES, MINE, RELATIVES
from chalicelib.names.written import plain

_IN_SO_MANY_WORDS = {"outright", "called", "wish", "surname", "first"}
_PRONOUNS = {"ella", "el", "quien", "usted"}
_NEAR = 30  # characters before a lead in which a "not" is looked for


def introductions(heard: Heard) -> Iterator[Said]:
    """Yield the names that the caller gives for themself in one turn, in order."""
    alone = bare_answer(heard.pieces, lower=heard.lower) if heard.asked else None
    given, told_at = heard.put_right, -1
    if heard.asked and not alone and (name := at_the_end(heard)):
        yield Said(name, "at the end")
    if heard.is_first and not heard.asked:
        yield from (Said(one, "bare") for one in first_words(heard.pieces, lower=heard.lower))
    for at in range(len(heard.pieces)):
        said = [*_led(heard, at), *_trailed(heard, at)]
        if not said and alone and alone[0] == at:
            said = [Said(alone[1], "alone")]
        elif not said and (name := again(heard, at, given, is_next=at == told_at + 1)):
            said = [Said(name, "alone")]
        if not said and " " in given and (name := nickname_behind(heard, at)):
            said, given = [Said(name, "wish")], ""
        said = [one for one in said if one.how in _IN_SO_MANY_WORDS or not is_common(one.name)]
        given, told_at = (said[-1].name, at) if said else (given, told_at)
        yield from (replace(one, is_lower=heard.lower) for one in said)


def _led(heard: Heard, at: int) -> Iterator[Said]:
    text = heard.pieces[at].text
    found = [
        (lead.start(), -lead.end(), how) for how, leads in LEADS for lead in leads.finditer(text)
    ]
    reported = reported_from(heard.pieces, at) if found else 0
    ends: set[int] = set()
    for start, end, how in sorted(found):
        if (
            start >= reported
            or end in ends
            or NOT_ME.search(text[max(0, start - _NEAR) : start].rstrip())
        ):
            continue
        ends.add(end)
        if name := _name_behind(heard, at, text[:-end].count(" ") + 1, how):
            following = heard.pieces[at + 1 : at + 2]
            if text[-end - len(" under") : -end].endswith(" under") and " " not in name:
                name = with_first(heard.pieces[at + 1 : at + 2], name, lower=heard.lower)
            is_told = any(BY_THE_WAY.match(piece.text) for piece in following)
            lead = text[start:-end]
            if lead.startswith("that") and lead.endswith(" be") and not heard.asked:
                continue
            if how == "outright" and heard.is_of_kin and not OWN_NAME.search(lead):
                continue
            yield Said(
                name,
                "outright" if is_told and how == "softly" else how,
                is_on_the_phone=bool(ON_THE_PHONE.search(text[:-end])),
                is_it=bool(IT.match(lead)),
                is_filed=lead.endswith((" de", "under")),
                is_self=bool(SELF.match(lead)),
                at=at,
            )


def _name_behind(heard: Heard, at: int, word: int, how: How) -> str:
    """Return the name behind a lead that ends before ``word`` of piece ``at``."""
    if heard.asked or how in {"outright", "me"}:
        at, word = over_pauses(heard.pieces, at, word)
    words = heard.pieces[at].words
    while word < len(words) and words[word].lower() in HEDGES:
        word += 1
    is_article = False
    if how == "softly":
        at, word = over_relation(heard.pieces, at, word)
        words = heard.pieces[at].words
        is_article = words[word : word + 1] in (("la",), ("el",))
        is_article = is_article and words[word - 1].lower() in {"soy", "habla"}
        word += is_article
    lower = heard.lower or _may_be_lower(heard.pieces[at], word, how)
    name, end = name_at(words, word, lower=lower)
    is_filed = heard.pieces[at].text.split()[word - 1 : word] in (["under"], ["de"])
    if how == "softly" and is_filed and not heard.asked and _speaks_of_kin(heard.pieces[: at + 1]):
        return ""
    if how == "softly" and name and _is_whose(heard, name.split()[0]):
        return ""
    if is_article and " " not in name and plain(words[word]) in COURTESIES:
        name = f"{words[word]} {name}"
    rest = " ".join(words[end:]).lower()
    return name if name and _is_meant(heard, at, how, rest, lower=lower) else ""


def _speaks_of_kin(found: Sequence[Piece]) -> bool:
    """Return whether it is about "my husband's suit", which is under his name."""
    said = (pair for piece in found for pair in pairwise(map(plain, piece.words)))
    return any(one in MINE and two.removesuffix("'s") in RELATIVES for one, two in said)


def _is_whose(heard: Heard, first: str) -> bool:
    """Return whether the turn says that it is "Lily's dad" who speaks: Lily Hale is another."""
    said = (pair for piece in heard.pieces for pair in pairwise(piece.words))
    return any(plain(one) == f"{plain(first)}'s" and plain(two) in RELATIVES for one, two in said)


def _may_be_lower(piece: Piece, word: int, how: How) -> bool:
    """Return whether the name may be without capitals, though not all of the turn is."""
    is_sure = how in {"outright", "surname"} and not piece.text.startswith("the name")
    return is_sure and any(map(str.islower, piece.words[word : word + 1]))


def _is_meant(heard: Heard, at: int, how: How, rest: str, *, lower: bool) -> bool:
    """Return whether what follows the name lets it be the caller's."""
    following = heard.pieces[at + 1 : at + 2] if heard.pieces[at].end == "," else []
    after = rest.split()
    if after[:1] in (["and"], ["y"]) and has_capital(heard.pieces[at].words[1 - len(after) :][:1]):
        return False
    if OF_MINE.match(rest or " ".join(piece.text for piece in following)):
        return False
    if how == "softly" and heard.pieces[at].end == "?" and not rest:
        return False
    if how == "softly" and (heard.lower or not heard.asked):
        is_ended = heard.lower and is_common(rest.split(" ", maxsplit=1)[0])
        is_new = heard.is_first or heard.asked or not heard.lower
        return is_new and (is_ended or bool(GOES_ON.match(rest)))
    is_odd = lower and not heard.lower and rest
    return not is_odd or rest.split(maxsplit=1)[0] in {"and", "y", "but", "pero"}


def _trailed(heard: Heard, at: int) -> Iterator[Said]:
    words, start = heard.pieces[at].words, 0
    while start < len(words) and plain(words[start]) in HELLOS:
        start += 1
    if " ".join(words[start + 1 : start + 3]).lower() in {"my name", "the name"}:
        words = (*words[:start], words[start].removesuffix("'s"), "is", *words[start + 1 :])
    name, end = name_at(words, start, lower=heard.lower)
    rest = " ".join(words[end:]).lower()
    if (
        name
        and not is_common(name)
        and plain(name) not in _PRONOUNS
        and TRAILS.match(rest)
        and reported_from(heard.pieces, at) > 0
    ):
        yield Said(name, "outright" if "name" in rest or "nombre" in rest else "softly")
