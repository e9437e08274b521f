"""Names in the prose of memories that others have written: "User's name is Sarah". No I/O."""

from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import pieces
from chalicelib.names.run import name_at

_STATED = Pattern(
    r"(?:(?:the |el |la )?(?:user|caller|customer|client|usuari[oa]|cliente"
    r"|persona)(?:'s)? )?(?:(?:my|first|full|preferred|su) ){0,3}"
    r"(?:name(?: is|'s|$)|is (?:named|called)|goes by|prefers to be called|se llama"
    r"|(?:nombre(?: completo)? )(?:es|$)"
    r"|nombre(?: del? (?:la )?(?:usuari[oa]|cliente))? (?:es|$)|el nombre (?:del usuario"
    r"|de la usuaria) es)(?= |$)"
)
# One of these is in every statement; cutting a memory into pieces takes longer than looking.
_HINTS = ("name", "called", "goes by", "llama", "nombre")


def remembered_name(memory: str) -> str:
    """Return the caller's name if ``memory`` is a sentence that states it, else ``""``."""
    lower = memory[:300].lower()
    found = pieces(memory[:300]) if any(hint in lower for hint in _HINTS) else []
    if not found or not (stated := _STATED.match(found[0].text)):
        return ""
    at, words = stated.group().count(" ") + 1, found[0].words
    if at >= len(words) and found[0].end == ":" and len(found) > 1:
        at, words = 0, found[1].words
    name, _ = name_at(words, at)
    return name
