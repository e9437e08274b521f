"""Text that is meant for a machine: template braces, markup, code, roles of a chat. No I/O.

Nobody says such a thing of their life. What tells of a life beside it is in other sentences.
"""

import unicodedata

from chalicelib.injection import is_injected
from chalicelib.orders import is_order
from chalicelib.patterns import compiled
from chalicelib.sentences import sentences

_MOST = 2_000  # characters that are looked at
# What a speech recognition writes for a sound, though it looks like markup.
_SOUND = (
    r"(?:noise|unk|inaudible|unintelligible|laugh(?:s|ter|ing)?|crosstalk|silence|music|cough\w*"
    r"|sigh\w*|beep|foreign|ruido|risas?|tos|música|silencio|inaudible)"
)
_TEXT = (
    # templates
    r"\{\{|\{%|%\}|\$\{|<%|\{#"
    # markup, and the marks that models are trained on
    rf"|<(?!{_SOUND}/?>)/?[a-z!?][\w:-]*(?:\s[^<>]*)?/?>|<!--|<!\[cdata|<\||\|>|<<sys>>|\[/?inst\]"
    r"|&(?:lt|gt|amp|quot|#x?[0-9a-f]{1,6});"
    # code
    r"|```|~~~|\b(?:drop|alter|truncate) table\b|\bdelete from \w+|\bunion select\b"
    r"|\bselect \* from\b"
    r"|\binsert into \w+|'\s{0,3}or\s{0,3}'?1'?\s{0,3}=|\balert\(|\bjavascript:|\bos\.system"
    r"|\brm -rf\b"
    r"|\bimport os\b|\bprint\(|\bconsole\.log|\bdocument\.cookie|\bcurl -"
    # an address that carries something away, or is all that is said
    r"|\bhttps?:/+\S+\?\S*="
    # the signs of all this, read aloud
    r"|\b(?:curly|angle|square) brackets? (?:curly|angle|square|open|close)|\b(?:open|close) curly"
    r"|\b(?:double|triple) (?:curly|braces?|backticks?)|\bdash dash\b|\bllave llave\b"
    r"|\bcorchete corchete\b|\bdoble llave\b|\bguion guion\b|\bguión guión\b"
)
_ROLE = (
    r"^\W{0,6}(?:system|sistema|assistant|asistente|developer|admin|user|usuario|root|sudo"
    r"|(?:new |nueva )?(?:instructions?|instrucci[oó]n(?:es)?))(?: (?:message|prompt|override"
    r"|note))?"
    r"\W{0,3}:"
)
_ADDRESS = (
    r"^\W*(?:(?:send|post|forward|mail|upload|export|manda"
    r"|env[ií]a)\w*\b.{0,80})?https?:/+\S+.{0,30}$"
)


def is_for_a_machine(sentence: str) -> bool:
    """Say whether ``sentence`` is code, or an order to the machine: nothing of anybody's life."""
    said = unicodedata.normalize("NFKC", sentence[:_MOST]).lower()
    if is_order(said) or is_injected(said):
        return True
    return any(compiled(kind).search(said) for kind in (_TEXT, _ROLE, _ADDRESS))


def without_machine_text(words: str) -> str:
    """Return ``words`` without the sentences that are meant for a machine."""
    told = sentences(words)
    kept = [each for each in told if not is_for_a_machine(each)]
    return words if len(kept) == len(told) else " ".join(kept)
