"""The beginning of a call: how it finds the caller, and what they say to whoever answers. No I/O.

"I'm in the car", "you again", "turn that down", "in English today": told by how it is put, and by
nothing in it that lasts. English and Spanish.
"""

from chalicelib.patterns import compiled
from chalicelib.sentences import is_question
from chalicelib.small_talk.lasting import is_planned, lasts, tells_of_kin
from chalicelib.small_talk.leading_over import leads_over
from chalicelib.small_talk.life import has_name

_LONGEST = 18  # words
_LEAD = (
    r"^\W*(?:(?:well|oh|so|no|yes|yeah|hey|hi|hello|ok|okay|now|and|but|sorry|ah|look|listen|ay|sí"
    r"|bueno|pues|mire|oiga|es que|y|ya|señorita|dear|honey|hola)\W+){0,4}"
)
_I_AM = (
    r"(?:i'm|im|i am|we're|[\w']+'s got me) (?:just |only |all |still |right |out |not |so "
    r"|kind of )*(?:in (?:the (?:car|truck|yard|garden|bath\w*|tub|kitchen|middle|checkout|line"
    r"|store)|line|traffic|bed|my (?:\w+ )?(?:robe|bathrobe|pajamas|slippers|car|truck|chair"
    r"|nightgown)|a hurry|church)|at (?:work|the (?:store|table|sink|stove|bank|register))|under"
    r"|elbow|halfway|out of breath|stuck|hiding|on (?:my (?:way|feet|break|lunch)|the (?:bus|porch"
    r"|toilet|train|road|couch|ladder))|outside|inside|home|here|next door|upstairs|downstairs"
    r"|(?!calling|telling|moving|selling|retiring|marrying|expecting|writing|living|working"
    r"|getting|having|losing|going to|taking|thinking of|trying|looking for|suing"
    r"|starting)\w+ing\b|thumbs|cross|busy|late|awake|up|dressed|alone|cold|hot|grumpy|mad|nervous"
    r"|ready|propped|back)\b|i've got (?:my|both) (?:hands|mouth|arms|feet)|you caught me"
    r"|you got me|i just (?:walked|got|sat|came|woke|stepped)|i was just (?:about|going|thinking)"
)
_ESTOY = (
    r"(?:estoy|ando|aquí (?:ando|estoy|me tiene|esper\w+|sentad\w+)|ya estaba"
    r"|estaba) (?:\w+ ){0,2}(?:en|aquí|junto|sentad[oa]|corriendo|ocupad[oa]|fuera|afuera"
    r"|manejando|\w+ndo)\b|aquí (?:esper\w+|ando|estoy)|(?:le|te) hablo (?:a|bajito|quedito|rápido"
    r"|de)|me agarró|no me vaya|deme chance|(?:qu[ií]t|b[aá]j|c[aá]ll|v[eé]t|s[uú]b|d[eé]j)(?:a|e"
    r"|ate|ese|en|enle|ele|ense)\b|está (?:brincando|ladrando|pitando|\w+ndo)"
)
_YOU = (
    r"you (?!could|sent|charged|spelled|said|were|had|lost|told me|made me|gave|took|broke"
    r"|people should)\w+|you(?:'re|'ve|'d)\b|you again|you there|usted (?:siempre|otra|nunca|habla"
    r"|suena|es)|parece usted|(?:a )?todo(?: el)? mundo (?:se )?l[eo]"
)
_BIDS = (
    r"(?:turn|get|leave|hold|give me|let (?:me|go)|hush|stop (?:it|that)|quit (?:it|that)"
    r"|come (?:here|down|in)|sit|stay|shut|close|speak|talk|keep (?:it|that|your)|go (?:on|away"
    r"|ahead|sit)|move|drop|quiet|do not|don't(?! (?:call|ring|write|send|put|mail|come|knock|park"
    r"|use|eat|take|have|know|think|need|want|remember|like|hear|see|smoke|drink|drive)))\b"
)
_REFUSES = (
    r"i(?:'d rather not| would rather not| don't (?:give|tell|think so|see why|sell)| won't (?:say"
    r"|give|tell)|'m not (?:telling|giving|saying))|(?:that's )?none of your|i don't do names"
    r"|my name's my own|mi nombre no se|not something i|that's for me|eso no se lo|no (?:le"
    r"|se lo) (?:doy|digo|pienso)|what's it to you|s?he (?:didn't|never|did not) say (?!\w+ (?:was"
    r"|died))"
)
_SET_UP = (
    r"i(?:'ve| have)? never (?:talked|spoken|used|done|called|tried)\b.{0,20}\b(?:one|these|this"
    r"|machine|computer|robot)|i (?:pushed|pressed|hit|dialed) |my fingers|(?:the|they) (?:girl "
    r"|lady |man |recording )?(?:said|told me|put me|had me|have me) (?:to (?:press|push|hold|wait"
    r"|call|talk)|through|on hold)|(?:i've |i have |i was )?(?:been )?(?:on hold|holding"
    r"|listening to|waiting)\b|that music|this (?:would|will|thing)|i heard you|i know what"
    r"|i can(?:'t|not) (?:see|find|reach|work|hear) (?:the (?:button|phone|screen|number)|you"
    r"|these|this)|i (?:almost|nearly) |i was there for|that was (?:quick|fast)"
    r"|that's (?:a mouthful|what it says|how)|it's (?:that|the|one of|a|your) (?:\w+ )?(?:thing"
    r"|computer|lady|machine|people|robot|call|recording)|it's (?:for me|me again)"
    r"|speak(?:er)? (?:after|up)|what is it you"
)
_ALWAYS = (
    r"no need to|it's (?:me again|only me|nobody)|you people (?!.*\b(?:my|me)\b)|you took your"
    r"|it's (?:the|that) (?:\w+ )?(?:lady|computer|robot|machine)|that's (?:what they call"
    r"|not something)|nos (?:está oyendo|oye)|qué voz|aquí nom[aá]s|me (?:sacó|pescó|encontró) "
    r"|you can (?:be quiet|stop|skip|hang|go)\b|usted siempre|me agarró|i never (?:talked"
    r"|spoke) to (?:one|a (?:machine|computer|robot))|(?:i )?wasn't sure (?:this|it) would"
)
_SOMEBODY = (
    r"(?:s?he|they|it)(?:'s|'re| is| are) (?:\w+ )?(?:up on|on the|listening|right here|beside"
    r"|here|sleeping|asleep|napping|barking|at it|at the (?:door|table|counter|stove|window)"
    r"|making|talking|in the (?:tub|shower|yard|car|kitchen|bath\w*))\b"
    r"|[^.]{0,60}\b(?:(?:on )?the (?:other )?(?:extension|other (?:phone|line))|can hear you"
    r"|because (?:s?he's|it's|they're) (?:asleep|sleeping)|thinks (?:s?he|it) (?:pays|owns|runs))\b"
)
_TONGUE = (
    r"[^.]{0,40}\b(?:in|do|try|stick (?:with|to)) (?:english|spanish)\b|(?:english"
    r"|spanish) (?:today|please)|[^.]{0,40}\ben (?:español|inglés|castellano)\b"
    r"|[^.]{0,20}\bel inglés (?:lo|no)\b"
)
_FOR_GOOD = r"\b(?:from now on|always|de aquí en adelante|siempre|en adelante|lo mío|my language)\b"
_KINDS = (_ESTOY, _YOU, _BIDS, _SOMEBODY)


def is_of_the_beginning(sentence: str) -> bool:
    """Say whether ``sentence``, one of a caller's first, is said to the call and of the moment."""
    said = sentence[:600].lower().replace("\u2019", "'")
    if _found(rf"{_LEAD}(?:{_TONGUE})", said):
        return not _found(_FOR_GOOD, said)
    if len(said.split()) > _LONGEST:
        return False
    if _found(rf"{_LEAD}(?:{_ALWAYS}|{_REFUSES})", said):
        return True
    return not is_planned(sentence) and not tells_of_kin(sentence) and _is_said_to_it(sentence)


def _is_said_to_it(sentence: str) -> bool:
    said = sentence[:600].lower().replace("\u2019", "'")
    if leads_over(said):
        return False
    if _found(rf"{_LEAD}(?:{_SET_UP}|{_I_AM})", said):
        return True
    if is_question(sentence) and _found(r"\b(?:we were|were we|(?:do|did|was) i)\b", said):
        return True
    is_told = is_question(sentence) or any(_found(rf"{_LEAD}(?:{kind})", said) for kind in _KINDS)
    return is_told and not (lasts(sentence) or (has_name(sentence) and not is_question(sentence)))


def _found(pattern: str, said: str) -> bool:
    return bool(compiled(pattern).search(said))
