"""Courtesies: greetings, thanks, goodbyes, assents and the words between, in English and Spanish.

Each is a pattern of a whole clause in lower case. No I/O.
"""

ADDRESSED = (
    r"(?:dear|dearie|honey|hon|cher|sweetheart|darling|love|baby|sir|ma'?am|miss|friend|mija"
    r"|mijo|hija|hijo|señorita|señora|señor|joven|mi vida|linda|bonita|again|now|then|there"
    r"|everyone|pues|eh|hombre|mujer)"
)
FILLER = (
    r"(?:oh|ah|ay|uh|um|er|hm+|well|so|okay|ok|and|but|ha|haha|hey|huh|why|uy|uff da|uff|oof"
    r"|ooh|pues|bueno|este|eh|ahora|ya|mire|oiga|órale|ándele|ándale|dios(?: mío)?"
    r"|(?:my )?(?:lord|god|goodness)|good lord|law|oh my|my|gosh|golly|wow|whoa|híjole|caray"
    r"|no me diga|no way|really|de veras|en serio|i see|i know|you know|you see|see|listen|look"
    r"|fíjese|imagínese|ya veo|cool|neat|nice|dokey|quick|anyway|(?:do|don't|did|didn't|are"
    r"|aren't|isn't|wasn't|won't|can) (?:i|you|it|he|she|they|we))"
)
GREETING = (
    r"(?:(?:good|buen[oa]s?) ?(?:morning|afternoon|evening|night|day|días|tardes|noches)?|hello"
    r"|hi|hiya|howdy|hola|qué tal|(?:and )?how are you(?: \w+){0,3}|how do you do"
    r"|how's it going|(?:y )?(?:cómo|como) (?:está|estás|le va|te va)(?: usted| hoy)?|it's me"
    r"|soy yo|nice to meet you|pleased to meet you|mucho gusto|encantad[oa]|it's me again"
    r"|me again)"
)
THANKS = (
    r"(?:(?:many |much )?thanks?(?: you)?(?: \w+){0,4}|much obliged|(?:muchas "
    r"|mil )?gracias(?: (?:por (?:todo|llamar|la llamada|escuchar(?:me)?)|a usted|igualmente))?"
    r"|appreciate it|i appreciate (?:it|that)|se lo agradezco|muy amable|qué amable(?: es usted"
    r"| de su parte)?|you're welcome|de nada|no hay de qué|my pleasure|don't mention it)"
)
GOODBYE = (
    r"(?:(?:good)?bye(?:[ -]?bye)?|toodle-?oo|so long|farewell|cheerio|ciao|chao|slán"
    r"|adi[oó]s(?:ito)?|hasta (?:luego|pronto|mañana|la vista|la próxima(?: semana| vez)?"
    r"|el \w+)|nos vemos|otro día|another (?:day|time)|some other time|luego le (?:hablo|marco"
    r"|llamo)|see you(?: \w+){0,3}|talk to you(?: \w+){0,3}|until (?:next|then"
    r"|tomorrow)(?: \w+)?|till next(?: \w+)?|take care|sleep well|rest well"
    r"|have a (?:\w+ )?(?:day|one|night|evening|weekend)|(?:que|qué) (?:le|te"
    r"|les) vaya (?:muy )?bien|que (?:descanse|esté bien|tenga \w+ \w+)|(?:que )?dios (?:la|lo"
    r"|te|me la|me lo) (?:bendiga|guarde|cuide)|god bless(?: you)?|cuídese|igualmente|you too"
    r"|same to you|good luck|buena suerte|(?:(?:it|that|this)(?:'s| was| has"
    r"| is)(?: been)? )?(?:so |very |really |always )?(?:a )?(?:nice|good|lovely|great"
    r"|wonderful|fun|pleasure|joy) (?:talking|speaking|chatting|to talk|to speak|to chat|chat"
    r"|talk|call|visit)(?: \w+){0,3}|bless (?:you|your \w+|him|her)(?: \w+)?|i(?:'ll"
    r"| should) let you (?:go|get|be)\b(?: \w+){0,4}|(?:fue|es|ha sido) un (?:gusto"
    r"|placer)(?: \w+){0,3}|qué (?:bonita|linda|buena) (?:plática|charla|conversación)"
    r"|me dio (?:mucho )?gusto (?:platicar|hablar)(?: \w+){0,3}|i enjoyed (?:that|this|it"
    r"|talking)(?: \w+){0,3})"
)
ASSENT = (
    r"(?:yes|yeah|yep|yup|yah|aye|ya|uh-?huh|mm?-?hm+|mhm|sure(?: thing)?|right|exactly|correct"
    r"|of course|certainly|absolutely|indeed|true|that's what i said|that's (?:right|it|correct"
    r"|true|so|all|her|him|them|fine|ok|okay|everything|how it is)|fine|great|good|perfect"
    r"|lovely|all right|alright|you bet|yes sir|i do|i did|i am|it is|it was|he did|she did"
    r"|they did|he was|she was|we did|you did|please(?: do)?|go (?:on|ahead)|do"
    r"|(?:that )?sounds? (?:good|fine|great)|very good|by all means|you got it|deal|i guess"
    r"|i reckon|i suppose|no|nope|nah|no no|not really|not yet|no that's all|nothing(?: else)?"
    r"|sí|si|ajá|claro(?: que (?:sí|no))?|así es|eso(?: es| mismo)?|exacto|exactamente|correcto"
    r"|cierto|es cierto|por supuesto|vale|está bien|perfecto|muy bien|bien|de acuerdo|cómo no"
    r"|ándele(?: pues)?|vamos|sale|es todo|nada(?: más)?|eso es todo|qué va|para nada"
    r"|todavía no|ya estuvo|sí se(?:ñor|ñora)|desde luego|efectivamente|adelante|dele)"
)
INTERESTED = (
    r"(?:how (?:interesting|nice|lovely|wonderful|funny)|(?:qué|que) (?:bonito|lindo|bueno"
    r"|interesante|pena|cosa|risa)|is that so|you don't say|imagine that|what a day)"
)
