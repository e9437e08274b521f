"""What a thread is about: the stems of its words that say something. No I/O."""

import re
from dataclasses import dataclass
from functools import cache

from chalicelib.sentences import sentences
from chalicelib.time_to_come import CALENDAR

ENOUGH_TOPIC = 2  # words that say what it is about
_DISTINCTIVE = 6  # letters of a stem that few other words share
_SHORTEST_WORD = 3
_LONGEST_STEM = 7
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(r"(?:ations?|iendo|ando|ings?|aron|ieron|an|en|ed|es|s|ar|er|ir|e|a|o)$")
_ACCENTS = str.maketrans("áéíóúü", "aeiouu")
# Words that many threads share; alone they don't tell one from another.
_COMMON = (
    "mother father brother sister husband daughter children grandmother grandfather grandson "
    "family "
    "neighbor cousin parents church school kitchen house doctor hospital picture number morning "
    "evening afternoon summer winter minute English Spanish money telephone phone "
    "hermano hermana abuela abuelo esposo familia vecino escuela iglesia cocina teléfono"
)
_SAYS_NOTHING = frozenset(
    "about after again agent another anyway anybody been before better both bring brought business "
    "call called calling calls come comes coming could couple couldn didn does doing don't done "
    "down "
    "even ever every everything fifth find first four from gave gets getting give given going "
    "gonna "
    "gotta good great have haven having hear heard here hold hope hour hours into it's just "
    "keep know "
    "last later leave left like list little long look looked made mail make maybe mean month more "
    "morning most much must need never next nice night nothing okay once only ought other over "
    "people place please promise promised pretty probably rather read ready really remind right "
    "ring "
    "said same save says second send should show some somebody someone something sometime soon "
    "sorry "
    "start still story such sure take talk tell telling than thank thanks that that's them then "
    "there "
    "these they thing things think this those thought three till time times today told tonight "
    "tomorrow took until very wait waiting want wanted wants week weeks well went were what when "
    "where which while whole will wish with without won't would write wrote year years yeah yes "
    "yesterday your you're "
    "the and you for was are but not had has his him her she our out one two who all any can "
    "did get got how "
    "its let may new now off old own put say see too use way why yes yet day man boy big ago "
    "far few set ask "
    "lot bit sir than ten six been i'll i'm i've he's she's it'll we'll they'll you'll gonna "
    "maybe whole "
    "person seven eight nine eleven twelve hundred sixty seventy eighty ninety fifty forty "
    "thirty twenty "
    "nineteen sing hour dear work works also well kind sort guess hear ever thank hello bye "
    "goodbye "
    "que los las una uno por con del más muy sin sus fue era son ser año años día vez hoy ayer "
    "ese esa eso aún así dos "
    "tres mil fin hay han has mis tus les nos ahí vio dio pues mas ella ustedes nada hablo "
    "hablamos llamo mando busco "
    "traigo leo digo pido ver cosa cosas ánimo estar mijo dios ya va "
    "ahora algo algún aquí aunque ándale antes bien bueno buscar buenas cada casa claro como "
    "cómo contar "
    "contarle contaré contarte cual cuando cuento cuéntame decir debe debo desde después dice "
    "digo dile "
    "donde días ella ellos entonces esas eso esos esta está estaba estar este esto estos estoy "
    "favor fuera "
    "gracias gusto hablar hace hacer hágame haría hasta hija historia hombre larga llamar llame "
    "luego mande "
    "mandar mandarle mañana mejor menos mensaje mija mira mire mismo muchas mucho nada necesito "
    "nosotros nunca "
    "oiga otra otro para pedir pero platico porque poco puede pues puso próxima queda quedó "
    "quede quien "
    "quiere quiero quisiera recuérdeme recuérdemelo saber semana señor señora señorita siempre "
    "siga sobre "
    "sola solo sólo somos también tarde tengo tenemos tiene tienen tiempo toda todas todavía "
    "todo todos "
    "traer unos unas usted ustedes vamos vaya veces venga verdad viene voy ver".split()
)


@dataclass(frozen=True)
class Topic:
    """What a thread is about: stems of its words, and which of them are somebody's name."""

    stems: frozenset[str]
    names: frozenset[str]
    days: frozenset[str]

    def is_surely_in(self, shared: frozenset[str]) -> bool:
        """Tell if ``shared`` stems leave no doubt."""
        is_told_apart = any(
            (len(stem) >= _DISTINCTIVE or stem in self.names) for stem in shared - _common()
        )
        return len(shared) >= ENOUGH_TOPIC or is_told_apart or shared == self.stems


def topic_of(thread: str) -> Topic:
    """Return what ``thread`` is about."""
    inside = [word for sentence in sentences(thread) for word in _WORD.findall(sentence)[1:]]
    names = " ".join(word for word in inside if word[0].isupper())
    return Topic(stems(thread), stems(names), days(thread))


def stems(words: str) -> frozenset[str]:
    """Return the stems of those of ``words`` that say what they are about."""
    lower = (word.lower() for word in _WORD.findall(words))
    return frozenset(
        _ENDINGS.sub("", word.translate(_ACCENTS))[:_LONGEST_STEM]
        for word in lower
        if len(word) >= _SHORTEST_WORD and word not in _SAYS_NOTHING and word not in CALENDAR
    )


def days(words: str) -> frozenset[str]:
    """Return the days and months that are named in ``words``."""
    return frozenset(word for word in _WORD.findall(words.lower()) if word in CALENDAR)


@cache
def _common() -> frozenset[str]:
    return stems(_COMMON)
