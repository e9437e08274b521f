"""What an agent offers, where it names a time, and how it is accepted. No I/O.

"I have the ninth at two", "shall I put you down for Friday?". Goodbyes, what is always so, and what
the agent knows or reads back is no offer.
"""

from collections.abc import Sequence

from chalicelib.conversation import Turn
from chalicelib.named_times import names_time
from chalicelib.patterns import any_case, says
from chalicelib.sentences import is_question, sentences
from chalicelib.threads.addressed import unaddressed
from chalicelib.threads.own_clause import offer_in
from chalicelib.time_to_come import DAY, DIA, is_past

AGREED = "Agreed: "
MOST = 1_000  # characters of a turn that are looked at, those next to what answers it
LONGEST_ACCEPTANCE = 8  # words of a sentence that only says yes

_ASKS_WHEN = (
    r"\b(?:when|what (?:day|time|date)|which (?:day|one|date|morning|evening|of)|how soon|what"
    r" about|morning or|mornings or|choose (?:a|another) (?:day|date|time)|cuándo|qué (?:día|hora"
    r"|fecha)|mañana o|por la mañana)\b"
)
_HABIT = (
    rf"\b(?:{DAY})s\b|\b(?:los|todos los) (?:{DIA})\b|\bsábados|\bdomingos"
    r"|\b(?:every|each|always|usually|normally|used to|siempre|cada|todos los|todas las|suele)\b"
    r"|\b(?:do|does) (?:you|they|he|she|it) (?!need|want|prefer|like|have|think)\w+"
)
_NO_OFFER = (
    r"\b(?:(?:how|what) (?:may|can) (?:i|we)|(?:i'm|i am|this is \w+) calling|le llamo (?:por|para)"
    r"|en qué (?:le|te) )|^\W*(?:(?:and|so|y) )?(?:is|are|was|were|do|does|did|has|have|es|está"
    r"|son)\b"
    r"|\b(?:i see|you (?:said|told|mentioned|have|had)|i remember|(?:is|es) (?:the"
    r"|el) \w+ (?:of|de)|recuerdo|veo que|me dijo)\b"
    r"|\b(?:see you|until|look(?:ing)? forward|good luck|have an? (?:good|nice|great|lovely"
    r"|safe|pleasant|wonderful)|enjoy|hasta|nos vemos|suerte"
    r"|que (?:le|te)"
    r" vaya|l[oa]s? esper\w+|feliz|remember|recuerde)\b"
)
# What somebody else will do is no time that the caller agrees on.
_OTHERS_DO = r"\b(?:and|y) (?:he|she|they|él|ella|ellos)(?:'ll| will)? \w+"
_ASKS_IF_IT_SUITS = (
    r"^\W*(?:(?:and|y)\s+)?(?:(?:would|does|will|is|can|could) (?:that|it|this)"
    r"(?: (?:work|suit|do|be|all|right|alright|okay|ok|fine|good|for|with|you))+|okay|ok|all right"
    r"|(?:le|te|les) (?:parece|conviene|sirve|acomoda|viene bien|queda bien)(?: bien| así)?"
    r"|está bien|de acuerdo|(?:shall|should) (?:i|we) (?:book|take|reserve|hold|put|make) (?:it"
    r"|that|you|me|them)(?: in| down)?|(?:se )?l[oa]s? (?:anoto|aparto|reservo|apunto"
    r"|agendo))\W*\?\W*$"
)
_POLITE = r"\b(?:would|could|should|was (?:wondering|hoping|thinking))\b"
_YES = (
    r"^\W*(?:(?:oh|ah|well|and|bueno|pues|ay)\W+)*(?:yes|yeah|yep|sure|okay|ok|fine|good|great"
    r"|perfect|lovely|wonderful|all right|alright|please do|do that|you do that|you may|that(?:'ll"
    r"|'d|'s| will| would| works| sounds| suits)|put (?:me|us|it)|go ahead|sounds good|suits|it's a"
    r" deal|sí|si|dale|claro|perfecto|está bien|ándele|anóte\w*|anot[aá]\w*|apúnt\w*|de acuerdo"
    r"|me parece|ajá|vale|listo|sale|eso mismo|excelente|por favor|muy bien)\b"
)


def accepted(turns: Sequence[Turn], place: int) -> str:
    """Return what the agent offered last before ``place``, with the words that accept it, or ""."""
    if turns[place].speaker != "caller":
        return ""
    offered, said = _offered(sentences(beside(turns, place, -1))), sentences(turns[place].words)
    is_yes = bool(said) and len(said[0].split()) <= LONGEST_ACCEPTANCE and says_yes(said[0])
    return f"{AGREED}{offered} Caller said: {said[0]}" if offered and is_yes else ""


def _offered(before: Sequence[str]) -> str:
    """Return what the agent offers last in ``before``; "Would that suit?" asks about a sentence."""
    last = before[-2:-1] if before and says(_ASKS_IF_IT_SUITS, before[-1]) else before[-1:]
    is_offered = last and offers(last[0]) and not says(f"{_NO_OFFER}|{_OTHERS_DO}", last[0])
    return offer_in(unaddressed(last[0])) if is_offered else ""


def says_yes(words: str) -> bool:
    """Tell if ``words`` begin with a yes of any kind."""
    return says(_YES, words)


def is_bargaining(turns: Sequence[Turn], place: int) -> bool:
    """Tell if at ``place`` the caller answers an offered time with why it does not suit."""
    after = beside(turns, place, 1)
    return any(offers(one) for one in sentences(beside(turns, place, -1))) and any(
        offers(one) for one in sentences(after)
    )


def offers(sentence: str) -> bool:
    """Tell if ``sentence`` names a time that is still to come."""
    return names_time(sentence) and not is_of_the_past(sentence) and not says(_HABIT, sentence)


def asks_when(sentence: str) -> bool:
    """Tell if ``sentence`` asks for a time that is still to come."""
    is_asked = is_question(sentence) and says(_ASKS_WHEN, sentence)
    return is_asked and not is_of_the_past(sentence) and not says(_HABIT, sentence)


def beside(turns: Sequence[Turn], place: int, by: int) -> str:
    """Return what the agent says right before or after ``place``."""
    said: list[str] = []
    place += by
    while 0 <= place < len(turns) and turns[place].speaker == "agent":
        said.append(turns[place].words)
        place += by
    words = " ".join(said[::by])
    return words[:MOST] if by > 0 else words[-MOST:]


def is_of_the_past(sentence: str) -> bool:
    """Tell if ``sentence`` tells of what has been, its manners aside."""
    return is_past(any_case(_POLITE).sub("", sentence))


def is_habit(sentence: str) -> bool:
    """Tell if ``sentence`` is of what is always so."""
    return says(_HABIT, sentence)
