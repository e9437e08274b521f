"""The agent's question that an answer needs, and only that: never its guesses. No I/O."""

import re
from collections.abc import Iterable, Sequence

from chalicelib.echo import Words, content_words, recites
from chalicelib.patterns import compiled
from chalicelib.sentences import is_question

_BEGINNING = r"^\W*(?:(?:and|but|well|oh|so|then|or|now|y|pero|bueno|pues|ay|oiga|dígame)\W+){0,3}"
_OPEN = (
    r"(?:(?:(?:to|with|from|for|at|in|by|of|on|a|de|con|en|por|para|desde|hasta)\s+)?(?:what"
    r"|whom?|whose|when|where|which|why|how|qu[eé]|qui[eé]n(?:es)?|c[oó]mo|cu[aá]ndo|d[oó]nde"
    r"|cu[aá]l(?:es)?|cu[aá]nt[oa]s?|ad[oó]nde)\b)"
)
_INVERTED = (
    r"(?:(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|may|might"
    r"|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|won't|wouldn't"
    r"|couldn't)\b|¿)"
)
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
_DENIED = (
    r"(?:^|[.!?,;…]\s)[\s\W]*(?:(?:oh|well|good lord|god|lord|heavens|ay|uy|pues|bueno"
    r"|ah|and|but|y|pero)\W+)*(?:no|nope|nah|never|not|hardly|nothing|nobody|none|neither|no one"
    r"|qué va|nunca"
    r"|jamás|tampoco|para nada|qué esperanzas|nada|nadie|ningun[oa])\b|\b(?:i|he|she|it|we|they"
    r"|you) (?:did|was|were|do|does|have|had|am|is|are)(?: not|n't)\b|\b(?:didn't|wasn't"
    r"|weren't|isn't|doesn't|don't|ain't)\b|, no\b|\bno, no\b|\bwrong\b|^\W*\w+ no[.,;]"
    r"|^\W*(?:that's (?:my|our) business|none of your|i'd rather not|prefiero no|eso es cosa mía)\b"
)
_AFFIRMED = (
    r"^\W*(?:(?:oh|well|ah|ay|uy|pues|bueno|ha|why)\W+)*(?:yes|yeah|yep|yup|sure|of course"
    r"|right|exactly|indeed|certainly|absolutely|that's right|mhm|uh-?huh|aye|ya|sí|si|claro"
    r"|así es|exacto|cómo no|you bet|i'll say|and how|por supuesto|desde luego|ajá|cierto|(?:i"
    r"|he|she|it|we|they"
    r"|there) (?:did|do|does|am|was|is|were|are|have|had|has|would|could)(?=\W*(?:$"
    r"|[.,;!])))(?!\w)"
)
_GUESS_BEHIND = r",\s(?!(?:and|or|no|not|any|y|o|sin)\b)(?:[\w'-]+\s){0,3}[\w'-]+\?\W*$"
_NOTE_BEHIND = r"\s(?:with|about|after|since|con|por|despu[eé]s de|desde)\s[^,?]{3,40}\?\W*$"
_STEM = 5  # letters by which "mareo" and "mareos" are one
_WHERE_ANSWERED = 100  # characters within which an answer says yes or no
_LONG_ANSWER = 12  # words; more of them stand without the question
_MOST = 600  # characters of a question and of an answer that are looked at
_MOST_NOTES = 1_000  # the latest ones, to which a question is compared
_MOST_QUESTIONS = 5  # the latest ones


# "It's my son", "Es niña": what was asked was of somebody else.
_KIN = (
    r"sons?|daughters?|boys?|girls?|husband|wife|brothers?|sisters?|mother|father|mom|dad|niece"
    r"|nephew|hij[oa]s?|niñ[oa]s?|espos[oa]|marido|mujer|herman[oa]s?|madre|padre|sobrin[oa]"
    r"|niet[oa]"
)
_SAME = {"boy": "son", "girl": "daughter", "mom": "mother", "dad": "father", "niño": "hijo"}
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
    notes = list(notes)[-_MOST_NOTES:]
    questions = [each for each in heard if is_question(each)][-_MOST_QUESTIONS:]
    return " ".join(
        _without_guess(each, answer[:_MOST], notes)
        for each in questions
        if not is_service(each)
        and not recites(each, notes)
        and not _is_put_right(each, answer[:_MOST])
        and _holds(each, answer[:_MOST], is_alone=len(questions) == 1)
    )


def _without_guess(question: str, answer: str, notes: Sequence[Words]) -> str:
    """Return an open question without the guess or the note that it ends with.

    "What does she play, volleyball?" "How is your mother with the dizziness?"
    """
    if not _is_open(question):
        return question
    guess = compiled(_GUESS_BEHIND).search(question)
    if guess and not _affirms(answer):
        return question[: guess.start()] + "?"
    note = compiled(_NOTE_BEHIND).search(question)
    words = _stems(content_words(note[0].split(maxsplit=1)[1])) if note else set()
    is_noted = bool(words) and any(words <= _stems(told) for told in notes)
    is_taken_up = not words.isdisjoint(_stems(content_words(answer)))
    return question[: note.start()] + "?" if note and is_noted and not is_taken_up else question


def _stems(words: Words) -> set[str]:
    return {word[:_STEM] for word in words}


def is_service(question: str) -> bool:
    """Say whether ``question`` is about the call or a courtesy: "Shall we go on?"."""
    return _found(_SERVICE, question)


def is_confirmed(question: str, answer: str) -> bool:
    """Say whether ``answer`` says yes to a ``question`` that can be answered so."""
    return bool(question) and not _is_open(question) and _affirms(answer)


def _is_put_right(question: str, answer: str) -> bool:
    """Say whether ``answer`` begins with another relative than the one ``question`` is about."""
    said = compiled(_PUTS_RIGHT).search(answer.lower().replace("\u2019", "'"))
    about = {_SAME.get(one, one) for one in compiled(rf"\b(?:{_KIN})\b").findall(question.lower())}
    return bool(said and about and _SAME.get(said["kin"], said["kin"]) not in about)


def _holds(question: str, answer: str, *, is_alone: bool) -> bool:
    if _found(_GUESS, question):
        return _affirms(answer)
    if _found(_UNDERSTOOD, question):  # whoever goes on says it in their own words
        return _affirms(answer) and len(answer.split()) <= _LONG_ANSWER
    if _is_open(question):
        return True
    if _found(_BEGINNING + _INVERTED, question):
        is_short = len(answer.split()) <= _LONG_ANSWER
        return _affirms(answer) or (is_short and is_alone and not _denies(answer))
    return _affirms(answer)


def _is_open(question: str) -> bool:
    if _found(_BEGINNING + _OPEN, question):
        return True
    # ", como dijo": without an accent it asks nothing, nor does ", who is ill" behind "Did".
    asks = re.sub(r"\[\w([éóá])\]", r"\1", _OPEN)
    is_inverted = _found(_BEGINNING + _INVERTED.replace("|¿", ""), question)
    return not is_inverted and _found(rf"[,:;]\s+¿?(?:and |y )?{asks}", question)


def _affirms(answer: str) -> bool:
    return _found(_AFFIRMED, answer[:_WHERE_ANSWERED]) and not _denies(answer)


def _denies(answer: str) -> bool:
    return _found(_DENIED, answer[:_WHERE_ANSWERED])


def _found(pattern: str, words: str) -> bool:
    return bool(compiled(pattern).search(words[:_MOST].lower().replace("\u2019", "'")))
