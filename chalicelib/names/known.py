"""What is known of a caller's name at some point of a call, and what a turn adds to it. No I/O."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from chalicelib.names import confidence as sure
from chalicelib.names.asking import Question
from chalicelib.names.name import Name, kept, titled
from chalicelib.names.said import Said
from chalicelib.names.same_person import LIKE, is_given, same_person, unlike
from chalicelib.names.written import is_particle, plain, without_title

_TWO = 2
_FIRST_PIECES = 2  # of a turn, in which "it's Dot" answers a greeting
_FIRST_TURNS = 2  # of the caller's, in which "everybody calls me Bibi" answers the greeting


@dataclass
class Known:
    """What the turns up to now have told."""

    name: Name = field(default_factory=Name)
    called: str = ""  # what they asked to be called
    surname: str = ""  # while no first name is known
    is_refused: bool = False  # they would not say, or took back what they had said
    is_taken_back: bool = False  # they took back a name, as a joke or another's
    named_in: int = -1  # in which of the caller's turns the name was last said
    turn: int = 0  # of the caller's
    question: Question = field(
        default_factory=lambda: Question(greets=True)
    )  # what the agent has just asked
    greeted: str = ""  # the name with which the agent began
    begun_with: str = ""  # the same at the end of the call, also where the caller denied it
    last: str = ""  # the caller's last turn, in lower case
    told: str = ""  # the name with which it was told to begin
    repeated: str = ""  # the name, as the agent's last turn had it
    is_protest: bool = False  # the caller's last turn put the name right, or meant to
    certain: set[str] = field(default_factory=set)  # the parts that they spelled or put right
    read_back: str = ""  # the name as the agent then had it, and the caller let it
    agents: set[str] = field(default_factory=set)  # the agent's own names

    @property
    def is_another(self) -> bool:
        """Whether somebody else speaks than the one with whose name the agent began."""
        return bool(self.begun_with) and not self.greeted

    def put(self, name: Name) -> None:
        """Take ``name`` for the caller's from this turn on."""
        self.name, self.named_in = name, self.turn

    def forget(self) -> None:
        """Take back what was known: the caller has."""
        self.name, self.called = Name(), ""
        self.is_refused = self.is_taken_back = True


def take(known: Known, said: Said, *, own: bool) -> None:
    """Take up what the caller ``said`` of themself; ``own`` when their name was asked for."""
    if _tells_nothing(known, said, own=own):
        return
    is_known = bool(known.name or known.greeted)
    is_nickname = is_known and " " not in said.name and known.question.asked == "called"
    if said.how in {"called", "wish", "preferred"} or is_nickname:
        is_answer = bool(known.greeted) and known.turn < _FIRST_TURNS
        if own or said.how != "called" or known.named_in == known.turn or is_answer:
            known.called = said.name
    elif _is_surname(known, said):
        take_surname(known, said.name)
    elif full := _with_surname_known(known, said):
        known.put(Name(full, sure.ANSWERED, "said"))
    elif plain(said.name.split(maxsplit=1)[0]) not in known.agents or said.how == "outright":
        _take_name(known, said, own=own)


def _tells_nothing(known: Known, said: Said, *, own: bool) -> bool:
    """Return whether ``said`` is no name, or the surname of who is called by that and a title."""
    if said.how == "alone" and plain(said.name.split()[0]) in {"de", "del"} and not known.name:
        return True
    is_theirs = own or bool(titled(said.name)) or same_person(said.name, known.name.full)
    if said.how == "preferred" and not is_theirs:
        return True
    surname = " ".join(without_title(titled(known.greeted)))
    return plain(said.name) == plain(surname)


def _with_surname_known(known: Known, said: Said) -> str:
    """Return the full name where ``said`` is the first name to a surname, ``""`` where not."""
    if known.name:
        return f"{said.name} {known.name.full}" if _is_first(known, said) else ""
    if titled(known.greeted) and "first" in {said.how, known.question.asked}:
        return " ".join([said.name.split()[0], *without_title(known.greeted)])
    return ""


def take_surname(known: Known, surname: str) -> None:
    """Put ``surname`` behind the first name that is known, or keep it until one is."""
    parts = known.name.full.split()
    if not parts:
        known.surname = surname
    elif plain(surname) not in plain(known.name.full):
        most = len(parts) - len(surname.split())
        firsts = parts if _is_one_more(known, parts, surname) else parts[: max(1, most)]
        full = " ".join([*firsts, surname])
        known.put(Name(full, max(known.name.confidence, sure.ANSWERED), "said"))


def _is_one_more(known: Known, parts: Sequence[str], surname: str) -> bool:
    """Return whether ``surname`` stands behind all ``parts`` of the name, and in place of none.

    That is: the second one was asked for, the two are first names, or both were told in one turn.
    """
    if {*map(plain, parts[1:])} & {*map(plain, surname.split())}:
        return False
    is_double = len(parts) == _TWO and is_given(parts[1])
    is_told_at_once = known.named_in == known.turn and unlike(parts[-1], surname) > LIKE
    return known.question.asked == "second" or is_double or is_told_at_once


def _take_name(known: Known, said: Said, *, own: bool) -> None:
    name, full = known.name, said.name
    if known.surname and " " not in full:
        full = f"{full} {known.surname}"
    known.surname = ""
    confidence = _confidence(known, said, own=own)
    if not name or same_person(full, name.full):
        known.called = titled(full) or known.called
    if name and same_person(full, name.full):
        known.put(_merged(name, full, confidence, is_latest=said.how != "alone" or own))
    elif confidence >= min(name.confidence, sure.ANSWERED):
        known.put(Name(full, confidence, "said"))


def _is_first(known: Known, said: Said) -> bool:
    """Return whether ``said`` is the first name to what was given before, which was a surname."""
    is_other = " " not in f"{known.name.full}{said.name}" and said.name != known.name.full
    is_told = said.how == "first" and known.named_in == known.turn
    return is_other and (is_told or known.question.asked == "first")


def _is_surname(known: Known, said: Said) -> bool:
    """Return whether ``said`` is a surname alone: called so, or the answer to "your last name?"."""
    words = [plain(word) for word in said.name.split()]
    if len(words) > 1 and known.surname and words[-1] == plain(known.surname):
        return False
    firsts = {plain(word) for word in known.name.full.split()}
    if is_particle(words[0]):
        return said.how == "surname" or known.question.asked in {"last", "second"}
    if said.how == "surname":
        return len(words) == 1 or words[0] not in firsts
    first = plain(known.name.full.split()[0]) if known.name else ""
    is_answer = known.question.asked in {"last", "second"} and words[0] != first
    is_other = plain(known.greeted) not in {"", *words}
    return is_answer and (bool(firsts) or is_other or len(words) == 1)


def _confidence(known: Known, said: Said, *, own: bool) -> float:
    before = known.name.confidence
    is_soft = said.how in {"softly", "alone"}
    if said.how == "bare" or (is_soft and said.is_lower):
        return max(before, _least(said, own=own))
    if said.how == "at the end":
        return sure.IN_PASSING
    if said.how != "me" and (own or not is_soft):
        return sure.ANSWERED
    if said.how == "alone":
        return max(before, sure.IN_PASSING) if same_person(said.name, known.name.full) else before
    is_at_once = said.is_on_the_phone and known.turn <= _FIRST_TURNS
    is_aside = said.is_it and bool(known.greeted) and said.at > _FIRST_PIECES
    if said.how == "softly" and (is_at_once or _is_opening(known)) and not is_aside:
        return sure.FIRST_WORDS
    is_full = " " in said.name and (own or not said.is_it)
    return sure.IN_PASSING if is_full else sure.IN_PASSING_ONE_WORD


def _least(said: Said, *, own: bool) -> float:
    """Return how sure a name is that may be any words, since it has no lead or no capitals."""
    if said.how == "bare":
        return sure.BARE
    is_full = own and " " in said.name
    return sure.ANSWERED_WITHOUT_CAPITALS if is_full else sure.WITHOUT_CAPITALS


def _is_opening(known: Known) -> bool:
    """Return whether the caller answers a greeting, or a question about names."""
    return bool(known.question.asked) or (not known.turn and known.question.greets)


def _merged(name: Name, full: str, confidence: float, *, is_latest: bool) -> Name:
    """Return one person's ``name`` after they have called themself ``full``."""
    before = {plain(word) for word in name.full.split()}
    words = {plain(word) for word in full.split()}
    confidence = max(name.confidence, confidence)
    is_less = words <= before or (len(words) < len(before) and not words & before)
    if is_less or not (before <= words or is_latest):
        return kept(name, confidence)
    return Name(full, confidence, "said")
