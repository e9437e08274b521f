"""Sentences in which a caller only says what their own name is, spells it or puts it right. No I/O.

The name is kept by chalicelib/names; the sentence would keep what was misheard for good. Whatever
says more stays, and so does a name that answers any other question.
"""

import re
from collections.abc import Iterator, Sequence

from chalicelib.asked import is_service
from chalicelib.names.asking import Question, read_question
from chalicelib.names.corrections import put_right
from chalicelib.names.introductions import introductions
from chalicelib.names.pieces import Piece, is_lower_case, pieces
from chalicelib.names.run import name_at
from chalicelib.names.said import Heard
from chalicelib.names.same_person import unlike
from chalicelib.names.spelling import spelled, without_spelling
from chalicelib.names.words import RELATIVES
from chalicelib.names.written import plain
from chalicelib.patterns import compiled
from chalicelib.sentences import is_question, sentences

_MOST = 30  # words; who says more tells something
_FIRST_TURNS = 2  # of the caller's, in which "it's Lyle" says who calls
_LIKE = 0.5  # share of letters that may differ from a name that is put right
# The words around a name, its spelling and its correction; who says another word says more.
_AROUND = frozenset(
    "a again ah am and as at be but by call called calling capital con correct de dear double "
    "doble el end es exactly first from full good hello here hi hola honey i i'm im in is isn't "
    "it it's its last la las le let letra letras letter letters like llama llamo llámeme dígame "
    "digame ma'am me mi mine miss mister mr mrs ms my myself name name's names no not nombre "
    "apellido oh ok okay one only or para pero please por favor pues right se señora señor "
    "señorita servirle sir so soy speaking speak spell spelled spelling escribe habla ella él "
    "yes yeah yep sí si that that's the there they this thanks thank three to two uh um usted "
    "very well with without y ya yo you say said dije digo hombre mujer otra vez nuevo it'd "
    "would wait sorry perdón folks people everybody everyone calls just now today evening "
    "morning afternoon días tardes noches buenos buenas aquí bueno gracias sin hache tilde "
    "acento acute accent silent hyphen guion guión zeta ese jota uve ge ce ele eme ene erre eñe "
    "ye griega larga corta chica grande mayúscula minúscula dos final principio middle start "
    "beginning front back how pronounced pronounce lo por deletreo an cu equis efe te pe".split()
)
_ABOUT_IT = (
    r"^\W*(?:(?:but|and|well|yes|no|pero|y)\W+)?(?:everybody|everyone|people|they|most people|folks"
    r"|todo el mundo|todos|la gente|siempre)(?: always| never)? (?:hears?|gets?|spells?|writes?"
    r"|says?"
    r"|misspells?|mixes?|lo (?:escribe|dice|oye|confunde)n?|la (?:escribe|dice)n?"
    r"|me lo (?:escribe|cambia)n?)"
    r" (?:it|that|the other (?:thing|one|way)|my name|me|wrong|mal|con|al revés)\b.{0,20}$"
)
_SPELLING = frozenset("con with spell spelled spelling escribe letter letters double doble".split())
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]+")
_OTHERS = frozenset({*RELATIVES, *"he she her his him they their él ella su ellos".split()})
_AS_IN = r"\b(\w{1,6}) (?:as in|like in|for|like|de|como) \w+"
_PAST = r"\b(?:was|were|used to|before|maiden|née|nickname|used|then|era|fue|antes|soltera|apodo)\b"


class OwnName:
    """What a call has told so far of its caller's name."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._question = Question()
        self._asks_else = False
        self._turn = 0

    def hear_agent(self, words: str) -> None:
        """Take up what the agent asks, and by which name it takes the caller."""
        self._question = read_question(words)
        if compiled(_PAST).search(words.lower()):
            self._question = Question(spoken_to=self._question.spoken_to)
        self._asks_else = not self._question.asks_own and any(map(is_of_a_story, sentences(words)))
        self._known |= _words(self._addressed)
        said = set(map(plain, re.findall(r"[^\W\d_]+", words)))
        if said & self._known and said & _SPELLING:
            self._asks_else = False

    @property
    def _addressed(self) -> str:
        question = self._question
        return question.spoken_to or (question.meant if question.asks_own else "")

    def without(self, said: Sequence[str]) -> list[str]:
        """Return the sentences of the caller's next turn without those that only tell a name."""
        kept = []
        for each in said:
            if not self._is_all_of(each):
                kept.append(each)
                # "I want my daughter in the book. It's Maren."
                is_another = not _OTHERS.isdisjoint(re.findall(r"[^\W\d_]+", each.lower()))
                self._asks_else = self._asks_else or is_another
        self._turn += 1
        return kept

    def _is_all_of(self, sentence: str) -> bool:
        if len(sentence.split()) > _MOST or sentence.rstrip().endswith("?"):
            return False
        if self._known and compiled(_ABOUT_IT).search(sentence.lower()):
            return True
        given = self._given(sentence)
        if not given or not _says_no_more(sentence, given):
            return False
        self._known |= given
        return True

    def _given(self, sentence: str) -> set[str]:
        """Return the words of the caller's name that ``sentence`` gives."""
        asked = self._question.asks_own
        found = pieces(without_spelling(sentence))
        heard = Heard(found, asked, asked and is_lower_case(sentence), is_first=not self._turn)
        names = {one.name for one in introductions(heard) if self._is_own(one.name, one.how)}
        own = {word for name in names for word in _words(name)}
        own |= set(self._put_right(sentence, found))
        letters = set(map(plain, spelled(sentence)))
        own |= set(filter(self._is_spelled, letters))
        if asked or not self._asks_else:
            for name in _whole(found):
                is_own = asked or own or any(map(self._is_like, _words(name)))
                own |= _words(name) if is_own else set()
            own |= {
                plain(word) for word in _CAPITAL.findall(sentence) if self._is_like(plain(word))
            }
        return own | letters if own else set()

    def _put_right(self, sentence: str, found: Sequence[Piece]) -> Iterator[str]:
        """Yield the words that the caller puts in place of the name by which they were called."""
        said = set(map(plain, re.findall(r"[^\W\d_]+", sentence)))
        is_meant = not self._asks_else or said & {*_words(self._addressed), "name", "nombre"}
        if self._addressed and is_meant:
            right = put_right(found, self._addressed, self._addressed, lower=False)
            yield from filter(self._is_like, _words(right))

    def _is_own(self, name: str, how: str) -> bool:
        if how in {"called", "wish", "preferred"}:  # a nickname may be a story
            return self._question.asks_own
        if how in {"softly", "me"} and not self._question.asks_own:
            is_early = self._turn < _FIRST_TURNS and not self._asks_else
            return is_early or any(map(self._is_like, _words(name)))
        return self._question.asked != "another's" or how not in {"softly", "alone", "at the end"}

    def _is_spelled(self, word: str) -> bool:
        asked = self._question.asks_own or self._question.asked.startswith("spelling")
        return asked or (not self._asks_else and self._is_like(word))

    def _is_like(self, word: str) -> bool:
        return any(unlike(word, known) <= _LIKE for known in self._known)


def asks_for_name(sentence: str) -> bool:
    """Say whether ``sentence`` of the agent asks for the caller's own name."""
    return read_question(sentence).asks_own and not compiled(_PAST).search(sentence.lower())


def is_of_a_story(sentence: str) -> bool:
    """Say whether ``sentence`` of the agent asks for something to be told."""
    return is_question(sentence) and not is_service(sentence)


def _words(name: str) -> set[str]:
    return {plain(word) for word in name.split()}


def _whole(found: Sequence[Piece]) -> list[str]:
    """Return the pieces that are a name and nothing else."""
    names = ((name_at(piece.words, 0), len(piece.words)) for piece in found)
    return [name for (name, end), length in names if name and end == length]


def _says_no_more(sentence: str, given: set[str]) -> bool:
    rest = compiled(_AS_IN).sub(r"\1", without_spelling(sentence))
    words = re.findall(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?", rest.lower().replace("\u2019", "'"))
    return all(word in _AROUND or len(word) == 1 or plain(word) in given for word in words)
