"""The tool ``search_memory``: what the agent has in hand to ask ``POST /retrieve``. No I/O.

Who calls is never the model's to say: a model repeats what it is told, so anybody could have it
look up somebody else. The number is bound to a variable that ElevenLabs or the app fills in.
"""

from collections.abc import Mapping
from typing import Any

from ops.deployed_app import MEMORY_TOKEN, DeployedApp

NAME = "search_memory"  # as the prompt calls it
DESCRIPTION = (
    "Searches what this caller told us in earlier conversations: people, places, events, wishes, "
    "preferences. Use it when the caller refers to something they said before, asks what you "
    "remember, or when an earlier detail would help their story. Do not use it for what the caller "
    "context already says. Returns at most a few memories, best first; an empty list means that "
    "nothing fits."
)
QUERY = (
    "Two to five keywords for what to look up, such as: sister wedding Duluth. "
    "No full sentence, no phone number."
)

# The human's number: of inbound calls, of outbound calls, and as the app itself found it.
CALLER_VARIABLES = ("system__caller_id", "system__called_number", "caller_id")
BOUND = {
    "conversation_id": "system__conversation_id",
    "agent_id": "system__agent_id",
}
AUTH_HEADERS = ("X-Workspace-Key", "X-Memory-Token")

Json = dict[str, Any]

_FILLED_IN = ("dynamic_variable", "constant_value", "is_omitted", "is_system_provided")


def wanted(app: DeployedApp, secret_id: str) -> Json:
    """Return the tool as it is created for ``app``; ``secret_id`` holds the workspace's key."""
    return mended({}, app, secret_id)


def mended(config: Mapping[str, Any], app: DeployedApp, secret_id: str) -> Json:
    """Return ``config`` with what must be so for ``app``; what is right, or theirs, stays.

    Words that somebody chose stay: the description and what the query is said to be.
    """
    timeout_secs = config.get("response_timeout_secs") or 0
    return {
        **config,
        "type": "webhook",
        "name": NAME,
        "description": config.get("description") or DESCRIPTION,
        "response_timeout_secs": (
            timeout_secs if timeout_secs > app.search_secs else app.tool_timeout_secs
        ),
        "api_schema": _mended_schema(config.get("api_schema") or {}, app, secret_id),
    }


def is_ours(tool: Mapping[str, Any], app: DeployedApp) -> bool:
    """Return whether the tool is the one that asks this stage's /retrieve.

    One of another name that asks it too was made by hand for something else.
    """
    return (name_of(tool), url_of(tool)) == (NAME, app.retrieve_url)


def url_of(tool: Mapping[str, Any]) -> str:
    """Return where a tool goes; ``""`` for one that calls no URL."""
    return str((tool["tool_config"].get("api_schema") or {}).get("url", ""))


def name_of(tool: Mapping[str, Any]) -> str:
    """Return what the model calls a tool."""
    return str(tool["tool_config"].get("name", ""))


def _mended_schema(schema: Json, app: DeployedApp, secret_id: str) -> Json:
    headers = {
        name: value
        for name, value in (schema.get("request_headers") or {}).items()
        if name.lower() not in map(str.lower, AUTH_HEADERS)
    }
    return {
        **schema,
        "url": app.retrieve_url,
        "method": "POST",
        "content_type": "application/json",
        "request_headers": {**headers, **_auth(app, secret_id)},
        "request_body_schema": _mended_body(schema.get("request_body_schema") or {}, app),
    }


def _auth(app: DeployedApp, secret_id: str) -> Json:
    workspace_key, memory_token = AUTH_HEADERS
    if app.retrieve_auth == "key":
        return {workspace_key: {"secret_id": secret_id}}
    if app.retrieve_auth == "token":
        return {memory_token: {"variable_name": MEMORY_TOKEN}}
    return {}


def _mended_body(body: Json, app: DeployedApp) -> Json:
    """Return the body's schema: the query is the model's, who asks is not.

    A token says who calls, so there the body does not; a model that fills in ``caller_id`` is as
    bad as one that fills in ``user_id``.
    """
    theirs = dict(body.get("properties") or {})
    if not _is_bound(theirs.get("caller_id"), CALLER_VARIABLES) or app.retrieve_auth == "token":
        theirs.pop("caller_id", None)
    needed = {"query": _query(theirs.get("query"))}
    if app.retrieve_auth == "token":
        theirs.pop("user_id", None)
    else:
        needed["user_id"] = _bound(theirs.get("user_id"), *CALLER_VARIABLES)
    also = {name: _bound(theirs.get(name), variable) for name, variable in BOUND.items()}
    properties = {**theirs, **needed, **also}
    required = [name for name in body.get("required") or () if name in properties]
    return {
        **body,
        "type": "object",
        "properties": properties,
        "required": required + [name for name in needed if name not in required],
    }


def _query(theirs: Json | None) -> Json:
    is_the_models = theirs and theirs.get("description") and not _filled_in(theirs)
    return theirs if theirs and is_the_models else {"type": "string", "description": QUERY}


def _bound(theirs: Json | None, *variables: str) -> Json:
    if theirs and _is_bound(theirs, variables):
        return theirs
    return {"type": "string", "dynamic_variable": variables[0]}


def _is_bound(theirs: Json | None, variables: tuple[str, ...]) -> bool:
    return bool(theirs) and theirs is not None and theirs.get("dynamic_variable") in variables


def _filled_in(theirs: Json) -> bool:
    return any(theirs.get(how) for how in _FILLED_IN)
