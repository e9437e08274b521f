"""A stage that people have called: what is kept of them, and what an operator types."""

import json
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from click.testing import CliRunner, Result

from chalicelib.layout import payload_key
from chalicelib.payload import read_payload
from chalicelib.record import Record
from chalicelib.remember import Rememberer
from lab.mem0.server import Mem0Lab
from lab.s3 import S3Lab
from ops.stores import Stores
from tests import invented
from tests.conftest import SARAH, STEFAN

SENTENCE = "My cousin Osvaldo keeps eleven beehives near Fargo."
NAME = "Whitfield"
PLANTED = (SARAH, SARAH[1:], NAME, "Osvaldo")
FIRST, PARKED, UNKNOWN_TO_ALL = "conv_sarah_1", "conv_sarah_2", "conv_sarah_3"
SARAHS, STEFANS = (FIRST, PARKED, UNKNOWN_TO_ALL), "conv_stefan_1"
AUDIO = b"SUQzBAAAAAAA"


def call(conversation_id: str, caller_id: str = SARAH, said: str = SENTENCE) -> bytes:
    """Return the payload of a call."""
    phone = {"external_number": caller_id, "direction": "inbound", "type": "twilio"}
    whole = invented.payload()
    event = invented.payload(
        conversation_id=conversation_id,
        user_id=caller_id,
        metadata={**whole["data"]["metadata"], "phone_call": phone},
        transcript=invented.transcript(("agent", "Who keeps bees?"), ("user", said)),
    )
    if caller_id != SARAH:
        event = json.loads(json.dumps(event).replace("Sarah Whitfield", "Stefan Berg"))
        event = json.loads(json.dumps(event).replace("Sarah", "Stefan").replace(SARAH, caller_id))
    return json.dumps(event).encode()


def sound(conversation_id: str) -> bytes:
    """Return the payload of a call's sound."""
    data = {"conversation_id": conversation_id, "agent_id": "agent_1", "full_audio": AUDIO.decode()}
    return json.dumps({"type": "post_call_audio", "event_timestamp": 1, "data": data}).encode()


def at_elevenlabs(raw: bytes) -> Any:
    """Return the call of the payload ``raw`` as ElevenLabs' API tells it, whole and in short."""
    data = json.loads(raw)["data"]
    names = "user_id conversation_id agent_id metadata transcript status".split()
    whole = {**{name: data[name] for name in names}, "has_audio": False}
    whole |= dict.fromkeys(("has_user_audio", "has_response_audio", "has_auxiliary_audio"), False)
    summary = {name: data[name] for name in ("agent_id", "conversation_id", "status")}
    summary |= {"start_time_unix_secs": 1_793_523_600, "call_duration_secs": 60}
    return {"whole": whole, "summary": {**summary, "message_count": 2, "call_successful": "yes"}}


@dataclass
class Called:
    """The stage ``local``. ``stores`` are what the commands work on."""

    s3: S3Lab
    mem0: Mem0Lab
    stores: Stores
    rememberer: Rememberer

    def keep(self, raw: bytes) -> str:
        """Archive a payload as /post-call does; return its key."""
        payload = read_payload(raw)
        self.stores.archive.keep(payload, raw)
        return payload_key(payload)

    def remember(self, raw: bytes) -> Record | None:
        """Archive a payload, and have it remembered."""
        return self.rememberer.remember(self.keep(raw))

    def ops(self, command: str, *arguments: str, typed: str = "", **parts: Any) -> Result:
        """Run a command on the stage; ``parts`` stand in for others of the stores."""
        built = import_module(f"ops.{command}").build(lambda _: replace(self.stores, **parts))
        return CliRunner().invoke(built, [*arguments], input=typed, catch_exceptions=False)

    def told(self, command: str, *arguments: str, **parts: Any) -> Any:
        """Run a command with --json, see that it went well, and return what it told."""
        result = self.ops(command, *arguments, "--json", **parts)
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def versions(self) -> dict[tuple[str, str], bytes | None]:
        """Return every object version by key and id, None for delete markers."""
        every = list(self.stores.versions.listed(""))
        read = self.stores.versions.read
        return {(one.key, one.id): None if one.is_mark else read(one) for one in every}

    def has_left(self) -> list[str]:
        """Return where anything of Sarah's still is."""
        left = [
            key
            for (key, _), body in self.versions().items()
            if any(one in f"{key} {body!r}" for one in PLANTED)
        ]
        return left + [one for one in self.mem0s() if any(word in one for word in PLANTED)]

    def mem0s(self) -> list[str]:
        """Return what Mem0 has stored, of everyone, row by row, and who it knows."""
        with self.mem0.store._database.reading() as connection:
            rows = connection.execute(
                "SELECT user_id, memory, metadata FROM memories JOIN scopes USING (scope)"
            ).fetchall()
            words = connection.execute("SELECT stems FROM words").fetchall()
        return [repr(one) for one in [*rows, *words, *self.mem0.store.entities()]]


def short_story(called: Called) -> None:
    """Let nobody have called but Sarah: once remembered, once not."""
    called.s3.empty()
    called.mem0.store.empty()
    called.remember(call(FIRST))
    called.keep(call(UNKNOWN_TO_ALL))


def story(called: Called) -> None:
    """Let Sarah call three times and Stefan once; of two of hers nothing is remembered."""
    assert called.remember(call(FIRST)).status == "remembered"
    called.remember(sound(FIRST))
    called.keep(call(FIRST, said=f"{SENTENCE} And goats."))
    parked = called.keep(call(PARKED))
    called.stores.archive.mark(parked.replace("post-call", "parked"))
    record = Record("parked", owner="", reason="refused 5 times", conversation_id=PARKED)
    called.stores.archive.create(parked.replace("post-call", "remembered"), record.to_json())
    called.keep(call(UNKNOWN_TO_ALL))
    stefan = call(STEFANS, STEFAN, "I sail on Lake Superior.")
    assert called.remember(stefan).status == "remembered"
