"""The same callers, of an agent that `make connect` did not set up: it collects no items of ours.

Then who speaks is known by what was said, and by the other items, alone.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.names import SPEAKER_ITEMS
from chalicelib.payload import dig
from quality.fixture import Call, Caller

_RESULTS = "data_collection_results"


def without_items(caller: Caller) -> Caller:
    """Return ``caller``, whose calls' analyses hold nothing under the ids of ours."""
    return replace(caller, calls=tuple(map(_without_items, caller.calls)))


def _without_items(call: Call) -> Call:
    results = dig(call.payload, "data", "analysis", _RESULTS)
    if not isinstance(results, Mapping):
        return call
    others = {item: one for item, one in results.items() if item not in SPEAKER_ITEMS}
    analysis: dict[str, Any] = {**call.data["analysis"], _RESULTS: others}
    return replace(call, payload={**call.payload, "data": {**call.data, "analysis": analysis}})
