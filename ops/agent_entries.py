"""What an agent collects from each call, and its test values for Preview. No I/O.

Both are entries of a map, and each entry of ours is a setting by itself: what somebody else has
entered under its name stays as it is.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from chalicelib.names import analysed
from ops.deployed_app import new_callers_variables

COLLECTED = "platform_settings.data_collection"
SCOPES = "platform_settings.data_collection_scopes"  # set by them for what is collected
ANALYSIS_ITEMS = "platform_settings.analysis_items"
TEST_VALUES = "conversation_config.agent.dynamic_variables.dynamic_variable_placeholders"

# What the app makes more of than a memory: the preference that greetings speak, and who speaks.
# The last five are read together, by chalicelib/names/analysed.py.
ITEMS: Mapping[str, Mapping[str, Any]] = {
    "caller_name": {
        "type": "string",
        "description": "The caller's own name, as they gave it. Empty if they did not give it. "
        "Never the name of somebody they talk about.",
    },
    "contact_preference": {
        "type": "string",
        "description": "How the caller wants to be contacted, in one word: email, phone, text or "
        "post. Empty if they did not say.",
    },
    analysed.NAME: {
        "type": "string",
        "description": "Full name of the person who speaks with the agent in this call, as they "
        "themselves put it last, in their spelling: every surname and particle they give, no "
        "initials; a nickname alone only if no other name is known; title and surname only if no "
        "first name is known. If the agent greets or addresses them by a name and they accept it "
        "or let it stand, that name. Of somebody who calls in place of another person: their own "
        "name, never the other's. Empty if it is unknown, refused or doubtful, or if nobody but a "
        "machine speaks.",
    },
    analysed.GOES_BY: {
        "type": "string",
        "description": "How to greet the person who speaks with the agent at the beginning of "
        "their next call. By the nickname they ask for or plainly go by; by title and surname if "
        "they ask for that, present themselves so, or no first name is known. If the agent greets "
        "them by name at the beginning and they ask for nothing else, just as it did. Else by "
        "first name, and by both first names only if they use both together. Empty if their name "
        "is unknown, refused or doubtful.",
    },
    analysed.WHO: {
        "type": "string",
        "enum": list(analysed.WAYS),
        "description": "greeted if the agent begins by greeting somebody by name, or by asking "
        "for one or several people by name, and one of them speaks. renamed if that person speaks "
        "but says that the name was wrong, misheard or is no longer theirs. somebody_else if "
        "another person speaks. first_heard if the agent greets and asks for nobody by name at "
        "the beginning. nobody if no person speaks, or only a voicemail box.",
    },
    analysed.ALONE: {
        "type": "boolean",
        "description": "True only if the speaker says that whoever else used this telephone "
        "number has left it for good (moved out, died, gave the number up), or that the number is "
        "theirs alone now.",
    },
    analysed.ANOTHERS: {
        "type": "boolean",
        "description": "True only if the speaker says that the telephone they call from belongs "
        "to somebody else, or that they make this call in place of somebody else who usually "
        "calls.",
    },
}

# Of a new caller these are empty, and whether an empty one counts as a value is not documented.
EXAMPLES = {"caller_id": "+16125550123", "caller_name": "friend"}

_PLACES = {COLLECTED: "collected item", TEST_VALUES: "test value"}


@cache
def entries() -> Mapping[str, Any]:
    """Return each entry of ours, by its path.

    Test values are a new caller's, so that no conversation that falls back on them is told of
    somebody.
    """
    values = {**new_callers_variables(), **EXAMPLES}
    return {
        **{f"{COLLECTED}.{name}": dict(item) for name, item in ITEMS.items()},
        **{f"{TEST_VALUES}.{name}": value for name, value in values.items()},
    }


def missing(present: Mapping[str, Any]) -> dict[str, Any]:
    """Return those entries that an agent with the settings ``present`` lacks.

    An agent that refers to analysis items of the workspace collects by those alone.
    """
    is_by_reference = present[ANALYSIS_ITEMS] is not None
    return {
        path: entry
        for path, entry in entries().items()
        if present[path] is None and not (is_by_reference and path.startswith(f"{COLLECTED}."))
    }


def is_entry(path: str) -> bool:
    """Return whether a path is that of an entry, of ours or of an earlier version's."""
    return _place(path) in _PLACES


def entry_label(path: str) -> str:
    """Return how an entry is called before an operator."""
    return f"{_PLACES[_place(path)]} {path.removeprefix(_place(path))[1:]}"


def whole_maps(
    changes: Mapping[str, Any], present: Mapping[str, Mapping[str, Any]], *, with_nulls: bool
) -> dict[str, Any]:
    """Return ``changes`` with the whole map in place of its entries; ``present`` are the maps.

    Whether a PATCH merges maps or replaces them is not documented. An entry that goes is left out,
    or null: where maps are merged, only that can remove it.
    """
    whole = {path: value for path, value in changes.items() if not is_entry(path)}
    for place, there in present.items():
        ours = {
            path.removeprefix(place)[1:]: value
            for path, value in changes.items()
            if _place(path) == place
        }
        gone = set() if with_nulls else {name for name, value in ours.items() if value is None}
        if ours:
            kept = {**there, **ours}
            whole[place] = {name: kept[name] for name in kept if name not in gone}
    return whole


def _place(path: str) -> str:
    return path.rpartition(".")[0]
