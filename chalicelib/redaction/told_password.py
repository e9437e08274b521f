"""Passwords that a caller says they chose, beside a word that calls them so. No I/O.

"¿Y la contraseña? Le había puesto Junior con mayúscula." "I used Biscuit for the password." What is
simply called a password, or is the answer to who asks for one, is found elsewhere
(``passwords``).
"""

from collections.abc import Iterator

from chalicelib.patterns import any_case
from chalicelib.redaction.asked_secret import speaks_of_password
from chalicelib.redaction.secret_words import UNIT
from chalicelib.sentences import placed, sentences
from chalicelib.spoken_numbers import number_words, runs

_NAME = (
    r"(?:pass ?word|pass ?phrase|log ?in|contraseña|clave|(?:safe|security|secret) word"
    r"|palabra (?:clave|secreta))"
)
_CHOSE = (
    r"(?:\b(?:i|we|he|she|they|my \w+)(?:'d| had|'ve| have)? (?:put(?: in)?|used?|uses|typed"
    r"(?: in)?|tried|made|made it|set(?: it)?(?: to)?|(?:changed|switched) (?:it|that|ours) to"
    r"|chose|picked|wrote)"
    r"|\b(?:le|les|la|lo|yo|nos|me)? ?(?:(?:hab[ií]a|hab[ií]amos|he|hemos) (?:puesto|usado"
    r"|escrito|escogido)|puse|pusimos|puso|us[eé]|uso|usaba|usamos|escrib[ií]|escog[ií]|tecle[eé]))"
)
_IT_IS = (
    r"^\W*(?:(?:well|so|oh|okay|right|uh|um|i think|i believe|a ver|pues|mire|bueno|creo que)\W+)*"
    r"(?:make it|change it to|let's (?:do|say|use)|p[oó]n(?:ga)?le|que sea|it(?:'s| is| was"
    r"|'d be| used to be| should be)|that(?:'s| is| was)|es|era|ser[ií]a)\W+(?:(?:hm+|uh|um|oh"
    r"|este|eh)\W+)*"
)
_SOME_OF_IT = r"\b(?:letters?|letras?|characters?|car[aá]cter(?:es)?|d[ií]gitos?|digits?)\b"
_SIGN = (
    r"(?<![\w'’])(?:[b-hj-xzñ]|eme|ene|ele|erre|ese|efe|jota|hache|equis|zeta|uve|be|ce|ge|pe"
    r"|cu|ka|capital \w)(?![\w'’])"
)
_FEW_WORDS = 8  # beside a letter
_PLACE = (
    r"\b(?:first|second|third|fourth|fifth|sixth|last|primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]"
    r"|quint[ao]|sext[ao]|[uú]ltim[ao])\b"
)
_SIGNS_OF_IT = (
    r"\b(?:digits?|letters?|characters?|numbers?|d[ií]gitos?|letras?|car[aá]cter(?:es)?|n[uú]meros?"
    r"|cifras?)\b"
)
_ASKED_BY_PLACE = (
    r"\b(?:pins?|pass\w*|codes?|secret|memorable|word|clave|contraseña|nip|c[oó]digo|palabra)\b"
)
_BY_PLACE = (  # "the second and the fourth digit of your PIN", "your word, the third letter?"
    rf"{_PLACE}[^.!?]{{0,30}}{_SIGNS_OF_IT}[^.!?]{{0,12}}\b(?:of|in|de|del)\b[^.!?]{{0,25}}"
    rf"{_ASKED_BY_PLACE}|{_ASKED_BY_PLACE}[^.!?]{{0,25}}{_PLACE}[^.!?]{{0,20}}{_SIGNS_OF_IT}"
)
_NOTHING = (
    r"(?:hm+|uh|um|oh|este|eh|called|none|not|no|a|an|in|on|at|too|so|very|something|somewhere"
    r"|written|gone|wrong"
    r"|expired|the"
    r"|it|that|this|them|one|my (?!\w+[ ,.]*$)|her|his|long|short|hard|easy|never|always|well|for"
    r"|thinking|loading|going|working|saying|asking|spinning|fine|okay|right|good|all|just|what"
    r"|when|where|how|un|una|muy|la|el|lo|los|las|algo|nada"
    r"|que|as[ií]|otra|otro|esa|ese|dif[ií]cil|f[aá]cil|larga|mi|su)\b"
)
_AS = rf"(?: (?:de|como|por|for|as|para) (?:(?:the|my|our|la|mi|su|una?) )?{_NAME})"


def told_passwords(words: str, asked: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell a password that was chosen; ``asked`` is what they answer."""
    is_spoken_of = any(map(speaks_of_password, sentences(asked)))
    if is_spoken_of and any_case(_SOME_OF_IT).search(asked):
        yield from _signs(words)
    if any_case(_BY_PLACE).search(asked):
        yield from _signs(words)
        ones = (run for run in runs(words) if all(len(group) == 1 for group in run.groups))
        yield from (
            (one.start, one.end) for one in ones if not any_case(UNIT).match(words, one.end)
        )
    for at, sentence in placed(words):
        for pattern in (
            *_SAID_SO,
            _NAMED_BY_SIGNS,
            _CHOSEN_BY_SIGNS,
            _CODE_IS,
            *(
                (_TOLD_BY_SIGNS, _READ_OUT, _CHOSEN, _CALLED, _IN_PIECES, _FROM_TO)
                if is_spoken_of
                else ()
            ),
        ):
            if (found := any_case(pattern).search(sentence)) and found["secret"].strip(" .,;!?"):
                start, end = found.span("secret")
                yield at + start, at + end
                break
        is_spoken_of = is_spoken_of or speaks_of_password(sentence)


def _signs(words: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that tell some letters of a password: "la segunda es la eme"."""
    for at, sentence in placed(words):
        told = any_case(_SIGN).findall(sentence)
        if told and len(sentence.split()) <= _FEW_WORDS * len(told):
            yield at, at + len(sentence.rstrip(" .!?"))


_REST = rf"(?!{_NOTHING})(?P<secret>[^\W_][^.!?\n]{{1,60}})"
_TYPE = r"\b(?:type|put|use|enter|pongo|escribo|puse|tecleo)\b"
_SAID_SO = (
    rf"{_TYPE}[^.!?]{{0,40}}?\b(?:for|in|as|de|en|como) (?:the|my|la|mi) {_NAME},? {_REST}",
    rf"{_CHOSE}{_AS} {_REST}",
    rf"{_CHOSE} {_REST[:-1].replace('{1,60}', '{1,60}?')}){_AS}\b",
    rf"{_CHOSE} (?:the|my|our|la|mi) {_NAME} (?:to|as|a|en|como) {_REST}",
)
_NUMBERS = rf"(?:\d{{1,6}}|(?:{number_words()})(?:(?:[\s,-]{{1,2}}| y )(?:{number_words()}))*)"
_IN_PIECES = (  # "Tobi, con be, y detrás un ochenta y nueve"
    rf"^(?!{_NOTHING})(?P<secret>[^\W\d_][\w'-]{{2,20}},? (?:[\w'-]{{1,20}},? ){{0,5}}?(?:con"
    rf"|with|and|y"
    rf"|plus|then|behind|after|followed by|detr[aá]s|luego|despu[eé]s)(?: (?:an?|the|una?|el))?"
    rf" {_NUMBERS})\W*$"
)
_BY_SIGNS = (  # "thimble with a capital T and a four", "mariposa mayúscula la M"
    r"(?P<secret>[^\W\d_]{3,20} (?:(?:with|con)\b|(?:en |in |all )?(?:capital|upper|lower"
    r"|may[uú]scula|min[uú]scula))[^.!?\n]{0,60})"
)
_NAMED_BY_SIGNS = rf"\b{_NAME}[,:]? {_BY_SIGNS}"
_CHOSEN_BY_SIGNS = rf"{_CHOSE} {_BY_SIGNS}"
_TOLD_BY_SIGNS = rf"(?:^|:)\W*{_BY_SIGNS}"
_CHOSEN = rf"{_CHOSE} {_REST}"
_READ_OUT = (  # "dice aquí girasol siete siete"
    r"\b(?:says|reads|dice|pone)(?: (?:here|there|aqu[ií]|ah[ií]))?,? "
    rf"(?P<secret>[^\W\d_]{{3,20}},? {_NUMBERS})"
)
_CODE_IS = (  # "the pickup code for the boy is plow five five"
    r"\b(?:code|c[oó]digo|(?:pass|code)[ -]?word|contraseña|clave)"
    r"(?: (?:for|to|de|para|del) (?:(?:the|my|our|el|la|mi) )?\w+)? (?:is|es),? "
    rf"(?P<secret>[^\W\d_]{{3,20}},? {_NUMBERS})"
)
_FROM_TO = (  # "From dandelion to, um, pickle jar"
    rf"^\W*(?:from|de|(?:it|the word) was"
    rf"|era) (?!{_NOTHING})(?P<secret>[^\W\d_][^.,;!?]{{1,25}},? (?:to|a)"
    rf"[\s,]+[^.!?\n]{{2,40}})"
)
_CALLED = rf"{_IT_IS}{_REST}"
