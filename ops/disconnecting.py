"""Taking back what ``connect`` did, by the record: the agent first, then what nobody uses any more.

What somebody else has changed since stays as they left it.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from ops import agent_settings
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
from ops.connecting import Edges, patch_agent
from ops.connection_plan import is_unused
from ops.connection_record import Record, Tool
from ops.elevenlabs_api import Json
from ops.elevenlabs_errors import NotAcceptedError, NotFoundError
from ops.operator_error import OperatorError

# What is of use to whoever has put another webhook in place of ours.
GOES_WITH = {POST_CALL: (EVENTS, FORMAT, AUDIO), INITIATION: (FETCH, *OVERRIDE.values())}


@dataclass(frozen=True)
class Undoing:
    """What to take back of one agent: its settings, and whether it is the stage's last agent.

    ``settings`` is empty too when the agent is gone; ``stays`` are paths that others changed since.
    """

    agent_id: str
    settings: Settings
    stays: tuple[str, ...]
    is_last: bool


def plan(agent_id: str, agent: Json | None, record: Record) -> Undoing:
    """Return what to take back of ``agent`` (None: it is gone); OperatorError if it is unknown."""
    if agent_id not in record.agents:
        raise OperatorError(
            f"This stage's archive knows of no connection of {agent_id}, so there is nothing to "
            "take back. What was done by hand is undone by hand: docs/elevenlabs-setup.md."
        )
    noted = record.agents[agent_id]
    now = agent_settings.read(agent or {}, noted)
    before = {path: one.taken_back(now[path]) for path, one in noted.items()} if agent else {}
    stays = [
        path
        for path in before
        if before[path] == now[path] and not agent_settings.same(now[path], noted[path].before)
    ]
    for path in stays:
        for along in GOES_WITH.get(path, ()):
            before.pop(along, None)
    return Undoing(
        agent_id=agent_id,
        settings=agent_settings.differing(now, before),
        stays=tuple(stays),
        is_last=set(record.agents) == {agent_id},
    )


@dataclass
class Disconnecting:
    """One agent on its way back; ``stayed`` collects, in sentences, what could not be removed."""

    record: Record
    edges: Edges
    stayed: list[str] = field(default_factory=list)

    def do(self, todo: Undoing) -> Settings:
        """Take back ``todo``; return the settings that ElevenLabs has not taken over.

        Raises ElevenLabsError or OperatorError; run it again then.
        """
        api, refused = self.edges.api, {}
        tool = self.record.tool
        if todo.is_last and tool and not tool.is_created:
            self._give_back(tool)  # while the agent still has what our version of it needs
        if todo.settings:
            refused = patch_agent(api, todo.agent_id, todo.settings)
        if todo.is_last:
            if tool and tool.is_created and tool.id:
                # Where lists only grow, the agent keeps it until it is deleted for everybody.
                self._delete_tool(tool.id, even_if_used=TOOL_IDS in refused)
            self._delete_webhooks()
            self._delete_secret()
        if refused:
            now = agent_settings.read(api.agent(todo.agent_id), refused)
            refused = agent_settings.differing(now, {path: todo.settings[path] for path in refused})
        self.record = self.record.without(todo.agent_id)
        is_given_back = todo.is_last and tool and not tool.is_created
        self._note(tool=None if is_given_back else self.record.tool)
        return refused

    def _note(self, **changes: Any) -> None:
        self.record = replace(self.record, **changes)
        self.edges.keeper.write(self.record)

    def _give_back(self, tool: Tool) -> None:
        """Make a tool that was there before us as it was, unless others changed it since."""
        try:
            now = self.edges.api.tool(tool.id)["tool_config"]
        except NotFoundError:
            return
        if _contains(now, tool.after):
            self.edges.api.update_tool(tool.id, dict(tool.before or {}))
        elif not _contains(now, tool.before):
            self.stayed.append(f"The tool {tool.id} was changed since and stays as it is.")

    def _delete_tool(self, tool_id: str, *, even_if_used: bool) -> None:
        with suppress(NotFoundError):  # somebody, or an earlier run, was faster
            try:
                self.edges.api.delete_tool(tool_id, even_if_used=even_if_used)
            except NotAcceptedError:
                self.stayed.append(f"The tool {tool_id} stays: another agent has it.")
                return
        self._note(tool=None)

    def _delete_webhooks(self) -> None:
        known = [one.id for one in (self.record.webhook, *self.record.former) if one]
        for webhook in self.edges.api.webhooks(with_usage=True) if known else ():
            webhook_id = webhook["webhook_id"]
            if webhook_id in known and not is_unused(webhook, is_alone=True):
                self.stayed.append(f"The webhook {webhook_id} stays: something else uses it.")
            elif webhook_id in known:
                self.edges.api.delete_webhook(webhook_id)
                self.record = self.record.without_webhook(webhook_id)
                self._note()

    def _delete_secret(self) -> None:
        known = self.record.secret
        found = {one["secret_id"]: one for one in self.edges.api.secrets()} if known else {}
        if known and known.id in found and _uses(found[known.id]["used_by"]):
            self.stayed.append(f"The secret {found[known.id]['name']} stays: something uses it.")
        elif known:
            if known.id in found:
                self.edges.api.delete_secret(known.id)
            self._note(secret=None)


def _contains(whole: Any, part: Any) -> bool:
    """Return whether ``whole`` says what ``part`` says; ElevenLabs adds what it says by default."""
    if isinstance(part, Mapping) and isinstance(whole, Mapping):
        return all(name in whole and _contains(whole[name], part[name]) for name in part)
    return bool(whole == part)


def _uses(used_by: Mapping[str, Any]) -> bool:
    return any(value for value in used_by.values())
