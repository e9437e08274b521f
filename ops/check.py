"""One line of ``doctor``, and of ``deploy`` before it begins: what is how, and what to do."""

from dataclasses import dataclass

STATES = {"ok": "✓", "not ok": "✗", "not checked": "?"}


@dataclass(frozen=True)
class Check:
    """``to_do`` is empty when all is well.

    One that could not be made says in ``found`` why not, and is not well either.
    """

    what: str
    found: str
    to_do: str = ""
    was_made: bool = True

    @property
    def is_ok(self) -> bool:
        """Whether it was looked at, and there is nothing to do."""
        return self.was_made and not self.to_do

    @property
    def is_wrong(self) -> bool:
        """Whether it was looked at, and something is to be done."""
        return self.was_made and bool(self.to_do)

    @property
    def state(self) -> str:
        """Return ``ok``, ``not ok`` or ``not checked``."""
        if not self.was_made:
            return "not checked"
        return "not ok" if self.to_do else "ok"

    @property
    def line(self) -> str:
        """Return it for a person to read."""
        unmade = "" if self.was_made else "not checked, "
        to_do = f" -> {self.to_do}" if self.to_do else ""
        return f"{STATES[self.state]} {self.what}: {unmade}{self.found}{to_do}"

    @property
    def told(self) -> dict[str, str]:
        """Return it for a machine."""
        return {"what": self.what, "state": self.state, "found": self.found, "to_do": self.to_do}


def unmade(what: str, why: str, to_do: str) -> Check:
    """Return a check that could not be made, with what would let it be made."""
    return Check(what, why, to_do, was_made=False)
