"""The name with which a call began, where it was misheard once or too formal. No I/O.

"Hello Isel!" "It's Itzel, with a Z." "I'm sorry, I have put that right.": that is no second person.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from chalicelib.conversation import Turn
from chalicelib.names import confidence as sure
from chalicelib.names.name import Name, titled
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import plain_words
from chalicelib.names.same_person import same_person, unlike
from chalicelib.names.spelling import tells_letters
from chalicelib.names.words import RELATIVES
from chalicelib.names.written import first_name, plain, without_title

_ADMITS = Pattern(
    r"\b(?:sorry|apolog\w+|my mistake|pardon|correct(?:ed|ing)?|fix(?:ed)?|updated?|chang(?:ed?"
    r"|ing)"
    r"|put (?:that|it) right|perd[oó]n|disculp\w*|corri\w+|corregi\w+|corregí|cambi\w+|arregl\w+)\b"
)
_OWN = Pattern(
    r"\b(?:actually|name|nombre|llamo|wrong|spell(?:ed|ing)?|misspelled|mal|written|deletre\w+)\b"
)
_FORMER = Pattern(
    r"(?:'s| is| was| es| era) (?:my|mi) (?:father|dad|mother|mom|mum|mother-in-law|father-in-law"
    r"|husband|pap[aá]|padre|mam[aá]|madre|suegra|suegro|esposo|marido)\b"
)
_MISHEARD = 0.4  # share of letters up to which it is the same name, written in another way


def put_right(name: Name, begun_with: str, turns: Sequence[Turn]) -> Name:
    """Return ``name`` as a correction of ``begun_with``, where it is like that and put it right.

    The caller spells it or speaks of a name, or the agent is sorry; nobody's sister is named.
    """
    if _is_short_form(name, begun_with):
        return Name(begun_with, name.confidence, "said", name.full)
    if not begun_with or not name or name.source in {"corrected", "collected"}:
        return name
    if full := _as_surname(name, begun_with, turns):
        return replace(name, full=full, called="")
    is_like = same_person(begun_with, name.full, corrected=True)
    if not is_like or same_person(begun_with, name.full):
        return name
    at = _told_in(name, turns)
    if at < 0 or set(map(plain, turns[at].words.split())) & set(RELATIVES):
        return name
    words, answer = turns[at].words, "".join(turn.words for turn in turns[at + 1 : at + 2])
    is_told = tells_letters(words) or _OWN.search(words.lower()) or _ADMITS.search(answer.lower())
    return replace(name, source="corrected") if is_told else name


def on_first_name_terms(name: Name, begun_with: str, called: str, turns: Sequence[Turn]) -> Name:
    """Return the first name in ``name`` with the surname of the "Mrs. Hale" the call began with.

    Where they asked to be ``called`` so, or say "Mrs. Hale is my mother".
    """
    if titled(name.called) and plain(name.called.split()[-1]) == plain(name.full):
        return Name(name.called, name.confidence, name.source)
    if titled(name.full) and name.called and " " not in name.called:
        full = " ".join([name.called, *without_title(name.full)])
        return Name(full, name.confidence, name.source, name.called)
    surname = " ".join(without_title(begun_with)) if titled(begun_with) else ""
    if not surname or not name or " " in name.full or name.source == "spoken to":
        return name
    is_wish = bool(called) and plain(called) == plain(name.full)
    if not is_wish and not any(_is_former(turn, surname) for turn in turns):
        return name
    confidence = max(name.confidence, sure.CALLED)
    return Name(f"{name.full} {surname}", confidence, "said", name.full)


def _is_short_form(name: Name, begun_with: str) -> bool:
    """Return whether who was greeted as William says "Bill, please"."""
    is_single = bool(name) and " " not in f"{name.full}{begun_with}" and name.source == "corrected"
    is_same = is_single and same_person(name.full, begun_with)
    return is_same and unlike(name.full, begun_with) > _MISHEARD


def _as_surname(name: Name, begun_with: str, turns: Sequence[Turn]) -> str:
    """Return both names where the agent has just ``name`` behind the one it began with."""
    if " " in name.full or " " in begun_with or same_person(name.full, begun_with):
        return ""
    whole = [plain(begun_with), plain(name.full)]
    spoken = [plain_words(turn.words) for turn in turns if turn.speaker == "agent"]
    is_said = any(whole == list(two) for words in spoken for two in pairwise(words))
    return f"{begun_with} {name.full}" if is_said else ""


def _told_in(name: Name, turns: Sequence[Turn]) -> int:
    first = plain(first_name(name.full))
    for at, turn in enumerate(turns):
        if turn.speaker == "caller":
            words = plain_words(turn.words)
            if first in words or (tells_letters(turn.words) and name.source == "spelled"):
                return at
    return -1


def _is_former(turn: Turn, surname: str) -> bool:
    text = turn.words.lower()
    at = text.find(surname.lower())
    return turn.speaker == "caller" and at >= 0 and bool(_FORMER.match(text[at + len(surname) :]))
