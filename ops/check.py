"""One line of ``doctor``: what was looked at, how it is, and what to do if it is not well."""

from dataclasses import dataclass


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


def unmade(what: str, why: str, to_do: str) -> Check:
    """Return a check that could not be made, with what would let it be made."""
    return Check(what, why, to_do, was_made=False)
