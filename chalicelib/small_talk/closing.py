"""The end of a call: what a caller's last words say of why they go, and of who waits. No I/O.

Told by how it is put: "I've got to ...", "ya llegó ...", somebody who arrives, calls or wants the
telephone, and nothing in it that lasts. English and Spanish.
"""

from collections.abc import Sequence

from chalicelib.patterns import compiled
from chalicelib.sentences import is_question
from chalicelib.small_talk.lasting import is_planned, lasts, tells_of_kin
from chalicelib.small_talk.leading_over import leads_over
from chalicelib.small_talk.life import has_name

_LONGEST = 16  # words
_LEAD = (
    r"^\W*(?:(?:well|oh|so|no|yes|ok|okay|now|and|but|sorry|not today|anyway|listen|right"
    r"|all right|bueno|pues|ay|sí|venga|hala|mira|mire|oiga|ahora|ahorita|y|que|es que|ya|me voy"
    r"|hang on|forget it)\W+){0,4}"
)
_I = r"(?:i|we)"
_MUST = (
    rf"{_I}(?:'ve| have|'d)? ?(?:got to|gotta|got (?:to|the|a|an|my|some) (?:\w+ ){{0,2}}to|have to"
    r"|need to|must|should|ought to|(?:had )?better|(?:'d|had) best|(?:an?|the|some) \w+ to)"
    r"|got (?:to|an?|the) \w+|gotta|(?:it's )?(?:\w+ ){0,2}time\b(?! (?:i|he|she|we|they)\b)"
    r"|time (?:for|to)|let me (?:go|run|get)|'ve (?:an?|the|my) \w+ to"
)
_DOING = (
    r"(?:i'm|im|i am|we're|we are) (?!calling|telling|trying)(?:just |only |about to |gonna "
    r"|going to |still )*(?:\w+ing\b|next|at the|down to|all (?:talked|out|in)|in line|late|losing"
    r"|done|off)"
)
_THING = (
    r"(?:(?:my|the|that|his|her|our|a|your|that's (?:the|my|our)|there's (?:the|my|a)) )?(?:\w+ )?"
)
_HAPPENS = (
    rf"{_THING}(?:\w+|\w+ \w+)(?:'s|'re| is| are) (?:\w+ )?(?:here|on|ready|coming|starting"
    rf"|about to"
    r"|ringing|barking|crying|beeping|boiling|burning|calling|waiting|knocking|honking|waving"
    r"|hollering|yelling|pulling|boarding|whistling|buzzing|going off|dying|green|back|up|next"
    r"|asleep|hot|gone cold|making|laughing|pointing|tapping|looking at|shaking|rolling|nodding"
    r"|listening|standing|giving|going|at the (?:door|gate|window|\w+ again))\b|(?:the|my|somebody"
    r"|someone|something|he|she|it|they)(?: \w+)? (?:just|already) \w+|i (?:can )?(?:hear"
    r"|see) (?:the|my|a|her|him|somebody|someone)\b|(?:he|she|they|the \w+|my \w+) (?:wants?"
    r"|needs?) (?:out|in|the|his|her|my|me|to (?:go|eat|play|talk|use|watch)|back|their)\b"
    r"|(?:somebody|someone|they)(?:'s|'re) (?:using|bringing|serving|taking me|wheeling|closing)"
    r"|here(?:'s| is| comes) (?:the|my)|(?:the|my) (?:rice|beans|bread|soup|pot|sauce|milk|eggs)\b"
    r"|there's (?:somebody|someone|the|my|a knock)\b|i talked your|that'll be the\b|which button"
    r"|how do i (?:turn|hang|shut)"
)
_REPORTED = (
    r"(?:s?he|they)(?:'s|'re| is| are)? (?:says?|laughing|got|making|waving|hollering|calling)\b"
    r"|(?:dice|dicen) (?:que|mi|el|la)\b"
)
_TO_GO = (
    r"(?:tengo|tenemos|hay) que|(?:me|nos) (?:voy|vamos|tengo que)|voy a|vamos a|d[eé]jeme"
    r"|me (?:est[aá]n?|llaman|gritan|hablan|esperan|toca)|se me (?!olvid|muri|perd)\w+|tengo (?:la"
    r"|el|los|las) \w+ (?:en|\w+ndo)|(?:ya|ahí|ahora|ahorita|hoy) (?:\w+ )?(?:viene|llega|llegó"
    r"|est[aá]n? (?:la|el|mi|aquí|afuera|\w+ndo)|vinieron|tocaron|llegaron|empieza|empezó|va a"
    r"|me toca|se \w+|o[ií]|sali[oó]|toca|mero)|(?:está|están|anda) (?:\w+ ){0,3}\w+(?:ndo|dra)"
    r"|empieza|va a empezar|mi \w+ quiere (?:su|el|hablar|usar|jugar|irse|comer)"
    r"|se (?:me )?est[aá]n? (?:tir|quem|enfri|acab|reg|derram)a?ndo|a (?:comer|cenar|dormir)\W*$"
    r"|llegó (?:mi|el|la)|me esperan|que me|viene (?:el|la|mi)|llego tarde|no encuentro dónde"
    r"|ya (?:le|lo|la|no lo|no la|no le) (?:quit|entret|molest)\w+|ya me cansé|ya hablé"
)
_ALONE = (
    r"^\W*(?:well|okay|ok|all right|bueno)?\W*(?:supper|dinner|lunch|bedtime|church|misa"
    r"|la cena)\W*$"
)
_ALWAYS = (
    r"down to .{1,12}\b(?:percent|bars?)|(?:i'm|we're|i am) next\b|(?:it's|es) (?:my turn"
    r"|mi turno)|tell(?:s)? (?:the|that|your) (?:robot|machine|computer|lady) (?:hi|hello|bye)"
    r"|coming up the|your bill\b|(?:my |the |this )?battery(?:'s| is)? (?:at|low|dying|quit|about"
    r"|almost|dead)|that's (?:my|the|our|your) \w+ (?:\w+ing|now|here)\b|this battery|i've (?:said"
    r"|talked|bent|kept|taken) |you wore|(?:now )?leave me be|(?:no le|don't) (?:diga"
    r"|tell) (?:a nadie|anybody|anyone)|(?:suena|sonando) el"
)
_ASKS = r"\b(?:can|could|will|would|do|does|puede[ns]?|se puede|me) \w+"
_AT_THE_CALL = (
    r"you (?!can|may|could|should|people|all|folks|spelled|sent|charged|said|were|had)\w+"
    r"|you(?:'re|'ve|'d| are| have)\b|you can (?:go|be|stop|hang)|you didn't hear|that's (?:all"
    r"|enough|plenty|goodbye)|don't (?:hang|mind|you)\b|i don't want to (?:run|keep|take|hold)"
    r"|i can't (?:find|talk|hear|hold|keep)|that (?:was|is) goodbye"
)


def without_the_end(said: Sequence[str]) -> list[str]:
    """Return the sentences ``said`` in a caller's last turn without what only ends the call.

    A question at its very end asks the agent something; before a story it leads over to it.
    """
    kept: list[str] = []
    for each in reversed(said):
        if not (is_of_the_end(each) or (not kept and _is_idle(each))):
            kept.insert(0, each)
    return kept


def _is_idle(sentence: str) -> bool:
    """Say whether ``sentence`` asks for nothing that anybody could do or tell later."""
    said = sentence.lower()
    if not is_question(sentence) or leads_over(said) or _found(_ASKS, said):
        return False
    return not (lasts(sentence) or tells_of_kin(sentence))


def is_of_the_end(sentence: str) -> bool:
    """Say whether ``sentence``, one of a caller's last, only says why or how the call ends."""
    said = sentence[:600].lower().replace("\u2019", "'")
    if len(said.split()) > _LONGEST:
        return False
    if _found(_ALONE, said) or _found(rf"\b(?:{_ALWAYS})", said):
        return True
    if _goes(said):
        is_told = _found(rf"{_LEAD}(?:{_DOING}|voy a)", said) and _has_others(sentence)
        return not (is_planned(sentence) or is_told)
    is_at_the_call = _found(rf"{_LEAD}(?:{_AT_THE_CALL})", said)
    return is_at_the_call and not (lasts(sentence) or tells_of_kin(sentence))


def _goes(said: str) -> bool:
    """Say whether somebody must go, or somebody or something is waiting."""
    if any(_found(rf"{_LEAD}(?:{kind})", said) for kind in (_MUST, _DOING, _HAPPENS, _REPORTED)):
        return True
    return _found(rf"(?:{_LEAD}|[,;] )(?:{_TO_GO})|[,;.] (?:{_MUST}|{_DOING})", said)


def _has_others(sentence: str) -> bool:
    """Say whether ``sentence`` speaks of people, by kinship, by name, or by what they did."""
    is_past = lasts(sentence) and _found(r"\b(?:s?he|they|was|were|had|when)\b", sentence.lower())
    return is_past or tells_of_kin(sentence) or has_name(sentence)


def _found(pattern: str, said: str) -> bool:
    return bool(compiled(pattern).search(said))
