"""What a workspace of ElevenLabs holds that concerns one agent, read at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ops import agent_settings, search_tool
from ops.agent_settings import Settings
from ops.deployed_app import DeployedApp
from ops.elevenlabs_api import ElevenLabsApi, Json
from ops.elevenlabs_errors import NotFoundError


@dataclass(frozen=True)
class Account:
    """One agent and its surroundings, as ElevenLabs tells them.

    ``tools`` are those named like ours and those the agent has; ``gone`` are tools that the agent
    lists and nobody has. ``workspace`` holds for agents that say nothing themselves.
    """

    agent: Json
    tools: tuple[Json, ...]
    gone: tuple[str, ...]
    secrets: tuple[Json, ...]
    webhooks: tuple[Json, ...]
    workspace: Json

    @property
    def agent_id(self) -> str:
        """The agent's id."""
        return str(self.agent["agent_id"])

    @property
    def settings(self) -> Settings:
        """The settings that connect the agent."""
        return agent_settings.read(self.agent)

    @property
    def own_tools(self) -> list[Json]:
        """The tools in the agent's own list."""
        listed = self.settings[agent_settings.TOOL_IDS]
        return [tool for tool in self.tools if tool["id"] in listed]

    @property
    def used_tools(self) -> list[Json]:
        """The tools that the agent or its workflow uses."""
        return [tool for tool in self.tools if tool["id"] in listed_tools(self.agent)]

    def tool(self, tool_id: str) -> Json | None:
        """Return one of the tools."""
        return next((one for one in self.tools if one["id"] == tool_id), None)

    def webhook(self, webhook_id: str | None) -> Json | None:
        """Return one of the webhooks."""
        return next((one for one in self.webhooks if one["webhook_id"] == webhook_id), None)

    def same_named(self, app: DeployedApp) -> list[Json]:
        """Return the agent's tools that bear our tool's name and ask somebody else."""
        return [
            tool
            for tool in self.own_tools
            if search_tool.name_of(tool) == search_tool.NAME and not search_tool.is_ours(tool, app)
        ]


def read_account(api: ElevenLabsApi, agent_id: str, *, with_usage: bool) -> Account:
    """Return what ElevenLabs tells; ``with_usage`` needs an administrator's key."""
    agent = api.agent(agent_id)
    tools = {tool["id"]: tool for tool in api.tools(search_tool.NAME)}
    found = {one: tools.get(one) or _tool(api, one) for one in listed_tools(agent)}
    tools |= {one: tool for one, tool in found.items() if tool}
    return Account(
        agent=agent,
        tools=tuple(tools.values()),
        gone=tuple(one for one, tool in found.items() if not tool),
        secrets=tuple(api.secrets()),
        webhooks=tuple(api.webhooks(with_usage=with_usage)),
        workspace=api.workspace(),
    )


def listed_tools(agent: Json) -> Iterable[str]:
    """Return the tools of the agent, and those that its workflow adds."""
    nodes = (agent.get("workflow") or {}).get("nodes") or {}
    added = [one for node in nodes.values() for one in _added(node)]
    return dict.fromkeys([*agent_settings.read(agent)[agent_settings.TOOL_IDS], *added])


def _added(node: Any) -> list[str]:
    if not isinstance(node, dict):
        return []
    told = [one.get("tool_id") for one in node.get("tools") or () if isinstance(one, dict)]
    return [str(one) for one in [*(node.get("additional_tool_ids") or ()), *told] if one]


def _tool(api: ElevenLabsApi, tool_id: str) -> Json | None:
    try:
        return api.tool(tool_id)
    except NotFoundError:
        return None
