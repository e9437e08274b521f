"""The name among the agent's data collection results. No I/O."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chalicelib.conversation import Collected
from chalicelib.names.pattern import Pattern
from chalicelib.names.written import plain, plausible_name

_OF_THE_CALLER = frozenset(
    "caller callers user users customer client contact person speaker your own real full complete "
    "legal the of del de la el s usuario usuaria cliente clienta llamante persona completo su "
    # What a business calls those who ring it; who is a patient or pupil may be their child.
    "tenant guest claimant resident member policyholder policy holder subscriber account buyer "
    "donor visitor applicant lead booking reservation inquilino inquilina huesped titular socio "
    "socia asegurado asegurada abonado abonada comprador compradora".split()
)
_NAME = frozenset("name names nombre nombres".split())
_FIRST = frozenset("first given pila primer firstname forename".split())
_LAST = frozenset("last family surname lastname apellido apellidos".split())
_CALLED = frozenset("nickname apodo preferred goes by".split())
_IN_PROSE = Pattern(
    r"(?:.{0,60}?\b(?:name is|named|called|se llama|nombre es|goes by|identified (?:as"
    r"|themselves as)) )(?P<name>.{2,60})$",
    flags=re.IGNORECASE,
)
_NOBODY = Pattern(
    r"(?:(?:john|jane) (?:doe|q public)|(?:first|last|full|test|sample) ?name|joe bloggs"
    r"|true|false|null|(?:(?:an?|the) )?(?:elderly|old|older|female|male|unidentified)\b.{0,40}"
    r"|(?:fulan[oa]|mengan[oa])\b.{0,40})$",
    flags=re.IGNORECASE,
)
_MAYBE = Pattern(r"(?:student|pupil|patient|alumn[oa]|paciente)_(?:full_)?(?:name|nombre)$")
_ASIDE = Pattern(r"\s*[(\[].{0,60}[)\]]\s*$")
_PARTS = Pattern(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class CollectedName:
    """What was collected of the caller's name, as far as it is one."""

    full: str = ""
    last: str = ""
    called: str = ""
    maybe: str = ""  # of a patient or pupil, who may be the caller


def collected_name(collected: Iterable[Collected]) -> CollectedName:
    """Return the caller's name among ``collected``, under the ids that people use for it.

    An id with a word that is not about the caller (``spouse_name``, ``name_of_pet``) is none.
    """
    collected = list(collected)
    found: dict[str, str] = {}
    for result in collected:
        part = part_of(result.item)
        if part and (name := _name_in(result.value)):
            found.setdefault(part, name)
    first, last = found.get("first", ""), found.get("last", "")
    full = found.get("full", "") or (plausible_name(f"{first} {last}") if first else "")
    maybe = next((_name_in(one.value) for one in collected if _MAYBE.match(one.item)), "")
    return CollectedName(full, last, found.get("called", ""), maybe)


def part_of(item: str) -> str:
    """Return which part of the caller's name ``item`` is the id of, ``""`` when of none."""
    words = item_words(item)
    for part, names in (("first", _FIRST), ("last", _LAST), ("called", _CALLED), ("full", _NAME)):
        if words & names:
            return part if words <= names | _NAME | _OF_THE_CALLER else ""
    return ""


def _name_in(value: str) -> str:
    value = _ASIDE.sub("", value[:200]).strip(" .")
    if found := _IN_PROSE.match(value):
        value = found["name"]
    if _NOBODY.match(value):
        return ""
    last, comma, first = value.partition(",")
    if comma and "," not in first and first.strip():
        return plausible_name(f"{first.strip()} {last.strip()}")
    return plausible_name(value)


def item_words(item: str) -> set[str]:
    """Return the words of the id ``item``, in lower case: ``callerName`` is two."""
    return set(re.findall(r"[a-z]{1,40}", plain(_PARTS.sub(" ", item[:200]))))
