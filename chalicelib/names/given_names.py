"""By which of their names somebody is called, where it is not the first alone. No I/O.

José Luis Arvizu is José Luis, and Liu Xiaoming, who says that Liu is the family name, is Xiaoming.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from chalicelib.conversation import Turn
from chalicelib.names.asking import ADDRESSING, read_question
from chalicelib.names.goes_by import will_do
from chalicelib.names.name import Name
from chalicelib.names.pieces import is_lower_case, plain_words
from chalicelib.names.same_person import is_given
from chalicelib.names.written import is_particle, is_title, plain, without_title

_TWO = 2
# What Spanish speakers are given for a second name, beside those that have a short form.
_SECOND = frozenset(
    "adriana agustin alba alberto alejandra alejandro alfonso ana andrea andres angel angeles "
    "antonia antonio arturo beatriz carlos carmen cecilia cristina daniel dario david eduardo "
    "elena "
    "enrique ernesto esteban eugenia fernanda fernando gabriel gabriela guadalupe hugo ignacio "
    "ines "
    "isabel ivan javier jesus joaquin jorge jose juan julia julio laura leticia lucia luis luisa "
    "luz manuel marcela margarita maria mario marta martin mercedes miguel milagros mercedes "
    "monica "
    "nicolas olga pablo patricia paula pedro pilar rafael ramon raquel raul ricardo roberto rocio "
    "rosa rosario sara sebastian sofia soledad susana teresa valentina veronica vicente victor "
    "virginia ximena yolanda dary edith elvira emilia esperanza fatima gloria graciela hernan "
    "irene "
    "jairo janeth josefina liliana lorena lourdes maribel marina marisol milena nelly noemi piedad "
    "rebeca ruth stella inmaculada concepcion dolores encarnacion remedios nieves viviana yamile "
    "yaneth felipe guillermo gustavo hector ismael leonardo lorenzo manuela marcos mateo octavio "
    "omar orlando oscar ramiro rene rodolfo rodrigo ruben salvador samuel santiago santos saul "
    "simon tomas valeria wilson isela esther estela fabiola flor gladys ivonne jazmin karina "
    "leonor "
    "lidia lucero magdalena maritza mayra mireya nancy natalia nidia norma olivia paola rosalia "
    "sandra silvia soraya tatiana vanessa yesenia alexander alexis dale ray lee lou sue mae "
    "wayne ann "
    "anne jo joe jean jane lynn kay beth rose marie earl gene bob ellen faye".split()
)


def by_given_names(name: Name, turns: Sequence[Turn]) -> Name:
    """Return ``name`` with what its bearer is called, as ``turns`` show it."""
    words = name.full.split()
    if len(words) < _TWO or name.called or is_title(words[0]):
        return name
    if _is_family_name(words[0], turns):
        return replace(name, called=" ".join(words[1:]))
    at = next((at for at, word in enumerate(words[1:], 1) if not is_particle(word)), 1)
    both = " ".join(words[: at + 1])
    is_given_too = is_given(words[at]) or plain(words[at]) in _SECOND or _is_wished(both, turns)
    is_more = is_given_too if len(words) > at + 1 else plain(words[-1]) in _SECOND
    is_both = is_more and _is_called(both, turns) and not _will_do(words[0], turns)
    return replace(name, called=both) if is_both else name


def _will_do(first: str, turns: Sequence[Turn]) -> bool:
    return any(turn.speaker == "caller" and will_do(turn.words, first) for turn in turns)


def _is_wished(both: str, turns: Sequence[Turn]) -> bool:
    """Return whether the caller asks to be called so: "Go by Roy Dale"."""
    wish = re.compile(rf"\b(?:by|me|am|i'm|just|it's|soy|en casa) {re.escape(plain(both))}\b")
    said = (turn.words for turn in turns if turn.speaker == "caller")
    return any(wish.search(" ".join(plain_words(words))) for words in said)


def _is_family_name(word: str, turns: Sequence[Turn]) -> bool:
    first = re.escape(word.lower())
    told = re.compile(
        rf"\b{first} is (?:my |the )?(?:last|family|sur) ?name\b|\b(?:last|family) name {first}\b"
    )
    return any(told.search(turn.words.lower()) for turn in turns if turn.speaker == "caller")


def _is_called(both: str, turns: Sequence[Turn]) -> bool:
    agents = [read_question(turn.words).spoken_to for turn in turns if turn.speaker == "agent"]
    if any(plain(" ".join(without_title(one))) == plain(both) for one in agents if one):
        return True
    spoken = re.compile(rf"(?:^| ){ADDRESSING} {re.escape(plain(both))}\b")
    lower = (turn.words for turn in turns if turn.speaker == "agent" and is_lower_case(turn.words))
    return any(spoken.search(" ".join(map(plain, words.split()))) for words in lower)
