"""What a caller says of themselves, found by rules, in English and Spanish. Pure.

It stands in for Mem0's language model: it knows few phrases, and would rather miss a fact than
invent one. Facts are worded as Mem0's are, in the third person and in the caller's language.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

# A name is written with a capital, of one to three words.
_WORD = r"[A-ZÁÉÍÓÚÜÑ][\w'’-]+"
NAME = rf"(?P<x>{_WORD}(?: {_WORD}){{0,2}})"
ENDED = r"(?= (?:and|from|here|calling|speaking|y|de)\b|[^\w' ]|$)"
REST = r"(?P<x>[^.!?;,:]+)"
A_NUMBER = r"an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+"
UN_NUMERO = r"una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d+"
KIN = (
    r"brothers?|sisters?|sons?|daughters?|child|children|kids?|grandchildren|grandsons?"
    r"|granddaughters?|grandkids|dogs?|cats?|horses?"
)
FAMILIA = r"herman[oa]s?|hij[oa]s?|niet[oa]s?|perr[oa]s?|gat[oa]s?"
ONE_OF_MINE = r"brother|sister|son|daughter|husband|wife|mother|father|dog|cat|friend"
MIO = r"herman[oa]|hij[oa]|espos[oa]|marido|mujer|madre|padre|perr[oa]|gat[oa]"
MEANS = r"(?P<x>e-?mail|text(?: message)?|phone|mail|letter|sms|whatsapp)"
MEDIO = r"(?P<x>correo(?: electrónico)?|mensaje(?: de texto)?|teléfono|carta|whatsapp)"
BY = r"[^.!?]*?(?<!not )\b(?:by|via|through)"
POR = r"[^.!?]*?(?<!no )\bpor"

# What is said, and the fact it makes. The phrases are found in any letter case, the names are not.
PATTERNS: tuple[tuple[str, str], ...] = (
    (rf"(?i:\bmy (?:full |first )?name is|\bcall me|\bthis is) {NAME}{ENDED}", "Name is {x}"),
    (rf"(?i:\bI am) {NAME}{ENDED}", "Name is {x}"),
    (rf"(?i:\bme llamo|\bmi nombre es|\bsoy) {NAME}{ENDED}", "Name is {x}"),
    (rf"(?i:\bI (?:really |just |absolutely )?love) {REST}", "Loves {x}"),
    (rf"(?i:\bI (?:really )?(?:like|enjoy)) {REST}", "Likes {x}"),
    (rf"(?i:\bI (?:do not|don't) like|\bI (?:hate|dislike)) {REST}", "Dislikes {x}"),
    (r"(?i:\bI live) (?P<x>(?:in|on|at|near|with) [^.!?;,:]+)", "Lives {x}"),
    (rf"(?i:\bI am) (?P<x>from {_WORD}[^.!?;:]*)", "Is {x}"),
    (rf"(?i:\bI grew up) {REST}", "Grew up {x}"),
    (rf"(?i:\bI was born) {REST}", "Was born {x}"),
    (r"(?i:\bI work) (?P<x>(?:as|at|for|in|with) [^.!?;,:]+)", "Works {x}"),
    (r"(?i:\bI worked) (?P<x>(?:as|at|for|in|with) [^.!?;,:]+)", "Worked {x}"),
    (rf"(?i:\bI used to) {REST}", "Used to {x}"),
    (rf"(?i:\bI am allergic to) {REST}", "Is allergic to {x}"),
    (rf"(?i:\bI have (?P<x>(?:{A_NUMBER}) (?:\w+ )?(?:{KIN})\b))", "Has {x}"),
    (rf"(?i:\bmy (?P<who>{ONE_OF_MINE})(?:'s name)? is (?:called |named )?){NAME}", "{who} is {x}"),
    (rf"(?i:\bmy favou?rite (?P<who>\w+) is) {REST}", "Favorite {who} is {x}"),
    (rf"(?i:\bI (?:would |'d )?prefer) {REST}", "Prefers {x}"),
    (rf"(?i:\b(?:send|reach|contact) me\b{BY} {MEANS})", "Prefers {x}"),
    (r"(?i:\bplease (?P<x>email|text|call) me\b)", "Prefers {x}"),
    (rf"(?i:\bno me (?P<how>gustan?) {REST})", "No le {how} {x}"),
    (rf"(?i:(?<!no )\bme (?P<how>encantan?|gustan?) {REST})", "Le {how} {x}"),
    (r"(?i:\bvivo (?P<x>(?:en|con|cerca de) [^.!?;,:]+))", "Vive {x}"),
    (rf"(?i:\bsoy) (?P<x>de {_WORD}[^.!?;:]*)", "Es {x}"),
    (rf"(?i:\b(?:crecí|me crié) {REST})", "Creció {x}"),
    (rf"(?i:\bnací {REST})", "Nació {x}"),
    (r"(?i:\btrabajo (?P<x>(?:como|de|en|para|con) [^.!?;,:]+))", "Trabaja {x}"),
    (rf"(?i:\btengo (?P<x>(?:{UN_NUMERO}) (?:{FAMILIA})\b))", "Tiene {x}"),
    (rf"(?i:\bmi (?P<who>{MIO}) (?:se llama|es)) {NAME}", "Su {who} se llama {x}"),
    (rf"(?i:\bprefiero {REST})", "Prefiere {x}"),
    (rf"(?i:\b(?:envíeme|mándeme|escríbame|contácteme)\b{POR} {MEDIO})", "Prefiere {x}"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(said), fact) for said, fact in PATTERNS)

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_NO_NAMES = frozenset(
    "american british canadian catholic chinese english french german indian irish italian jewish "
    "mexican muslim polish spanish swedish fine good great happy late not ok okay sorry the this "
    "today tomorrow your".split()
)
_EMPTY = re.compile(r"(?i)(it|that|this|them|him|her|you|what|not|esto|eso|lo|que)\b")
_TAIL = re.compile(
    r"(?i)[\s,]+(?:and I|but|because|so|when|y|pero|porque|aunque|please|por favor)\b.*"
)
_MINE = {"my": "their", "me": "them", "our": "their", "mi": "su", "mis": "sus"}


def facts(messages: Iterable[Mapping[str, str]]) -> list[str]:
    """Return what the messages of role ``user`` tell of the user, each fact once, in order."""
    said = (message["content"] for message in messages if message["role"] == "user")
    found = (fact for content in said for fact in _facts(content))
    return list(dict.fromkeys(found))


def _facts(content: str) -> Iterator[str]:
    for sentence in _SENTENCE.findall(_written_out(content)):
        if not sentence.endswith("?"):
            for pattern, fact in _PATTERNS:
                for match in pattern.finditer(sentence):
                    yield from _worded(fact, match.groupdict())


def _written_out(content: str) -> str:
    plain = content.replace("’", "'")
    return re.sub(r"(?i)\bI'm\b", "I am", plain)


def _worded(fact: str, parts: dict[str, str]) -> Iterator[str]:
    told = _TAIL.sub("", parts["x"]).strip(" '\"")
    is_name = fact.startswith("Name")
    if told and not _EMPTY.match(told) and not (is_name and _is_no_name(told)):
        words = fact.format(**{**parts, "x": told if is_name else _of_them(told)})
        yield words[0].upper() + words[1:]


def _is_no_name(words: str) -> bool:
    return words.split(maxsplit=1)[0].lower() in _NO_NAMES


def _of_them(words: str) -> str:
    return " ".join(_MINE.get(word, word) for word in words.split())
