"""What somebody asks of whoever they call: to be sent, called, reminded, booked. No I/O.

"Could you send me the form", "I need somebody to come", "háblenme la otra semana". What is done
while they talk ("can you hear me", "tell me the price") is no thread. English and Spanish.
"""

import re

from chalicelib.patterns import any_case
from chalicelib.threads.asked_briefly import ASKS_BRIEFLY
from chalicelib.time_to_come import has_time, is_past

_HOUR = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|\d+|dark|lunch|breakfast"
)
_DO = (
    r"(?:tell|ask|send|read|bring|show|sing|look (?:for|into|at)|find|dig|save|write|type|call|ring"
    r"|phone|explain|print|e-?mail|text|fax|mail|pass|come|help|move|change|cancel|reschedule|book"
    r"|schedule|make|put|set|order|fix|repair|check|get(?! into)|keep|hold|leave|remind|arrange"
    r"|deliver|renew|say"
    r"|refill|transfer|mark|add|take|have|let|drop|pick|give|see (?:if|that|to)|set up|record"
    r"|order)"
)
_WHO = (
    r"(?:you(?: \w+)?|him|her|them|some(?:body|one)(?: from [\w ]{1,20})?|an?y(?:body|one)"
    r"|(?:my|the|your) \w+(?: \w+)?|(?-i:[A-Z]\w+)|dr\.? \w+)"
)
_THINGS = (
    r"(?:appointment|check-?up|room|table|booking|reservation|refill|prescription|quote"
    r"|estimate|cop(?:y|ies)"
    r"|receipt|certificate|invoice|form|callback|refund|replacement|plumber|electrician"
    r"|technician|vet"
    r"|mass|visit|slot|statement|referral|spot|report)"
)
_COSAS = (
    r"(?:cita|mesa|habitación|receta|factura|copia|recibo|certificado|presupuesto|reserva|turno"
    r"|hora"
    r"|fe de bautismo|misa|plomero|fontanero|técnico|visita|duplicado)"
)
_HAGA = (
    r"(?:m[áa]nd|env[íi]|av[íi]s|h[áa]bl|ll[áa]m|m[áa]rqu|preg[úu]nt|recu[ée]rd"
    r"|gu[áa]rd|c[áa]mbi|res[ée]rv|escr[íi]b|trái|trai(?=[gm])|tráig|traig|c[óo]mpr|b[úu]squ"
    r"|b[úu]sc|ll[ée]v"
    r"|cancel|cánc[ée]l"
    r"|ag[ée]nd|impr[íi]m|pr[ée]st|confirm|conf[íi]rm)(?:a|e|an|en)?"
    r"(?:me(?:l[oa]s?)?|nos(?:l[oa]s?)?|les?|l[oa]s?|sel[oa]s?)"
)
_PUEDE = r"(?:puede[ns]?|podrías?|podrían|pudiera|puedes|quiere|quieren|quisiera)"
_LEAD = (
    r"^(?:\W|(?:please|just|and|so|then|well|now|oh|no|yes|okay|or|but|yeah|yep|sure|listen|look"
    r"|hey|also)\b)*"
)
_ASKS = (
    rf"\bif (?:you|some(?:body|one)) (?:could|would|can) (?:please |just )?{_DO}\b",
    (
        r"\b(?:any way|any chance|possible for) (?:that )?(?:you|some(?:body|one)) (?:could|can|to)"
        rf" {_DO}\b"
    ),
    (rf"\b(?:can|could|may) (?:i|we) (?:get|have|book|order|make) (?:[\w']+ ){{0,3}}{_THINGS}\b"),
    rf"{_LEAD}get some(?:body|one) (?:out|over|up|down|in)\b",
    (
        r"(?:^\W*|[,;] (?:y )?|\by )que (?:(?:me|nos|le|les|se|lo|la) ){1,2}(?:llamen?|manden?"
        r"|avisen?|hablen?|env[íi]en?|traigan?|digan?|den?|guarden?|apunten?|marquen?|cambien?"
        r"|arreglen?|confirmen?|busquen?|pongan?)\b"
    ),
    r"\bif [^,]{3,40}, (?:send|mail|ask|tell|call|print) ",
    r"\bgive (?:me|us) a (?:ring|call|shout) (?:when|once|on|after|next)\b",
    r"\b(?:write|put) that (?:in|on) the (?:front|back|book|cover)\b",
    r"^\W*que (?:le|les) pong\w+|\bno se (?:le|te|les) olvide \w+r",
    r"\b(?:me|nos) gustaría que\b|\btan amable de \w+r(?:me|nos|le)\b",
    (
        rf"\b(?:can|could|would|will) (?:you(?: all| guys| people)?|some(?:body|one)|{_WHO}) "
        rf"(?:(?:please|maybe|also|just|kindly) ){{0,2}}{_DO}\b"
    ),
    (
        r"\bwould you mind \w+ing\b|\bif you (?:could|would) (?:just )?(?:send|call|mail|tell|ask"
        r"|put|let)\b"
    ),
    (
        rf"\b(?:i'd like|i would like|i want|i need|we need|we'd like|i'd love) {_WHO} to (?:\w+"
        rf" )?{_DO}\b"
    ),
    (
        r"\b(?:i'd like|i would like|i want|i need|i wanted|i'm calling|we'd like|we need) to "
        r"(?:make an app|book|schedule|order|cancel|reschedule|move (?:my|the)|change (?:my"
        r"|the)|renew"
        r"|refill|arrange|set up|request|dictate|see (?:the|a|dr))"
    ),
    (
        rf"\b(?:i'd like|i would like|i want|i need|i'll need|we need|i'm looking for|i'm"
        rf" calling about)"
        rf" (?:an?|another|the|my|some|two|one) (?:[\w']+ ){{0,3}}{_THINGS}\b"
    ),
    (
        rf"{_LEAD}(?:you )?(?:send(?! in the)|tell|ask|remind|print) (?!me (?:a story|about|what"
        rf"|why|how|the truth|your)\b"
        r"|you\b|any(?:body|one)|around|that to)'?\w+"
    ),
    rf"{_LEAD}(?:mail|e-?mail|text) (?:us|it|them|him|her|my|the|that)\b",
    (
        rf"{_LEAD}(?:have|get) "
        rf"(?:him|her|them|some(?:body|one)|the \w+|my \w+|(?-i:[A-Z]\w+)) (?:to )?{_DO}\b"
    ),
    rf"{_LEAD}put (?:me down|(?:his|her|their|my) name)\b",
    r"\b(?:ask|remind) (?:him|her|them) (?:about|to|for|if|whether)\b",
    (
        r"\bask me (?:one day|some day|about|again|in|next|when|if|on|tomorrow|sometime|some time"
        r"|after)\b"
    ),
    r"(?<!if )\byou (?:remind|ask) me\b(?! (?:why|what|how|if|of)\b)|^\W*remind me\b",
    (
        r"\byou(?: people| all| folks| guys)? (?:should|must|ought to|have to|need to|'d better"
        r"|better)"
        r" (?:send|ask|call|ring|remind|come|write|print)\b"
    ),
    (
        r"\b(?:some(?:body|one)|you people|your office)(?: [\w ]{1,20})? "
        rf"(?:ought to|should|has to|have to|could|must|needs to) {_DO}\b"
    ),
    (
        r"\bdon'?t (?:you )?(?:nobody |anybody )?(?:call|ring|phone|come)\b.*\b(?:before|until|till"
        r"|that week|here|after)\b"
        r"|\b(?:nothing|no calls?) (?:un)?till\b|\bleave it for (?:a|two|three|some)\b"
    ),
    (
        r"(?<!a )(?<!the )(?<!my )\b(?:call|ring|phone) (?:me |us |him |her )?(?:again|back|later"
        r"|next|tomorrow|when you"
        rf"|(?:after|before) (?!(?:{_HOUR})\b)|in (?:a|an|two|three|four|six|\d+|the spring|the"
        rf" fall) )"
    ),
    r"\bmake it (?:after|before|at|for|the) (?!\w+ worse)",
    r"\b(?:call|ring|phone) (?:me|us) on\b",
    r"\bsee to it\b|\b(?:make|be) sure (?:you|they|he|she|it|to (?:send|call|ask|tell))\b",
    r"\blet (?:me|us) know (?:when|once|as soon|what|how)\b|\bdon't let me forget\b",
    r"¿?\b(?:me|nos|le|les) (?:haría|hace|hacen|harían) (?:\w+ )?(?:el|un) favor de\b",
    (
        rf"\b(?:me|nos|le|les|se lo|se la)? ?{_PUEDE} (?:usted |ustedes )?(?:por favor )?(?:mand"
        rf"|envi|llam|avis|traer|apunt|"
        r"cambi|reserv|busc|pregunt|decir(?:le|les)|confirm|guard|imprim|cancel|pasar (?:por|a))\w*"
    ),
    (
        rf"\b(?:quiero|quisiera|necesito|necesitamos|quería|me hace falta) (?:que (?:me|nos|le|les"
        rf"|mi|usted|ustedes|él|ella|venga|alguien)\b"
        rf"|(?:\w+ ){{0,3}}{_COSAS}\b|(?:pedir|reservar|cancelar|cambiar|agendar|renovar|sacar"
        rf"|darle|mandarle|dictar)\b)"
    ),
    rf"\b{_HAGA}\b(?! después de las)",
    r"\b(?:d[íi]ga(?:n)?l[eo]s?|(?:dile|diles)(?! a tu)|mándenle|vengan a|manden a)\b",
    (
        r"\b(?:ap[úu]nte|an[óo]te)me (?:para|el|a)\b|\b(?:no me|no nos)"
        r" (?:llamen?|hablen?|marquen?)\b.*\b(?:antes|hasta|después)\b"
    ),
    r"¿me (?:manda|envía|avisa|apunta|reserva|cambia|trae|guarda|llama)[ns]?\b",
)
_NOW = (
    r"\b(?:can|could|would|will) you (?:please |just )?(?:hear|repeat|say|spell|speak|hold on"
    r"|wait|hang on|help me"
    r"|(?:tell|read|sing|show|give) (?:me|us)\b|call me (?-i:[A-Z])|call (?:it|that)|get that"
    r"|see that)"
    r"|\bby (?:e-?mail|phone|text|post)[,.]? not\b|\b(?:any|all) updates\b"
    r"|\b(?:if you ask me|you tell me|don't you call|let (?:me|us) know if)\b"
    r"|\b(?:ll[áa]m[ae](?:n?)me|m[áa]rqu[ae]me|h[áa]bl[ea]me) (?!(?-i:[A-Z])[\w]*(?:oy|oy)\b)"
    r"(?:(?-i:[A-ZÁÉÍÓÚ])\w+|por mi|de (?:tú|usted|noche|día)|bego|en la (?:tarde|mañana|noche)"
    r"|por la|más fuerte)"
    r"|\b(?:call me|call us) (?-i:[A-Z])(?!\w*day)"
)
_CALL_OR_TIME = r"\b(?:call|ring|phone) (?:me|us)\b"
_POLITE = r"\b(?:would|i wanted|i was (?:hoping|wondering|calling)|need(?:ed)?|había quedado)\b"
_QUOTED = r"\b(?:said|says|told|asked|goes|dijo|dije|decía|dice|digo)\b[^.]{0,60}$"


def asks_for(sentence: str) -> int | None:
    """Return where in ``sentence`` something is asked for that is to be done later, or None."""
    said = sentence.replace("\u2019", "'")
    if any_case(_NOW).search(said) and not has_time(said):
        return None
    found = any_case("|".join(f"(?:{each})" for each in (*_ASKS, *ASKS_BRIEFLY))).search(said)
    if not found and has_time(said):
        found = any_case(_CALL_OR_TIME).search(said)
    if not found or any_case(_QUOTED).search(said[: found.start()]):
        return None
    clause = re.split(r"[,;:]\s", said[: found.end()])[-1]
    return None if is_past(any_case(_POLITE).sub("", clause)) else found.start()
