"""What ``doctor`` says of Mem0: whether it takes the key, and whose the key is. No I/O."""

from collections.abc import Mapping

from ops.check import Check, unmade
from ops.surroundings import NO_KEY, Answer, Unread

_REFUSED = (401, 403)


def key_check(answer: Answer | Unread, to_set: str) -> Check:
    """Say whether Mem0 takes the key; ``to_set`` is the command that sets another."""
    what = "Mem0's key"
    if isinstance(answer, Unread):
        is_absent = answer.why == NO_KEY
        to_do = f"Set it: {to_set}" if is_absent else "See that this machine reaches MEM0_HOST."
        return unmade(what, answer.why, to_do)
    if answer.status in _REFUSED:
        return Check(what, "refused", f"Make another key in Mem0's dashboard, then: {to_set}")
    if answer.status != 200:  # noqa: PLR2004 - HTTP's own
        to_do = "Wait: callers are greeted from their cards, and nothing that was archived is lost."
        return Check(what, f"Mem0 answers {answer.status}", to_do)
    return Check(what, "taken")


def account_check(answer: Answer | Unread, variables: Mapping[str, str]) -> Check:
    """Say whether the key is of the org and project in ``variables``."""
    what = "Mem0's org and project"
    if isinstance(answer, Unread) or answer.status != 200:  # noqa: PLR2004
        return unmade(what, "Mem0 did not tell", "See to Mem0's key first.")
    told = {one: str(answer.told.get(f"{one}_id") or "") for one in ("org", "project")}
    wanted = {one: variables.get(f"MEM0_{one.upper()}_ID", "").strip() for one in told}
    wrong = [
        f"{one} {told[one]}, not {wanted[one]}"
        for one in told
        if wanted[one] not in ("", told[one])
    ]
    if wrong:
        to_do = "Set a key of that project, or correct MEM0_ORG_ID and MEM0_PROJECT_ID and deploy."
        return Check(what, f"the key is of {', '.join(wrong)}", to_do)
    compared = "as configured" if any(wanted.values()) else "none is configured"
    return Check(what, f"{told['org']}, {told['project']}: {compared}")


def tells_of_key(answer: Answer | Unread) -> bool:
    """Return whether Mem0 has said something of the key, rather than being down or busy."""
    return not isinstance(answer, Unread) and answer.status in (200, *_REFUSED)
