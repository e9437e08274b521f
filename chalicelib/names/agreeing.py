"""A name that was said, with what was collected, where both are one. No I/O."""

from collections.abc import Sequence

from chalicelib.conversation import Turn
from chalicelib.names import confidence as sure
from chalicelib.names.borne_out import is_of_kin
from chalicelib.names.collected import CollectedName
from chalicelib.names.name import Name, better_spelled, kept, later_part, titled
from chalicelib.names.pieces import plain_words
from chalicelib.names.same_person import is_form, same_person
from chalicelib.names.uttered import uttered
from chalicelib.names.written import first_name, is_title, plain, without_title, words_of


def agreed_with(name: Name, collected: CollectedName, turns: Sequence[Turn]) -> Name:
    """Return ``name`` completed and made surer by what was ``collected``, where that agrees."""
    if _is_not_so_called(name, collected.full):
        return name
    if collected.full and same_person(name.full, collected.full):
        is_passing = name.confidence <= sure.IN_PASSING
        more = sure.COLLECTED_TOO_IN_PASSING if is_passing else sure.COLLECTED_TOO
        full = _completed(name.full, collected.full, turns)
        called = name.called or (titled(name.full) if full != name.full else "")
        called = called or later_part(name, full)
        called = "" if _is_surname_first(name, full, turns) else called
        called = better_spelled(called, full)
        return kept(Name(full, 0, name.source, called), name.confidence + more)
    if collected.last and " " not in name.full and _adds(collected.last, name.full, turns):
        full = f"{name.full} {collected.last}"
        return Name(full, name.confidence, name.source, name.called)
    return name


def _is_surname_first(name: Name, full: str, turns: Sequence[Turn]) -> bool:
    """Return whether the caller said "Penhallow, Gareth", who is Gareth and no Mr. Penhallow."""
    surnames = [plain(word) for word in without_title(name.full)]
    first = plain(first_name(full))
    told = [plain_words(turn.words) for turn in turns if turn.speaker == "caller"]
    told = [words for words in told if not any(map(is_title, words))]
    row = [*surnames, first]
    return first not in surnames and any(
        words[at : at + len(row)] == row for words in told for at in range(len(words))
    )


def _is_not_so_called(name: Name, collected: str) -> bool:
    """Return whether Mrs. Tran, who wants to be called Linh, is not the Vivian Tran collected."""
    first = first_name(collected)
    is_wish = bool(titled(name.full)) and bool(name.called) and not titled(name.called)
    return is_wish and bool(first) and not is_form(name.called, first)


def _completed(said: str, collected: str, turns: Sequence[Turn]) -> str:
    """Return ``said``, or ``collected`` where that has more, or the same with its accents.

    More is a surname behind a first name that was said, else only words that were uttered.
    """
    words, longer = words_of(said), words_of(collected)
    if titled(said) and longer[1:] == words[1:] and longer[0] in uttered(turns):
        return said if is_of_kin(longer[0], turns) else collected
    if set(words) < set(longer):
        is_surname_alone = len(words) == 1 and longer[0] == words[0]
        return collected if is_surname_alone or set(longer) <= uttered(turns) else said
    return better_spelled(said, collected) if words == longer else said


def _adds(surname: str, first: str, turns: Sequence[Turn]) -> bool:
    return plain(surname) != plain(first) and set(words_of(surname)) <= uttered(turns)
