"""One line of ``doctor``: what was looked at, how it is, and what to do if it is not well."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """``to_do`` is empty when all is well."""

    what: str
    found: str
    to_do: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether there is nothing to do."""
        return not self.to_do
