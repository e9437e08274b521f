"""What callers say of the weather where they are. A clause's pattern. No I/O."""

WEATHER = (
    r"(?:(?:(?:it's|it is) (?:so |very |\w+ly )?)?(?:hot|cold|freezing|chilly|wet|windy|snowing"
    r"|raining|pouring|sunny|humid|muggy|icy)\b.*\b(?:here|today|out(?: there)?|outside|now"
    r"|this morning|tonight)\b.*|(?:it's|it is) (?:so |very |awful |really |pretty )?(?:hot"
    r"|cold|freezing|chilly|raining|snowing|pouring|windy|humid|muggy)(?: as .{1,40}| again"
    r"| still)?|(?:how's|what's) the weather.*|(?:it's )?hot as .{0,40}|(?:it's|it is) (?:a "
    r"|such a |another )?(?:\w+ ){0,2}(?:sunny|rainy|cloudy|snowy|foggy|windy|gray|grey|stormy"
    r"|beautiful|gorgeous|lovely|nice|miserable|hot|cold|mud) (?:day|morning|evening|afternoon"
    r"|night|season)\b.{0,30}|(?:we're having|we've got) (?:a |some )?(?:\w+ )?(?:heat ?wave"
    r"|storm|rain|snow|blizzard|weather|cold snap)\b.{0,20}|(?:ahorita |hoy )?(?:está|sigue"
    r"|anda) (?:lloviendo|nevando|haciendo (?:un |mucho )?(?:calor|calorón|frío|viento|sol"
    r"|aire)|(?:muy )?(?:nublado|soleado|fresco))\b.{0,40}|(?:hoy |ahorita )?hace (?:mucho |un "
    r"|tanto |buen |mal )?(?:frío|calor|viento|sol|tiempo|calorón)\b(?! (?:en|años|que)).{0,30}"
    r"|hoy (?:amaneció|hace|está|llueve|llovió|nieva|hay)\b.{0,60}|(?:it's|it is) (?:mud"
    r"|hurricane|rainy|monsoon|hay ?fever|pollen|tornado)"
    r" (?:season|time)(?: again| here)?|y allá (?:qué|cómo).{0,40})"
)
