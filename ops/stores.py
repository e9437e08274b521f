"""The two stores of a stage, as an operator's commands use them: its archive and its Mem0."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import boto3
from botocore.config import Config

from chalicelib import log
from chalicelib.archive import Archive
from chalicelib.caller_card import Card, card_key, read_card
from chalicelib.keys import with_keys
from chalicelib.mem0_client import build_client
from chalicelib.memory_store import MemoryStore
from chalicelib.settings import Settings, SettingsError, read_settings
from ops.elevenlabs_api import ElevenLabsApi, open_api
from ops.memories import Memories
from ops.project import LOCAL
from ops.reached_stage import unusable, variables
from ops.stage import find_stage, session
from ops.versions import Versions

READ_AT_ONCE = 8  # payloads; S3's client has a connection for each
MEM0_SECS = 30.0  # nobody waits on a line for it


@dataclass(frozen=True)
class Stores:
    """The archive and Mem0 of stage ``stage``. ``clock`` is unix seconds."""

    stage: str
    settings: Settings
    archive: Archive
    versions: Versions
    memory_store: MemoryStore
    memories: Memories
    open_elevenlabs: Callable[[], ElevenLabsApi] = field(default=lambda: open_api(os.environ))
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep

    def card_key(self, caller_id: str) -> str:
        """Return where the card of ``caller_id`` lies."""
        return card_key(caller_id, self.settings.caller_salt)

    def card(self, caller_id: str) -> Card:
        """Return the card of ``caller_id``; an empty one when there is none."""
        stored = self.archive.read(self.card_key(caller_id))
        return read_card(stored.body if stored else None)


def open_stores(name: str) -> Stores:
    """Return the stores of stage ``name``; those that the environment names for ``local``.

    Raises OperatorError when the stage is not there, or would not start itself.
    """
    log.configure("CRITICAL")  # the libraries below log URLs, and with them numbers
    if name == LOCAL:
        return connect_stores(name, _environment(), boto3.Session())
    aws = session()
    stage = find_stage(name, aws)
    told = {**variables(stage, aws), "ARCHIVE_BUCKET": stage.bucket}
    return connect_stores(name, told, aws)


def connect_stores(name: str, told: Mapping[str, str], aws: boto3.Session) -> Stores:
    """Return the stores that the settings ``told`` name, in the account of ``aws``."""
    try:
        settings = read_settings(told)
    except SettingsError as error:
        raise unusable(name, error) from error
    s3 = aws.client("s3", config=Config(max_pool_connections=READ_AT_ONCE))
    mem0 = (_builder(settings), settings.mem0_org_id, settings.mem0_project_id)
    return Stores(
        stage=name,
        settings=settings,
        archive=Archive(s3, settings.archive_bucket),
        versions=Versions(s3, settings.archive_bucket),
        memory_store=MemoryStore(*mem0),
        memories=Memories(*mem0),
    )


def _environment() -> Mapping[str, str]:
    try:
        return with_keys(os.environ)
    except SettingsError as error:
        raise unusable(LOCAL, error) from error


def _builder(settings: Settings) -> Callable[[], Any]:
    key, host, scratch = settings.mem0_api_key, settings.mem0_host, settings.mem0_dir
    return lambda: build_client(key, host, scratch, MEM0_SECS)
