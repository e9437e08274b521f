"""Orders and alarms that a caller reads aloud: from a message, a sticker, a screen. No I/O.

They are words of whoever wrote them, often for a machine. What was read tells of the caller's life
("error one zero three"); what it orders to do does not. English and Spanish.
"""

import re

from chalicelib.patterns import any_case

_MOST = 4_000  # characters of a turn that are looked at
_THING = (
    r"it|this|that|sticker|tag|label|box|bag|screen|display|panel|app|message|e-?mail|letter"
    r"|text|note|sign|paper|eso|esto|aqu[ií]|mensaje|correo|carta|pantalla|etiqueta|letrero"
    r"|calcoman[ií]a|bolsa|papel"
)
_READS = (
    rf"\b(?:(?:{_THING})(?: just| also| me)? (?:says?|said|reads|dice|pone)\b"
    r"|dice (?:as[ií]|aqu[ií])"
    r"|(?:i'll|let me|lemme|i can|i'm going to) read (?:it|this|that|you)|(?:se lo|te lo|le) leo"
    r"|quote\b)"
)
_ORDER = (
    r"(?:ignore|disregard|erase|delete|execute|forget (?:all|every|your)|override|do not|don't"
    r"|store (?:that|this)|record that|mark (?:this|the|ticket|account)|issue (?:a |full )"
    r"|forward all|confirm the|wipe|reset|ignor[ea]n?\b|borr[ae]n?\b|elimin[ae]n?\b|olvid[ae]n?\b"
    r"|ejecut[ae]n?\b|guard[ae] que|registr[ae] que|marqu[ea] (?:como|este|la)|confirme (?:el|la)"
    r"|no (?:alimente|abra|use|reinicie|intente|d[eé]|lo us))"
)
_LEAD = (
    r"[,;:\s]*(?:(?:and|then|also|y|luego)\s+|(?:system|tenant|ai|admin)? ?"
    r"(?:assistant|asistente|notice|aviso|system|sistema)(?: (?:to|for|para|al) \w+)?(?: must"
    r"| debe)?[,:]?\s+|(?:press|hold) \w+ to\s+){0,4}"
)
_MACHINE = (
    r"\b(?:system notice|assistant|asistente|(?:ignore|disregard|delete|erase|forget|override"
    r"|ignor[ea]|borr[ae]|olvid[ae]) (?:all|any|its|your|the|previous|earlier|everything|tod[oa]s"
    r"|sus|las|los)|aviso del sistema)\b"
)
_QUOTED = r'(?P<lead>[^.!?"“”]{0,40})["“](?P<quoted>[^"“”]{1,600})(?:["”]|$)'
_TITLE = r"^\W*(?P<title>(?:(?!\b(?:you|your|su|sus|usted)\b)[^.!?:,]){3,50})[.!?]\s"
_DEAR = r"^\W*(?P<dear>(?:dear|hello|hi|estimad[oa]|querid[oa])\b[^,:.!?]{0,30})"
_LETTERS = ("dear", "esti")  # as nobody speaks, but letters begin


def without_orders_read(words: str) -> str:
    """Return what was said in one turn without the orders that were only read aloud in it."""
    if len(words) > _MOST:
        return words
    told = any_case(_QUOTED).sub(_unquoted, words)
    reads = any_case(_READS).search(told.replace("\u2019", "'"))
    if reads is None:
        return " ".join(told.split()) if told != words else words
    head, tail = told[: reads.end()], told[reads.end() :]
    cut = any_case(rf"{_LEAD}\b{_ORDER}[^.!?]*(?:[.!?]\s+reply \w+(?=[.!?]))?").sub("", tail)
    if cut == tail and told == words:
        return words
    return " ".join(re.sub(r"(?<!\.)([.!?])\s*\.(?!\.)", r"\1", head + cut).split())


def _unquoted(found: re.Match[str]) -> str:
    """Return a quotation without what it orders; whose it was stays: "Dear taxpayer"."""
    quoted = found["quoted"]
    dear = any_case(_DEAR).match(quoted)
    if not (any_case(_MACHINE).search(quoted) or (dear and dear["dear"].lower()[:4] in _LETTERS)):
        return found[0]
    title = any_case(_TITLE).match(quoted)
    kept = dear["dear"] if dear else title["title"] if title else ""
    is_harmless = bool(kept) and not any_case(_MACHINE).search(kept)
    return f'{found["lead"]}"{kept}." ' if is_harmless else " "
