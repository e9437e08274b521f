"""Courtesies: greetings, thanks, goodbyes, assents and the words between, in English and Spanish.

Each is a pattern of a whole clause in lower case. No I/O.
"""

ADDRESSED = (
    r"(?:dear|dearie|honey|hon|cher|sweetheart|darling|love|baby|sir|ma'?am|miss|friend|mija|mijo"
    r"|hija|hijo|señorita|señora|señor|joven|mi vida|linda|bonita|again|now|then|there|everyone"
    r"|pues|eh|hombre|mujer)"
)
FILLER = (
    r"(?:oh|ah|ay|uh|um|er|hm+|well|so|okay|ok|and|but|ha|haha|hey|huh|why|uy|uff da|uff|oof|ooh"
    r"|pues|bueno|este|eh|ahora|ya|mire|oiga|órale|ándele|ándale|dios(?: mío)?|(?:my )?(?:lord"
    r"|god"
    r"|goodness)|good lord|law|oh my|my|gosh|golly|wow|whoa|híjole|caray|no me diga|no way|really"
    r"|de veras|en serio|i see|i know|you know|you see|see|listen|look|fíjese|imagínese|ya veo"
    r"|cool|neat|nice|dokey|quick|anyway|(?:do|don't|did|didn't|are|aren't|isn't|wasn't|won't"
    r"|can) (?:i|you|it|he|she|they|we))"
)
GREETING = (
    r"(?:(?:good|buen[oa]s?) ?(?:morning|afternoon|evening|night|day|días|tardes|noches)?|hello"
    r"|hi|hiya|howdy|hola|qué tal|(?:and )?how are you(?: \w+){0,3}|how do you do|how's it going"
    r"|(?:y )?(?:cómo|como) (?:está|estás|le va|te va)(?: usted| hoy)?|it's me|soy yo"
    r"|nice to meet"
    r" you|pleased to meet you|mucho gusto|encantad[oa]|it's me again|me again)"
)
THANKS = (
    r"(?:(?:many |much )?thanks?(?: you)?(?: \w+){0,4}|much obliged|(?:muchas |mil )?gracias"
    r"(?: (?:por (?:todo|llamar|la llamada|escuchar(?:me)?)|a usted|igualmente))?|appreciate it"
    r"|i appreciate (?:it|that)|se lo agradezco|muy amable|qué amable(?: es usted| de su parte)?"
    r"|you're welcome|de nada|no hay de qué|my pleasure|don't mention it)"
)
GOODBYE = (
    r"(?:(?:good)?bye(?:[ -]?bye)?|toodle-?oo|so long|farewell|cheerio|ciao|chao|slán"
    r"|adi[oó]s(?:ito)?"
    r"|hasta (?:luego|pronto|mañana|la vista|la próxima(?: semana| vez)?|el \w+)|nos vemos"
    r"|otro día|another (?:day|time)|some other time|luego le (?:hablo|marco|llamo)"
    r"|see you(?: \w+){0,3}|talk to you(?: \w+){0,3}|until (?:next|then|tomorrow)(?: \w+)?"
    r"|till next"
    r"(?: \w+)?|take care|sleep well|rest well|have a (?:\w+ )?(?:day|one|night|evening|weekend)"
    r"|(?:que|qué) (?:le|te|les) vaya (?:muy )?bien|que (?:descanse|esté bien|tenga \w+ \w+)"
    r"|(?:que )?dios (?:la|lo|te|me la|me lo) (?:bendiga|guarde|cuide)|god bless(?: you)?|cuídese"
    r"|igualmente|you too|same to you|good luck|buena suerte|it was (?:nice|good|lovely) "
    r"(?:talking|speaking|chatting)(?: \w+){0,3}|me dio (?:mucho )?gusto (?:platicar|hablar)"
    r"(?: \w+){0,3}|i enjoyed (?:that|this|it|talking)(?: \w+){0,3})"
)
ASSENT = (
    r"(?:yes|yeah|yep|yup|yah|aye|ya|uh-?huh|mm?-?hm+|mhm|sure(?: thing)?|right|exactly"
    r"|correct|of course|certainly|absolutely|indeed|true|that's what i said|that's (?:right"
    r"|it|correct|true|so|all|her"
    r"|him|them|fine|ok|okay|everything|how it is)|fine|great|good|perfect|lovely|all right"
    r"|alright"
    r"|you bet|yes sir|i do|i did|i am|it is|it was|he did|she did|they did|he was|she was|we did"
    r"|you did|please(?: do)?|go (?:on|ahead)|do|(?:that )?sounds? (?:good|fine|great)|very good"
    r"|by all means|you got it|deal|i guess|i reckon|i suppose|no|nope|nah|no no|not really"
    r"|not yet"
    r"|no that's all|nothing(?: else)?|sí|si|ajá|claro(?: que (?:sí|no))?|así es|eso(?: es"
    r"| mismo)?"
    r"|exacto|exactamente|correcto|cierto|es cierto|por supuesto|vale|está bien|perfecto|muy bien"
    r"|bien|de acuerdo|cómo no|ándele(?: pues)?|vamos|sale|es todo|nada(?: más)?|eso es todo"
    r"|qué va"
    r"|para nada|todavía no|ya estuvo|sí se(?:ñor|ñora)|desde luego|efectivamente|adelante|dele)"
)
INTERESTED = (
    r"(?:how (?:interesting|nice|lovely|wonderful|funny)|(?:qué|que) (?:bonito|lindo|bueno"
    r"|interesante"
    r"|pena|cosa|risa)|is that so|you don't say|imagine that|what a day)"
)
