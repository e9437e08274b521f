"""Who is asked to call back: those who were called, or somebody else. No I/O."""

from chalicelib.patterns import any_case

_CALL_ME = (
    r"\b(?:call|ring|phone) (?:me|us|back)\b"
    r"|\b(?:ll[áa]m[ae]n?|h[áa]bl[ea]n?|m[áa]rqu[ea]n?)(?:me|nos)\b"
    r"|\bsomebody (?:ought to|should) (?:call|ring|phone)\b|\bme (?:llamen?|llaman?|hablen?)\b"
)
_OTHERS_CALL = r"(?:\b(?:going to|to|will|van? a)|'ll) (?:call|ring|phone|llamar|hablar)\b"
_OTHER_CALLS = (
    r"\b(?:have|get|ask|tell) (?:him|her|them|(?:the|my|your|a) \w+"
    r"|(?-i:[A-Z]\w+\.?)(?: (?-i:[A-Z]\w+))?)"
    r" (?:to )?(?:call|ring|phone)\b"
    r"|\bque (?:me|nos|le) (?:llamen?|hablen?|marquen?) (?:el|la|un|una|mi|su|don|doña|(?-i:[A-Z]))"
)


def asks_to_be_called(thread: str) -> bool:
    """Tell if ``thread`` asks for a call of who was called: the next one is that call."""
    said = thread.replace("\u2019", "'")
    is_others = any_case(f"{_OTHERS_CALL}|{_OTHER_CALLS}").search(said)
    return bool(any_case(_CALL_ME).search(said)) and not is_others
