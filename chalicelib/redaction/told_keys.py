"""Passwords that nobody calls so: told by how they are spelled, typed, listed or refused. No I/O.

"I'm putting in Marigold six, capital M", "a Wi-Fi key, green, lantern, forty, fox". A word with
figures behind it is one where somebody can't sign in, or where the agent says that it wants none.
English and Spanish.
"""

from collections.abc import Iterator
from functools import cache

from chalicelib.patterns import any_case
from chalicelib.redaction.secret_words import UNIT
from chalicelib.sentences import placed
from chalicelib.spoken_numbers import number_words

_MOST = 600  # characters of a sentence that are looked at
_NAME = (
    r"(?:pass ?words?|pass ?codes?|pass ?phrase|log ?in|contraseñas?|claves?|(?:wi-?fi|network"
    r"|router|internet) (?:key|code|word|phrase)|clave de(?:l| la)? (?:wi-?fi|internet|red|portal"
    r"|correo|m[oó]dem))"
)
_SIGN_IN = (
    r"\b(?:pass ?words?|contraseñas?|log(?:s|ged|ging)? ?(?:in|on|me out)|sign(?:s|ed|ing)? ?in"
    r"|user ?names?|usuario|portal|get in(?:to)?\b|(?:lock|shut|kick)(?:s|ed)? (?:me|us|him"
    r"|her) out|let(?:s)? (?:me|us)"
    r" in|apps?|web ?(?:site|page)|(?:the|that) (?:page|site|screen)|p[aá]gina|sitio|aplicaci[oó]n"
    r"|correo|no (?:me )?deja|no (?:me )?entra|que le aparece|qu[eé] le (?:aparece|sale))\b"
)
_TYPED = (
    r"(?:\b(?:put(?:ting)?|typ(?:e|ed|ing)|enter(?:ed|ing)?|us(?:e|ed|ing)|tr(?:y|ied|ying))"
    r"(?: in)?|\b(?:le|les|yo)? ?(?:pongo|pon[ií]a|puse|puso|meto|met[ií]|escribo|escrib[ií]"
    r"|tecle[oóé]|uso|us[eé]))"
)
_DOUBT = (
    r"(?:\b(?:if|whether|si|think|believe|creo que|maybe|perhaps|tal vez|quiz[aá]s?|something like"
    r"|algo (?:as[ií] )?como)\s+(?:(?:it's|it is|it was|that's|era|es|fue|ser[ií]a)\s+)?)"
)
# Words before a number that make it a count, a time or a place.
_NO_WORD = (
    r"(?:the|an?|at|by|of|in|on|for|from|to|and|or|with|my|his|her|its|our|your|about|around|is"
    r"|are|was|were|i|it|we|they|he|she|that|this|these|those|there|only|just|until|till|since"
    r"|than|number|has|have|had|got|get|all|some|like|it's|that's|page|room|house|lot|unit|suite"
    r"|street"
    r"|ap(?:artmen)?t|apartamento|departamento|salida|ruta|talla|vuelo|flight|bus"
    r"|road|chapter|size|floor|step|line|route|highway|exit|model|aged?|after|before|past|between"
    r"|do|press|dial|punch|then|key|put|puts|putting|type|typed|typing|try|tried|use|used|enter"
    r"|entered|one|another|last|next"
    r"|every|each|need|needs|want|wants|order(?:ed)?|bought|error|code|el|la|los|las"
    r"|una?|unos|unas|de|del|al?|en|por|para|con|y|o|u|que|es|son|era|eran|fue|mis?|sus?|tus?|casi"
    r"|como|calle|n[uú]mero|hace|desde|hasta|entre|hay|ten[ií]a|tengo|tiene|otros?|otras?|ya"
    r"|pongo|puse|le|les|se|me|uso|cada|si|tom[oé]|c[oó]digo|p[aá]gina|casa|talla|modelo|piso"
    r"|\w+day|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
    r"|diciembre|january|february|march|april|june|july|august|september|october|november"
    r"|december|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\b"
)
_NETWORK = (
    r"\b(?:wi-?fi|internet|router|m[oó]dem|network|conect\w+|connect\w*)\b"
    r"|\bqu[eé] (?:le )?(?:quiere|gustar[ií]a) (?:\w+ )?(?:poner|usar)(?:le)?\?"
    r"|\bwhat (?:would|do) you (?:like|want) (?:\w+ ){0,3}(?:use|set|be|put)\b[^?]{0,12}\?"
)
_AS_ONE = (
    r"(?:(?:all )?(?:in |as )?one word|all together|(?:with )?no spaces?|without (?:any )?spaces?"
    r"|all lower ?case|todo (?:junto|pegado|seguido|en min[uú]sculas?)|(?:todas )?junt[ao]s?"
    r"|sin espacios?|en una (?:sola )?palabra)"
)
_BEFORE_ONE = (
    r"(?:^.*(?:[,:;]|\b(?:then|luego|is|it's|es|era|called|llama|use|put|typed?|write|do"
    r"|say|go with"
    rf"|{_NAME}))\s+|^)(?!{_NAME}|let's|all\b|tod[ao]s?\b)"
)
_OF_AN_ADDRESS = r"(?!,? (?:arroba|at\b|@|punto|dot))"
_SAFE = (
    r"\b(?:the|a|my|our|wall|gun) safe\b(?! \w)|\bcaja fuerte\b|\bcombination\b|\bcombinaci[oó]n\b"
)
_REFUSES = (
    r"\b(?:don't|do not|never|please not|not to|needn't|shouldn't|better not|can't|cannot|won't"
    r"|no (?:me )?(?:lo |la )?(?:diga|d[eé]|lea|dicte|comparta|cuente|necesito|hace falta|debe"
    r"|deber[ií]a))\b"
    r"[^.!?]{0,40}\b(?:pass ?words?|pass ?codes?|codes?|pins?|keys?|log ?in|contraseñas?|claves?"
    r"|c[oó]digos?|nip)\b(?! (?:of|point|de (?:la )?casa))"
    r"|\b(?:please )?(?:don't|do not|no need to) (?:read|say|tell me|spell) (?:it|that|those|them)"
    r"(?: out| aloud| to me)?\W*$|\bno me l[oa]s? (?:diga|lea|dicte)\b"
)


def told_keys(words: str, context: str, *, is_refused: bool = False) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell a password that they don't call so.

    ``context`` is what was asked and spoken of before; ``is_refused`` says whether the agent then
    wants no password.
    """
    is_signing_in = _has(_SIGN_IN, context) or _has(_SIGN_IN, words)
    is_network = _has(_NETWORK, context) or _has(_NETWORK, words)
    for at, sentence in placed(words):
        is_named = _has(rf"\b{_NAME}\b", words[:at])
        kinds = _kinds(is_signing_in=is_signing_in, is_refused=is_refused, is_network=is_network)
        guessed = (
            [_guessed()] if is_named or _has(rf"\b{_NAME}\b|{_SAFE}", f"{context} {words}") else []
        )
        for pattern in (*kinds, *guessed, *([_alone()] if is_named else [])):
            if found := any_case(pattern).search(sentence[:_MOST]):
                yield at + found.start("secret"), at + found.end("secret")
                break


def refuses_secret(sentence: str) -> bool:
    """Say whether the agent's ``sentence`` says that it wants no password, code or number."""
    return _has(_REFUSES, sentence)


@cache
def _kinds(*, is_signing_in: bool, is_refused: bool, is_network: bool) -> tuple[str, ...]:
    """Return the patterns, the surest first."""
    number, numbers, word, both = _parts()
    sign = (
        r"(?:,? (?:and |y )?(?:(?:with|con) )?(?:(?:an?|the|una?|el|la) )?(?:capital(?: \w\b"
        r"| letters?)?|(?:upper|lower) ?case|all (?:lower|caps)|exclamation(?: (?:mark|point))?"
        r"|question mark|dollar sign|at sign|underscore|may[uú]sculas?"
        r"|min[uú]sculas?|signo de \w+|exclamaci[oó]n|arroba|guion bajo))"
    )
    each = rf"(?:{numbers}|{word})"
    listed = rf"(?=[^.!?;]{{0,60}}\b{number}\b){each}(?:, {each}){{2,6}}(?=\W*$|[.!?;])"
    signed = rf"(?P<secret>(?:capital \w,? )?{both}{sign}{{1,3}})"
    kinds = [
        signed,
        rf"\b{_NAME}[,:]\s(?P<secret>{listed}|{both})(?=\W*$|[.,!?;])",
        rf"\b{_NAME}\b[^.!?]{{0,60}}?{_DOUBT}(?P<secret>{both}{sign}{{0,3}})",
    ]
    if is_signing_in or is_network:
        as_one = rf"(?P<secret>[^\s,:;.!?][^,:;.!?]{{2,80}}),? {_AS_ONE}\b{_OF_AN_ADDRESS}"
        kinds.append(rf"{_BEFORE_ONE}{as_one}")
        several = rf"(?P<secret>{word} (?:{word} )?{numbers})(?=\W*$)"
        kinds.append(rf"(?:{_TYPED}|\bp[oó]ng\w*|\b(?:you )?write) {several}")
    if is_signing_in:
        kinds.append(rf"{_TYPED} (?P<secret>{both}{sign}{{0,3}})")
        kinds += [_chosen(), _called_a_secret()]
    if is_refused:
        kinds += [rf"(?P<secret>{listed})", rf"(?P<secret>{both}{sign}{{0,3}})"]
    return tuple(kinds)


@cache
def _alone() -> str:
    """Return the pattern of a sentence that is but a word and figures, behind a password named."""
    *_, word, both = _parts()
    return rf"^\W*(?P<secret>(?:{word} )?{both})\W*$"


@cache
def _guessed() -> str:
    """Return the pattern of a password that is asked back: "Would it be Sparky fifty-five?"."""
    *_, both = _parts()
    says = (
        r"(?:(?:would|could|might|is|was|will) (?:it|that|this)(?: be)?|it's|it is|it says|maybe"
        r"|dice"
        r"|(?:no )?ser[aá]|era|es|sigue siendo)"
    )
    return rf"\b{says}(?: still| maybe| just| todav[ií]a)? (?!still )(?P<secret>{both})(?=\W*$)"


@cache
def _chosen() -> str:
    """Return the pattern of a word that is typed with signs: "I put Tuxedo, with a dollar sign"."""
    _, numbers, word, _ = _parts()
    joined = r"(?:with|and|then|con|y|luego|(?:but|pero) (?:with|con))\b"
    sign = (
        r"(?:dollar|at|pound|number|hash|percent) sign|exclamation|underscore|question mark"
        r"|asterisk"
        r"|signo de|arroba|guion bajo|asterisco"
    )
    behind = rf"[^.!?]{{0,30}}?(?:\b(?:{sign})\b[^.!?]{{0,40}}|\b{numbers}(?=\W*$))"
    return rf"{_TYPED} (?P<secret>{word}(?:, [^,.!?]{{2,25}})?,? {joined}{behind})"


@cache
def _called_a_secret() -> str:
    """Return the pattern of what somebody calls their secret: "his secret is Minecraft"."""
    *_, word, _ = _parts()
    whose = r"\b(?:the|his|her|my|your|our|el|la|su|mi) (?:secret|secreto|magic word|key)(?: one)?"
    with_signs = r"(?:,? (?:but |pero )?(?:with|con)\b[^.!?]{1,50})?"
    return rf"{whose}(?:'s| is| was| es| era) (?P<secret>{word}{with_signs})"


@cache
def _parts() -> tuple[str, str, str, str]:
    """Return the patterns of a number, of several, of a word, and of a word with numbers behind."""
    number = rf"(?:\d{{1,6}}|{number_words()})"
    numbers = rf"{number}(?:(?:[\s,-]{{1,2}}| y ){number})*\b(?!{UNIT})"
    word = rf"\b(?!{_NO_WORD}|{number}\b)[^\W\d_][\w'-]{{1,20}}"
    behind = r"(?:(?:and |then |y |luego )*(?:the |el )?(?:numbers?|n[uú]meros?) )?"
    return number, numbers, word, rf"{word},? {behind}{numbers}"


def _has(pattern: str, words: str) -> bool:
    return bool(any_case(pattern).search(words[:_MOST].replace("\u2019", "'")))
