"""The words with which people lead over to their name, in English and Spanish. Data, no rules."""

from typing import Literal

from chalicelib.names.pattern import Pattern
from chalicelib.names.words import RELATIVE

# How a name was given: "my name is", "I'm", "it's me,", "they call me", "call me", "I prefer",
# "my last name is",
# "first name", nothing but a full name as the first words of a call, or nothing but the name,
# maybe behind something else.
How = Literal[
    "outright",
    "softly",
    "me",
    "called",
    "wish",
    "preferred",
    "surname",
    "first",
    "bare",
    "alone",
    "at the end",
]

_NAME = r"name(?:'s| is)?"

LEADS: tuple[tuple[How, Pattern], ...] = (
    (
        "surname",
        Pattern(
            r"\b(?:my |and |the )?(?:last|family|sur) ?name(?:'s| is)?(?= |$)",
            r"|\b(?:mi )?apellido es\b|\bmis apellidos son\b|\bapellidos?$",
        ),
    ),
    (
        "called",
        Pattern(
            r"\b(?:(?:everyone|everybody|they|people|folks|friends|most people|the family) ",
            r"(?:just |all |always |only ){0,2}(?:calls? me|goes with)",
            r"|(?:todos |todo el mundo |la gente |en casa |aqu[ií] |pero |y )?me (?:dicen|llaman))",
            r"(?= |$)",
        ),
    ),
    (
        "wish",
        Pattern(
            r"\b(?:(?:just|please|can|may|could|do|and|but|so|to|better|you|that|says) call me"
            r"|i (?:actually |mostly |just |usually |always |only )?go by",
            r"|you can say(?!.* or )|(?:but|(?<!i )just|please) (?:say|keep saying)"
            r"|but (?:please )?(?:write|put)|pero p[oó]nga(?:me|le)|pero (?:d[ií]ga|escriba)"
            r"|i'm known as|me puede[ns]? (?:decir|llamar)|d[ií]g[aá][nm]e|(?<!a )(?<!the )dime"
            r"|decime|ll[aá]m[ae]me)",
            r"(?= |$)|^call me(?= |$)",
        ),
    ),
    (
        "first",
        Pattern(
            r"^(?:(?:and|the|my|it's|it is) ){0,3}(?:first|given) name(?: is|'s)?(?= |$)",
            r"|\b(?:mi )?nombre de pila(?: es)?(?= |$)",
        ),
    ),
    ("preferred", Pattern(r"\b(?:i(?:'d)? (?:would )?prefer|prefiero)(?= )")),
    (
        "outright",
        Pattern(
            r"\b(?:my|the) (?:(?:full|whole|real|first|given|christian|own|actual|proper|right) )",
            rf"{{0,2}}{_NAME}(?= |$)|^{_NAME}(?= |$)|(?<!of )\bmine is\b",
            r"|\bi am called\b|\bi'm called\b|\b(?:everyone|everybody|people|they) knows? me as\b",
            r"|\bi was (?:christened|baptized|baptised|named)\b",
            r"|\bme llamo\b|\b(?:mi|el) nombre(?: completo)?(?: es)?(?= |$)|^nombre(?: es)?(?= |$)",
            r"|\bmi gracia es\b|\b(?:parents|mother|father|they|folks) (?:named|christened"
            r"|baptized|baptised) me\b",
            r"|\bme (?:conocen como|pusieron|bautizaron)\b",
            r"|\b(?:p[oó]nga|ap[uú]nt[ae]|escr[ií]ba|an[oó]t[ae])\w{0,4} (?:\S+ )?",
            r"(?:completo|entero)$",
            r"|\b(?:put|write|have|take) (?:it|me|my name|that) (?:down )?",
            r"(?:in full|whole|complete)$",
        ),
    ),
    ("me", Pattern(r"\b(?:it's|it is|this is|that's|that is) me$|\bsoy yo$")),
    (
        "softly",
        Pattern(
            r"\b(?:i'm|i am|im|its|this is|this(?= (?:her|his|their|mrs|mr|ms|miss|dr)\b)"
            r"|this here is|it's|it is",
            r"|(?:it|that)(?:'d|'ll| will| would) (?:have to )?be(?! under\b)",
            r"|you(?:'re| are) (?:speaking|talking) (?:with|to)|(?:speaking|talking) to you is",
            r"|yo soy|soy|(?:aqu[ií] )?(?:le |te )?habla(?: con)?|le (?:atiende|llama)"
            r"|de parte de)(?= |$)",
            # whose the account is
            r"|\b(?:it's|it is|it'd be|it would be|it should be|it'll be|should be|i'm|i am|that's",
            r"|probably|est[aá]|debe estar|va) (?:listed |filed |booked |registered )?",
            r"(?:under|a nombre de)(?= |$)|^(?:and |then |so )?under(?: the name(?: of)?)?(?= |$)"
            r"|^a nombre de(?= |$)",
        ),
    ),
)

# With which nobody is talked of on a telephone but who speaks there.
ON_THE_PHONE = Pattern(
    r"(?:^(?:hola |buenas |tardes |noches |buenos |d[ií]as |s[ií] |no |pues |bueno |mire ",
    r"|disculpe |se[nñ]orita )*|\b(?:aqu[ií]|le|te) )habla$|\ble (?:atiende|llama)$",
)
# With which anything may be told: a street, an insurance.
IT = Pattern(r"(?:its|it's|it is|it'd be|it would be|it'll be|it will be)$")
SELF = Pattern(r"(?:i'm|i am|im|yo soy|soy)$")
# Before a lead: then it is not the caller who is so called, or nobody is.
NOT_ME = Pattern(
    r"\b(?:not|never|don't|nobody|no one|no|nunca|nadie|used to|didn't|won't|if|like|as if"
    r"|(?<!es )(?<!^)que",
    r"|si",
    r"|como|with|con|reads?|think|thought|is|are|wish|hablo|llamo|llamaba|when|cuando|where"
    r"|because|that)$",
)
# Behind a name: what may follow where nobody has asked for it.
GOES_ON = Pattern(
    r"(?:$|again\b|here\b|speaking\b|calling\b|talking\b|from\b|(?:over|down|up|out) (?:at|in"
    r"|here|there|on)\b|and (?:i|my|we|how|you)\b|but\b|(?:he|she)\b",
    r"|i\b(?! (?:want|wanted|mean|meant|miss|loved|love|am thinking)\b)|by the way|now\b|ahora\b"
    r"|with an?\b|con \w{1,6}$|spelled\b|today\b|this time\b|hoy\b",
    r"|otra vez\b|de nuevo\b|y (?:tengo|soy|me|le|quiero|llamo|estoy|vivo)\b|pero\b",
    r"|para servirle|a sus [oó]rdenes)",
)
TRAILS = Pattern(
    r"(?:(?:is|was) (?:my|the) name|es mi nombre|(?:le |te )?habla(?= |$)",
    r"|(?:is )?(?:here|speaking|calling(?! (?:me|us|him|her|every)\b))(?: again)?)(?= |$)",
)
# Behind a name: somebody of the caller's, so not the caller.
OF_MINE = Pattern(
    r"(?:he's |she's |that's |who's )?(?:my|our|mi|nuestr[oa]|the(?= (?:daughter|son|wife"
    r"|husband|mother|father)$)) (?:\w{1,20} )?",
    rf"(?:{RELATIVE}|dog|cat|perr[oa]|gat[oa]|late)\b",
)
# Between a lead and a name: somebody's daughter, so the caller.
OF_ANOTHER = Pattern(
    r"(?:(?:her|his|their|the|su|la|el)|\S{1,20}'s) (?:\w{1,20} )?",
    rf"(?:{RELATIVE})(?= |$)(?: de (?:ella|[eé]l|piso|cuarto|casa|trabajo)(?= |$))?(?! of\b| de\b)",
)
# That it is the caller's own name which is told.
OWN_NAME = Pattern(r"\b(?:my|mine|mi|me|i'm|i am|i was)\b")
MENDS = Pattern(
    r"(?:no |oh )?(?:sorry|no|i mean|i meant|wait|or rather|perd[oó]n|digo|bueno",
    r"|o sea|mejor dicho|no wait)$",
)
YES = Pattern(
    r"(?:yes|yeah|yep|speaking|this is (?:she|he|her|him)|that's (?:me|right|correct|it)|correct",
    r"|right|it is|sure is|indeed|i am|you are(?! (?:speaking|talking))|s[ií]|soy yo",
    r"|ella habla|[eé]l habla|la misma|el mismo|correcto|exacto|as[ií] es|ella misma|[eé]l mismo",
    r"|con (?:ella|[eé]l)(?: misma| mismo)? habla|mhm|uh-huh|aj[aá]"
    r"|you (?:have|do|did)(?:$| indeed| it| that)"
    r"|servidora?|para servirle|a sus [oó]rdenes)",
    r"(?= |$)(?! not\b| no\b)",
)
SPEAKING = Pattern(
    r"(?:(?:yes|s[ií]) )?(?:this is (?:she|he|her|him)|speaking|ella habla|[eé]l habla)$"
)
# Between a full name and what somebody is called: "but Ros, please", "pero Esti".
BUT = Pattern(r"(?:but|pero|though) (?:(?:just|only|it's|please|solo|s[oó]lo|mejor) ){0,2}(?=\S)")
FINE = Pattern(
    r"(?:(?:is|'s|est[aá]) )?(?:fine|okay|ok|good|please|will do|bien|por favor|nom[aá]s)?$"
)
PAUSES = frozenset("um uh er hm well pues este eh oh yes".split())
HEDGES = frozenset("um uh er really actually just".split())
HELLOS = frozenset("hi hello yes hola well it's".split())
BY_THE_WAY = Pattern(r"(?:by the way|por cierto|if you want to know|if you must know)$")
