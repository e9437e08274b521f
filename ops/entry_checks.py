"""What ``doctor`` says of what an agent collects, and of its test values for Preview. No I/O."""

from ops.agent_entries import (
    ANALYSIS_ITEMS,
    COLLECTED,
    ITEMS,
    TEST_VALUES,
    missing,
)
from ops.agent_settings import Settings
from ops.check import Check


def collection_check(settings: Settings, again: str) -> Check:
    """Say whether the agent collects what greetings speak; ``again`` is the command to see to it.

    What analysis items of the workspace hold is told elsewhere, and not looked at.
    """
    what = "data collection"
    if settings[ANALYSIS_ITEMS] is not None:
        named = ", ".join(ITEMS)
        return Check(what, f"by the workspace's analysis items: add {named} there, by the ids")
    return _check(what, COLLECTED, settings, again)


def preview_check(settings: Settings, again: str) -> Check:
    """Say whether Preview, which asks no webhook, has a value for each variable of ours."""
    return _check("test values for Preview", TEST_VALUES, settings, again)


def _check(what: str, place: str, settings: Settings, again: str) -> Check:
    below = f"{place}."
    lacks = [one.removeprefix(below) for one in missing(settings) if one.startswith(below)]
    found = f"lacks {', '.join(lacks)}" if lacks else "all are there"
    return Check(what, found, again if lacks else "")
