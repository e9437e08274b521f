"""The caller's name as all turns of one call have told it. No I/O."""

from dataclasses import dataclass, field

from chalicelib.names import confidence as sure
from chalicelib.names.known import Known
from chalicelib.names.name import Name
from chalicelib.names.same_person import is_form
from chalicelib.names.written import plain, title_of, without_title


@dataclass
class Hearing(Known):
    """What has been heard up to some turn, of the caller and of the agent."""

    listed: str = ""  # the one greeted, as a list has them: "Whitfield, Sarah"
    words: set[str] = field(default_factory=set)  # that the caller uttered, titles cut short
    mentioned: dict[str, str] = field(default_factory=dict)  # full names that the caller uttered
    answered: set[str] = field(default_factory=set)  # words new in answers about their own name
    stated: dict[str, str] = field(default_factory=dict)  # of those, what was said by itself
    titles: set[tuple[str, str]] = field(default_factory=set)  # with names, as they said them
    whole: str = ""  # a full name of which the caller said "that's how I'm called"
    used: dict[str, int] = field(default_factory=dict)  # how often the agent then said them

    def has_said(self, part: str) -> bool:
        """Return whether the caller has uttered ``part`` of a name, whatever its accents."""
        return title_of(part) in self.words


def heard_name(hearing: Hearing) -> Name:
    """Return the name that was heard, or the one that the caller let the agent use."""
    name, called = hearing.name, hearing.called
    if not name and called:
        full = " ".join(filter(None, (hearing.greeted or called, hearing.surname)))
        return Name(full, sure.CALLED, "said", hearing.greeted and called)
    if not name:
        return _name_used(hearing)
    called = called if plain(called) != plain(name.full) else ""
    return Name(name.full, name.confidence, name.source, called)


def _name_used(hearing: Hearing) -> Name:
    if hearing.greeted and (full := _in_full(hearing)):
        return Name(full, sure.IN_PASSING, "said")
    if hearing.greeted and hearing.listed:
        return Name(hearing.listed, sure.LISTED, "said")
    if hearing.greeted:
        return Name(hearing.greeted, sure.SPOKEN_TO, "spoken to")
    if hearing.is_refused or not hearing.used:
        return Name()
    first, times = max(hearing.used.items(), key=lambda one: one[1])
    confidence = sure.USED_ONCE if times == 1 else sure.USED_OFTEN
    return Name(hearing.mentioned[first], confidence, "used")


def _in_full(hearing: Hearing) -> str:
    """Return the full name that the caller uttered of the one who was greeted, ``""`` if none."""
    known = without_title(hearing.greeted)
    if len(known) != 1 or hearing.is_refused:
        return f"{hearing.greeted} {hearing.surname}" if known and hearing.surname else ""
    full = hearing.whole or hearing.stated.get(plain(known[0]), "")
    if full and is_form(known[0], full.split()[0]):
        return full
    return f"{hearing.greeted} {hearing.surname}" if hearing.surname else ""
