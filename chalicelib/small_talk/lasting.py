"""Signs that a sentence tells what lasts beyond the call: time, wish, past, state. No I/O.

At the beginning and at the end of a call people say much that is of the moment only. There a
sentence that may be of the moment stays if it bears such a sign. English and Spanish.
"""

from chalicelib.patterns import compiled
from chalicelib.small_talk.life import PAST, TIME
from chalicelib.spoken_numbers import number_words

_MOST = 600  # characters that are looked at
_WHEN = (
    rf"{TIME}|tomorrow|yesterday|last (?:night|week|month|year|spring|summer|fall|winter)|ago"
    r"|(?:mondays|sundays|saturdays)|spring|summer|fall|winter|easter|christmas|thanksgiving|till"
    r"|by then|from now on|any ?more|ever|again and again|mañana|ayer|anoche|pasad[oa]|navidad"
    r"|pascua|semana santa|primavera|verano|otoño|invierno|de aquí en adelante|en adelante|ya no"
    r"|third|fourth|fifth|tercer[oa]?|(?:by|on|until) the (?:first|second)|enero|febrero|marzo"
    r"|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_WISH = (
    r"i'd like|i would like|i wish|i hope|i prefer|(?:want|need)s? (?:you|a|an|two|my|some|this in"
    r"|her in|him in|it in|them in)\b(?! (?:phone|nap|minute|second|drink|sip|glass|break))"
    r"|i (?:want|wanted|need) to (?:know|change|cancel|book|see|let|order|make|talk to|get an"
    r"|refill|pay|ask|tell|find|leave|add|buy|sell|speak)|(?:can|could|will|would) (?:you|someone"
    r"|somebody|y'all|you all) (?:please |all )?(?:\w+ )?(?:print|send|call|write|mail|put|change"
    r"|stop|add|do|find|get|bring|cancel|move|keep|make|save|check|tell|look|fix|come|order|book)"
    r"|(?:call|ring|write|tell|ask|remind|send|mail|phone|text) (?:me|us|my|her|him|them|it|the"
    r"|[A-Z]\w+)|(?:don't|do not|never) (?:\w+ )?(?:call|ring|write|put|send|print|mail|knock"
    r"|tell my)|put .{0,20}\b(?:name|page|first|record|file|list)|see to it|should be|ought to"
    r"|belongs to|(?:stop|cancel|keep|renew) (?:the|my|our|his|her)|appointments?|reservations?"
    r"|prescription|refill|refund|invoice|bill|order|orders|address|book|books|chapter|printed"
    r"|copy|copies|quiero (?:que|una?|cambiar|saber|cancelar|pedir|ver)|quisiera|necesito|prefiero"
    r"|me gustaría|ll[aá]m(?:e|en|eme|enme|ame|ela|elo|enos)|m[aá]nd[ea]\w*|env[ií]e\w*|p[oó]ng\w*"
    r"|escr[ií]b\w+|recu[eé]rd\w+|preg[uú]nt\w+|d[ií]gale|cita|receta|factura|pedido|dirección"
    r"|libro|copias?"
)
_PROMISE = (
    r"i'll|i will|we'll|i owe|next time|some (?:other )?(?:day|time)|another (?:day|time)|one day"
    r"|i might|i promise|before i die|go back|(?:look|looking) for|buscar\w*|i've been meaning"
    r"|(?:la|el) (?:próxima|otra|otro)|otro día|le (?:cuento|debo|platico)|te cuento"
    r"|se lo (?:cuento|platico|debo)|luego le|i have not told|i haven't told"
)
_HEALTH = (
    r"hospital|clinic|surgery|operat\w+|cancer|chemo|dialysis|oxygen|allerg\w+|diabet\w+|blind"
    r"|deaf|dementia|pregnant|stroke|vet|kidney|liver|lungs?|insulin|gallbladder|heart|hip|knees?"
    r"|tooth|teeth hurt|crown|bleeding|hurts?|pain|disab\w+|widow\w*|retir\w+|divorc\w+|passed"
    r"|dead|funeral|cremat\w+|hospicio|operar\w*|cirugía|diálisis|oxígeno|alérgic[oa]|cieg[oa]"
    r"|sord[oa]|embarazad[oa]|corazón|cáncer|riñón|rodilla|cadera|muela|presión|azúcar|viud[oa]"
    r"|jubilad[oa]|duele"
)
_DEFECT = (
    r"leak\w*|overflow\w*|flood\w*|drip\w*|water (?:coming|everywhere)|smoke|broken?|cracked"
    r"|clogged|stuck|limp\w*|(?:won't|doesn't|don't|can't|isn't) (?:light|start|eat\w*|flush|close"
    r"|open|drain|heat|work|climb|hear (?:on|out)|walk|see|drive|sleep)|gotea\w*|tira agua"
    r"|no (?:prende|come|cierra|abre|camina|funciona|sirve)|se (?:me )?(?:inundó|cayó|rompió"
    r"|descompuso)|fuga"
)
_KIN = (
    r"(?:my|our|mi|mis|nuestr[oa]s?) (?:\w+ )?(?:mother|mom|father|dad|parents|brothers?|sisters?"
    r"|sons?|boys?|girls?|daughters?|wife|husband|cousins?|nephews?|nieces?|grand\w+|aunt|uncle"
    r"|dogs?|cats?|house|street|church|name|mamá|papá|madre|padre|herman[oa]s?|hij[oa]s?|espos[oa]"
    r"|marido|niet[oa]s?|abuel[oa]s?|prim[oa]s?|tí[oa]s?|comadre|compadre|casa|calle|nombre)"
)
_STATE = (
    r"(?:i'm|i am|he's|he is|she's|she is|we're|we are|they're|soy|somos) (?:not )?(?:an?|the|her"
    r"|his|my|your|el|la|un|una) (?!bit|little|one here|wreck|moment|middle)\w+|(?:i'm|i am|we're"
    r"|we are) (?:calling|phoning|moving|selling|retiring|getting married|marrying|expecting"
    r"|writing|studying|working|living|losing|quitting|starting|teaching|learning|allergic|suing"
    r"|building|closed|lutheran|catholic|jewish|baptist|on (?:the|my) (?:list|\w+ floor)"
    r"|going to be|having (?:my|the|a|an)|taking (?:him|her|it|them) to)|(?:voy a|vamos a|va a"
    r"|estamos por|pienso|tengo que) (?:\w+ )?(?:mudar\w*|vender\w*|operar\w*|casar\w*|comprar\w*"
    r"|jubilar\w*|ser)|tengo (?:dos|tres|un|una) \w+"
)


def lasts(sentence: str) -> bool:
    """Say whether something in ``sentence`` will still be so after the call, or is long past."""
    said = _plain(sentence)
    return _found(rf"\b(?:{PAST}|{_MORE_PAST})\b", _NOT_PAST, said) or is_planned(sentence)


def is_planned(sentence: str) -> bool:
    """Say whether ``sentence`` has a time, a wish, a promise, a state of somebody's life."""
    said = _plain(sentence)
    kinds = (_WHEN, _WISH, _PROMISE, _HEALTH, _DEFECT, _STATE, _numbers())
    return any(_found(kind, "", said) for kind in (r"\d", *(rf"\b(?:{each})\b" for each in kinds)))


def is_trouble(sentence: str) -> bool:
    """Say whether ``sentence`` speaks of health, or of something that does not work."""
    said = _plain(sentence)
    return any(_found(rf"\b(?:{kind})\b", "", said) for kind in (_HEALTH, _DEFECT))


def tells_of_kin(sentence: str) -> bool:
    """Say whether ``sentence`` speaks of somebody or something of the caller's own."""
    return _found(rf"\b{_KIN}\b", "", _plain(sentence))


_MORE_PAST = (
    r"made|ate|rode|paid|caught|swam|drank|became|began|stole|shot|fought|chose|drew|fed|laid|tore"
    r"|woke"
)
_NO_TIME = r"\bnext (?:door|in line|please|caller)\b|\bstuck in traffic\b|\bneedn't .*"
_NO_NUMBERS = frozenset("oh one uno nought once".split())
# What the rule for the past takes for it.
_NOT_PAST = r"\b(?:aquí|ahí|allí|así|también|sí|qué|porqué|usté|café|could|need|indeed|tired)\b"


def _numbers() -> str:
    """Return the pattern of the words that only numbers are said with."""
    return "|".join(word for word in number_words().split("|") if word not in _NO_NUMBERS)


def _plain(sentence: str) -> str:
    said = sentence[:_MOST].lower().replace("\u2019", "'")
    return compiled(_NO_TIME).sub(" ", said)


def _found(kind: str, without: str, said: str) -> bool:
    return bool(compiled(kind).search(compiled(without).sub(" ", said) if without else said))
