"""The agent's question that an answer needs, and only that: never its guesses. No I/O."""

from collections.abc import Iterable, Sequence

from chalicelib.answers import affirms, chooses, fills, says_more
from chalicelib.asking_clause import asking_clause
from chalicelib.echo import Words, recites
from chalicelib.patterns import compiled
from chalicelib.presumed import is_denied
from chalicelib.sentences import is_question
from chalicelib.ways_to_ask import MOST, TOPIC, found, is_inverted, is_open

_GUESS = (
    r"^\W*(?:(?:and|but|well|oh|y|pero)\W+)?(?:so\W|then you|entonces\b|así que\b|o sea\b"
    r"|de modo que\b|me imagino\b|supongo\b|seguro que\b)|,\s*(?:then|right|no|verdad|i take it"
    r"|i suppose|i guess|correct|(?:isn't|wasn't|didn't|don't|aren't|weren't) \w+)\W*$|¿(?:no"
    r"|verdad|cierto)\?\W*$|\bi take it\b"
)
_UNDERSTOOD = (
    r"^\W*(?:i (?:understand|see|gather|hear)|veo|entiendo|tengo (?:anotado|entendido)"
    r"|me dicen)\b"
)
_SERVICE = (
    r"\b(?:shall (?:we|i)|should (?:we|i)|would you (?:like|rather|prefer|care) to (?:go on"
    r"|continue|start|begin|stop|talk|tell|rest|hear|pick|do|share|say|add)|(?:what|where"
    r"|which) (?:would|do|shall|story|should) (?:you|we)(?: like| want| care)? ?(?:to )?(?:talk"
    r"|begin|start|tell|put|do|discuss|share)|how (?:can|may) i|(?:can|may|could) i (?:help"
    r"|assist|ask|read|call|do|get)|could you (?:please )?(?:tell me your|repeat|spell)"
    r"|anything else|did i (?:get|hear|understand)|is (?:that|it|this|everything) (?:all right"
    r"|right|correct|okay|ok|still so|so)\b|are you (?:still )?(?:there|ready|comfortable|sure"
    r"|busy)|good time to talk|do you (?:remember|recall) (?:what|that) i|(?:okay"
    r"|all right) if (?:i|we)|do you mind|do you want (?:to|me to) (?:go on|continue|stop|start"
    r"|rest)|está (?:cómod|list|ocupad)[oa]|can you hear|will you (?:call|tell me more)"
    r"|how are you|seguimos|(?:quiere|desea|quieres|le gustaría) (?:que )?(?:seguir|continuar"
    r"|contarme|hablar|empezar|sigamos|hablemos|decirme|paremos)|de qué (?:quiere|quieres"
    r"|le gustaría)|en qué (?:puedo|le puedo)|(?:puedo|podría) (?:ayudar|preguntar)\w*|algo más"
    r"|es correcto|está bien así|me oye|sigue ahí|me lo cuenta|le parece|cómo (?:está|le va"
    r"|se siente) (?:hoy|usted))\b|how are you"
)
_YES_LAST = r"^[\w\s'-]{1,30},\s(?:yes|yeah|sí)\W*$"  # "Still there, yes."
_LONG_ANSWER = 12  # words; more of them stand without the question
_MOST_NOTES = 1_000  # the latest ones, to which a question is compared
_MOST_QUESTIONS = 5  # the latest ones
# "It's my son", "Es niña": what was asked was of somebody else.
_KIN = (
    r"sons?|daughters?|boys?|girls?|husband|wife|brothers?|sisters?|mother|father|mom|dad|niece"
    r"|nephew|hij(?:it)?[oa]s?|niñ(?:it)?[oa]s?|espos[oa]|marido|mujer|herman[oa]s?|madre|padre|sobrin[oa]"
    r"|niet[oa]"
)
_SAME = {"boy": "son", "girl": "daughter", "mom": "mother", "dad": "father", "niño": "hijo"}
_SAME |= {"niñito": "hijo", "niñita": "hija", "hijito": "hijo", "hijita": "hija"}
_SAME |= {"niña": "hija", "marido": "esposo", "mujer": "esposa"}
_PUTS_RIGHT = (
    r"^\W*(?:no\W+|oh\W+|ay\W+)?(?:it's|it is|he's|she's|es|son)(?: a| an| my| mi| una?)? "
    rf"(?P<kin>{_KIN})\b"
)


def asked(heard: Sequence[str], answer: str, notes: Iterable[Words]) -> str:
    """Return the agent's question among the sentences ``heard`` that is needed with ``answer``.

    ``""`` when there is none, when it recites one of ``notes``, or when it is a guess that the
    caller does not confirm.
    """
    notes, answer = list(notes)[-_MOST_NOTES:], answer[:MOST]
    questions = [each for each in heard if is_question(each)][-_MOST_QUESTIONS:]
    return " ".join(
        asking_clause(each, answer, notes)
        for each in questions
        if not is_service(each)
        and not recites(each, notes)
        and not _is_put_right(each, answer)
        and not is_denied(each, answer)
        and _holds(each, answer, is_alone=len(questions) == 1)
    )


def is_service(question: str) -> bool:
    """Say whether ``question`` is about the call or a courtesy: "Shall we go on?"."""
    return bool(found(_SERVICE, question))


def is_confirmed(question: str, answer: str) -> bool:
    """Say whether ``answer`` says yes to a ``question`` that can be answered so."""
    return bool(question) and not is_open(question) and affirms(answer)


def _is_put_right(question: str, answer: str) -> bool:
    """Say whether ``answer`` begins with another relative than the one ``question`` is about."""
    said = compiled(_PUTS_RIGHT).search(answer.lower().replace("\u2019", "'"))
    about = {_SAME.get(one, one) for one in compiled(rf"\b(?:{_KIN})\b").findall(question.lower())}
    return bool(said and about and _SAME.get(said["kin"], said["kin"]) not in about)


def _holds(question: str, answer: str, *, is_alone: bool) -> bool:
    if found(_GUESS, question):
        return affirms(answer)
    if found(_UNDERSTOOD, question):  # whoever goes on says it in their own words
        return affirms(answer) and len(answer.split()) <= _LONG_ANSWER
    if is_open(question):
        return True
    if affirms(answer):
        return not says_more(answer)
    is_short = len(answer.split()) <= _LONG_ANSWER
    is_piece = is_short and (fills(question, answer) or bool(found(_YES_LAST, answer)))
    is_asked = is_inverted(question) or bool(found(TOPIC, question))
    return is_asked and is_alone and (is_piece or chooses(question, answer))
