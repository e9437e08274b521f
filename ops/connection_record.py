"""What ``connect`` has done to ElevenLabs for a stage, so that it can be taken back.

One object in the stage's archive, ``connected/elevenlabs.json``: every operator finds it, and it is
written before the agent is. It holds what an agent had before, whose webhook's headers may be
secret, and no key of ours, only fingerprints.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from chalicelib.archive import Archive, ArchiveError, ChangedError
from ops.agent_settings import same
from ops.aws_errors import archive_error
from ops.operator_error import OperatorError

KEY = "connected/elevenlabs.json"


@dataclass(frozen=True)
class Key:
    """Something of ours in the workspace that holds a key: its id, and which key."""

    id: str
    fingerprint: str


@dataclass(frozen=True)
class Webhook(Key):
    """Our webhook, and whether its retries were switched on: ElevenLabs does not tell."""

    retries: bool = False


@dataclass(frozen=True)
class Tool:
    """Our tool. ``id`` is empty while it is being created.

    ``before`` is the configuration of a tool that was there, ``after`` what we made of it.
    """

    id: str
    is_created: bool
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Setting:
    """One setting of an agent: what it was before us, and what we made of it."""

    before: Any
    after: Any

    def taken_back(self, now: Any) -> Any:
        """Return the setting without us when it is ``now``: what others did since stays."""
        if same(now, self.after):
            return self.before
        if isinstance(now, list) and isinstance(self.after, list):
            left = [one for one in now if one in self.before or one not in self.after]
            return left + [one for one in self.before if one not in [*self.after, *left]]
        ours = self.after.get("url") if isinstance(self.after, Mapping) else None
        is_our_webhook = ours and isinstance(now, Mapping) and now.get("url") == ours
        return self.before if is_our_webhook else now


@dataclass(frozen=True)
class Record:
    """Everything that was done.

    ``former`` are webhooks that were replaced and not yet deleted; ``retired`` are the fingerprints
    of keys whose webhook is deleted.
    """

    secret: Key | None = None
    webhook: Webhook | None = None
    former: tuple[Webhook, ...] = ()
    tool: Tool | None = None
    retired: tuple[str, ...] = ()
    agents: Mapping[str, Mapping[str, Setting]] = field(default_factory=dict)

    def noting(
        self, agent_id: str, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> "Record":
        """Return the record with these settings of an agent changed.

        What was there before us stays known when we change again what we had made.
        """
        noted = dict(self.agents.get(agent_id, {}))
        for path, value in after.items():
            earlier = noted.get(path)
            original = earlier.taken_back(before[path]) if earlier else before[path]
            noted[path] = Setting(original, value)
        return replace(self, agents={**self.agents, agent_id: noted})

    def replacing(self, webhook: Webhook) -> "Record":
        """Return the record with another webhook in use."""
        former = (*self.former, *filter(None, [self.webhook]))
        return replace(self, webhook=webhook, former=former)

    def without_webhook(self, webhook_id: str) -> "Record":
        """Return the record after a webhook was deleted; its key is of no more use."""
        known = [one for one in (self.webhook, *self.former) if one]
        gone = tuple(one.fingerprint for one in known if one.id == webhook_id)
        return replace(
            self,
            webhook=None if self.webhook and self.webhook.id == webhook_id else self.webhook,
            former=tuple(one for one in self.former if one.id != webhook_id),
            retired=self.retired + gone,
        )

    def without(self, agent_id: str) -> "Record":
        """Return the record of the other agents."""
        others = {one: noted for one, noted in self.agents.items() if one != agent_id}
        return replace(self, agents=others)


class RecordKeeper:
    """Reads and writes the record of a stage; of two writers one is refused."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._etag = ""

    def read(self) -> Record:
        """Return the record, an empty one when there is none; raise OperatorError."""
        try:
            stored = self._archive.read(KEY)
        except ArchiveError as error:
            raise archive_error(error.reason) from error
        self._etag = stored.etag if stored else ""
        return parse(stored.body) if stored else Record()

    def write(self, record: Record) -> None:
        """Write the record over the one that was read or written last; raise OperatorError."""
        body = json.dumps(asdict(record), indent=1).encode()
        try:
            if self._etag:
                self._etag = self._archive.replace(KEY, body, self._etag)
            else:
                self._etag = self._archive.create(KEY, body)
        except ChangedError as error:
            raise OperatorError(
                "Somebody else is connecting an agent to this stage. Run it again after them."
            ) from error
        except ArchiveError as error:
            raise archive_error(error.reason) from error


def parse(body: bytes) -> Record:
    """Return the record in ``body``; raise OperatorError when it is none."""
    try:
        kept = json.loads(body)
        return Record(
            secret=Key(**kept["secret"]) if kept["secret"] else None,
            webhook=Webhook(**kept["webhook"]) if kept["webhook"] else None,
            former=tuple(Webhook(**one) for one in kept["former"]),
            tool=Tool(**kept["tool"]) if kept["tool"] else None,
            retired=tuple(kept["retired"]),
            agents={
                agent_id: {path: Setting(**one) for path, one in noted.items()}
                for agent_id, noted in kept["agents"].items()
            },
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise OperatorError(f"{KEY} in the stage's archive is no record; move it away.") from error
