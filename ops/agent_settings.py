"""The settings of an agent that connect it to the app, out of the hundreds that it has. No I/O.

Each is named by its path in ``GET /v1/convai/agents/{agent_id}``. All belong to the one agent: the
workspace's own settings would take over other agents too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ops.agent_entries import (
    ANALYSIS_ITEMS,
    COLLECTED,
    ITEMS,
    SCOPES,
    TEST_VALUES,
    entries,
    missing,
    whole_maps,
)
from ops.deployed_app import DeployedApp
from ops.differences import differences

_OVERRIDES = "platform_settings.overrides"
_WORKSPACE = "platform_settings.workspace_overrides"

TOOL_IDS = "conversation_config.agent.prompt.tool_ids"
INITIATION = f"{_WORKSPACE}.conversation_initiation_client_data_webhook"
POST_CALL = f"{_WORKSPACE}.webhooks.post_call_webhook_id"
EVENTS = f"{_WORKSPACE}.webhooks.events"
FORMAT = f"{_WORKSPACE}.webhooks.transcript_format"
AUDIO = f"{_WORKSPACE}.webhooks.send_audio"  # their older way to say the event "audio"
FETCH = f"{_OVERRIDES}.enable_conversation_initiation_client_data_from_webhook"
OVERRIDE = {
    "first_message": f"{_OVERRIDES}.conversation_config_override.agent.first_message",
    "language": f"{_OVERRIDES}.conversation_config_override.agent.language",
    "prompt": f"{_OVERRIDES}.conversation_config_override.agent.prompt.prompt",
}

WORKSPACE_KEY_HEADER = "X-Workspace-Key"
TRANSCRIPT = "transcript"

# What holds where the agent says nothing.
_UNSAID: dict[str, Any] = {
    TOOL_IDS: [],
    INITIATION: None,
    POST_CALL: None,
    EVENTS: [],
    FORMAT: "json",
    AUDIO: None,
    FETCH: False,
    ANALYSIS_ITEMS: None,  # read only
    **dict.fromkeys(OVERRIDE.values(), False),
}

# What changes by itself, or because of what we change.
_THEIRS = (
    "metadata",
    "version_id",
    "access_info",
    "conversation_config.agent.prompt.tools",
    *(f"{SCOPES}.{name}" for name in ITEMS),
)

Settings = dict[str, Any]


@dataclass(frozen=True)
class Ids:
    """Our things in the workspace, by their ids."""

    secret: str
    webhook: str
    tool: str


def read(agent: Mapping[str, Any], also: Iterable[str] = ()) -> Settings:
    """Return the settings as the agent has them, by path; ``also`` are paths of an older record."""
    unsaid = {**dict.fromkeys([*also, *entries()]), **_UNSAID}
    found = {path: _dig(agent, path) for path in unsaid}
    return {path: unsaid[path] if found[path] is None else found[path] for path in unsaid}


def wanted(
    present: Settings, app: DeployedApp, ids: Ids, others: frozenset[str] = frozenset()
) -> Settings:
    """Return ``present`` with what ``app`` needs; what others added to ours stays.

    ``others`` are the tools that have to leave the agent because they share our tool's name.
    """
    kept = [tool for tool in present[TOOL_IDS] if tool not in others]
    is_ours = present[POST_CALL] == ids.webhook
    events = present[EVENTS] if is_ours else []
    return {
        **present,
        TOOL_IDS: kept if ids.tool in kept else [*kept, ids.tool],
        INITIATION: _initiation(present[INITIATION], app, ids.secret),
        POST_CALL: ids.webhook,
        EVENTS: events if TRANSCRIPT in events else [*events, TRANSCRIPT],
        FORMAT: "json",
        AUDIO: present[AUDIO] if is_ours or not present[AUDIO] else False,
        FETCH: True,
        **{OVERRIDE[field]: True for field in app.overrides},
        **missing(present),
    }


def differing(present: Settings, other: Settings) -> Settings:
    """Return those of ``other`` that ``present`` has otherwise; the order of tools is no matter."""
    return {path: other[path] for path in other if not same(present[path], other[path])}


def same(one: Any, other: Any) -> bool:
    """Return whether two values of a setting mean the same; no matter how nothing is said."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) == sorted(other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        if "url" in one or "url" in other:  # a webhook
            return all(one.get(part) == other.get(part) for part in ("url", "request_headers"))
        return _said(one) == _said(other)
    return bool(one == other or not (one or other))


def patch(
    changes: Settings, agent: Mapping[str, Any] | None = None, *, with_nulls: bool = False
) -> dict[str, Any]:
    """Return the body that makes these changes to ``agent`` and touches nothing else.

    Of ``agent``, as it is now, come the other entries of the maps in which one changes.
    """
    maps = {place: _dig(agent, place) or {} for place in (COLLECTED, TEST_VALUES)}
    body: dict[str, Any] = {}
    for path, value in whole_maps(changes, maps, with_nulls=with_nulls).items():
        *above, name = path.split(".")
        part = body
        for step in above:
            part = part.setdefault(step, {})
        part[name] = value
    return body


def changed_elsewhere(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return the paths, beside our settings, at which two readings of an agent differ."""
    ignored = (*_UNSAID, *entries(), *_THEIRS)
    below = tuple(f"{path}." for path in ignored)
    differing_at = differences(before, after)
    return [path for path in differing_at if path not in ignored and not path.startswith(below)]


def _initiation(theirs: Any, app: DeployedApp, secret_id: str) -> dict[str, Any]:
    ours = {WORKSPACE_KEY_HEADER: {"secret_id": secret_id}}
    if not theirs or theirs["url"] != app.client_data_url:
        return {"url": app.client_data_url, "request_headers": ours}
    added = {
        name: value
        for name, value in (theirs.get("request_headers") or {}).items()
        if name.lower() != WORKSPACE_KEY_HEADER.lower()
    }
    return {**theirs, "request_headers": {**added, **ours}}


def _said(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry without what ElevenLabs says by default."""
    return {name: value for name, value in entry.items() if value}


def _dig(agent: Any, path: str) -> Any:
    for step in path.split("."):
        agent = agent.get(step) if isinstance(agent, Mapping) else None
    return agent
