"""The caller's name: as it was collected, as they said it, or as it was remembered. No I/O.

A wrong name is worse than none, so every rule asks for more than a capital letter.
"""

import re
from collections.abc import Iterable, Sequence

from chalicelib.conversation import Collected, Conversation, Turn

FULL = frozenset(
    "name full_name caller_name callers_name caller_full_name user_name customer_name client_name "
    "nombre nombre_completo nombre_del_cliente".split()
)
FIRST = frozenset("first_name firstname given_name caller_first_name nombre_de_pila".split())
LAST = frozenset(
    "last_name lastname surname family_name caller_last_name apellido apellidos".split()
)

NOT_NAMES = frozenset(
    "agent anonymous assistant caller client cliente customer desconocido nobody none nombre "
    "no not null person sir madam soy test unknown unidentified user usuario withheld yes".split()
)
# What people also say where a name is expected. As a surname each of them may do.
NOT_FIRST_NAMES = frozenset(
    "bye calling dad doctor fine from good goodbye great happy hello here hey hi it's just later "
    "maybe mom mum my nope okay ok private sad secret sorry speaking sure thank thanks there tired "
    "well yeah yep "
    "monday tuesday wednesday thursday friday saturday sunday "
    "american british canadian catholic chinese dutch english french german greek indian irish "
    "italian japanese jewish mexican muslim polish russian scottish spanish swedish swiss "
    "adiós bien bueno claro gracias hola perdón sí americano mexicana mexicano española español "
    "lunes martes miércoles jueves viernes sábado domingo".split()
)
TITLES = frozenset("dr dra doctor mr mrs ms miss mx prof professor sr sra srta don doña".split())
PARTICLES = frozenset(
    "al bin da das de del den der di dos du el la las le los ter van von y".split()
)

LONGEST_NAME = 60  # characters
_MOST_WORDS = 6
_POSSESSIVE = re.compile(r"['\u2019]s$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc.-][^\W\d_]+)*\.?")
_CAPITAL = r"(?-i:[^\W\d_a-zà-ÿ])"
_PART = (
    r"(?!(?-i:I\b))(?:(?:dr|dra|mr|mrs|ms|sr|sra|prof)\."
    rf"|(?:{_CAPITAL}\.)+|{_CAPITAL}[\w'\u2019-]*)"
)
_PARTICLE = r"(?:al|bin|da|das|de|del|der|di|dos|du|la|las|los|van|von|y)"
_NAME = rf"(?P<name>{_PART}(?:\s+(?:{_PARTICLE}\s+)*{_PART}){{0,4}})"
_SAID_OUTRIGHT = re.compile(
    rf"\b(?:(?:my|the) (?:full |first )?name(?:'s| is)|(?:can |just )?call me|me llamo"
    rf"|mi nombre es|ll[áa]m[ae]me)\s+{_NAME}",
    re.IGNORECASE,
)
_SAID_IN_LOWER_CASE = re.compile(
    r"\b(?:my (?:full |first )?name(?:'s| is)|me llamo|mi nombre es)\s+"
    r"(?P<name>(?-i:[a-zà-ÿ]){2,20})(?=[.,!?]|$|\s+(?:and|y)\b)",
    re.IGNORECASE,
)
_SAID_IN_PASSING = re.compile(
    rf"\b(?:i'm|i am|this is|it's|it is|soy|habla|le habla)\s+{_NAME}"
    rf"|^(?:\w+[,.]?\s+){{0,2}}?(?P<before>{_PART})\s+(?:here|speaking)\b",
    re.IGNORECASE,
)
_SAID_ALONE = re.compile(
    rf"^(?:(?:yes|sure|hi|hello|sí|hola|claro)[,.]?\s+)?{_NAME}[.!]?$", re.IGNORECASE
)
_ASKED = re.compile(
    r"\b(?:your (?:full |first )?name|who am i (?:speaking|talking)|su nombre|tu nombre|"
    r"cómo se llama|cómo te llamas|con quién hablo)\b",
    re.IGNORECASE,
)
_REMEMBERED = re.compile(
    r"^(?:(?:the )?(?:user|caller|customer)(?:'s|\u2019s)?\s+)?(?:(?:my|first|full)\s+)*"
    r"(?:name(?:\s+is|'s|:)|is (?:named|called)|goes by|(?:el usuario |la usuaria )?se llama"
    rf"|(?:el nombre (?:del usuario|de la usuaria) es)|nombre:)\s+{_NAME}",
    re.IGNORECASE,
)


def name_of(conversation: Conversation) -> str:
    """Return the caller's name as ``conversation`` gives it, or ``""``."""
    return collected_name(conversation.collected) or said_name(conversation.turns)


def collected_name(collected: Iterable[Collected]) -> str:
    """Return the name among the data collection results, under the ids people use for it."""
    values = {_key(result.item): plausible_name(result.value) for result in collected}
    full = next((values[key] for key in values if key in FULL and values[key]), "")
    first = next((values[key] for key in values if key in FIRST and values[key]), "")
    last = next((values[key] for key in values if key in LAST and values[key]), "")
    return full or (plausible_name(f"{first} {last}") if first else "")


def said_name(turns: Sequence[Turn]) -> str:
    """Return the name the caller gave for themself, the latest where they gave several.

    "I'm ..." and a bare name count only right after they were asked, or in their first words:
    later, "I'm German" and "Tom." say something else.
    """
    name, asked, is_first = "", False, True
    for turn in turns:
        if turn.speaker == "agent":
            asked = bool(_ASKED.search(turn.words))
            continue
        name = _name_said(turn.words, in_passing=asked or is_first, alone=asked) or name
        asked, is_first = False, False
    return name


def remembered_name(memory: str) -> str:
    """Return the caller's name if ``memory`` is a sentence that states it, else ``""``."""
    found = _REMEMBERED.match(memory.strip())
    return plausible_name(found["name"]) if found else ""


def spoken_name(name: str) -> str:
    """Return what a person named ``name`` is called: the first name, or title and surname."""
    words = name.split()
    if words and words[0].rstrip(".").lower() in TITLES:
        return name
    return words[0] if words else ""


def plausible_name(raw: str) -> str:
    """Return ``raw`` as a name, tidied, or ``""`` when it is none."""
    words = raw.strip(' \t\n.,;:!?"').split()
    if not words or len(words) > _MOST_WORDS or len(raw) > LONGEST_NAME:
        return ""
    if any(not _WORD.fullmatch(word) or word.lower() in NOT_NAMES for word in words):
        return ""
    if words[0].lower() in NOT_FIRST_NAMES or any(map(_POSSESSIVE.search, words)):
        return ""
    if all(word.islower() for word in words) or (len(words) > 1 and raw.isupper()):
        words = [_capitalised(word) for word in words]
    return " ".join(words)


def _name_said(words: str, *, in_passing: bool, alone: bool) -> str:
    patterns = [_SAID_OUTRIGHT, _SAID_IN_LOWER_CASE]
    patterns += [_SAID_IN_PASSING] * in_passing + [_SAID_ALONE] * alone
    for pattern in patterns:
        said = [found.group(found.lastgroup or 0) for found in pattern.finditer(words)]
        if said and (name := plausible_name(said[-1])):
            return name
    return ""


def _capitalised(word: str) -> str:
    lower = word.lower()
    if lower in PARTICLES:
        return lower
    return re.sub(r"(^|['\u2019.-])(\w)", lambda part: part[1] + part[2].upper(), lower)


def _key(item: str) -> str:
    return re.sub(r"[^a-z]+", "_", item.lower()).strip("_")
