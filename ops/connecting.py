"""Connecting an agent: a plan's writes, in an order in which a live agent never lacks anything.

What is referred to comes first, the agent next, and last what only a connected agent can use.
Before each write that can't be found again by looking, the record says what is about to be; so a
run that was cut off at any point is made good by the next one.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from ops import agent_settings, search_tool
from ops.agent_entries import is_entry
from ops.agent_settings import INITIATION, POST_CALL, Ids, Settings
from ops.connection_plan import Plan, is_unused
from ops.connection_record import Key, Record, RecordKeeper, Tool, Webhook
from ops.deployed_app import DeployedApp, fingerprint
from ops.elevenlabs_account import Account
from ops.elevenlabs_api import ElevenLabsApi
from ops.elevenlabs_errors import ElevenLabsError, NotAcceptedError

HMAC_KEY = "ELEVENLABS_HMAC_KEY"


@dataclass(frozen=True)
class Edges:
    """What a stage is reached through; ``store_key`` puts a value into its secret, by name."""

    api: ElevenLabsApi
    keeper: RecordKeeper
    store_key: Callable[[str, str], None]


@dataclass
class Connecting:
    """One agent on its way to be connected; ``record`` grows with what is done."""

    app: DeployedApp
    account: Account
    record: Record
    edges: Edges

    def do(self, todo: Plan) -> Settings:
        """Do what ``todo`` says; return the agent's settings that ElevenLabs has not taken over.

        Raises ElevenLabsError or OperatorError; what was done until then need not be done again.
        """
        secret_id = self._write_secret(todo)
        webhook_id = self._write_webhook(todo)
        ids = Ids(secret_id, webhook_id, self._create_tool(todo, secret_id))
        refused = self._write_agent(ids, todo)
        if todo.tool.do == "update":
            self._update_tool(ids)
        if POST_CALL not in refused:
            self._delete_leftovers(todo)
        return refused

    def _note(self, **changes: Any) -> None:
        self.record = replace(self.record, **changes)
        self.edges.keeper.write(self.record)

    def _write_secret(self, todo: Plan) -> str:
        name, key, secret_id = self.app.secret_name, self.app.workspace_keys[0], todo.secret.id
        if todo.secret.do == "keep":
            return secret_id
        if todo.secret.do == "create":
            secret_id = self.edges.api.create_secret(name, key)
        else:
            self.edges.api.update_secret(secret_id, name, key)
        self._note(secret=Key(secret_id, fingerprint(key)))
        return secret_id

    def _write_webhook(self, todo: Plan) -> str:
        webhook = self.record.webhook
        if todo.webhook.do == "keep":
            return todo.webhook.id
        if webhook is None or todo.webhook.do == "create":
            webhook = self._create_webhook()
        self.edges.api.enable_webhook(webhook.id, self.app.webhook_name)
        if not webhook.retries:
            self._note(webhook=replace(webhook, retries=True))
        return webhook.id

    def _create_webhook(self) -> Webhook:
        """Create the webhook and store its secret, which nobody can ask for again.

        The record names the secret's fingerprint first: only if the key store has that key was it
        stored, else the next run makes another webhook.
        """
        app = self.app
        webhook_id, secret = self.edges.api.create_webhook(app.webhook_name, app.post_call_url)
        if not secret:
            raise ElevenLabsError(
                f"ElevenLabs made the webhook {webhook_id} and told no secret for it. Delete it in "
                "the dashboard, and do step 4 of docs/elevenlabs-setup.md by hand."
            )
        webhook = Webhook(webhook_id, fingerprint(secret))
        kept = [key for key in app.hmac_keys if fingerprint(key) not in self.record.retired]
        self.record = self.record.replacing(webhook)
        self._note()
        self.edges.store_key(HMAC_KEY, ",".join([secret, *kept]))
        return webhook

    def _create_tool(self, todo: Plan, secret_id: str) -> str:
        known = self.record.tool
        if todo.tool.do == "create":
            self._note(tool=Tool("", is_created=True))
            tool_id = self.edges.api.create_tool(search_tool.wanted(self.app, secret_id))
            self._note(tool=Tool(tool_id, is_created=True))
            return tool_id
        if known and not known.id:  # created by a run that did not hear of it
            self._note(tool=Tool(todo.tool.id, is_created=True))
        return todo.tool.id

    def _write_agent(self, ids: Ids, todo: Plan) -> Settings:
        agent_id, before = self.account.agent_id, self.account.settings
        wanted = agent_settings.wanted(before, self.app, ids, todo.leaving)
        changes = agent_settings.differing(before, wanted)
        if changes or agent_id not in self.record.agents:
            self.record = self.record.noting(agent_id, before, changes)
            self._note()
        return patch_agent(self.edges.api, agent_id, changes) if changes else {}

    def _update_tool(self, ids: Ids) -> None:
        found: Any = self.account.tool(ids.tool)
        before, known = found["tool_config"], self.record.tool
        after = search_tool.mended(before, self.app, ids.secret)
        if not known or known.id != ids.tool:
            self._note(tool=Tool(ids.tool, is_created=False, before=before, after=after))
        elif not known.is_created:
            self._note(tool=replace(known, after=after))
        self.edges.api.update_tool(ids.tool, after)

    def _delete_leftovers(self, todo: Plan) -> None:
        left = self.edges.api.webhooks(with_usage=True) if todo.leftovers else []
        alone = set(self.record.agents) <= {self.account.agent_id}
        for webhook in left:
            webhook_id = webhook["webhook_id"]
            if webhook_id in todo.leftovers and is_unused(webhook, is_alone=alone):
                self.edges.api.delete_webhook(webhook_id)
                self.record = self.record.without_webhook(webhook_id)
                self._note()


def patch_agent(api: ElevenLabsApi, agent_id: str, changes: Settings) -> Settings:
    """Change settings of an agent; return those that ElevenLabs has not taken over.

    Whether a PATCH adds the new webhook's headers to the former one's is not documented. They would
    send somebody else's keys to us; so the webhook is cleared first if they do.
    """
    agent = api.agent(agent_id) if any(map(is_entry, changes)) else {}
    answer = api.patch_agent(agent_id, agent_settings.patch(changes, agent))
    told = agent_settings.read(answer, changes)
    left = [path for path in agent_settings.differing(told, changes) if is_entry(path)]
    if gone := {path: None for path in left if changes[path] is None}:
        with suppress(NotAcceptedError):
            nulls = agent_settings.patch(gone, answer, with_nulls=True)
            told = agent_settings.read(api.patch_agent(agent_id, nulls), changes)
    if INITIATION in agent_settings.differing(told, changes):
        api.patch_agent(agent_id, agent_settings.patch({INITIATION: None}))
        again = agent_settings.patch({INITIATION: changes[INITIATION]})
        told = agent_settings.read(api.patch_agent(agent_id, again), changes)
    return agent_settings.differing(told, changes)
