"""How an answer takes up a question: with a yes, with its words, or as a piece of it. No I/O."""

import re
import unicodedata

from chalicelib.named_times import names_time, times
from chalicelib.time_to_come import MES, MONTH
from chalicelib.ways_to_ask import TOPIC, found

_DENIED = (
    r"(?:^|[.!?,;…]\s)[\s\W]*(?:(?:oh|well|good lord|god|lord|heavens|ay|uy|pues|bueno"
    r"|ah)\W+)*(?:no|nope|nah|naw|never|not|hardly|nothing|nobody|none|neither|no one"
    r"|qué va|nunca"
    r"|jamás|tampoco|para nada|qué esperanzas|nada|nadie|ningun[oa])\b|\b(?:i|he|she|it|we|they"
    r"|you) (?:did|was|were|do|does|have|had|am|is|are)(?: not|n't)\b|\b(?:didn't|wasn't"
    r"|weren't|isn't|doesn't|don't|ain't)\b|, no\b|\bno, no\b|\bwrong\b"
    r"|^\W*(?:[\w'-]+ ){1,4}no\W*(?:$|[.,;])"
    r"|[.!?,;…]\s+(?:and|but|y|pero) (?:no|nope)\W*(?:$|[.,;!])"
    r"|^\W*(?:that's (?:my|our) business|none of your|i'd rather not|prefiero no|eso es cosa mía)\b"
)
_AFFIRMED = (
    r"^\W*(?:(?:oh|well|ah|ay|uy|pues|bueno|ha|why)\W+)*(?:yes|yeah|yep|yup|sure|of course"
    r"|right|exactly|indeed|certainly|absolutely|that's (?:right|it|the one|(?:him"
    r"|her)(?=\W*(?:$|[.,;!])))|mhm|uh-?huh|aye|ya|sí|si|claro"
    r"|así es|eso(?: es| mismo)?(?=\W*(?:$|[.,;!]))"
    r"|dale|ándele|órale|correcto|exactamente|mm+-?hm+|exacto|cómo no|you bet|i'll say|and how"
    r"|por supuesto"
    r"|desde luego|ajá|cierto|(?:i"
    r"|he|she|it|we|they"
    r"|there) (?:did|do|does|am|was|is|were|are|have|had|has|would|could)(?=\W*(?:$"
    r"|[.,;!])))(?!\w)"
)
_EXISTS = (
    r"\b(?:any(?:one|body|thing)?|some(?:one|body|thing)?|ever|else|(?:is|are|was|were) there"
    r"|algun[oa]s?|algún|alguien"
    r"|algo|hay|había)\b|\b(?:do|does|did|have|has|had) (?:\w+ ){1,3}?(?:have|got)\b"
    r"|¿(?:y )?(?:usted )?(?:ten|tien)\w+"
)
_MEASURES = (
    r"^\W*(?:(?:for|about|almost|only|just|since|until|till|all|every|por|como|casi|solo|sólo|desde"
    r"|hasta|cada|tod[oa]s?) )?(?:once|twice|always|often|sometimes|usually|mostly|both|lots|plenty"
    r"|very|only \w+|a (?:little|lot|few)|sort of|kind of|better|worse|still|every\w*|since|until"
    r"|\w+ (?:times"
    r"|years?|months?|weeks?|days?|hours?)|siempre|a veces|much\w+|bastante|poc[oa]s?|mejor|peor"
    r"|una vez|amb[oa]s|l[oa]s dos|\w+ (?:veces|años|meses|semanas|días|horas)|desde|hasta|cada|\d+"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|dos|tres|cuatro|cinco|seis)\b"
)
_STATES = (
    r"\b(?:i|he|she|it|we|they|you|that|this|there|yo|él|ella|ellos)(?:'\w+)?\b|\b(?:is|are|was"
    r"|were|has|have|had|did|does|es|son|era|fue|está|están|tiene|tengo|soy|me|se|lo)\b|n't\b"
)
_MONTH = (
    rf"^\W*(?:in|since|last|en|desde) (?:el |la |the )?(?:{MONTH}|{MES}|spring|summer|fall|autumn"
    r"|winter|primavera|verano|otoño|invierno|\w+ty[- ]\w+|\d{4})\b"
)
_POINTS = (
    r"\b(?:it|that|this|them|there|then|one|so|did|do|does|was|were|had|lo|la|los|las|eso|esa|ese"
    r"|ahí|allí|allá)\b"
)
_SOMEBODY = r"\b(?:he|she|they|him|her|él|ella|ellos|ellas|le|les)\b"  # named in what was asked
_CHOICE = r"\b(?:or|o)\b"
_TWO_QUESTIONS = (
    r"\bor (?:is|are|was|were|do|does|did|have|has|can|could|will|would|should)\b|\bo ¿"
)
_EMPTY = frozenset(
    "would could should your have with that this will what were does from they them there about"
    " the and you for was his her are not can did had has our out she who how why its one let get"
    " got yes but any all now los las una del con por que sus muy les usted para"
    " está tiene quiere puede como cómo este esta algo like want need come been".split()
)
STEM = 5  # letters by which "mareo" and "mareos" are one
_LONG_WORD = 3  # letters of a word that says something
_LEADING = 4  # words of an answer, among which it takes up what was asked
_LONGEST_PIECE = 6  # words
_WHERE_ANSWERED = 100  # characters within which an answer says yes or no
_CLAUSE = re.compile(r"[,.;:!?…]\s")


def affirms(answer: str) -> bool:
    """Tell if ``answer`` begins with a yes and takes nothing back."""
    return bool(found(_AFFIRMED, answer[:_WHERE_ANSWERED])) and not denies(answer)


def denies(answer: str) -> bool:
    """Tell if ``answer`` says no where it begins."""
    return bool(found(_DENIED, answer[:_WHERE_ANSWERED]))


def takes_up(asked: str, answer: str) -> bool:
    """Tell if ``answer`` begins with a time of what was ``asked``, or with hardly other words."""
    first = " ".join(re.findall(r"[^\W_]+", answer)[:_LEADING])
    said = _stems(_CLAUSE.split(answer.strip())[0])
    is_of_it = 2 * len(said & _stems(asked)) >= max(1, len(said))
    return not denies(answer) and (is_of_it or bool(times(first) & times(asked)))


def chooses(asked: str, answer: str) -> bool:
    """Tell if ``answer`` begins with one of two things that were ``asked``, and only that."""
    said = _stems(_CLAUSE.split(answer.strip())[0])
    is_choice = found(_CHOICE, asked) and not found(_TWO_QUESTIONS, asked)
    return bool(is_choice and said) and said <= _stems(asked) and not denies(answer)


def fills(asked: str, answer: str) -> bool:
    """Tell if ``answer`` begins with a piece that is nothing without what was ``asked``.

    When, how often or how long it is so ("twice"), or who or what of many ("a cousin" to "do you
    have anybody?"). Another guess in the place of the agent's ("at the mill" to "at the school?")
    is no such piece.
    """
    piece = _CLAUSE.split(answer.strip())[0]
    if denies(answer) or len(piece.split()) > _LONGEST_PIECE or found(_STATES, piece):
        return False
    is_when = (names_time(piece) or bool(found(_MONTH, piece))) and not names_time(asked)
    is_topic = found(TOPIC, asked) or found(_EXISTS, asked)
    return is_when or bool(found(_MEASURES, piece) or is_topic)


def stands_alone(answer: str) -> bool:
    """Tell if ``answer`` begins with a whole sentence that points at nothing before it."""
    first = _CLAUSE.split(answer.strip())[0]
    return bool(found(_STATES, first)) and not found(_POINTS, first)


def shares_words(one: str, other: str) -> bool:
    """Tell if a word that says something is in both."""
    return bool(_stems(one) & _stems(other))


def says_more(answer: str) -> bool:
    """Tell if ``answer`` says yes and then in a whole sentence what is so."""
    rest = [one for one in _CLAUSE.split(answer.strip())[1:] if one]
    is_long = sum(len(one.split()) for one in rest) >= _LEADING
    return is_long and any(stands_alone(one) and not found(_SOMEBODY, one) for one in rest)


def without_accents(words: str) -> str:
    """Return ``words`` in lower case, without accents."""
    apart = unicodedata.normalize("NFD", words.lower())
    return "".join(one for one in apart if not unicodedata.combining(one))


def _stems(words: str) -> set[str]:
    """Return the beginnings of the words in ``words`` that say something, without accents."""
    every = re.findall(r"[^\W\d_]+", without_accents(words))
    return {one[:STEM] for one in every if len(one) >= _LONG_WORD and one not in _EMPTY}
