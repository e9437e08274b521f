"""What a code is made of, told in place of it: whoever knows the caller can work it out. No I/O.

"It's my husband's birthday backwards", "se abre con mi año, el cuarenta y siete". English and
Spanish. What a lock is, where it is, and whose name an account is in are no clues.
"""

import re
from collections.abc import Iterator

from chalicelib.patterns import any_case
from chalicelib.redaction.another_figure import OTHER_CODES
from chalicelib.redaction.asked_secret import wants
from chalicelib.sentences import placed, sentences

_MOST = 600  # characters that are looked at, of what was asked the last ones
_OPENS = (
    r"\b(?:codes?|pins?|pin number|nip|combination|combo|pass ?words?|pass ?codes?|pass ?phrase"
    r"|sign-? ?ins?|key ?pads?|key ?box|lock ?box|pad ?lock|(?:the|a|my"
    r"|our)(?: \w+)? safe(?! (?:to|and|from|for|with|as|if)\b)|box with (?:the )?numbers?"
    r"|caja con n[uú]meros|panel"
    r"|(?:four|six|4|6)[ -]digit\w*|(?:punch in|enter|turn off|disarm|apag\w+|quit\w+"
    r"|desactiv\w+) (?:the |la )?alarma?"
    r"|contraseñas?|claves?|c[oó]digos?|combinaci[oó]n|teclado|candado|caja fuerte|chapa)\b"
)
_OTHER_QUESTION = (
    r"\b(?:names?|nombres?|who|whose|qui[eé]n(?:es)?|a nombre|when|cu[aá]ndo|where|d[oó]nde|born"
    r"|birth ?da\w+|phone|tel[eé]fono|address|direcci[oó]n|zip|how old|edad)\b"
)
_FROM = (
    r"\b(?:it(?:'s| is| was|'d be| used to be)|that(?:'s| is| was)|is it|is|was|used?|put"
    r"|(?:(?:re)?set|changed|switched) to|set|tr(?:y"
    r"|ied)|made it|with|in|es|era|son|sea|con|pon\w*|pus[eo]|pusimos|siempre|same as|igual que"
    r"|lo mismo que|,(?!\W{1,2}(?:it|that|he|she)\b)(?=[^.!?]{0,60}\b(?:backwards|reversed"
    r"|al rev[eé]s)\b))\W{1,2}"
    r"(?:(?:just|only|still|always|like|basically|simply|yeah|you know|uh|um|todav[ií]a|siempre"
    r"|nom[aá]s|solo)\W{1,2}){0,2}"
)
_TYPES = r"^\W*(?:same as|igual que|lo mismo que|put|use|press|punch|pon\w*|teclee|marque)\b"
_NETWORK = r"\b(?:wi-?fi|internet|network|router|m[oó]dem)\b"
_VERB = r"\b(?:is|was|are|has|had|says?|es|era|est[aá]|tiene|dice|on it|in it)\b|\b(?:it|he|she)'s"
_FEW_WORDS = 8  # of a sentence that is but a clue
_MADE_OF = (
    r"(?:birth ?da(?:y|te)s?|b-?day|anniversary|wedding(?: (?:day|date))?|year|initials|jersey"
    r"|(?:house|street|phone|lucky|atomic) numbers?|numbers? of|zip|age|(?:maiden |middle |first )?"
    r"name|plate|backwards|cumplea[ñn]os|cumple|aniversario|boda|a[ñn]o|iniciales|nombre|apellido"
    r"|fecha|edad|n[uú]meros? de|placas?|al rev[eé]s)"
)
_WHOSE = r"(?:my|our|his|her|their|the|mis?|sus?|nuestr[oa]s?|el|la|los|las|[^\W\d_]+['’]s)"
_NOT_IT = (
    r"(?!the (?:last|first|same) (?:time|year|name)|the (?:right|wrong|only|same)\b"
    r"|(?:the|el|la) (?:name|nombre|year|fecha|age)\W*$)"
)
_WHEN = (
    r"(?:when|the (?:day|year|month)|cuando|el (?:d[ií]a|a[ñn]o|mes))\s(?:que\s)?[^.!?,;]{1,40}\b"
    r"(?:born|sank|landed|ended|began|opened|graduat\w+|retired|bought|moved|gradu\w+|jubil\w+"
    r"|compr\w+|married|met|won|died"
    r"|started|naci\w+|cas\w+|gan\w+|muri\w+|conoc\w+)\b"
)
_IN_A_LINE = (  # of a key pad: "[•••], straight down the middle"
    r"•••\],? (?:(?:it's|that's|so|es|o sea)\W+)?(?P<secret>(?:straight|all the way|right"
    r"|derecho|todo)"
    r" (?:down|up|across|hacia abajo|para abajo)[^.,;!?]{0,30}|(?:the )?(?:four )?corners"
    r"|las (?:cuatro )?esquinas)"
)
_REST = r"[^.!?;]{0,80}"
_ENDS = (
    r",?\s(?:but|so|because|which|if|pero|porque|as[ií] que|si|and (?:it|i|he|she|they|we|you)"
    r"|y (?:no|se|me|ya|si|que))\b"
)
_GOES_ON = r"\b(?:still|backwards|reversed|twice|then|plus|digits|al rev[eé]s|todav[ií]a|luego)\b"


def told_clues(words: str, asked: str, awaited: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell what a code is made of.

    ``asked`` is what they answer, ``awaited`` an earlier sentence that spoke of a code.
    """
    is_asked, was_asked = _is_asked(asked), _opens(awaited)
    is_way_in = any(map(wants, sentences(asked[-_MOST:])))
    yield from (found.span("secret") for found in any_case(_IN_A_LINE).finditer(words))
    for at, sentence in placed(words):
        said = sentence[:_MOST].replace("\u2019", "'")
        goes_on = was_asked and any_case(_GOES_ON).search(said)
        for found in any_case(_clue()).finditer(said):
            is_typed = is_way_in and any_case(_TYPES).search(found[0])
            if is_asked or goes_on or is_typed or _opens(said[: found.start("secret")]):
                yield at + found.start("secret"), at + found.start("secret") + _cut(found["secret"])
                break
        if is_asked and len(said.split()) <= _FEW_WORDS and not any_case(_VERB).search(said):
            yield from (_moved(found, at) for found in any_case(_bare_clue()).finditer(said))
        if is_asked or any_case(_NETWORK).search(said):
            yield from (_moved(found, at) for found in any_case(_word_and_clue()).finditer(said))
        is_asked = is_asked or _opens(said)


def _is_asked(asked: str) -> bool:
    """Say whether the last sentences of ``asked`` want what opens something, not a name or day."""
    last = [*sentences(asked[-_MOST:])][-2:]
    return any(_opens(each) and not any_case(_OTHER_QUESTION).search(each) for each in last)


def _opens(words: str) -> bool:
    return bool(any_case(_OPENS).search(any_case(OTHER_CODES).sub(" ", words[-_MOST:])))


def _cut(secret: str) -> int:
    end = any_case(_ENDS).search(secret)
    return len((secret[: end.start()] if end else secret).rstrip(" ,\"'"))


def _moved(found: re.Match[str], at: int) -> tuple[int, int]:
    return at + found.start("secret"), at + found.end("secret")


def _bare_clue() -> str:
    """Return the pattern of a clue that nothing leads to: "My age and my wife's?"."""
    return rf"^\W*(?P<secret>{_WHOSE}\s(?:[^\W\d_]+\s)?{_MADE_OF}\b(?!'s)[^.!?;]*)"


def _word_and_clue() -> str:
    """Return the pattern of a word with a clue behind it: "Otterbox and then my house number"."""
    joined = r"(?:and then|and|then|plus|with|y luego|y|luego|con)"
    return (
        rf"\b(?:it's|it is|is|es|puse|put|use)\s(?P<secret>[^\W\d_]{{3,20}},? {joined} {_WHOSE}"
        rf"\s(?:[^\W\d_]+\s){{0,2}}?{_MADE_OF}\b)"
    )


def _clue() -> str:
    made_of = rf"{_WHOSE}\s[^.!?,;]{{0,40}}?\b{_MADE_OF}\b"
    return rf"{_FROM}(?P<secret>{_NOT_IT}(?:{_WHEN}|{made_of}){_REST})"
