"""Workspaces as others may have left them, for properties that hold whatever was there."""

from hypothesis import strategies as st

from tests.ops.operator_at_work import (
    AGENT,
    CLIENT_DATA,
    POST_CALL,
    RETRIEVE,
    Workspace,
    new_agent,
)
from tests.ops.workspace import Habits, Json

THEIR_URL = "https://crm.example.com/hook"
EVENTS = ("transcript", "audio", "call_initiation_failure")

_NAMES = st.sampled_from(["caller_name", "contact_preference", "speaker_is", "theirs"])
_TEST_VALUES = st.dictionaries(_NAMES, st.sampled_from(["", "Theirs", 0, False]))
_COLLECTED = st.dictionaries(
    _NAMES, st.sampled_from([{"type": "boolean"}, {"type": "string", "description": "Theirs."}])
)

_QUERY: Json = {"type": "string", "description": "What to look for."}
_CALLERS: tuple[Json | None, ...] = (
    None,
    {"type": "string", "description": "The caller's number."},
    {"type": "string", "dynamic_variable": "system__caller_id"},
    {"type": "string", "dynamic_variable": "caller_id"},
    {"type": "string", "constant_value": "+16125550123"},
)
_HEADERS: tuple[Json, ...] = (
    {},
    {"X-Trace": "on"},
    {"x-workspace-key": "typed"},
    {"X-Memory-Token": {"variable_name": "secret__memory_token"}},
)


@st.composite
def tool_configs(draw: st.DrawFn) -> Json:
    """Draw a webhook tool, of somebody else or made by hand for us."""
    callers = {name: draw(st.sampled_from(_CALLERS)) for name in ("user_id", "caller_id")}
    properties = {name: one for name, one in callers.items() if one}
    if draw(st.booleans()):
        properties["query"] = _QUERY
    body = {"type": "object", "properties": properties, "required": sorted(properties)}
    return {
        "type": "webhook",
        "name": draw(st.sampled_from(["search_memory", "look_up_order"])),
        "description": draw(st.sampled_from(["", "Theirs."])),
        "response_timeout_secs": draw(st.integers(5, 300)),
        "api_schema": {
            "url": draw(st.sampled_from([THEIR_URL, RETRIEVE])),
            "method": draw(st.sampled_from(["GET", "POST"])),
            "request_headers": draw(st.sampled_from(_HEADERS)),
            "request_body_schema": draw(st.sampled_from([None, body])),
        },
    }


@st.composite
def initiation_webhooks(draw: st.DrawFn) -> Json | None:
    """Draw an initiation webhook, or none."""
    url = draw(st.sampled_from([None, THEIR_URL, CLIENT_DATA]))
    headers = draw(st.sampled_from([{}, {"Authorization": "theirs"}, {"x-workspace-key": "typed"}]))
    return {"url": url, "request_headers": headers} if url else None


@st.composite
def workspaces(draw: st.DrawFn, habits: st.SearchStrategy[Habits]) -> Workspace:
    """Draw a workspace with one agent; ``habits`` are ElevenLabs'."""
    tools = draw(st.lists(tool_configs(), max_size=3))
    ids = [f"tool_of_others_{place}" for place in range(len(tools))]
    listed = draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    webhooks = {"webhook_crm": ("CRM", THEIR_URL), "webhook_by_hand": ("memory", POST_CALL)}
    at = st.sampled_from([None, *webhooks, "webhook_gone"])
    workspace = new_agent(
        conversation={
            "agent": {
                "prompt": {"tool_ids": listed},
                "dynamic_variables": {"dynamic_variable_placeholders": draw(_TEST_VALUES)},
            }
        },
        platform={
            "data_collection": draw(_COLLECTED),
            "analysis_items": draw(st.sampled_from([None, {}])),
            "overrides": {
                "enable_conversation_initiation_client_data_from_webhook": draw(st.booleans()),
                "conversation_config_override": {
                    "agent": {
                        "first_message": draw(st.booleans()),
                        "language": draw(st.booleans()),
                        "prompt": {"prompt": draw(st.booleans())},
                    }
                },
            },
            "workspace_overrides": {
                "conversation_initiation_client_data_webhook": draw(initiation_webhooks()),
                "webhooks": {
                    "post_call_webhook_id": draw(at),
                    "events": draw(st.lists(st.sampled_from(EVENTS), unique=True)),
                    "transcript_format": draw(st.sampled_from(["json", "opentelemetry"])),
                    "send_audio": draw(st.sampled_from([None, False, True])),
                },
            },
        },
    )
    for tool_id, config in zip(ids, tools, strict=True):
        workspace.put_tool(tool_id, config)
    for webhook_id, (name, url) in webhooks.items():
        workspace.add_webhook(webhook_id, name, url)
    workspace.settings = {
        "conversation_initiation_client_data_webhook": draw(initiation_webhooks()),
        "webhooks": {"post_call_webhook_id": draw(at)},
    }
    workspace.habits = draw(habits)
    assert workspace.agents.keys() == {AGENT}
    return workspace
