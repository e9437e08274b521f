"""The caller's name as the turns of one call tell it, from the first to the last. No I/O."""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.conversation import Turn
from chalicelib.names import confidence as sure
from chalicelib.names.addresses import calls_by
from chalicelib.names.another_person import (
    is_denied,
    is_not,
    is_somebody_s,
    is_taken_for_another,
)
from chalicelib.names.asking import hailed, read_question
from chalicelib.names.assent import is_negative, says_yes
from chalicelib.names.confirmed import confirmed, is_name_meant, without_agents_title
from chalicelib.names.corrections import put_right, set_right
from chalicelib.names.first_words import first_behind
from chalicelib.names.heard_name import Hearing
from chalicelib.names.introductions import introductions
from chalicelib.names.known import take, take_surname
from chalicelib.names.let_stand import hear_correction, hear_read_back, let_stand
from chalicelib.names.mentioned import is_talked_of, mention, same_surname
from chalicelib.names.name import Name, kept
from chalicelib.names.no_persons import is_of_something_else
from chalicelib.names.own_form import is_nickname, is_own_form, wished, with_title
from chalicelib.names.pieces import Piece, is_lower_case, pieces, plain_words
from chalicelib.names.read_back import names_a_relative, objects
from chalicelib.names.reported import is_elsewhere
from chalicelib.names.run import both_surnames
from chalicelib.names.said import Heard
from chalicelib.names.spelled_name import take_spelling
from chalicelib.names.spelling import without_spelling
from chalicelib.names.taken_back import after_taking_back, is_refused
from chalicelib.names.written import first_name, plain, without_title, words_of

_FEW_WORDS = 4  # a first turn of fewer only says hello
_LATELY = 2  # turns of the caller's in which a name may be taken back as a joke
_LOOK_AHEAD, _LOOK_AHEAD_AT_CALLER = 80, 40  # characters of the turns that follow


def hear(turns: Sequence[Turn], told: str = "") -> Hearing:
    """Return what ``turns`` tell of who the caller is; the agent was ``told`` to greet them so."""
    hearing = Hearing(told=told)
    lower = True  # up to here: what follows changes nothing
    for at, turn in enumerate(turns):
        if turn.speaker == "agent":
            _hear_agent(hearing, turn.words)
        else:
            lower = lower and (is_lower_case(turn.words) or not any(map(str.isalpha, turn.words)))
            following = " ".join(later.words[: _ahead(later)] for later in turns[at + 1 : at + 3])
            _hear_caller(hearing, turn.words, following, lower=lower)
    let_stand(hearing)
    hearing.begun_with = hearing.greeted
    if hearing.greeted and is_denied(turns, hearing.greeted):
        hearing.greeted = ""
    return hearing


def _ahead(turn: Turn) -> int:
    return _LOOK_AHEAD if turn.speaker == "agent" else _LOOK_AHEAD_AT_CALLER


def _hear_agent(hearing: Hearing, words: str) -> None:
    question = read_question(words)
    if hearing.question.asks_own and not question.asked and _asks_on(words):
        question = replace(question, asked=hearing.question.asked)
    if question.asked == "last" and plain(question.meant) == plain(first_name(hearing.name.full)):
        question = replace(question, meant="", spoken_to=question.meant)  # "Your last name, Dot?"
    hearing.question = question
    hearing.agents |= {
        plain(said.name.split(maxsplit=1)[0])
        for said in introductions(Heard(pieces(words)))
        if said.how in {"softly", "outright"}
    }
    hear_read_back(hearing, words)
    name = hearing.name
    first = plain(" ".join(without_title(question.spoken_to)[:1]))
    if first in hearing.mentioned and not question.begs_pardon:
        hearing.used[first] = hearing.used.get(first, 0) + 1
    if hearing.turn and is_own_form(hearing, question.spoken_to):
        hearing.called = question.spoken_to
    hearing.called = with_title(hearing, words) or wished(hearing, words) or hearing.called
    if not hearing.turn:
        greeted = _said_as_told(hearing.told, words) or hailed(question)
        greeted = greeted or (question.meant if hearing.told else question.is_this)
        hearing.greeted = hearing.greeted or greeted
    elif name and name.confidence < sure.FIRST_WORDS and calls_by(name.full, words):
        hearing.name = kept(name, min(name.confidence + sure.ADDRESSED_TOO, sure.FIRST_WORDS))


def _said_as_told(told: str, words: str) -> str:
    return told if set(words_of(told)) <= set(plain_words(words)) else ""


def _asks_on(words: str) -> bool:
    """Return whether a question as short as "What is it?" asks what was not answered."""
    return "?" in words and len(words.split()) <= _FEW_WORDS


def _hear_caller(hearing: Hearing, words: str, following: str, *, lower: bool) -> None:
    found, question = pieces(without_spelling(words)), hearing.question
    own = question.asks_own and not (question.to_confirm and says_yes(found))
    own = own or (hearing.turn > 0 and is_taken_for_another(found, question.addressed))
    lower = is_lower_case(words) and (lower or own)
    hearing.is_refused |= is_refused(found)
    is_near = hearing.turn - hearing.named_in <= _LATELY
    is_named = bool(question.addressed or question.is_this)
    left = after_taking_back(found, is_near=is_near, is_named=is_named)
    if left is not None:
        hearing.forget()
        found = left
    if objects(found):
        hearing.read_back = ""
    let_stand(hearing)
    before = hearing.name
    _put_right(hearing, found, lower=lower)
    is_meant = question.is_this or (question.asked == "last" and question.meant)
    if is_meant and found and found[0].text in {"no", "no no"}:
        found = found[1:]
    elsewhere = is_elsewhere(words, following, own=own)
    right = hearing.name.full if hearing.name.source == "corrected" else ""
    told = [piece for piece in found if not is_refused([piece])]
    heard = Heard(told, own and len(told) == len(found), lower, right, is_first=not hearing.turn)
    _introduce(hearing, heard, is_elsewhere=elsewhere)
    if not hearing.turn and hearing.greeted and hearing.name.source == "said":
        hearing.name = set_right(hearing.name, hearing.greeted, found)
    if surnames := both_surnames(found) or same_surname(hearing, found):
        take_surname(hearing, surnames)
    if hearing.name.full != before.full and is_somebody_s(found):
        hearing.name = before
    take_spelling(hearing, words, before)
    _take_first_behind(hearing, found, following, lower=lower)
    hear_correction(hearing, found, words, before)
    is_hello = not hearing.turn and len(words.split()) < _FEW_WORDS
    if hearing.name.full != before.full or not (own or is_hello):
        hearing.question = read_question("")
    mention(hearing, words, own=own)
    hearing.turn += 1
    hearing.last = words.lower()


def _put_right(hearing: Hearing, found: Sequence[Piece], *, lower: bool) -> None:
    """Take up a correction, a denial, or a yes to the name that the agent asked about."""
    name, question = hearing.name, hearing.question
    addressed = question.addressed or (hearing.repeated if name else "")
    if question.asked == "another's" or names_a_relative(found):
        addressed = ""
    if right := put_right(found, name.full, addressed, lower=lower):
        hearing.put(Name(right, sure.CORRECTED, "corrected"))
    elif _takes_back(name, question.asked, found):
        hearing.name, hearing.is_refused = Name(), True
    elif not name and (full := confirmed(hearing, found)):
        hearing.put(Name(full, sure.CONFIRMED, "confirmed"))
    elif question.asked == "last" and question.meant and not is_negative(found):
        take_surname(hearing, question.meant)
    elif says_yes(found) and name and is_name_meant(question.meant, name.full):
        hearing.put(Name(without_agents_title(question.meant), sure.CORRECTED, "confirmed"))


def _takes_back(name: Name, asked: str, found: Sequence[Piece]) -> bool:
    """Return whether a turn says that the name is another's, and not how to be called."""
    return asked != "called" and bool(name) and any(is_not(one.text, name.full) for one in found)


def _introduce(hearing: Hearing, heard: Heard, *, is_elsewhere: bool) -> None:
    for said in introductions(heard):
        is_soft = said.how in {"softly", "bare", "alone", "at the end"}
        is_own = said.is_self and " " in said.name
        if hearing.question.asked == "another's" and is_soft and not is_own:
            continue
        if said.how == "bare" and hearing.greeted:
            continue
        if said.how == "alone" and not hearing.name and is_talked_of(hearing, said.name):
            continue
        if said.is_it and is_of_something_else(hearing, heard, said):
            continue
        is_led = said.how != "alone"
        if (is_led and is_elsewhere) or not (is_led or heard.asked or hearing.name):
            continue
        if is_nickname(hearing, said.name, heard.pieces):
            hearing.called = said.name
        else:
            take(hearing, said, own=heard.asked)


def _take_first_behind(
    hearing: Hearing, found: Sequence[Piece], following: str, *, lower: bool
) -> None:
    """Put the first name before a surname that was spelled before it was told."""
    name = hearing.name
    if name.source != "spelled" or " " in name.full or not hearing.question.asks_own:
        return
    if first := first_behind(found, name.full, following, lower=lower):
        hearing.put(replace(name, full=f"{first} {name.full}"))
