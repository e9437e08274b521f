"""A stand-in of ElevenLabs' API over a workspace, each request and answer held to the contract."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import requests
import requests_mock

from tests.ops import contract
from tests.ops.workspace import Json, RefusedError, Workspace

URL = "https://api.elevenlabs.io"
API_KEY = "invented-api-key"

Query = dict[str, list[str]]


@dataclass
class StandIn:
    """Answers like ElevenLabs. ``writes`` are the requests that were to change something.

    ``before_write`` and ``after_write`` are called around each of them, with the request's line,
    and ``after_read`` after the others.
    """

    workspace: Workspace = field(default_factory=Workspace)
    writes: list[str] = field(default_factory=list)
    page_size: int = 2
    filters_users: bool = True  # else conversations are listed whoever's they are
    before_write: Callable[[str], None] = lambda _: None
    after_write: Callable[[str], None] = lambda _: None
    after_read: Callable[[str], None] = lambda _: None

    def session(self) -> requests.Session:
        """Return a session whose every request is answered here."""
        adapter = requests_mock.Adapter(case_sensitive=True)
        adapter.register_uri(requests_mock.ANY, requests_mock.ANY, text=self.answer)
        session = requests.Session()
        session.mount(URL, adapter)
        session.headers["xi-api-key"] = API_KEY
        return session

    def answer(self, request: Any, context: Any) -> str:
        """Return the answer's JSON, and set ``context.status_code``; raise ContractError."""
        template, one = contract.operation(request.method, request.path)
        body = json.loads(request.body) if request.body else None
        contract.check_request(request.method, template, request.qs, body)
        line = f"{request.method} {template}"
        if request.method != "GET":
            self.before_write(line)
            self.writes.append(line)
        context.status_code, told = self._status_and_body(request, line, one, body)
        contract.check_answer(request.method, template, context.status_code, told)
        (self.after_read if request.method == "GET" else self.after_write)(line)
        return json.dumps(told)

    def _status_and_body(self, request: Any, line: str, one: str, body: Any) -> tuple[int, Any]:
        if request.headers["xi-api-key"] != API_KEY:
            return 401, {"detail": {"status": "invalid_api_key", "message": "Invalid API key"}}
        try:
            return 200, _ACTS[line](self, one, request.qs, body)
        except RefusedError as error:
            return error.status, error.body
        except KeyError:
            return 404, {"detail": {"status": "not_found", "message": f"{one} was not found"}}

    def page(self, listed: str, all_of_them: list[Json], query: Query) -> Json:
        """Return one page of ``all_of_them``, a short one."""
        start = int(query.get("cursor", ["0"])[0])
        end = start + self.page_size
        more = end < len(all_of_them)
        return {listed: all_of_them[start:end], "next_cursor": str(end) if more else None} | (
            {} if listed == "secrets" else {"has_more": more}
        )


def _get_tools(self: StandIn, _: str, query: Query, __: Any) -> Json:
    (search,) = query.get("search", [""])
    tools = self.workspace.tools.values()
    named = [one for one in tools if one["tool_config"]["name"].startswith(search)]
    return self.page("tools", named, query)


def _get_secrets(self: StandIn, _: str, query: Query, __: Any) -> Json:
    shown = [self.workspace.shown_secret(one) for one in self.workspace.secrets]
    return self.page("secrets", shown, query)


def _put_secret(self: StandIn, one: str, _: Query, body: Json) -> Json:
    if one:
        _ = self.workspace.secrets[one]
    secret_id = one or self.workspace.new_id("secret")
    self.workspace.secrets[secret_id] = {"name": body["name"], "value": body["value"]}
    return {"type": "stored", "secret_id": secret_id, "name": body["name"]}


def _get_webhooks(self: StandIn, _: str, query: Query, __: Any) -> Json:
    with_usage = query.get("include_usages") == ["true"]
    there = self.workspace.webhooks
    return {"webhooks": [self.workspace.shown_webhook(one, with_usage=with_usage) for one in there]}


def _post_webhook(self: StandIn, _: str, __: Query, body: Json) -> Json:
    told = body["settings"]
    webhook_id = self.workspace.new_id("webhook")
    secret = self.workspace.add_webhook(webhook_id, told["name"], told["webhook_url"])
    return {"webhook_id": webhook_id, "webhook_secret": secret}


def _patch_webhook(self: StandIn, one: str, _: Query, body: Json) -> Json:
    kept = self.workspace.webhooks[one]
    kept.update({name: body[name] for name in ("is_disabled", "name", "retry_enabled")})
    if not body["is_disabled"]:
        kept["is_auto_disabled"] = False
    return {"status": "ok"}


def _delete_webhook(self: StandIn, one: str, _: Query, __: Any) -> Json:
    del self.workspace.webhooks[one]
    return {"status": "ok"}


def _patch_tool(self: StandIn, one: str, _: Query, body: Json) -> Json:
    _ = self.workspace.tools[one]
    return self.workspace.put_tool(one, body["tool_config"])


def _get_conversations(self: StandIn, _: str, query: Query, __: Any) -> Json:
    agent_id = query.get("agent_id", [""])[0]
    told = self.workspace.conversations.values()
    mine = [one["summary"] for one in told if agent_id in {"", one["summary"]["agent_id"]}]
    if self.filters_users and "user_id" in query:
        whole = self.workspace.conversations
        (user_id,) = query["user_id"]
        mine = [one for one in mine if whole[one["conversation_id"]]["whole"]["user_id"] == user_id]
    return self.page("conversations", mine, query)


_ACTS: dict[str, Callable[[StandIn, str, Query, Any], Any]] = {
    "GET /v1/convai/agents/{agent_id}": lambda self, one, _, __: self.workspace.agents[one],
    "PATCH /v1/convai/agents/{agent_id}": lambda self, one, _, body: self.workspace.patch_agent(
        one, body
    ),
    "GET /v1/convai/tools": _get_tools,
    "GET /v1/convai/tools/{tool_id}": lambda self, one, _, __: self.workspace.tools[one],
    "POST /v1/convai/tools": lambda self, _, __, body: self.workspace.put_tool(
        self.workspace.new_id("tool"), body["tool_config"]
    ),
    "PATCH /v1/convai/tools/{tool_id}": _patch_tool,
    "DELETE /v1/convai/tools/{tool_id}": lambda self, one, query, _: self.workspace.delete_tool(
        one, is_forced=query.get("force") == ["true"]
    ),
    "GET /v1/convai/secrets": _get_secrets,
    "POST /v1/convai/secrets": _put_secret,
    "PATCH /v1/convai/secrets/{secret_id}": _put_secret,
    "DELETE /v1/convai/secrets/{secret_id}": lambda self, one, _, __: self.workspace.delete_secret(
        one
    ),
    "GET /v1/workspace/webhooks": _get_webhooks,
    "POST /v1/workspace/webhooks": _post_webhook,
    "PATCH /v1/workspace/webhooks/{webhook_id}": _patch_webhook,
    "DELETE /v1/workspace/webhooks/{webhook_id}": _delete_webhook,
    "GET /v1/convai/settings": lambda self, _, __, ___: self.workspace.settings,
    "GET /v1/convai/conversations": _get_conversations,
    "GET /v1/convai/conversations/{conversation_id}": lambda self, one, _, __: (
        self.workspace.conversations[one]["whole"]
    ),
    "DELETE /v1/convai/conversations/{conversation_id}": lambda self, one, _, __: (
        self.workspace.conversations.pop(one) and None
    ),
}
