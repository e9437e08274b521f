"""Words that open or identify, told where one is asked for or spoken of. No I/O.

A word for the school's gate or the driver ("¿Qué palabra clave le damos?" "Que sea, este,
colibrí"), the answer to a question for security ("your mother's maiden name"), "the family word
is tangerine", "una clave de padres, que es colibrí". English and Spanish. Talk of a pet's or a
school's name stays where nobody asks for it to be sure of who calls.
"""

from collections.abc import Iterator

from chalicelib.patterns import any_case
from chalicelib.redaction.answered_word import NO_ANSWER, answer_begins, answers_with, cut
from chalicelib.redaction.word_wanted import WORD_THAT_OPENS, names_word, wants_word
from chalicelib.sentences import is_question, placed

_MOST = 600  # characters of what was asked that are looked at, the last ones
_GUARD = (
    r"\b(?:guards?|gatekeeper|doorman|concierge|vigilante|guardia|portero|caseta|pick (?:\w+ )?up"
    r"|release|recog\w+|entreg\w+|retir\w+)\b"
)
_NOTHING = (
    r"(?:(?:the|la|el|a|an|una?|my|mi|in|on|at|for|to|que|de|del|con|very|muy|so|not?|none|nothing"
    r"|too|still|always|never|easy|hard|long|short|wrong|expired|gone|out|up|here|there|what|only"
    r"|just|some\w+|algo|written|called|known|clave|secreta|m[aá]gica|\w+ing|\w+ed|\w+[aei]r)\b)"
)
_NAMED = (
    rf"\b(?:{WORD_THAT_OPENS}(?: (?!is\b|es\b|was\b|era\b)[\w'-]{{1,15}}){{0,3}},?"
    r"(?: (?:which|that|que))? (?:is|was|es|era|ser[aá]|will be)"
    r"|(?:una|la|mi|su|nuestra) clave(?: de (?!l? ?[eé]xito)\w+)?,? que es"
    r"|(?:who(?:ever)?|any(?:one|body)|el|la|quien) (?:que )?(?:\w+ )?(?:says?|knows|gives?|has"
    r"|dig[ao]"
    r"|dice|sepa|d[eé]) (?:the|la) (?:word|palabra|phrase|frase)(?: (?:is|es|de))?)[\s,:\"“«]{1,3}"
    rf"(?P<secret>(?!{_NOTHING})[^\W_][^.,;!?\n]{{1,40}})"
)
_GAVE = (  # "I gave the alarm people that already, it's lilac rooster"
    r"\b(?:gave|told|tell|give|use with|dije|di|doy|digo|dimos)\b[^.!?]{0,20}?\b(?:(?:alarm"
    r"|security"
    r"|monitoring|burglar|watch) ?(?:people|company|folks|guys|office|lady|man|service|center"
    r"|fellow"
    r"|line)?|(?:los|la|el|las|gente|compañ[ií]a|central) (?:de )?(?:la )?(?:alarma|seguridad"
    r"|monitoreo))\b[^.!?]{0,25}?"
    r"(?:[,;:]|\bthat)\s(?:it's|it is|it was|that's|es|era|que es)\s"
    rf"(?P<secret>(?!{_NOTHING}|{NO_ANSWER})[^\W_][^.,;!?\n]{{1,40}})"
)
_TO_TYPE = (
    r"\b(?:type|enter|key in|press|punch|dial|marc\w+|tecle\w+|pong\w+|pone\w*)\b[^.!?]{0,30}\?"
)
_THE_WORD = (
    r"\b(?:the word|la palabra)\s[\"“«]?(?P<secret>(?!is\b|es\b|for\b|that\b|que\b)[^\W\d_]{3,20})"
)
_ALARM = r"\b(?:alarms?|alarmas?|signal|señal|sensors?|monitoring|monitoreo|triggered)\b"
_WHO = (
    r"\b(?:(?:verify|identify) yourself|who you are|verificarse|identificarse|identif[ií]quese)\b"
)
_FEW_OF_A_WORD = 4
_WHAT_IS_IT = (
    r"(?:^|[.!?…]\s+)\W*(?:(?:and|so|okay|y)\W+)*(?:what(?:'s| is| was| would) (?:it|that"
    r"|yours)(?: be)?"
    r"|which is|it is|cu[aá]l (?:es|ser[ií]a)|qu[eé] es|c[oó]mo es|cu[aá]l (?:le|les) (?:dio"
    r"|dijo|puso|dej[oó])|which (?:one )?did you (?:give|tell|pick|choose|use"
    r"|set)(?: (?:him|her|them))?)\W*$"
)
_TELL = r"\b(?:tell|give) (?:him|her|them|the \w+)|\b(?:just )?say|\bd[ií]ga?l[eo]s?|\bdi(?:le)?"
_TOLD_THE_GUARD = (
    rf"^\W*(?:{_TELL}),? [\"“]?(?P<secret>(?!{NO_ANSWER}|(?:the|a|an|it|to|que|hi|hello)\b)"
    r"[^.,;!?\n]{2,40})"
)


def told_words(words: str, asked: str, awaited: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell a word that opens or identifies.

    ``asked`` is what they answer, ``awaited`` an earlier sentence that may speak of such a word.
    """
    for at, sentence in placed(words):
        for kind in (_NAMED, _GAVE):
            for found in any_case(kind).finditer(sentence.replace("\u2019", "'")):
                end = cut(found["secret"])
                yield at + found.start("secret"), at + found.start("secret") + end
    yield from _alarm_word(words, asked)
    if any_case(_TO_TYPE).search(asked[-_MOST:]):
        yield from (found.span("secret") for found in any_case(_THE_WORD).finditer(words))
    if wants_word(asked) or (_asks_what_it_is(asked) and names_word(awaited)):
        yield from answers_with(words)
    elif any_case(_GUARD).search(asked[-_MOST:]) and is_question(asked):
        for said in any_case(_TOLD_THE_GUARD).finditer(words):
            yield said.start("secret"), said.start("secret") + cut(said["secret"])


def _asks_what_it_is(asked: str) -> bool:
    """Say whether ``asked`` asks on: "Ha. What is it?"."""
    return bool(any_case(_WHAT_IS_IT).search(asked[-_MOST:].replace("\u2019", "'")))


def _alarm_word(words: str, asked: str) -> Iterator[tuple[int, int]]:
    """Yield the words that stand alone in a sentence where an alarm's watch asks who is there."""
    if not (any_case(_ALARM).search(asked[-_MOST:]) and any_case(_WHO).search(asked[-_MOST:])):
        return
    for at, sentence in placed(words):
        begin = answer_begins(sentence)
        said = sentence[begin:].rstrip(" .!?")
        is_short = 0 < len(said.split()) <= _FEW_OF_A_WORD and not any_case(r"[,;]").search(said)
        if begin and is_short and not any_case(NO_ANSWER).match(said):
            yield at + begin, at + begin + len(said)
