"""Who speaks, as ElevenLabs' analysis of the call says in the items of ours. No I/O.

`make connect` gives an agent these data collection items; an agent that was set up otherwise has
none of them, and whoever calls it is known by what was said alone (docs/elevenlabs-setup.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from chalicelib.conversation import Collected
from chalicelib.names.written import plain, plausible_name, plausible_nickname

NAME, GOES_BY, WHO = "speaker_name", "speaker_goes_by", "speaker_is"
ALONE, ANOTHERS = "speaker_alone", "number_is_anothers"
ITEMS = frozenset({NAME, GOES_BY, WHO, ALONE, ANOTHERS})

# What `speaker_is` may be.
GREETED, RENAMED, ANOTHER = "greeted", "renamed", "somebody_else"
FIRST_HEARD, NOBODY = "first_heard", "nobody"
WAYS = (GREETED, RENAMED, ANOTHER, FIRST_HEARD, NOBODY)


@dataclass(frozen=True)
class Analysed:
    """What the analysis says of who speaks."""

    who: str  # one of WAYS
    full: str = ""  # the full name, as they put it
    called: str = ""  # how to greet them the next time
    is_alone: bool = False  # they said that nobody else calls from their number any more
    is_borrowed: bool = False  # they said that the telephone is another's

    @property
    def is_another(self) -> bool:
        """Whether somebody else speaks than the one whom the agent greeted or asked for."""
        return self.who == ANOTHER


def read_analysis(collected: Iterable[Collected]) -> Analysed | None:
    """Return what the items of ours say, None where they were not collected.

    Somebody else's items of the same names do not count: they have no ``speaker_is`` of ours.
    """
    values = {one.item: one.value for one in collected if one.item in ITEMS}
    if (who := values.get(WHO, "").lower()) not in WAYS:
        return None
    return Analysed(
        who=who,
        full=_without_initials(plausible_name(values.get(NAME, ""))),
        called=plausible_nickname(values.get(GOES_BY, "")),
        is_alone=values.get(ALONE) == "yes",
        is_borrowed=values.get(ANOTHERS) == "yes",
    )


def _without_initials(full: str) -> str:
    """Return ``full`` without single letters, where two whole names are left."""
    words = [word for word in full.split() if len(plain(word)) > 1]
    return " ".join(words) if len(words) > 1 else full
