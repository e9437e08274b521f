"""What is said or collected like a name, and is nobody's: a composer, a building. No I/O."""

from collections.abc import Iterable

from chalicelib.conversation import Collected
from chalicelib.names.collected import collected_name, item_words
from chalicelib.names.heard_name import Hearing
from chalicelib.names.mentioned import is_talked_of
from chalicelib.names.said import Heard, Said
from chalicelib.names.same_person import LIKE, unlike
from chalicelib.names.written import plain

_OF_NO_PERSON = frozenset(
    "building company business firm school street product pet dog cat store shop hotel "
    "venue "
    "place city town location brand model vehicle car topic event organization organisation team "
    "church employer insurance carrier property complex edificio empresa negocio escuela calle "
    "producto mascota perro gato tienda lugar ciudad modelo tema evento iglesia".split()
)


def is_something_else(name: str, collected: Iterable[Collected]) -> bool:
    """Return whether ``name`` was collected as a building or a pet, and not as the caller."""
    collected = list(collected)
    folded = plain(name)
    others = (one for one in collected if item_words(one.item) & _OF_NO_PERSON)
    is_other = any(folded == plain(one.value.strip(" .")) for one in others)
    return is_other and plain(collected_name(collected).full) != folded


def _is_of_something_else(hearing: Hearing, heard: Heard, said: Said) -> bool:
    """Return whether what is put right is nobody's name: "it's Brahms, not Brams"."""
    following = heard.pieces[said.at + 1 : said.at + 2]
    wrong = following[0].words[1:] if following and following[0].words[0] in {"not", "no"} else ()
    if not wrong or heard.asked or not wrong[0][0].isupper():
        return False
    known = [hearing.name.full, hearing.greeted, hearing.question.addressed]
    parts = [part for full in known for part in full.split()]
    return all(unlike(wrong[0], part) > LIKE for part in parts)


def is_of_another(hearing: Hearing, heard: Heard, said: Said) -> bool:
    """Return whether a name is somebody else's, or something's, as the question and turn show."""
    is_soft = said.how in {"softly", "bare", "alone", "at the end"}
    is_own = said.is_self and " " in said.name
    if hearing.question.asked == "another's" and is_soft and not is_own:
        return True
    is_known = bool(hearing.greeted) and not heard.asked
    if (said.how == "bare" and hearing.greeted) or (said.is_filed and is_known):
        return True
    is_new = said.how == "alone" and not hearing.name
    if is_new and is_talked_of(hearing, said.name):
        return True
    return said.is_it and _is_of_something_else(hearing, heard, said)
