"""With which words agents ask for names, in English and Spanish. Data, no rules."""

from chalicelib.names.pattern import Pattern

_KIND = (
    r"(?:(?:full(?: legal)?|legal|first|last|family|given|own|whole|good|beautiful)"
    r"(?: and (?:last|family))? )?"
)
OWN = Pattern(
    rf"\byour {_KIND}(?:sur)?names?\b|\bname,? please"
    r"|^(?:and |y )?(?:(?:the|a|el|su|un) )?(?:(?:full|last|first|given|family) )?name$"
    r"|\b(?:tell|note|say|ask|know)(?: \S+)? who (?:called|rang)$|\bwho(?:'s| is| will| should"
    r"| shall| do| can)? (?:\S+ ){1,4}"
    r"(?:ask for|registered to|registered under)$|^(?:the )?name (?:as|on|for|under) (?:it|the"
    r"|this|your)\b"
    r"|^(?:y )?(?:(?:el|su|tu|un) )?nombre(?: completo| y apellidos?)?$|^first and last names?$"
    r"|\bthe (?:(?:last |family |first )name|surname) (?:on|for|of)\b"
    r"|\bthe name on (?:the|your) (?:contract|account|card|file|policy|booking|order|bill|lease)\b"
    r"|\b(?:el|los|qu[eé]) (?:dos )?apellidos?\b"
    r"|\bel nombre del? (?:la )?(?:titular|soci[oa]|cliente|clienta|paciente|reserva|cita|pedido)\b"
    r"|\bwhom? (?:am i|do i have|is (?:this$|on the (?:line|phone)|(?:calling|speaking)(?=$"
    r"| please| today| now))|i am"
    r"|i'm)\b|\bwho's (?:this|(?:that |there )?calling|(?:that )?speaking|on the (?:line|phone))"
    r"(?=$| please| today| now)|\bwho(?:'s| is) (?:this|that)(?: calling| speaking)?(?: then"
    r"| please)?$"
    r"|^and you(?:rs|rself)?$|\bwho are you\b|\band (?:you are|it is|your name is|that is)$"
    r"|\bmay i ask who\b"
    r"|\bname (?:for|on|under|to put on) (?:the|this|that|your) \w{1,20}(?: \w{1,20})?$"
    r"|\b(?:what|which|whose) (?:first |last |full )?name(?: and (?:address|number"
    r"|phone(?: number)?))?"
    r" (?:is (?:on|under) the|(?:is|was|should|shall|can|may|will|would|does|do) (?:it|that|this"
    r"|i|we"
    r"|the \w{1,20}|your \w{1,20}) (?:be )?(?:under|on|in|for|put|use|write|have|go"
    r"|book(?:ed)?)\b)"
    r"|\b(?:what|which|whose) name (?:goes|should go|would you like|do you want) (?:on|in|under)\b"
    r"|\bwhom? (?:should|shall|do|can) (?:they|we|i|he|she) ask for\b"
    r"|\bunder (?:what|which|whose) name\b|\b(?:a|en|bajo) (?:nombre de qui[eé]n|qu[eé] nombre)\b"
    r"|\bwho(?: have|'ve) i got\b|\bintroduce yourself\b"
    r"|\b(?:y )?usted (?:es|se llama)$|\bwhat(?:'s| is| was) the (?:last |family |sur)?name$"
    r"|\bwhom? (?:should|shall|can|do|may|could) (?:i|we) (?:say|list|tell)\b"
    r"|\bwhom? (?:should|shall|can|do|may|could) (?:i|we) (?:put|book|write|leave"
    r"|make)(?: \S+){0,3} (?:under|out to|down)\b"
    r"|\b(?:the|your) forename\b|\b(?:correct|right) name$|\bnombre correcto\b"
    r"|\bsegundo apellido\b|\bde parte de qui[eé]n\b"
    r"|\b(?:should|shall|may|can|could|do|would you like me to|to) (?:i |we )?(?:call"
    r"|address) you\b(?! (?:back|at|on|in|to|when|if|once|after|before|between|about|with|from|for"
    r"|and|later|again|tomorrow|tonight|this|next|the|as|right|by \w{1,20}day|any ?time)\b)"
    r"|\b(?:have|get|take|need|ask|put|for) an?(?: last| first| full)? ?(?:sur)?name\b"
    r"|\bneed (?:the|your) (?:parent|guardian|customer|caller|owner|patient|tenant"
    r"|account holder)'s (?:full )?name\b"
    r"|\b(?:necesito|d[eé]me|me (?:da|dice|puede dar)|tomo|tomarle) (?:\S+ ){0,2}"
    r"(?:sus|tus) datos\b"
    r"|\byou like to be called\b|\b(?:they|people|everybody|everyone) call you$|\b(?:un"
    r"|alg[uú]n) nombre\b"
    r"|\b(?:su|tu) (?:nombre|apellido)\b|\b(?:sus|tus) (?:dos )?apellidos\b"
    r"|\bc[oó]mo (?:se llama(?: usted)?|te llamas)$"
    r"|\b(?:con )?qui[eé]n (?:hablo|tengo el gusto|(?:nos |me )?(?:habla|llama|escribe|contacta)"
    r"|es usted|eres)\b|\busted qui[eé]n es\b"
    r"|\bel nombre que (?:pone|aparece|figura|sale|est[aá]|tiene|viene)\b"
    r"|^(?:le|lo|la|te) (?:digo|llamo|puedo (?:decir|llamar))\b"
    r"|\bc[oó]mo (?:\S+ ){0,3}(?:le|lo|la|te) (?:llame|llamen|llamo|digan|diga|digo)\b"
)
# Whom somebody will meet or speak to: mostly the caller, who says so, or is then called so.
ROLE = Pattern(
    r"\bwho(?:m|'s|'ll|'ve)?(?: (?:is|will|should|shall|do|can|am|are|would|have|has|did|does|may"
    r"|might|to|he|she|they|we|i|it|you|the \w+|our \w+|my \w+|that|this|be|going|say|says|said"
    r"|called|looking)){0,5} (?:(?:ask|ask(?:ing)?|look(?:ing)?) for|meet(?:ing)?|in\b|there|home"
    r"|bring(?:ing)?|(?:pick|drop)\w* (?:\w+ )?(?:up|off)|collect(?:ing)?|sign(?:ing)?|open(?:ing)?"
    r"|let\b|book(?:ing)?|mak(?:e|ing)|pay(?:ing)?|confirm|say|called|expect(?:ing)?|calling"
    r"|put it under|speak(?:ing)?|talk(?:ing)? to|address"
    r"|deal(?:ing)? with)\b"
    r"|\b(?:under|in) (?:whose|what|which) name\b|\bwhose (?:name|account|order|booking)\b"
    r"|\bqui[eé]n(?: (?:lo|la|los|las|le|nos|me|se|va|viene|vendr[aá]|es|est[aá]|a|al|con"
    r"|que)){0,4} "
    r"(?:trae|traen|recoge|recoger|recibe|recibir|abre|abrir|atiende|atender|estar|paga|firma|viene"
    r"|confirma|encarga|pide|reserva|retira|retirar|espera|recogerl[oa]|busca|buscar|manda|deja)"
    r"|\b(?:a|con|por|para) qui[eé]n(?: (?:le|lo|la|se|les|debo|puedo|tengo)){0,2} (?:confirm\w+"
    r"|avis\w+|pregunt\w+|entreg\w+|busc\w+|es|va|dej\w+|mand\w+|llam\w+|hago|dirij\w+|anot\w+"
    r"|apunt\w+|pongo|ser[ií]a)\b"
)
AND_YOURS = Pattern(r"\b(?:and|y) (?:yours|your own(?: name)?|el suyo|el tuyo)$")
OF_SOMEBODY = Pattern(
    r"\b(?:his|her|their|its) (?:\w+ )?(?:last |first |full )?names?\b",
    r"|\b(?!what|who|that|it|let|parent|guardian|customer|caller|owner|patient|tenant|holder"
    r"|cardholder|member|guest|client)[a-z]{1,20}'s (?:last |first |full )?names?\b",
)
ABOUT_IT = Pattern(
    r"\byour name (?:is|was|means?|comes?|came)\b(?!$)"
    r"|\b(?:gave|chose|picked|choose|named|mean|(?<!i )(?<!we )put)\b"
    r"|\b(?:era|significa|viene|puso|pusieron)\b"
)
WANTS = Pattern(
    r"^(?:and )?is your\b|^your (?:\w+ )?(?:sur)?names?\b(?! (?:is|was)\b)"
    r"|\b(?:what|what's|who|who's|whom|how|may|might|can|could|would|will"
    r"|tell|just|necesito|give|have|get|please|and|say|need"
    r"|which|whose|qu[eé]|cu[aá]l|c[oó]mo|catch|caught|missed|hear|me|dice|diga|da|d[eé]|puede"
    r"|podr[ií]a|regala|y"
    r"|qui[eé]n|favor|sus?|tus?|das|dame|deme)\b|^(?:and |y )?(?:(?:the|el|su"
    r"|first and last|the given|the family) )?(?:names?|nombre)\b"
)
FIRST = Pattern(r"\bforename\b|\b(?:first|given) name\b|\bnombre de pila\b")
FULL = Pattern(r"\b(?:first|full|nombres?) (?:name )?(?:and|y|&) |\bnombre completo\b")
NAME = Pattern(r"\b(?:names?|nombres?|apellidos?|surname)\b")
SECOND = Pattern(r"\b(?:segundo|otro) apellido\b|\bapellido materno\b")
SPELLING = Pattern(r"\bpronounce|\bspell|\bdeletre|\bse escribe\b")
ANOTHERS = Pattern(
    r"\b(?:who|whom|whose|who's|names?|named|called|call|quien|qui[eé]n(?:es)?|llam\w{1,6}"
    r"|nombres?|puso|pusieron)\b"
)
CALL = Pattern(
    r"\b(?:call|address) (?:you|them)\b|\bprefiere que (?:le|lo|la) (?:diga|llame)\b|\b(?:be"
    r"|are you|get) called\b|\b(?:llame|llamen|llamo|digan|diga)\b"
)
CUT_OFF = Pattern(
    r"\b(?:(?:could|may|can|might|would) (?:i|you)(?: \S+){0,4}|(?:what|who)(?:'s| is| are| was)?"
    r"(?: your| the)?(?: \S+)?|please|su|me podr[ií]a(?: \S+){0,3})$"
)
