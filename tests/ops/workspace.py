"""A workspace of ElevenLabs as a test sets it up, and what their API does to it.

What they do not document, it does in both ways: ``Habits``.
"""

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

LITERAL = {
    "description": "",
    "enum": None,
    "is_system_provided": False,
    "dynamic_variable": "",
    "allowed_values_dynamic_variable": "",
    "constant_value": "",
    "is_omitted": False,
}
SOURCES = ("description", "dynamic_variable", "constant_value", "is_omitted", "is_system_provided")


@dataclass(frozen=True)
class Habits:
    """How a PATCH of an agent treats lists, headers and maps, and whether usage is told.

    Maps are what it collects and its test values: merged or replaced, with or without nulls.
    """

    joins_lists: bool = False
    joins_headers: bool = False
    tells_usage: bool = True
    replaces_maps: bool = False
    takes_nulls: bool = True


class RefusedError(Exception):
    """They answer with this status, and their kind of error body."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"detail": {"status": "refused", "message": message}}


@dataclass
class Workspace:
    """What is in it, by id. A secret's value and a webhook's can be seen here, never by API."""

    habits: Habits = Habits()
    agents: dict[str, Json] = field(default_factory=dict)
    tools: dict[str, Json] = field(default_factory=dict)
    secrets: dict[str, Json] = field(default_factory=dict)
    webhooks: dict[str, Json] = field(default_factory=dict)
    conversations: dict[str, Json] = field(default_factory=dict)
    settings: Json = field(default_factory=lambda: {"webhooks": {"post_call_webhook_id": None}})
    made: int = 0

    def everything(self) -> Json:
        """Return a copy of it all, but for what changes by itself."""
        whole = copy.deepcopy({**vars(self)})
        for agent in whole["agents"].values():
            agent.pop("version_id", None)
        return {name: part for name, part in whole.items() if name not in {"habits", "made"}}

    def new_id(self, kind: str) -> str:
        """Return an id that nothing has."""
        self.made += 1
        return f"{kind}_{self.made:04}"

    def dangling(self) -> set[str]:
        """Return what agents and tools refer to that is not there."""
        used = {one for agent in self.agents.values() for one in self._used_by(agent)}
        used |= {one for tool in self.tools.values() for one in _secrets_in(tool)}
        return used - {*self.tools, *self.secrets, *self.webhooks}

    def add_agent(self, agent_id: str, conversation: Json, platform: Json) -> None:
        """Add an agent; what is not said is as with a new one."""
        whole = _joined(copy.deepcopy(_PLATFORM), platform, Habits())
        self.agents[agent_id] = {
            "agent_id": agent_id,
            "name": "Memoirs",
            "conversation_config": _joined(copy.deepcopy(_CONVERSATION), conversation, Habits()),
            "platform_settings": _shown_platform(whole),
            "metadata": {"created_at_unix_secs": 1, "updated_at_unix_secs": 1},
            "version_id": "version_0000",
        }

    def patch_agent(self, agent_id: str, changes: Json) -> Json:
        """Change parts of an agent."""
        whole = _joined(self.agents[agent_id], changes, self.habits)
        whole["platform_settings"] = _shown_platform(whole.get("platform_settings", {}))
        self.agents[agent_id] = whole
        self.agents[agent_id]["version_id"] = self.new_id("version")
        return self.agents[agent_id]

    def put_tool(self, tool_id: str, config: Json) -> Json:
        """Put a tool in place, shown with their defaults; refuse values from two sources."""
        usage = {"total_calls": 0, "avg_latency_secs": 0.0}
        access = {"is_creator": True, "creator_name": "Operator", "role": "admin"}
        access["creator_email"] = "operator@example.com"
        shown = _shown_tool(config) if config["type"] == "webhook" else config
        self.tools[tool_id] = {
            "id": tool_id,
            "tool_config": shown,
            "access_info": access,
            "usage_stats": usage,
        }
        return self.tools[tool_id]

    def delete_tool(self, tool_id: str, *, is_forced: bool) -> None:
        """Delete a tool that no agent has, or, if forced, take it from all of them."""
        for agent in self.agents.values():
            listed = agent["conversation_config"]["agent"]["prompt"]["tool_ids"]
            if tool_id in listed and not is_forced:
                raise RefusedError(409, "The tool is used by an agent")
            if tool_id in listed:
                listed.remove(tool_id)
        del self.tools[tool_id]

    def shown_secret(self, secret_id: str) -> Json:
        """Return a secret as it is listed: with what uses it."""
        tools = [one for one in self.tools.values() if secret_id in _secrets_in(one)]
        agents = [one for one in self.agents.values() if secret_id in _secrets_in(one)]
        used_by = {"tools": [{"id": one["id"]} for one in tools], "others": []}
        used_by["agents"] = [{"id": one["agent_id"]} for one in agents]
        name = self.secrets[secret_id]["name"]
        return {"type": "stored", "secret_id": secret_id, "name": name, "used_by": used_by}

    def delete_secret(self, secret_id: str) -> None:
        """Delete a secret that nothing uses."""
        if any(self.shown_secret(secret_id)["used_by"].values()):
            raise RefusedError(400, "The secret is in use")
        del self.secrets[secret_id]

    def shown_webhook(self, webhook_id: str, *, with_usage: bool) -> Json:
        """Return a webhook as it is listed, without its secret and whether it is repeated."""
        kept = self.webhooks[webhook_id]
        shown = {name: kept[name] for name in kept if name not in {"secret", "retry_enabled"}}
        used = [one for one in self.agents.values() if webhook_id in self._used_by(one)]
        usage = [{"usage_type": "ConvAI Agent Settings"}] if used else []
        if self.settings["webhooks"]["post_call_webhook_id"] == webhook_id:
            usage.append({"usage_type": "ConvAI Settings"})
        return {**shown, "usage": usage if with_usage and self.habits.tells_usage else None}

    def add_webhook(self, webhook_id: str, name: str, url: str) -> str:
        """Add a webhook; return its secret."""
        self.webhooks[webhook_id] = {
            "name": name,
            "webhook_id": webhook_id,
            "webhook_url": url,
            "is_disabled": False,
            "is_auto_disabled": False,
            "created_at_unix": 1,
            "auth_type": "hmac",
            "secret": f"invented secret of {webhook_id}",
            "retry_enabled": False,
        }
        return str(self.webhooks[webhook_id]["secret"])

    def _used_by(self, agent: Json) -> Iterator[str]:
        yield from agent["conversation_config"]["agent"]["prompt"]["tool_ids"]
        yield from _secrets_in(agent)
        workspace = agent.get("platform_settings", {}).get("workspace_overrides", {})
        webhook_id = workspace.get("webhooks", {}).get("post_call_webhook_id")
        yield from [webhook_id] if webhook_id else []


_CONVERSATION: Json = {
    "agent": {
        "first_message": "Hello!",
        "language": "en",
        "prompt": {"prompt": "You are kind.", "llm": "gemini-2.5-flash", "tool_ids": []},
        "dynamic_variables": {"dynamic_variable_placeholders": {}},
    },
    "turn": {"turn_timeout": 7.0},
}
_PLATFORM: Json = {
    "workspace_overrides": {
        "conversation_initiation_client_data_webhook": None,
        "webhooks": {"post_call_webhook_id": None, "events": [], "transcript_format": "json"},
    },
    "overrides": {
        "custom_llm_extra_body": False,
        "enable_conversation_initiation_client_data_from_webhook": False,
        "conversation_config_override": {
            "agent": {
                "first_message": False,
                "language": False,
                "prompt": {"prompt": False, "llm": False},
            },
        },
    },
    "data_collection": {},
    "archived": False,
}
_MAPS = ("data_collection", "dynamic_variable_placeholders")


def _joined(old: Any, new: Any, habits: Habits) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        whole = dict(old)
        for name, value in new.items():
            is_kept = name != "request_headers" or habits.joins_headers
            is_kept &= name not in _MAPS or not habits.replaces_maps
            whole[name] = _joined(old.get(name), value, habits) if is_kept else value
            whole[name] = _without_nulls(whole[name], habits) if name in _MAPS else whole[name]
        return whole
    if isinstance(old, list) and isinstance(new, list) and habits.joins_lists:
        return [*old, *(one for one in new if one not in old)]
    return copy.deepcopy(new)


def _without_nulls(entries: Json, habits: Habits) -> Json:
    if None in entries.values() and not habits.takes_nulls:
        raise RefusedError(400, "Input should be a valid dictionary")
    return {name: entry for name, entry in entries.items() if entry is not None}


def _shown_platform(platform: Json) -> Json:
    items = platform.get("data_collection")
    if not items:
        return platform
    shown = {name: {**LITERAL, "llm": None, **item} for name, item in items.items()}
    return {**platform, "data_collection": shown}


def _secrets_in(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if set(part) == {"secret_id"}:
            yield part["secret_id"]
        for inside in part.values():
            yield from _secrets_in(inside)


def _shown_tool(config: Json) -> Json:
    schema = {"path_params_schema": {}, "query_params_schema": None, "request_headers": {}}
    schema |= {"method": "GET", "content_type": "application/json", **config["api_schema"]}
    body = schema.get("request_body_schema")
    if body:
        body = {"description": "", "is_omitted": False, "required": [], "properties": {}, **body}
        body["properties"] = {name: _shown(one) for name, one in body["properties"].items()}
    defaults = {"response_timeout_secs": 20, "assignments": [], "execution_mode": "immediate"}
    return {**defaults, **config, "api_schema": {**schema, "request_body_schema": body}}


def _shown(literal: Json) -> Json:
    whole = {**LITERAL, **literal}
    if sum(bool(whole[source]) for source in SOURCES) > 1:
        raise RefusedError(422, "Only one of the sources of a value can be set")
    return whole
