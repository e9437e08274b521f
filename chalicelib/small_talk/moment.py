"""Remarks of the moment in a caller's first words: where all are, who rang, whom they take us for.

No I/O. Only before a story has begun, and where the agent has asked for nothing; English and
Spanish. Hospitals, homes and graves are no errand: those are told for good.
"""

from chalicelib.patterns import compiled

_LONGEST = 22  # words
_SHORT = 9  # words of a remark about where somebody is
_ERRAND = (
    r"(?:church|mass|store|shops?|shop|market|garden|yard|kitchen|bath|bathroom|shower|tub|bank"
    r"|hairdresser\w*"
    r"|beauty (?:parlor|shop)|barn|garage|work|door|table|mailbox|porch|bed|office|gym|pool"
    r"|library|dentist|doctor"
    r"|groceries|tomatoes|chickens|dog|dogs|grandkids|laundry|misa|iglesia|tienda|mercado|jardín"
    r"|patio|cocina|baño"
    r"|regadera|ducha|banco|peluquería|trabajo|puerta|mesa|cama|súper|supermercado|compra|mandado"
    r"|médico|dentista)"
)
_WHERE = (
    r"(?:^|[,;.]\s)\W*(?:(?:no|yes|well|oh|sí|bueno|ah)\W+)?(?:(?:my |the |mi |el "
    r"|la )?[^\W\d_]+(?:'s|'re| is| are| está| anda| fue| salió)"
    r"|i'm|i am|we're|estoy|ando|estaba|i was|we were|she was|he was) (?:just |only |all |still "
    r"|out |over |up |down |back )?"
    r"(?:at|in|with|to|on|a|al|en|con)(?: (?:the|a|my|his|her|el|la|las|los|mi|su))* "
    + _ERRAND
    + r"\W*$"
)
_STATE = (
    r"^\W*(?:(?:no|yes|well|oh|sí)\W+)?(?:my |mi |the )?[^\W\d_]+(?:'s|'re| is| are| está"
    r"| anda) (?:just |still |all )?"
    r"(?:out|asleep|napping|sleeping|resting|upstairs|downstairs|outside|next door|shopping|fuera"
    r"|dormid[oa]|arriba|abajo"
    r"|durmiendo|afuera)\W*$"
)
_RANG = (
    r"\b(?:phone|telephone|it) (?:rang|was ringing|kept ringing|has been ringing)\b.*\b(?:you"
    r"|shower|bath|tub|toilet)\b"
    r"|\b(?:missed|saw|heard|got) (?:you|your|the|a) (?:call|ring|message)\b|\bmissed you\b"
    r"|\bwas in the (?:shower|bath|tub|toilet)\b"
    r"|\b(?:ran|hurried|rushed|run) (?:for|to) the (?:phone|telephone)\b|\bcouldn't (?:get to"
    r"|find|reach) the (?:phone|telephone)\b"
    r"|\bsonó el teléfono\b.*\b(?:usted|baño|ducha|regadera)\b|\bestaba en (?:el baño|la ducha"
    r"|la regadera)\b"
    r"|\b(?:vi|perdí|oí) su llamada\b|\bno (?:alcancé a|pude) contestar\b|\bvine corriendo\b"
)
_SOLD = (
    r"(?:warrant(?:y|ies)|insurance|medicare|medicaid|solar|timeshare|survey|election|vote"
    r"|donations?|charity|credit card|bank"
    r"|cable|internet|electric\w*|roof|windows|bill collectors?|bills?|debt|prize|sweepstakes"
    r"|police (?:fund|league)|salesman"
    r"|selling|garantía|seguros?|encuesta|elecciones|voto|donativo|donación|banco|tarjeta|luz"
    r"|internet|deuda|premio|cobr\w+|vend\w+)"
)
_SURPRISED = (
    r"^(?!.*\b(?:when|cuando|died|murió|hospital|funeral|surgery|operat\w+|born|nació|war"
    r"|guerra)\b)"
    r"\W*(?:(?:no|oh|ah|well|hello|hi|yes|ay|sí|bueno)\W+)*(?:(?:i|we) (?:thought|figured"
    r"|was afraid|hoped)"
    r" (?:that )?(?:you|it|this)(?: were| was|'d be| might be) (?:the|my|a|another|somebody"
    r"|someone)\b"
    r"|i was (?:just )?expecting (?:the|you|somebody|someone)\b"
    r"|(?:pensé|creí|pensaba|creía) que (?:era|eran)\b|you(?:'ve| have)? caught me\b|me (?:agarra"
    r"|encuentra|pescó)\b"
    r"|(?:i|we)(?:'ve| have)? just (?:got|came|walked|sat|woke|stepped) (?:in|back|home|down|up"
    r"|out|here)\b"
    r"|acabo de (?:llegar|entrar|levantar)"
    r"|estaba (?:tendiendo|lavando|barriendo|cocinando|regando|planchando|durmiendo)\b)"
)
_TAKEN_FOR = (
    rf"^\W*(?:(?:no|well|look|listen|and|y|mire|oiga|ah|oh)\W+)*(?:if (?:it's|this is|you're"
    rf"|you are|it is|that's)|is (?:this|it)"
    rf"|are you|you're|you are|not (?:the|another)|si (?:es|llama|me llama|viene|habla|quiere"
    rf"|vende|ofrece)"
    rf"|¿?es (?:de|del|por)|¿?otra vez)\b"
    rf".{{0,40}}\b{_SOLD}\b"
    r"|\b(?:i'm|we're|i am|we are) not (?:buying|interested)|\b(?:i|we) (?:don't|do not) (?:want"
    r"|need|buy) (?:any|anything|none|no)(?: (?:of (?:it|that|them)|more))?\W*(?:$|[,.;])"
    r"|\bwhatever (?:you're|you are|it is you're) selling\b|\b(?:is"
    r"|sounds like) (?:this )?a scam\b|\bi (?:already )?gave at\b"
    r"|\btake me off (?:your|the) list\b|\bno (?:quiero|necesito|compro"
    r"|me interesa)(?: comprar)? (?:nada|ningun[oa])?\b"
    r"|\bwho wants to know\b|\bquién (?:quiere saber|pregunta)\b|\b(?:lo|le) que (?:venda"
    r"|vende)\b|\bya (?:tengo|tenemos) "
    r"(?:seguro|internet|compañía)\b|\bwho gave you (?:my|this) number\b|\bquién le dio mi número\b"
)

_LONGER = (_RANG, _SURPRISED, _TAKEN_FOR)


def is_of_the_moment(sentence: str) -> bool:
    """Say whether ``sentence``, one of the caller's first, only says how the call finds them."""
    words = len(sentence.split())
    if words <= _SHORT and (_found(_WHERE, sentence) or _found(_STATE, sentence)):
        return True
    return words <= _LONGEST and any(_found(kind, sentence) for kind in _LONGER)


def _found(pattern: str, sentence: str) -> bool:
    return bool(compiled(pattern).search(sentence.lower().replace("\u2019", "'")))
