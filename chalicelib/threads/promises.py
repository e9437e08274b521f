"""Promises: how people leave something open, in English and Spanish. No I/O.

"Next time I'll tell you about the move", "Karen will send you the picture", "they are to ring me
about the test", "se lo cuento la próxima". What is asked for and what is to come have files of
their own; here is where all three are told apart.
"""

from functools import cache
from typing import Literal

from chalicelib.patterns import any_case
from chalicelib.threads.asked_for import asks_for
from chalicelib.threads.putting_off import QUOTED, put_off_at
from chalicelib.time_to_come import DIA, has_time, is_to_come

_MOST = 1_000  # characters of a sentence that are looked at
Kind = Literal["put off", "promised", "told", "asked", "coming"]

_TELLING = "tell|read|show|sing|explain|say"
_DOING = (
    "talk|bring|send|ask|look|find|dig|save|write|type|call|ring|phone|print|mail|e-?mail|text|pass"
    "|come|help|drop|fetch|check|think (?:about|of|it)|let you (?:know|have)(?! if)"
    "|get back|stop by|swing by|try|fax|post|hunt"
    "|have (?:it|that|them|the)|pay(?! for)|confirm|hear about"
)
_CONTANDO = "cuent[oe]|contar|platic[oa]r?|digo|tarareo|canto|le[oa]|enseñ[oa]|explico|muestro"
_HACIENDO = (
    "traigo|busco|pido|pedir|mando|mandar|llamo|aviso|llevo|envío|pregunto|preguntar|buscar|traer"
    "|llevar|enviar|llamar|avisar|confirmo|paso|pasar|hablo|marco|escribo|saco"
)
_WILL = r"\bi(?:'ll| will|'m going to| am going to|'m gonna|'ll have to|'ve still to)"
_FALSE = r"(?!never|not)(?:(?!never |not |be )\w+ ){0,3}"
_LATER = (
    r"\b(?:next time|(?:an)?other (?:day|time)|some (?:day|time)|one day|one of these|later"
    r"|when|once"
    r"|but|after|before|until|till|again|first|yet|remind|not (?:now|today|yet)|tonight"
    r"|soon|luego|después|otro día|próxima|cuando|mañana|recuérd\w+|quede|otra vez|pero)\b"
)
_TELL = (
    r"\bi(?: still)? owe you\b|\b(?:le|te) debo (?:lo|la|el|una)\b",
    (
        rf"{_WILL} {_FALSE}(?:{_TELLING})\b(?! (?:you )?(?:the truth|goodbye|(?:what|this"
        rf"|something)[,.!]))"
        r"(?!.*\bnow\b)|\bi tell you (?:about|the next|next)"
    ),
    (
        rf"\b(?:le|te) voy a (?:{_CONTANDO})\w*|\b(?:voy a|quiero|quisiera|falta) (?:\w+"
        rf" ){{0,2}}contar\w*"
    ),
    (
        rf"\b(?:luego|después|otro día|mañana|la próxima|el (?:{DIA})) (?:\w+"
        rf" ){{0,4}}(?:{_CONTANDO})\b"
    ),
    rf"\b(?:le|te|se l[oa]) (?:{_CONTANDO}) (?:el (?:{DIA})|luego|después|mañana|cuando)\b",
)
_DO = (
    (
        rf"{_WILL} {_FALSE}(?:{_DOING})\b(?!.*(?<!not )\bnow\b)(?! (?:you )?(?:go|it a|that a"
        rf"|a spade|the"
        rf" truth)\b)"
    ),
    (
        rf"\b(?:luego|después|otro día|mañana|la próxima|el (?:{DIA})) (?:\w+"
        rf" ){{0,4}}(?:{_HACIENDO})\b"
    ),
    rf"\b(?:le|te|se l[oa]) (?:{_HACIENDO}) (?:el (?:{DIA})|luego|después|mañana|cuando)\b",
    rf"\b(?:(?:le|te|les|se l[oa]) )?(?:voy a|debo|tengo que) (?:{_HACIENDO})\w*\b",
    r"\b(?:l[eo]s?|te|se l[oa]s?) (?:mandaré|traeré|llamaré|llevaré|enviaré|avisaré|buscaré)\b",
)
_OTHERS = (
    (
        r"\b(?:he|she|they|(?:my|the) \w+(?: \w+)?|(?-i:[A-Z]\w+))(?:'ll| will| is going to"
        r"|'s going to)"
        r" (?:call|ring|phone|come by|stop by|come get|pick|pay) (?:with|about|it|them|that|for)\b"
    ),
    r"\bi (?:mean|intend|plan) to (?:write|call|ask|send|go|bring|take|see|visit|give|pay|sell)\b",
    r"\bi (?:told|promised) (?-i:[A-Z])\w+ (?:that )?i(?:'d| would) \w+\b(?!.*\band i did\b)",
    (
        r"\by (?:le|les|te) (?:aviso|confirmo|digo|llamo|hablo|marco)\b"
        r"|\bse l[oa]s? (?:mando|paso|llevo|dejo|entrego|doy) (?:a|al|con|por (?:foto|correo"
        r"|texto))\b(?! alto)"
        r"|\bmi \w+ (?:se |le |me )?l[aoe]s? (?:lleva|manda|trae|recoge|paga|entrega) (?:el|la"
        r"|al?|mañana|hoy|con|por)\b"
        r"|\b(?:le|les|te) debo una? (?:comida|cena|café|asado|cerveza|visita|llamada|respuesta)\b"
    ),
    (
        r"\b(?:he|she|they|my [\w ]{1,25}?|(?-i:[A-Z]\w+))(?:'s|'re| is| are) "
        r"(?:mailing|sending|bringing|shipping|lending) (?:you|me|us|it|them)\b"
    ),
    r"\bi(?:'m| am) hoping to hear\b|\bojalá (?:me|nos) \w+en\b",
    r"\bmi \w+ (?:le|te|les) (?:manda|lleva|trae|envía)\b",
    (
        r"\b(?:he|she|they|my [\w ]{1,25}?)(?:'s going to| is going to| are going to|'re going to"
        r"|'ll| will) (?:look for|look into|ask|find out|check|pick up|help me)\b"
    ),
    (
        r"\bsaid (?:that )?(?:they|he|she|you|someone|somebody)(?:'d| would|'ll| will) (?:call|ring"
        r"|send|mail|let|come|get back|write|bring)"
        r"\b(?!.*\b(?:never|didn't|but|and (?:he|she|they))\b)"
    ),
    r"\bi(?:'m| am) expecting\b|\bi promised (?:\w+ ){1,4}(?:i'd|i would|to)\b(?!.*\band i\b)",
    r"\b(?:quedé|quedamos|quedaron|quedó) (?:de|en) \w+r(?:me|nos|les?|l[oa]s?|sel[oa])?\b",
    r"\bmi \w+ (?:le |me |lo |la )?va a (?:buscar|preguntar|traer|mandar|llamar|llevar)\b",
    r"\bcuando (?:vuelva|venga|llegue|regrese|pueda|tenga)\b.*\b(?:le|te|se l[oa]) \w+o\b",
    (
        r"\b(?:(?:he|she|they|some(?:body|one)|(?:my|the) [\w ]{1,25}?|(?-i:[A-Z]\w+))"
        r"(?:'ll| will|'s going to|'re going to| is going to| are going to|'re supposed to| are"
        r" supposed to"
        r"|'s supposed to| is supposed to| are to|'s to)) (?:\w+ )?"
        r"(?:send|bring|mail|e-?mail|call|ring|phone|write|text|drop|let|get back|show) "
        r"(?:you|me|us|it|them|him|her|in|by|back|over|off|a|the)\b"
    ),
    (
        r"\b(?:i'm|i am|we're|we are|still|been) (?:\w+ )?waiting (?:for|on|to hear)\b(?! (?:you"
        r"|the bus|my ride))"
    ),
    (
        r"\b(?:haven't|have not|hasn't|has not) (?:heard|called|come|arrived|gotten?|got)(?:"
        r" \w+){0,3} (?:back|yet)\b"
    ),
    (
        r"\b(?:me|nos|le|les|te) (?:van|va|iban) a (?:llamar|avisar|mandar|traer|hablar|dar"
        r"|entregar|llegar)\b"
    ),
    r"\b(?:quedaron|quedó|quedamos) (?:en|de) \w+r(?:me|nos|le|te)?\b",
    r"\b(?:estoy|estamos|sigo|seguimos) esperando (?:a que|la|el|los|las|que|mi|una?|respuesta)\b",
    r"\b(?:todavía|aún) no (?:me|nos|ha|han|llega)\b",
)
_FAVOUR = (
    r"\b(?:can|could|would|may) (?:you|i|we|they|he|she|some(?:body|one))\b|any way|amable"
    r"|^will you\b"
    r"|, (?:ok|okay|eh|sí|verdad"
    r"|would you"
    r"|will you|please|por favor)\?$|\b(?:me|nos|le|les) (?:har|hace|puede|podr|manda|env|avis"
    r"|apunt)"
    r"|¿?(?:puede|podr)"
)
_GOODBYE = (
    r"^\W*(?:(?:well|okay|so|then|and|bueno|pues|luego|ya|después) )*(?:i(?:'ll| will)|le|te) "
    r"(?:(?:just|try to|have to) )?(?:call|ring|phone|talk to|hablo|llamo|marco|try)(?: you)?"
    r"(?: (?:again|back|later|luego|después|soon))*\W*$"
)


def kind_of(sentence: str) -> tuple[Kind, int] | None:
    """Return how ``sentence`` leaves something open, and where in it, or None."""
    said = sentence[:_MOST].replace("\u2019", "'")
    if said.endswith("?") and not any_case(_FAVOUR).search(said):
        return None
    if (at := put_off_at(said)) is not None:
        return "put off", at
    if (at := _place(_TELL, said)) is not None:
        return ("promised" if any_case(_LATER).search(said) or has_time(said) else "told"), at
    if (at := asks_for(said)) is not None:
        return "asked", at
    if (at := _place((*_DO, *_OTHERS), said)) is not None and not _is_only_goodbye(said):
        return "promised", at
    return ("coming", 0) if is_to_come(said) else None


def is_story(thread: str) -> bool:
    """Tell if ``thread`` is something that its caller has put off telling."""
    said = thread.replace("\u2019", "'")
    return put_off_at(said) is not None or _place(_TELL, said) is not None


def _is_only_goodbye(said: str) -> bool:
    """Tell if nothing but "I'll call you back" is said, without a time."""
    return bool(any_case(_GOODBYE).search(said)) and not has_time(said)


def _place(patterns: tuple[str, ...], said: str) -> int | None:
    found = any_case(_whole(patterns)).search(said)
    if not found or any_case(QUOTED).search(said[: found.start()]):
        return None
    return found.start()


@cache
def _whole(patterns: tuple[str, ...]) -> str:
    return "|".join(f"(?:{each})" for each in patterns)
