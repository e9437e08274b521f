"""Requests in few words: "bring it on Saturday", "can they mend my watch". No I/O.

What is said of a story ("bring it on, we used to say") is for the reader of the sentence to tell.
"""

from chalicelib.time_to_come import DAY, DIA

_LEAD = (
    r"^(?:\W|(?:please|just|and|so|then|well|now|oh|no|yes|okay|ok|or|but|yeah|yep|sure"
    r"|actually|fine"
    r"|also|all right|alright)\b)*"
)
_OFTEN = (
    r"bring|move|leave|fix|send|mail|book|cancel|deliver|order|renew|change|hold|keep|reserve|pick"
    r"|drop|put"
)
_VERBS = (
    r"lend|spare|swap|waive|refund|credit|replace|look at|look in|stop by|extend|rush|sharpen"
    r"|mend|tune"
    r"|copy|forward|fit|squeeze|pay|charge|split|take off"
)
_PARTIR = (
    r"part|descont|cobr|prest|dar|guard|arregl|devolv|entreg|dej|quit|pon|cambi|hac|revis|ajust"
    r"|ayud"
    r"|adelant|atras|aument|reduc|dividi"
)
_PEDIR = r"encargar|comprar|inscribir\w*|apuntar\w*|ordenar|anotar\w*|mandar|dejar"
ASKS_BRIEFLY = (
    (
        rf"{_LEAD}(?:{_OFTEN}) (?:it|them|that|these|one|him|her)(?: \w+){{0,2}}? (?:on |by "
        rf"|before |for "
        rf"|after |till |until )?(?:the )?(?:{DAY}|tomorrow|tonight|first|weekend|\w+(?:th|nd"
        rf"|rd|st))\b"
    ),
    (
        rf"{_LEAD}(?:call|ring|phone|come) (?:on|at|before|after|by) (?:the )?"
        rf"(?:{DAY}|noon|\w+th|next)\b"
    ),
    rf"{_LEAD}put (?:me|us) down\b(?! as)",
    (
        rf"\b(?:can|could|would|will) (?:you|they|he|she|some(?:body|one)) (?:please |just "
        rf"|also |maybe )*"
        rf"(?:{_VERBS}) (?!an ear|a hand with that now)(?:me|us|it|that|them|my|our|the|one|in"
        rf"|another)\b"
    ),
    rf"\b(?:me|nos|se) (?:l[oa]s? )?(?:puede[ns]?|podrían?|podés|podrías) (?:{_PARTIR})\w*",
    (
        rf"\b(?:quiero|quisiera|queremos|queríamos|quería) (?:{_PEDIR})\b"
        r"(?! (?:un|muchos) (?:saludo|abrazo|beso))"
    ),
    (
        r"^\W*que (?:venga|vengan|pase|pasen|llegue|lleguen|traiga|traigan) (?:el|un|una|mañana"
        r"|temprano"
        rf"|antes|después|por la|a las?|{DIA})\b"
    ),
)
