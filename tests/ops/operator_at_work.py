"""An operator at work: the command ``connect`` over a stand-in of ElevenLabs and the lab's S3.

Each run is a process of its own: nothing but the stage, its keys and the workspace outlives it.
"""

import itertools
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from click.testing import CliRunner, Result

from chalicelib.archive import Archive
from lab.s3 import S3Lab
from ops.connect import build
from ops.connecting import Edges
from ops.connection_record import Record, RecordKeeper
from ops.deployed_app import DeployedApp, deployed_app
from ops.elevenlabs_account import Account, read_account
from ops.elevenlabs_api import ElevenLabsApi
from ops.reached_stage import ReachedStage
from tests.ops.stand_in import StandIn
from tests.ops.workspace import Json, Workspace

AGENT = "agent_memoirs"
API_URL = "https://abc123.execute-api.us-east-1.amazonaws.com/dev"
CLIENT_DATA, RETRIEVE, POST_CALL = (
    f"{API_URL}/{route}" for route in ("client-data", "retrieve", "post-call")
)
WORKSPACE_KEY = "invented-workspace-key"

_numbers = itertools.count(1)


class CrashError(Exception):
    """The operator's machine went away."""


class Operator:
    """One stage, one workspace, and somebody who types. ``settings`` are the app's."""

    def __init__(self, s3: S3Lab, workspace: Workspace | None = None, **settings: str) -> None:
        self.stand_in = StandIn(workspace or Workspace())
        self.stand_in.before_write = self.stand_in.after_write = self._tick
        self.settings = {
            "MEM0_API_KEY": "invented-mem0-key",
            "ARCHIVE_BUCKET": f"archive-{next(_numbers)}",
            "ELEVENLABS_WORKSPACE_KEY": WORKSPACE_KEY,
            **settings,
        }
        client = s3.client()
        client.create_bucket(Bucket=self.settings["ARCHIVE_BUCKET"])
        self.archive = Archive(client, self.settings["ARCHIVE_BUCKET"])
        self.api_url = API_URL
        self.stored: list[str] = []
        self._steps_left: float = float("inf")
        self.watch: Callable[[str], None] = lambda _: None

    @property
    def workspace(self) -> Workspace:
        """What is at ElevenLabs."""
        return self.stand_in.workspace

    @property
    def agent(self) -> Json:
        """The agent, as it is."""
        return self.workspace.agents[AGENT]

    @property
    def hmac_keys(self) -> list[str]:
        """The keys that the app accepts of the post-call webhook."""
        return list(self.app().hmac_keys)

    def app(self) -> DeployedApp:
        """The app as it is deployed."""
        return deployed_app("dev", self.api_url, self.settings)

    def api(self) -> ElevenLabsApi:
        """ElevenLabs' API."""
        return ElevenLabsApi(self.stand_in.session())

    def record(self) -> Record:
        """What is noted."""
        return RecordKeeper(self.archive).read()

    def account(self) -> Account:
        """What is read of ElevenLabs."""
        return read_account(self.api(), AGENT, with_usage=True)

    def connect(self, *arguments: str, typed: str = "", agent: str = AGENT) -> Result:
        """Run the command; ``typed`` are the answers to its questions."""
        command = build(lambda _: self.reached())
        return CliRunner().invoke(command, [agent, *arguments], input=typed)

    def connected(self, *arguments: str) -> "Operator":
        """Connect the agent whatever is there, and see that it went well."""
        result = self.connect("--yes", "--replace", *arguments)
        assert result.exit_code == 0, result.output
        return self

    def writes(self) -> list[str]:
        """Return what was written since this was asked last."""
        written = [*self.stand_in.writes, *self.stored]
        self.stand_in.writes.clear()
        self.stored.clear()
        return written

    @contextmanager
    def crashing_after(self, steps: int) -> Iterator[None]:
        """Let the machine go away after so many steps; before and after a write is one each."""
        self._steps_left = steps
        yield
        self._steps_left = float("inf")

    def _tick(self, line: str) -> None:
        self.watch(line)
        self._steps_left -= 1
        if self._steps_left < 0:
            raise CrashError(line)

    def _store_key(self, name: str, value: str) -> None:
        self._tick(f"store {name}")
        self.settings[name] = value
        self.stored.append(f"store {name}")
        self._tick(f"store {name}")

    def reached(self) -> ReachedStage:
        """Return the stage within reach."""
        keeper = _TickingKeeper(self.archive, self._tick, self.stored)
        return ReachedStage("dev", Edges(self.api(), keeper, self._store_key), self.app)


class _TickingKeeper(RecordKeeper):
    def __init__(self, archive: Archive, tick: Callable[[str], None], stored: list[str]) -> None:
        super().__init__(archive)
        self._tick, self._stored = tick, stored

    def write(self, record: Record) -> None:
        self._tick("record")
        super().write(record)
        self._stored.append("record")
        self._tick("record")


def nameless(workspace: Workspace) -> Any:
    """Return the workspace with names in place of ids, to compare two that grew differently."""
    names = {one: f"tool {kept['tool_config']['name']}" for one, kept in workspace.tools.items()}
    names |= {one: f"webhook {kept['name']}" for one, kept in workspace.webhooks.items()}
    names |= {one: f"secret {kept['name']}" for one, kept in workspace.secrets.items()}
    text = json.dumps(workspace.everything())
    for one, name in names.items():
        text = text.replace(one, name)
    whole = json.loads(text)
    kinds = ("tools", "secrets", "webhooks")
    lists = {kind: sorted(map(json.dumps, getattr(workspace, kind).values())) for kind in kinds}
    counts = {kind: len(one) for kind, one in lists.items()}
    return {**whole, "counts": counts}


def new_agent(**parts: Json) -> Workspace:
    """Return a workspace with one agent, new but for ``conversation`` and ``platform``."""
    workspace = Workspace()
    workspace.add_agent(AGENT, parts.get("conversation", {}), parts.get("platform", {}))
    return workspace
