"""What is missing until an agent is connected to the app, from what is there. No I/O.

The same function tells what to do, and afterwards whether it was done: then nothing is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ops import agent_settings, search_tool
from ops.agent_settings import FETCH, INITIATION, POST_CALL, TOOL_IDS, Ids, Settings
from ops.connection_record import Record
from ops.deployed_app import DeployedApp, fingerprint
from ops.elevenlabs_account import Account
from ops.operator_error import OperatorError

NEW = "(new)"  # in place of an id that ElevenLabs has not given yet


@dataclass(frozen=True)
class Step:
    """What to do with one of our things in the workspace; ``id`` is NEW when it is not there."""

    do: Literal["keep", "create", "update"]
    id: str = NEW


@dataclass(frozen=True)
class Plan:
    """What to do, in the order of the fields; ``agent`` holds the settings that change.

    ``leaving`` are tools that share our tool's name, and leave the agent. ``leftovers`` are
    webhooks of ours without a use. ``taken_over`` says what of somebody else's is replaced.
    """

    secret: Step
    webhook: Step
    tool: Step
    agent: Settings
    leaving: frozenset[str]
    leftovers: tuple[str, ...]
    taken_over: Mapping[str, str]

    @property
    def ids(self) -> Ids:
        """Our things, as far as they are there."""
        return Ids(self.secret.id, self.webhook.id, self.tool.id)

    @property
    def is_done(self) -> bool:
        """Whether nothing is to do."""
        steps = {self.secret.do, self.webhook.do, self.tool.do}
        return steps == {"keep"} and not self.agent and not self.leftovers


def plan(app: DeployedApp, account: Account, record: Record) -> Plan:
    """Return what is to do so that the account's agent is connected to ``app``.

    Raises OperatorError when the stage is connected in another workspace.
    """
    _check_workspace(account, record)
    secret, webhook = _secret(app, account, record), _webhook(app, account, record)
    tool = _tool(app, account, record, secret.id)
    leaving = frozenset(
        one["id"]
        for one in account.own_tools
        if search_tool.name_of(one) == search_tool.NAME and one["id"] != tool.id
    )
    settings, ids = account.settings, Ids(secret.id, webhook.id, tool.id)
    wanted = agent_settings.wanted(settings, app, ids, leaving)
    return Plan(
        secret=secret,
        webhook=webhook,
        tool=tool,
        agent=agent_settings.differing(settings, wanted),
        leaving=leaving,
        leftovers=_leftovers(app, account, record, webhook.id),
        taken_over=_taken_over(app, account, record, tool.id),
    )


def _check_workspace(account: Account, record: Record) -> None:
    """Return unless other agents are connected, and nothing of what they use is here."""
    others = sorted(set(record.agents) - {account.agent_id})
    known = [one.id for one in (record.secret, record.webhook, record.tool) if one]
    here = {one["secret_id"] for one in account.secrets} | {one["id"] for one in account.tools}
    here |= {one["webhook_id"] for one in account.webhooks}
    if others and known and not here & set(known):
        raise OperatorError(
            f"This stage is connected in another workspace of ElevenLabs, to {', '.join(others)}. "
            "Use a stage for each workspace, or take that back first, with --undo and its API key."
        )


def _secret(app: DeployedApp, account: Account, record: Record) -> Step:
    """Return what to do with the secret: written again unless it was noted which key it holds."""
    known = record.secret
    if known and known.id in [one["secret_id"] for one in account.secrets]:
        is_current = known.fingerprint == fingerprint(app.workspace_keys[0])
        return Step("keep" if is_current else "update", known.id)
    found = [one["secret_id"] for one in account.secrets if one["name"] == app.secret_name]
    return Step("update", min(found)) if found else Step("create")


def _webhook(app: DeployedApp, account: Account, record: Record) -> Step:
    """Return what to do with the webhook: without its signing secret, told once, it is useless."""
    known = record.webhook
    found = account.webhook(known.id) if known else None
    if not known or not found or found["webhook_url"] != app.post_call_url:
        return Step("create")
    if found["auth_type"] != "hmac" or known.fingerprint not in map(fingerprint, app.hmac_keys):
        return Step("create")
    is_on = known.retries and not found["is_disabled"] and not found["is_auto_disabled"]
    return Step("keep" if is_on else "update", known.id)


def _tool(app: DeployedApp, account: Account, record: Record, secret_id: str) -> Step:
    listed = account.settings[TOOL_IDS]
    known = account.tool(record.tool.id) if record.tool else None
    ours = [one for one in account.tools if search_tool.is_ours(one, app)]
    ours.sort(key=lambda one: (one["id"] not in listed, one["id"]))
    found = known or next(iter(ours), None)
    if not found:
        return Step("create")
    config = found["tool_config"]
    is_right = search_tool.mended(config, app, secret_id) == config
    return Step("keep" if is_right else "update", found["id"])


def _leftovers(
    app: DeployedApp, account: Account, record: Record, webhook_id: str
) -> tuple[str, ...]:
    """Return our webhooks that nobody uses, or only this agent, which is about to stop."""
    left = [
        one
        for one in account.webhooks
        if is_our_webhook(one, app, record) and one["webhook_id"] != webhook_id
    ]
    at_agent = account.settings[POST_CALL]
    alone = not set(record.agents) - {account.agent_id}
    return tuple(
        one["webhook_id"]
        for one in left
        if one["webhook_id"] == at_agent or is_unused(one, is_alone=alone)
    )


def is_our_webhook(webhook: Mapping[str, Any], app: DeployedApp, record: Record) -> bool:
    """Return whether ``connect`` made a webhook; one made by hand has another name."""
    noted = {one.id for one in (record.webhook, *record.former) if one}
    told = webhook["name"], webhook["webhook_url"]
    return webhook["webhook_id"] in noted or told == (app.webhook_name, app.post_call_url)


def is_unused(webhook: Mapping[str, Any], *, is_alone: bool) -> bool:
    """Return whether nothing uses a webhook of ours; untold, it is if only one agent could."""
    usage = webhook.get("usage")
    return is_alone if usage is None else not usage


def _taken_over(
    app: DeployedApp, account: Account, record: Record, tool_id: str
) -> Mapping[str, str]:
    """Return whose place ours takes, by setting; nothing for what was ours."""
    noted = record.agents.get(account.agent_id, {})
    former = {path: one.after for path, one in noted.items()}
    theirs = [one for one in account.same_named(app) if one["id"] != tool_id]
    found = {
        TOOL_IDS: ", ".join(search_tool.url_of(one) or one["id"] for one in theirs),
        INITIATION: _other_initiation(app, account, former.get(INITIATION)),
        POST_CALL: _other_post_call(app, account, record, former.get(POST_CALL)),
    }
    return {path: whose for path, whose in found.items() if whose}


def _other_initiation(app: DeployedApp, account: Account, former: Any) -> str:
    """Return the URL of the webhook that asked somebody else until now: agent's, workspace's."""
    shared = account.workspace.get(INITIATION.rpartition(".")[2])
    asked = account.settings[INITIATION] or (account.settings[FETCH] and shared) or {}
    is_ours = asked.get("url") in {app.client_data_url, (former or {}).get("url")}
    return "" if is_ours else str(asked.get("url", ""))


def _other_post_call(app: DeployedApp, account: Account, record: Record, former: Any) -> str:
    """Return the URL of the webhook that heard of the agent's calls until now."""
    own = account.settings[POST_CALL]
    shared = (account.workspace.get("webhooks") or {}).get("post_call_webhook_id")
    told = account.webhook(own or shared)
    if not told or told["webhook_id"] == former or is_our_webhook(told, app, record):
        return ""
    return "" if told["webhook_url"] == app.post_call_url else str(told["webhook_url"])
