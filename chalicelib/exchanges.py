"""The exchanges of a conversation that are worth remembering, in the caller's own words.

Sentence by sentence: what the caller says of their life stays, with the question it answers where
that is needed. Greetings, thanks, small talk, what goes on around the telephone, and whatever the
agent says, guesses or recites are left out (docs/decisions.md, "What is worth remembering").
No I/O.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from chalicelib.asked import asked, is_confirmed
from chalicelib.conversation import Conversation, Turn
from chalicelib.echo import Words, content_words, repeats
from chalicelib.impersonation import is_demanded, without_impersonation
from chalicelib.own_name import OwnName, asks_for_name, is_of_a_story
from chalicelib.read_aloud import without_orders_read
from chalicelib.redaction.redact import MARK
from chalicelib.sentences import is_question, sentences
from chalicelib.small_talk.closing import without_the_end
from chalicelib.small_talk.interruption import holds, without_interruptions
from chalicelib.small_talk.lasting import is_trouble
from chalicelib.small_talk.life import tells_of_a_life
from chalicelib.small_talk.moment import is_of_the_moment
from chalicelib.small_talk.opening import is_of_the_beginning
from chalicelib.small_talk.small_talk import is_assent, is_small_talk
from chalicelib.small_talk.to_somebody_there import is_to_somebody_there
from chalicelib.small_talk.voicemail import is_voicemail

LONGEST_SAID = 2_000  # characters; a longer answer becomes several exchanges
_BESIDE_A_MARK = 6  # words; "My card number is [•••]" says nothing
_TOO_LITTLE = 4  # words; "Fire away" means nothing in the next call
_SHORT = 40  # characters
_OWN = frozenset("i i'm i\u2019m i've i\u2019ve my we our yo soy tengo estoy mi mis somos".split())
_ABOUT = ("the ", "it's a ", "el ", "la ", "los ", "las ", "no sirve ")  # "The boiler's out"
_FIRST_TURNS = 2  # of the caller's, in which a story has hardly begun
_WITH_A_MACHINE = 2  # turns that a voicemail box has; with more, somebody has picked up


@dataclass(frozen=True)
class Exchange:
    """What was asked, and what the caller answered."""

    asked: str
    said: str
    turn: int = -1  # of the caller's first words in it, among the conversation's turns


def exchanges(conversation: Conversation) -> tuple[Exchange, ...]:
    """Return what is worth remembering of ``conversation``, in its order.

    Secrets have been taken out of ``conversation`` before.
    """
    if nobody_was_there(conversation.turns):
        return ()
    notes = [content_words(line) for told in conversation.recalled for line in told.splitlines()]
    return tuple(_exchanges(conversation.turns, notes))


def nobody_was_there(turns: Iterable[Turn]) -> bool:
    """Say whether a voicemail box answered, and nobody picked up after it."""
    said = [turn.words for turn in turns if turn.speaker == "caller"]
    return 0 < len(said) <= _WITH_A_MACHINE and is_voicemail(said[0])


def _exchanges(turns: tuple[Turn, ...], notes: list[Words]) -> Iterator[Exchange]:
    last = max((at for at, turn in enumerate(turns) if turn.speaker == "caller"), default=-1)
    heard: list[str] = []
    held = demanded = is_told = False
    own_name, begun = OwnName(), 0
    for speaker, group in groupby(enumerate(turns), key=lambda each: each[1].speaker):
        numbered = list(group)
        if speaker == "agent":
            own_name.hear_agent(" ".join(turn.words for _, turn in numbered))
            told = [each for _, turn in numbered if turn.at_secs for each in sentences(turn.words)]
            heard = [each for each in told if not asks_for_name(each)]
            continue
        said = sentences(without_orders_read(" ".join(turn.words for _, turn in numbered)))
        stay = without_interruptions(said, last=numbered[-1][0] == last, held=held)
        stay = [each for each in stay if not is_to_somebody_there(each)]
        stay = own_name.without(without_impersonation(stay, demanded=demanded))
        if begun < _FIRST_TURNS and not any(map(is_of_a_story, heard)):
            stay = [each for each in stay if not is_of_the_moment(each)]
            stay = [each for each in stay if is_told or not is_of_the_beginning(each)]
        if numbered[-1][0] == last:
            stay = without_the_end(stay)
        question, kept = _worth(stay, heard, notes)
        for piece in _pieces(" ".join(kept)):
            yield Exchange(question, piece, numbered[0][0])
            is_told = True
        notes.extend(map(content_words, said))
        heard, held, begun = [], any(map(holds, said)), begun + 1
        demanded = demanded or is_demanded(said)


def _worth(said: list[str], heard: list[str], notes: list[Words]) -> tuple[str, list[str]]:
    """Return the question that is needed and the sentences that stay."""
    stated = content_words(" ".join(each for each in heard if not is_question(each)))
    told = [each for each in said if is_assent(each) or not _is_nothing(each, stated)]
    question = asked(heard, " ".join(told), notes)
    if all(map(is_assent, told)) and not is_confirmed(question, " ".join(told)):
        return "", []
    return question, [] if _says_too_little(told, heard) else told


def _says_too_little(told: list[str], heard: list[str]) -> bool:
    """Say whether nobody asked, and what was said is a word or two without anything of a life."""
    words = " ".join(told)
    if any(map(is_question, heard)) or len(words.split()) > _TOO_LITTLE or len(words) > _SHORT:
        return False
    if is_trouble(words) or words.lower().startswith(_ABOUT):
        return False
    return not tells_of_a_life(words) and _OWN.isdisjoint(words.lower().split())


def _is_nothing(sentence: str, stated: Words) -> bool:
    if MARK in sentence and len(sentence.split()) <= _BESIDE_A_MARK:
        return True
    return is_small_talk(sentence) or is_voicemail(sentence) or repeats(sentence, stated)


def _pieces(said: str) -> Iterator[str]:
    """Yield ``said`` whole, or cut at spaces where it is too long for one memory."""
    while len(said) > LONGEST_SAID:
        cut = said.rfind(" ", 1, LONGEST_SAID)
        cut = cut if cut > 0 else LONGEST_SAID
        yield said[:cut]
        said = said[cut:].lstrip()
    if said:
        yield said
