"""A plan in words, for an operator to say yes to. No I/O.

Headers are named without their values, and URLs are cut before the ``?``: both may hold secrets of
other people.
"""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ops import search_tool
from ops.agent_entries import entry_label, is_entry
from ops.agent_settings import (
    AUDIO,
    EVENTS,
    FETCH,
    FORMAT,
    INITIATION,
    OVERRIDE,
    POST_CALL,
    TOOL_IDS,
    Settings,
)
from ops.connection_plan import NEW, Plan
from ops.deployed_app import DeployedApp
from ops.disconnecting import Undoing
from ops.elevenlabs_account import Account

LABELS = {
    FETCH: "fetch initiation data",
    INITIATION: "initiation webhook",
    OVERRIDE["prompt"]: "prompt may be overridden",
    OVERRIDE["first_message"]: "first message may be overridden",
    OVERRIDE["language"]: "language may be overridden",
    TOOL_IDS: "tools",
    POST_CALL: "post-call webhook",
    EVENTS: "post-call events",
    FORMAT: "transcript format",
    AUDIO: "post-call audio",
}
NONE = "none"
SHOWN = 50  # characters of an entry


@dataclass(frozen=True)
class Change:
    """One line: what changes, from what to what, and whose place that takes, if anybody's."""

    what: str
    before: str
    after: str
    takes_over: str = ""


def label(path: str) -> str:
    """Return how a setting is called before an operator."""
    return entry_label(path) if is_entry(path) else LABELS[path]


def changes(app: DeployedApp, account: Account, todo: Plan) -> list[Change]:
    """Return what ``todo`` changes, in the order in which it is done."""
    return [*_made(app, account, todo), *_of_agent(account, todo), *_removed(account, todo)]


def changes_back(account: Account, todo: Undoing) -> list[Change]:
    """Return what is taken back of the agent's settings."""
    return list(_settings(account, account.settings, todo.settings))


def shown_url(url: str) -> str:
    """Return a URL without what may be secret in it."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}" if host else parts.path


def _made(app: DeployedApp, account: Account, todo: Plan) -> Iterator[Change]:
    """Yield what is created or changed beside the agent."""
    if todo.secret.do != "keep":
        what = f"secret {app.secret_name}"
        yield Change(what, _was(todo.secret.do), "the app's workspace key")
    if todo.webhook.do == "create":
        after = f"{app.post_call_url}, signed, retries on"
        yield Change(f"webhook {app.webhook_name!r}", _unsigned(app, account, todo), after)
    if todo.webhook.do == "update":
        yield Change(f"webhook {app.webhook_name!r}", "off, or without retries", "on, retries on")
    if todo.tool.do != "keep":
        found = account.tool(todo.tool.id)
        before = shown_url(search_tool.url_of(found)) if found else NONE
        after = f"POST {app.retrieve_url}, RETRIEVE_AUTH={app.retrieve_auth}"
        yield Change(f"tool {search_tool.NAME}", before, after)


def _unsigned(app: DeployedApp, account: Account, todo: Plan) -> str:
    ours = [account.webhook(one) for one in todo.leftovers]
    at_hand = [one for one in ours if one and one["webhook_url"] == app.post_call_url]
    return "one whose secret the app does not have" if at_hand else NONE


def _of_agent(account: Account, todo: Plan) -> Iterator[Change]:
    wanted = account.settings | todo.agent
    for change in _settings(account, account.settings, wanted):
        path = next((path for path, label in LABELS.items() if label == change.what), "")
        whose = ", ".join(map(shown_url, todo.taken_over.get(path, "").split(", ")))
        yield Change(change.what, change.before, change.after, whose)


def _removed(account: Account, todo: Plan) -> Iterator[Change]:
    for webhook_id in todo.leftovers:
        name = (account.webhook(webhook_id) or {}).get("name", "")
        what = f"webhook {name!r} ({webhook_id})"
        yield Change(what, "of no more use", "deleted, unless another agent uses it")


def _settings(account: Account, before: Settings, after: Settings) -> Iterator[Change]:
    for path in [*LABELS, *filter(is_entry, after)]:
        if path in after and before.get(path) != after[path]:
            values = before.get(path), after[path]
            said = [_entry(one) if is_entry(path) else _value(path, one, account) for one in values]
            yield Change(label(path), *said)


def _value(path: str, value: Any, account: Account) -> str:
    if path == TOOL_IDS:
        return ", ".join(_tool(one, account) for one in value) or NONE
    if path == POST_CALL and value == NEW:
        return "the new one"
    if path == POST_CALL:
        told = account.webhook(value)
        return (
            f"{told['name']!r} ({shown_url(told['webhook_url'])})" if told else str(value or NONE)
        )
    if path == INITIATION and value:
        headers = ", ".join(sorted(value.get("request_headers") or {})) or "no headers"
        return f"{shown_url(value['url'])} ({headers})"
    if isinstance(value, list):
        return ", ".join(value) or NONE
    return {True: "on", False: "off", None: NONE}.get(value, str(value))


def _entry(value: Any) -> str:
    said = value.get("description") if isinstance(value, Mapping) else value
    return textwrap.shorten(str(said or NONE), SHOWN, placeholder=" ...")


def _tool(tool_id: str, account: Account) -> str:
    if tool_id == NEW:
        return f"{search_tool.NAME} {NEW}"
    told = account.tool(tool_id)
    if not told:
        return tool_id
    name = search_tool.name_of(told)
    return f"{name} ({shown_url(search_tool.url_of(told))})" if name == search_tool.NAME else name


def _was(do: str) -> str:
    return NONE if do == "create" else "another value, perhaps"
