"""Putting off: "next time", "that's for another day", "not yet", "otro día". No I/O."""

from chalicelib.patterns import any_case
from chalicelib.time_to_come import is_past

_MOST = 1_000  # characters of a turn that are looked at
QUOTED = r"\b(?:said|says|goes|thought|dijo|dije|decía|dice|digo)\b[^.]{0,60}$"
_DOING = "tell|read|show|sing|explain|say|talk|bring|send|ask|look|find|write|call|print|come|help"
_OFF = (
    (
        r"\b(?:next|another|some other|a better|a different) (?:time|(?<!next )day|call|visit)"
        r"\b(?! i (?:saw|went|was))"
    ),
    r"\byou(?:'ll| will) have to wait for\b|\bnot ready to (?:talk|tell|speak)\b",
    r"\bthe rest (?:on|next|tomorrow|another)\b|\bpara la otra\b|\bquedó pendiente\b",
    r"\bya veremos si (?:le|te|se l[oa]) cuento\b",
    r"\b(?:more|lots|plenty|so much) to tell (?:you|them)\b",
    r"\byou haven't heard (?:the|about|what|how)\b",
    r"\bse l[oa] dejo para\b|\bfalta que (?:le|te) cuente\b",
    r"\b(?:some ?day|a whole other story|story for (?:a|another|the))\b",
    (
        r"\b(?:haven't|have not|didn't|did not|never) (?:even |yet |ever )?"
        r"(?:told you|tell you|said why|finished|get to tell|got to tell|got round to|get round to"
        r"|(?:get|got) to (?=.*\b(?:yet|tell|that part)\b))"
    ),
    r"\bto tell you (?:yet|still)\b|\bstill (?:to|have to|gotta|need to) tell\b",
    (
        r"\b(?:not|isn't|never) telling (?:you )?(?:that|it|this)\b|\bwe(?:'ll| will) get to"
        r" (?:that|it|him|her)\b"
    ),
    r"\b(?:save|keep|leave) (?:that|it|this|him|her)(?: one)? for\b",
    (
        r"\b(?:wait (?:till|until)|you(?:'ll| will| are going to)) (?:you )?hear (?:about|of|how"
        r"|what)\b"
    ),
    rf"\bi(?:'d like| would like) to (?:\w+ ){{0,2}}(?:{_DOING})\b.*\bbut\b",
    r"\b(?<!al )(?:otro día|la próxima|(?:la|para la) otra vez|otra ocasión|otra historia)",
    (
        r"\b(?:no (?:le|te|les) he contado|me (?:falta|faltó) contar\w*|queda pendiente|me quedó"
        r" pendiente)\b"
    ),
    r"\b(?:le|te) tengo que contar\b|\b(?:le|te) quedo debiendo\b",
    r"\bya (?:te|le|les|se l[oa]) (?:\w+aré|iré|diré)\b|\bse l[oa]s? cuento cuando\b",
)
_NOT_YET = (
    r"\b(?:haven't|hasn't|have not|has not) (?:\w+ )?(?:heard|come|called|arrived|got|gotten)\b|"
    r"\bnot (?:yet|today|now)\b|\bhoy no(?=[,.!…]|$)|\b(?:todavía|aún) no\b|\bstill (?:looking"
    r"|waiting|haven't|trying)\b"
    r"|\bi(?:'ll| will) (?:get to|do) (?:that|it)\b"
)
_STORY = (
    r"(?:time|day) (?:i|we|he|she|they|it) (?!'|will|tell|read|call|can|could|talk|bring)\w+"
    r"|otr[oa] (?:día|vez) (?:nos|me|se|lo|la|perdi)\w*"
)
_STILL = r"\bi(?:'ll| will|'m going to) |\bcuento\b|\bplatico\b"


def put_off_at(said: str) -> int | None:
    """Return where ``said`` leaves a thing for another time, or None."""
    found = any_case("|".join(f"(?:{each})" for each in _OFF)).search(said)
    if not found or any_case(QUOTED).search(said[: found.start()]) or _is_over(said, found.start()):
        return None
    return found.start()


def puts_off(words: str) -> bool:
    """Tell if ``words`` leave a thing for another time, or say that it is not done yet."""
    said = words[:_MOST].replace("\u2019", "'")
    return put_off_at(said) is not None or bool(any_case(_NOT_YET).search(said))


def _is_over(said: str, at: int) -> bool:
    """Tell if "next time" and the like is of a story: "another time we lost the boat"."""
    if not any_case(r"(?:next|another|otro|la) \w+").match(said, at):
        return False
    is_story = is_past(said) or bool(any_case(_STORY).search(said, at))
    return is_story and not any_case(_STILL).search(said)
