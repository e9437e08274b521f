"""Why a caller must go, or turns away: the kettle, the door, a ride. A pattern of words. No I/O."""

_THING = (
    r"(?:kettle|soup|oven|stove|pot|tea|coffee|toast|bread|rice|beans|dinner|supper|lunch|bus"
    r"|taxi|cab|ride|truck|car|van|nurse|doorbell|bell|phone|door|battery|dog|cat|baby|mailman"
    r"|postman|doctor|therapist|aide|timer|alarm|other line|dryer|washer)"
)
_COSA = (
    r"(?:olla|cafetera|tetera|sopa|arroz|frijoles|comida|cena|horno|estufa|puerta|timbre"
    r"|teléfono|pila|batería|taxi|camión|coche|carro|enfermer[oa]|muchach[oa]|doctor[a]?"
    r"|perr[oa]|gat[oa]|niñ[oa]|bebé|cartero|terapia|leche)"
)
LEAVING = (
    r"\b(?:(?:i|we)(?:'ve| have|'d)? (?:got to|gotta|better|had better|have to|must|need to"
    r"|should|ought to) (?:go|run|hang up|stop|let you go|get going|be off|get off|scoot"
    r"|dash)\b(?! (?:to (?!bed)|back|and (?:see|visit)|there|home to|through|on (?:with"
    r"|living)))|(?:my|the) \w+(?:'s| is) (?:on|here|ready|waiting)\W*$|(?:my|that's the"
    r"|there's the|the) "
    + _THING
    + r"(?:(?:'s| is| are) (?:going|on|boiling|ringing|here|whistling|burning|ready|dying"
    r"|knocking|crying|barking|waiting|beeping|at the|up|downstairs)|wants out)\b|(?:that's"
    r"|there's|there goes|here's|here comes) (?:the|my|her|his|our|your) (?!dog|cat|baby)"
    + _THING
    + r"(?=\W*$|[,.;])|(?:he|she|they|somebody|someone|\w+)(?:'s| is| are) (?:hollering|calling "
    r"me|waving at me|yelling (?:at|for)|calling for|knocking|at the door|waiting for me)\b"
    r"|(?:somebody|someone)(?:'s| is) at the\b|phone is (?:ringing|dying)|i (?:can )?hear (?:my"
    r"|the|a|somebody|someone)\b.{0,30}\b(?:car|truck|door|bell|phone|kettle|mailman|bus|key)\b"
    r"|my (?:show|program|programs|game|stories|soap|novela)(?:'s| is| are) (?:coming )?(?:on"
    r"|starting)\b"
    r"|mi (?:novela|programa) (?:ya )?(?:empieza|va a empezar)|tengo que ir al baño|ya me anda\b"
    r"|just (?:pulled up|got here|walked in|arrived|came in)\b|ahí viene\b"
    r"|suena el (?:otro )?(?:teléfono|timbre)|jumped on the table|(?:shush|hush|sh+"
    r"|not now)\b[^.]{0,30}(?:be quiet|phone)|^\W*(?:shush|hush|quiet|be quiet|quieto|quieta"
    r"|cállate|bájate|ahora no)\b|(?:i've got|i have|i left|there's) (?:\w+ ){0,2}(?:on the "
    r"stove|in the oven|soup on)|i've got soup on|i should let you go|i'll let you go"
    r"|i'm (?:coming(?! (?:to|from|back|home|for|with|down))|going to hang up)|ya me voy"
    r"|me tengo que ir|tengo que (?:colgar|irme|dejarl[aoe])|(?:la|lo|te|le) dejo(?! (?:dicho|a))"
    r"|se me (?:está |van? a |están )?(?:quem(?:a|an|ando|ar)|peg(?:a|an|ando|ar)|acab(?:a|ó"
    r"|ando|ar)|enfrí(?:a"
    r"|an)) (?:el|la|los|las)\b|(?:ya )?(?:llegó|llegaron|está aquí|está) (?:el|la|mi|aquí el"
    r"|aquí la|pitando la|sonando el) "
    + _COSA
    + r"\b|(?:toc|llam)an (?:a|en) la puerta|me (?:están llamando|llaman|hablan) (?:a|para|de)\b)"
)
