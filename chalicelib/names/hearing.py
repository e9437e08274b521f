"""The caller's name as the turns of one call tell it, from the first to the last. No I/O."""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.conversation import Turn
from chalicelib.names import confidence as sure
from chalicelib.names.another_person import (
    is_denied,
    is_not,
    is_somebody_s,
    is_taken_for_another,
)
from chalicelib.names.asking import read_question
from chalicelib.names.assent import is_negative, says_yes
from chalicelib.names.confirmed import confirmed, is_name_meant, without_agents_title
from chalicelib.names.corrections import after_taking_back, is_refused, put_right, set_right
from chalicelib.names.first_words import first_behind
from chalicelib.names.heard_name import Hearing
from chalicelib.names.introductions import introductions
from chalicelib.names.known import take, take_surname
from chalicelib.names.let_stand import hear_correction, hear_read_back, let_stand
from chalicelib.names.name import Name, kept
from chalicelib.names.own_form import is_nickname, is_own_form, note_titles, with_title
from chalicelib.names.pieces import Piece, is_lower_case, pieces
from chalicelib.names.read_back import names_a_relative, objects, says_same_surname
from chalicelib.names.reported import is_elsewhere
from chalicelib.names.run import both_surnames, listed, mentions, told_whole, whole_name
from chalicelib.names.said import Heard
from chalicelib.names.same_person import same_person
from chalicelib.names.spelled_name import take_spelling
from chalicelib.names.spelling import without_spelling
from chalicelib.names.written import plain, title_of, without_title

_FEW_WORDS = 4  # a first turn of fewer only says hello
_LATELY = 2  # turns of the caller's in which a name may be taken back as a joke
_LOOK_AHEAD = 80  # characters of the turns that follow


def hear(turns: Sequence[Turn]) -> Hearing:
    """Return what ``turns`` tell of who the caller is."""
    hearing = Hearing()
    callers = [turn.words for turn in turns if turn.speaker == "caller"]
    lower = all(is_lower_case(words) for words in callers if any(map(str.isalpha, words)))
    for at, turn in enumerate(turns):
        if turn.speaker == "agent":
            _hear_agent(hearing, turn.words)
        else:
            following = " ".join(later.words[:_LOOK_AHEAD] for later in turns[at + 1 : at + 3])
            _hear_caller(hearing, turn.words, following, lower=lower)
    let_stand(hearing)
    if hearing.greeted and is_denied(turns, hearing.greeted):
        hearing.greeted = ""
    return hearing


def _hear_agent(hearing: Hearing, words: str) -> None:
    question = read_question(words)
    if hearing.question.asks_own and not question.asked and _asks_on(words):
        question = replace(question, asked=hearing.question.asked)
    hearing.question = question
    hearing.agents |= {
        plain(said.name.split(maxsplit=1)[0])
        for said in introductions(Heard(pieces(words)))
        if said.how in {"softly", "outright"}
    }
    hear_read_back(hearing, words)
    name, addressed = hearing.name, question.addressed
    first = plain(" ".join(without_title(question.spoken_to)[:1]))
    if first in hearing.mentioned and not question.begs_pardon:
        hearing.used[first] = hearing.used.get(first, 0) + 1
    if hearing.turn and is_own_form(hearing, question.spoken_to):
        hearing.called = question.spoken_to
    hearing.called = with_title(hearing, words) or hearing.called
    if not hearing.turn:
        hearing.greeted = hearing.greeted or question.hailed or question.meant
    elif addressed and name.confidence < sure.FIRST_WORDS and same_person(addressed, name.full):
        hearing.name = kept(name, min(name.confidence + sure.ADDRESSED_TOO, sure.FIRST_WORDS))


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
    if (left := after_taking_back(found, is_near=is_near)) is not None:
        hearing.forget()
        found = left
    if objects(found):
        hearing.read_back = ""
    let_stand(hearing)
    before = hearing.name
    _put_right(hearing, found, lower=lower)
    is_named = question.is_this or (question.asked == "last" and question.meant)
    if is_named and found and found[0].text in {"no", "no no"}:
        found = found[1:]
    elsewhere = is_elsewhere(words, following, own=own)
    right = hearing.name.full if hearing.name.source == "corrected" else ""
    told = [piece for piece in found if not is_refused([piece])]
    heard = Heard(told, own and len(told) == len(found), lower, right, is_first=not hearing.turn)
    _introduce(hearing, heard, is_elsewhere=elsewhere)
    if not hearing.turn and hearing.greeted and hearing.name.source == "said":
        hearing.name = set_right(hearing.name, hearing.greeted, found)
    if surnames := both_surnames(found) or _same_surname(hearing, found):
        take_surname(hearing, surnames)
    if hearing.name.full != before.full and is_somebody_s(found):
        hearing.name = before
    take_spelling(hearing, words, before)
    _take_first_behind(hearing, found, lower=lower)
    hear_correction(hearing, found, words, before)
    is_hello = not hearing.turn and len(words.split()) < _FEW_WORDS
    if hearing.name.full != before.full or not (own or is_hello):
        hearing.question = read_question("")
    _mention(hearing, words, own=own)
    hearing.turn += 1


def _put_right(hearing: Hearing, found: Sequence[Piece], *, lower: bool) -> None:
    """Take up a correction, a denial, or a yes to the name that the agent asked about."""
    name, question = hearing.name, hearing.question
    addressed = question.addressed or (hearing.repeated if name else "")
    if question.asked == "another's" or names_a_relative(found):
        addressed = ""
    if right := put_right(found, name.full, addressed, lower=lower):
        hearing.put(Name(right, sure.CORRECTED, "corrected"))
    elif name and any(is_not(piece.text, name.full) for piece in found):
        hearing.name, hearing.is_refused = Name(), True
    elif not name and (full := confirmed(hearing, found)):
        hearing.put(Name(full, sure.CONFIRMED, "confirmed"))
    elif question.asked == "last" and question.meant and not is_negative(found):
        take_surname(hearing, question.meant)
    elif says_yes(found) and name and is_name_meant(question.meant, name.full):
        hearing.put(Name(without_agents_title(question.meant), sure.CORRECTED, "confirmed"))


def _introduce(hearing: Hearing, heard: Heard, *, is_elsewhere: bool) -> None:
    for said in introductions(heard):
        is_soft = said.how in {"softly", "bare", "alone", "at the end"}
        if hearing.question.asked == "another's" and is_soft:
            continue
        if said.how == "bare" and hearing.greeted:
            continue
        if said.how == "alone" and not hearing.name and _is_talked_of(hearing, said.name):
            continue
        is_led = said.how != "alone"
        if (is_led and is_elsewhere) or not (is_led or heard.asked or hearing.name):
            continue
        if is_nickname(hearing, said.name, heard.pieces):
            hearing.called = said.name
        else:
            take(hearing, said, own=heard.asked)


def _take_first_behind(hearing: Hearing, found: Sequence[Piece], *, lower: bool) -> None:
    """Put the first name before a surname that was spelled before it was told."""
    name = hearing.name
    if name.source != "spelled" or " " in name.full or not hearing.question.asks_own:
        return
    if first := first_behind(found, name.full, lower=lower):
        hearing.put(replace(name, full=f"{first} {name.full}"))


def _same_surname(hearing: Hearing, found: Sequence[Piece]) -> str:
    """Return the surname of whoever was named last, when the caller says theirs is the same."""
    named = [hearing.greeted, *hearing.mentioned.values()][-1]
    return named.split()[-1] if " " in named and says_same_surname(found) else ""


def _is_talked_of(hearing: Hearing, name: str) -> bool:
    """Return whether one word is the name of somebody of whom the caller has spoken before."""
    return " " not in name and not hearing.greeted and hearing.has_said(name)


def _mention(hearing: Hearing, words: str, *, own: bool) -> None:
    found = pieces(words)
    words_now = {plain(word) for piece in found for word in piece.words}
    if own and is_lower_case(words) and not names_a_relative(found):
        hearing.answered |= words_now - hearing.words
    hearing.words |= {title_of(word) for piece in found for word in piece.words}
    note_titles(hearing, found)
    hearing.listed = hearing.listed or listed(found, hearing.greeted)
    hearing.whole = hearing.whole or told_whole(found)
    hearing.stated |= {
        plain(full.split()[0]): full for full in filter(None, map(whole_name, found))
    }
    for full in mentions(found):
        hearing.mentioned[plain(full.split(maxsplit=1)[0])] = full
