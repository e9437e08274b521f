"""What a call adds to the name by which its caller was greeted, and let be greeted. No I/O.

The greeting says who it is; the call tells the rest: the surname ("Ana Ruiz habla"), the name that
stands in the papers ("Patrick Sullivan, but ask for Sully"), or that Mrs. Hale is Dorothy now.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from chalicelib.conversation import Turn
from chalicelib.names import confidence as sure
from chalicelib.names.addresses import calls_by
from chalicelib.names.asking import read_question
from chalicelib.names.borne_out import is_borne_out
from chalicelib.names.leads import TRAILS
from chalicelib.names.name import Name, titled
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import is_lower_case, pieces, plain_words
from chalicelib.names.run import mentions, name_at, whole_name
from chalicelib.names.same_person import is_form, same_person
from chalicelib.names.uttered import uttered
from chalicelib.names.words import RELATIVES
from chalicelib.names.written import first_name, plain, words_of

_BUT = Pattern(r"\b(?:but|pero|just|only|please|though|always|aunque|solo|dime|d[ií]ga\w*)\b")
_WISH = Pattern(
    r"\b(?:ask for|calls?|called|always|say|says|stick|prefer|known|d[ií]ga\w*|dice[ns]?|llama\w*"
    r"|pregunt\w+|conoce\w*|siempre|only|nobody|nadie)\b"
)


def as_greeted(name: Name, greeted: str, turns: Sequence[Turn]) -> Name:
    """Return ``name`` with what ``turns`` add to it, where ``greeted`` was said to begin with."""
    is_known = name.confidence >= sure.SPOKEN_FROM or name.source == "spoken to"
    if full := _on_paper(name.full if is_known else greeted, turns):
        confidence = max(name.confidence, sure.CALLED)
        return Name(full, confidence, "said", name.called or name.full or greeted)
    name = _in_full(name, greeted, turns)
    if not greeted or name.confidence < sure.SPOKEN_FROM or " " not in name.full:
        return name
    is_same = same_person(name.full, greeted)
    is_kept = _is_before_first(greeted, name) and _says_later(greeted, turns)
    if is_same and is_kept and not name.called:
        return replace(name, called=greeted)
    if is_same and titled(greeted) and not titled(name.full) and not name.called:
        first = first_name(name.full)
        return replace(name, called=first) if _is_called(first, greeted, turns) else name
    return replace(name, called=greeted) if _is_still(name, greeted, turns) else name


def _is_still(name: Name, greeted: str, turns: Sequence[Turn]) -> bool:
    """Return whether they are called as they were greeted, beside the full name they have told."""
    if same_person(name.full, greeted):
        return not name.called and _stays(name, greeted, turns)
    return not titled(greeted) and not name.called and _goes_on(name, greeted, turns)


def _on_paper(known: str, turns: Sequence[Turn]) -> str:
    """Return the full name in "Patrick Sullivan on the card, but Sully"; Sully is ``known``."""
    if not known or " " in known:
        return ""
    for turn in turns:
        found = pieces(turn.words) if turn.speaker == "caller" else []
        for full in (one for one in _names(turn) if _is_full(one)) if found else ():
            rest = turn.words.lower().partition(full.split()[-1].lower())[2]
            is_other = plain(known) != plain(full.split()[0])
            if is_other and _says(rest.replace("'s", ""), known) and _BUT.search(rest):
                return full
    return ""


def _is_full(name: str) -> bool:
    return " " in name and not titled(name)


def _in_full(name: Name, greeted: str, turns: Sequence[Turn]) -> Name:
    """Return ``name``, which is one word, with the surname that was said behind it."""
    known = name.full or greeted
    if name.source == "collected" or not known:
        is_own = bool(greeted) and " " in known and is_borne_out(known, turns)
        return replace(name, source="said") if is_own else name
    if " " not in known and (whole := _whole_of(known, turns)):
        return Name(whole, max(name.confidence, sure.IN_PASSING), name.source or "said", known)
    longer = {plain(full): full for full in _begun_with(known, turns)}
    if len(longer) != 1:
        return name
    confidence = max(name.confidence, sure.IN_PASSING)
    source = "said" if name.source in {"", "spoken to"} else name.source
    return Name(next(iter(longer.values())), confidence, source, name.called)


def _whole_of(short: str, turns: Sequence[Turn]) -> str:
    """Return "Beverly Pruitt", said alone and then by the agent as well, who is known as Bev."""
    theirs = [turn.words for turn in turns if turn.speaker == "caller"]
    said = [whole_name(piece) for words in theirs for piece in pieces(words)]
    agents = [turn.words for turn in turns if turn.speaker == "agent"]
    for full in filter(None, said):
        first = full.split()[0]
        is_long = len(first) > len(short) and is_form(short, first)
        if is_long and any(_says(words, full) for words in agents):
            return full
    return ""


def _begun_with(first: str, turns: Sequence[Turn]) -> Iterator[str]:
    """Yield the full names that begin with ``first`` and were said in words of the caller's."""
    theirs = uttered([turn for turn in turns if turn.speaker == "caller"])
    for turn in turns:
        for full in _names(turn):
            words, begun = words_of(full), words_of(first)
            is_longer = len(words) > len(begun) and words[: len(begun)] == begun
            is_longer = is_longer and min(map(len, words)) > 1
            if (
                is_longer
                and set(words[1:]) <= theirs
                and (
                    is_borne_out(full, turns)
                    or _is_repeated(words[1:], turns)
                    or _speaks(full, turn)
                )
            ):
                yield full


def _speaks(full: str, turn: Turn) -> bool:
    """Return whether a turn says that ``full`` is who speaks: "Ana Ruiz habla"."""
    for piece in pieces(turn.words):
        name, end = name_at(piece.words, 0)
        if plain(name) == plain(full) and TRAILS.match(" ".join(piece.words[end:]).lower()):
            return True
    return False


def _is_repeated(words: Sequence[str], turns: Sequence[Turn]) -> bool:
    """Return whether the agent says all of ``words``."""
    return set(words) <= uttered([turn for turn in turns if turn.speaker == "agent"])


def _names(turn: Turn) -> Iterable[str]:
    found = pieces(turn.words)
    if not is_lower_case(turn.words):
        return mentions(found)
    return (
        name_at(piece.words, at, lower=True)[0] for piece in found for at in range(len(piece.words))
    )


def _is_called(first: str, greeted: str, turns: Sequence[Turn]) -> bool:
    """Return whether the agent has gone over from ``greeted`` to ``first``."""
    agents = [turn.words for turn in turns if turn.speaker == "agent"]
    told = [words for words in agents[1:] if read_question(words).asked != "called"]
    calls = [words for words in told if calls_by(first, words) or calls_by(greeted, words)]
    return bool(calls) and calls_by(first, calls[-1]) and not _says(calls[-1], greeted)


def _is_before_first(greeted: str, name: Name) -> bool:
    """Return whether ``greeted`` is the first of ``name`` behind a title: "don Tranquilino"."""
    return bool(titled(greeted)) and plain(greeted.rsplit(maxsplit=1)[-1]) == plain(
        name.full.split()[0]
    )


def _says_later(greeted: str, turns: Sequence[Turn]) -> bool:
    agents = [turn.words for turn in turns if turn.speaker == "agent"]
    return any(_says(words, greeted) for words in agents[1:])


def _says(words: str, name: str) -> bool:
    parts = [plain(part) for part in name.split()]
    each = plain_words(words)
    return any(each[at : at + len(parts)] == parts for at in range(len(each)))


def _stays(name: Name, greeted: str, turns: Sequence[Turn]) -> bool:
    """Return whether the agent still says Ritchie, when it has been told Richard Galloway."""
    first = first_name(name.full)
    if titled(greeted) or " " in greeted or plain(first) == plain(greeted):
        return False
    at = next((at for at, turn in enumerate(turns) if _says(turn.words, name.full)), 0)
    later = [turn.words for turn in turns[at + 1 :] if at and turn.speaker == "agent"]
    return any(_says(words, greeted) for words in later)


def _goes_on(name: Name, greeted: str, turns: Sequence[Turn]) -> bool:
    """Return whether ``greeted`` is still what they are called when ``name`` has been told."""
    at = next((at for at, turn in enumerate(turns) if _says(turn.words, name.full)), 0)
    told = turns[at].words if at else ""
    if _says(told, greeted) and _WISH.search(told.lower()):
        return not any(plain(word) in RELATIVES for word in told.split())
    later = [turn.words for turn in turns[at + 1 :] if turn.speaker == "agent"]
    return bool(told) and any(
        calls_by(greeted, words) or (_says(words, greeted) and _says(words, name.full))
        for words in later
    )
