"""Passwords that a caller says they chose, beside a word that calls them so. No I/O.

"¿Y la contraseña? Le había puesto Junior con mayúscula." "I used Biscuit for the password." What is
simply called a password, or is the answer to who asks for one, is found elsewhere
(``passwords``).
"""

from collections.abc import Iterator

from chalicelib.asked_secret import speaks_of_password
from chalicelib.patterns import any_case
from chalicelib.sentences import placed, sentences
from chalicelib.spoken_numbers import number_words

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
    r"(?:it(?:'s| is| was|'d be| used to be| should be)|that(?:'s| is| was)|es|era|ser[ií]a)\W+"
)
_SOME_OF_IT = r"\b(?:letters?|letras?|characters?|car[aá]cter(?:es)?|d[ií]gitos?|digits?)\b"
_SIGN = (
    r"(?<![\w'’])(?:[b-hj-xzñ]|eme|ene|ele|erre|ese|efe|jota|hache|equis|zeta|uve|be|ce|ge|pe"
    r"|cu|ka|capital \w)(?![\w'’])"
)
_FEW_WORDS = 8  # beside a letter
_NOTHING = (
    r"(?:called|none|not|no|a|an|in|on|at|too|so|very|something|somewhere|written|gone|wrong"
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
    for at, sentence in placed(words):
        for pattern in (*_SAID_SO, *((_CHOSEN, _CALLED, _IN_PIECES) if is_spoken_of else ())):
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
_SAID_SO = (
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
_CHOSEN = rf"{_CHOSE} {_REST}"
_CALLED = rf"{_IT_IS}{_REST}"
