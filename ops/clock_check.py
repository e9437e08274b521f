"""What ``doctor`` says of the clock of the machine it runs on. No I/O."""

from ops.check import Check, unmade
from ops.surroundings import Unread

MOST_SKEW_SECS = 30  # a clock that is kept is off by less than one


def clock_check(server: str, skew_secs: float | Unread | None) -> Check:
    """Say whether our clock agrees with that of ``server``."""
    what = f"this clock and {server}"
    if isinstance(skew_secs, Unread) or skew_secs is None:
        why = skew_secs.why if isinstance(skew_secs, Unread) else "its answer bears no date"
        return unmade(what, why, "Compare this clock with another by hand.")
    if abs(skew_secs) > MOST_SKEW_SECS:
        side = "ahead" if skew_secs > 0 else "behind"
        to_do = "Have this machine keep its clock by NTP: AWS refuses who is 15 minutes off."
        return Check(what, f"{abs(skew_secs):.0f} s {side}", to_do)
    return Check(what, "agree")
