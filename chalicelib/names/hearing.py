"""The caller's name as the turns of one call tell it, from the first to the last. No I/O."""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.conversation import Turn
from chalicelib.names import confidence as sure
from chalicelib.names.addresses import calls_by
from chalicelib.names.another_person import (
    is_denied,
    is_somebody_s,
    is_taken_for_another,
)
from chalicelib.names.answers import behind_me
from chalicelib.names.asking import hailed, read_question
from chalicelib.names.assent import says_yes
from chalicelib.names.corrected import take_correction
from chalicelib.names.corrections import set_right
from chalicelib.names.first_words import first_behind
from chalicelib.names.heard_name import Hearing
from chalicelib.names.introductions import introductions
from chalicelib.names.known import take, take_surname
from chalicelib.names.let_stand import hear_correction, hear_read_back, let_stand
from chalicelib.names.mentioned import mention, same_surname
from chalicelib.names.name import kept
from chalicelib.names.no_persons import is_of_another
from chalicelib.names.own_form import is_nickname, is_own_form, wished, with_title
from chalicelib.names.pieces import Piece, is_lower_case, pieces, plain_words
from chalicelib.names.read_back import is_of_third, objects
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
    question = hearing.question
    found, own = _answer(hearing, words)
    lower = is_lower_case(words) and (lower or own)
    found = _after_taking_back(hearing, found)
    if objects(found):
        hearing.read_back = ""
    let_stand(hearing)
    before = hearing.name
    take_correction(hearing, found, lower=lower)
    is_meant = question.is_this or (question.asked == "last" and question.meant)
    if is_meant and found and found[0].text in {"no", "no no"}:
        found = found[1:]
    elsewhere = is_elsewhere(words, following, own=own)
    right = hearing.name.full if hearing.name.source == "corrected" else ""
    told = [piece for piece in found if not is_refused([piece])]
    is_asked = own and len(told) == len(found)
    heard = Heard(
        told,
        is_asked,
        lower,
        right,
        is_first=not hearing.turn,
        is_of_kin=question.is_of_kin or is_of_third(found),
    )
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
    mention(hearing, words, own=own)
    if hearing.name.full != before.full or not (own or is_hello):
        hearing.question = read_question("")
    hearing.turn += 1
    hearing.last = words.lower()


def _answer(hearing: Hearing, words: str) -> tuple[list[Piece], bool]:
    """Return what a turn says, and whether it is an answer about the caller's own name."""
    found, question = pieces(without_spelling(words)), hearing.question
    mine = behind_me(found, lower=is_lower_case(words)) if question.is_role else []
    own = question.asks_own and not (question.to_confirm and says_yes(found))
    own = own or (hearing.turn > 0 and is_taken_for_another(found, question.addressed))
    return (mine, True) if mine else (found, own)


def _after_taking_back(hearing: Hearing, found: list[Piece]) -> list[Piece]:
    """Return ``found``, or what follows where the name is taken back in it."""
    question = hearing.question
    hearing.is_refused |= is_refused(found)
    is_near = hearing.turn - hearing.named_in <= _LATELY
    is_named = bool(question.addressed or question.is_this)
    left = after_taking_back(found, is_near=is_near, is_named=is_named)
    if left is None:
        return found
    hearing.forget()
    return left


def _introduce(hearing: Hearing, heard: Heard, *, is_elsewhere: bool) -> None:
    for said in introductions(heard):
        if is_of_another(hearing, heard, said):
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
    is_now = name.source == "said" and hearing.named_in == hearing.turn
    is_told = name.source == "spelled" or is_now
    if not is_told or " " in name.full or not hearing.question.asks_own:
        return
    if first := first_behind(found, name.full, following, lower=lower):
        hearing.put(replace(name, full=f"{first} {name.full}"))
