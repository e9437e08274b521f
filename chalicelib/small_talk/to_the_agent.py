"""Short remarks at whoever asks the questions: "Don't you start", "I'm coming to that". No I/O.

In a story "you" is anybody ("you fell in every day"), so only what is said to a listener counts,
and nothing in which something lasts. English and Spanish.
"""

from chalicelib.patterns import compiled
from chalicelib.small_talk.lasting import is_planned
from chalicelib.small_talk.life import has_name

_LONGEST = 10  # words
_LEAD = (
    r"^\W*(?:(?:well|oh|so|no|yes|now|and|but|hey|ah|ha|look|listen|ay|sí|bueno|pues|mire|oiga|y"
    r"|girl|honey|dear|señorita|good|hush|sh+)\W+){0,3}"
)
_REMARKS = (
    r"don't (?:put words|get smart|sound so|rush me|interrupt|tease|flatter|look at me|push me)"
    r"|(?:that's my (?:stomach|phone|timer)|that noise|what did you ask|the (?:bird|dog|cat"
    r"|baby)(?:'s| is) at it|s?he keeps (?:making|looking|talking))|s?he's (?:shaking|rolling"
    r"|making|pointing|laughing|nodding)|go on, laugh|you can laugh|don't you (?:start|dare|laugh"
    r"|tell|go|tease|even|worry|mind|give me|be|ever (?:sleep|get tired))\b|you (?:make (?:it|that"
    r"|me) sound|sound|sure ask|do ask|ask (?:a lot|like|good|too|such|so|me|hard)|should see your"
    r"|would (?:ask|say|know)|needn't|can stop|(?:don't|do not) (?:miss|give up|need to)|already"
    r"|know (?:that|everything|it all|already)|listen (?:well|good)|say that"
    r"|have it (?:all )?wrong|weren't listening|remind me of|talk like|are learning|think so"
    r"|got me|caught me|tell me)|you(?:'re| are) (?:learning|fishing|pulling|a nosy|nosy|teasing"
    r"|laughing|joking|kidding|funny|getting|not listening|no fun|quick|sharp|worse|as bad)"
    r"|i (?:already|just) (?:told you|said)\b.{0,20}$|i'm telling (?:it|this)|i said what"
    r"|like i (?:told you|said)\W*$|where was i|i'm (?:getting|coming) (?:to|there)\b|wait (?:till"
    r"|until) (?:i|you)|(?:quit|stop) (?:interrupting|laughing|that|it)|let me (?:finish|talk"
    r"|tell it|get to)|ignore (?:that|him|her|it|them)|that's (?:only |just )?(?:the (?:phone"
    r"|dryer|door|bell|doorbell|washer|parrot|dog|tv|radio|kettle)|him|her)(?: again)?\W*(?:,|$)"
    r"|shoo\b|don't mind (?:that|him|her|it|the|me)|are you (?:writing|laughing|taking|listening"
    r"|getting|crying)|my nose is|where's my|no (?:se r[ií]a|me interrumpa|se burle|se haga"
    r"|me corte|me apure|me ponga)|ahí voy|ese ruido|me est[aá]n? haciendo|d[eé]jeme (?:terminar"
    r"|acabar|hablar|contarle)|ya (?:se lo |le |te )?(?:dije|había dicho|hab[ií]a contado)\W*$"
    r"|ya voy|usted (?:pregunta|todo lo|sí que|qué)|esp[eé]re(?:se|me) (?:que|a que)"
    r"|(?:¿ ?)?(?:lo |me )?está (?:usted )?(?:apuntando|escribiendo|anotando|riendo|oyendo)"
)


def is_to_the_agent(sentence: str) -> bool:
    """Say whether ``sentence`` is only a remark at the agent."""
    said = sentence[:600].lower().replace("\u2019", "'")
    if len(said.split()) > _LONGEST or not compiled(rf"{_LEAD}(?:{_REMARKS})").search(said):
        return False
    return not (is_planned(sentence) or has_name(sentence))
