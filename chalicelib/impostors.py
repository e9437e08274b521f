"""Impostors: what in a caller's words pretends to be a role that speaks, or the end of our block.

Both are found by how they look, so that no other script, style or spacing hides them. No I/O.
"""

import re

from chalicelib.lookalikes import look

CONTEXT_MARK = "CALLER CONTEXT"  # begins the block in which notes are told, and ends it

_MARK = re.compile(r"\W*".join(look(letter) for letter in CONTEXT_MARK.replace(" ", "")))
_MARK_SHOWN_AS = "(the notes)"  # no longer, and what stands around it can't close the gap

# Who speaks, or what follows, in a transcript that a model would go on with.
_ROLES = (
    "system assistant user human developer tool function model agent response prompt instruction "
    "instructions sistema asistente usuario humano agente instrucción instrucciones"
).split()
_SHORT_ROLES = frozenset(look(role) for role in ("ai", "bot", "ia"))
_MESSAGES = ["message", "override", "mensaje"]
_REACH = 40  # characters before a colon
_LAST = 3  # letters of a word, by which nearly every other can be told from these
_LAST_LOOKS = frozenset(look(word)[-_LAST:] for word in _ROLES + _MESSAGES)
_ROLE_LOOKS = tuple(look(role) for role in _ROLES)
_MESSAGE = re.compile(f"(?:{'|'.join(look(word) for word in _MESSAGES)})$")
_WORD = re.compile(r"\w+")


def without_impostors(line: str) -> str:
    """Return ``line`` without the marks of our block, and with no role that begins to speak."""
    looks = look(line)
    if _MARK.search(looks):
        line = _without_marks(line, looks)
        looks = look(line)
    at = looks.find(":")
    while at >= 0:
        if _names_role(looks[max(0, at - _REACH) : at]):
            line = f"{line[:at]}–{line[at + 1 :]}"
        at = looks.find(":", at + 1)
    return line


def _without_marks(line: str, looks: str) -> str:
    for mark in reversed([*_MARK.finditer(looks)]):
        line = f"{line[: mark.start()]}{_MARK_SHOWN_AS}{line[mark.end() :]}"
    return line


def _names_role(looks: str) -> bool:
    """Tell if ``looks``, what stands before a colon, ends in a role, however it is spaced."""
    last = looks[-_LAST:]
    if len(last) == _LAST and last.isalnum() and last not in _LAST_LOOKS:
        return False
    words = _WORD.findall(looks)
    named = _MESSAGE.sub("", "".join(words))
    return named.endswith(_ROLE_LOOKS) or bool(_SHORT_ROLES.intersection(words[-1:]))
