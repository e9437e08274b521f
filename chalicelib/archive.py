"""The archive: the one module that speaks to S3. What lies where: ``layout.py``."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib import metrics
from chalicelib.layout import PAYLOADS, later_key, payload_key
from chalicelib.payload import Payload

if TYPE_CHECKING:
    from mypy_boto3_s3.client import S3Client

MOST_CONFLICTS = 5  # S3 answers 409 while another write of the key is under way: ask again
MOST_OVERTAKEN = 50  # each round somebody succeeds, so this many must be at it at once

# Two deliveries that cross, or a write that lost against another: S3's two words for it.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
_LOST_THE_RACE = frozenset({"PreconditionFailed", "ConditionalRequestConflict"})
_MISSING = frozenset({"NoSuchKey", "404"})


class ArchiveError(Exception):
    """S3 refused or could not be reached; ``reason`` is S3's code or the failure's kind."""

    def __init__(self, doing: str, reason: str) -> None:
        super().__init__(f"the archive failed while {doing}: {reason}")
        self.reason = reason


class RefusedError(ArchiveError):
    """S3 answered, and said no."""


class MissingError(ArchiveError):
    """There is no such object."""


class ChangedError(Exception):
    """The object was created or changed by somebody else in the meantime."""


@dataclass(frozen=True)
class Stored:
    """An object's bytes, and the version that a conditional write names."""

    body: bytes
    etag: str


@dataclass(frozen=True)
class Listed:
    """An object's key, and when it was written last (unix seconds)."""

    key: str
    at: float


class Archive:
    """The bucket and its verbs. ``client`` is a boto3 S3 client; one serves all threads."""

    def __init__(self, client: "S3Client", bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def keep(self, payload: Payload, raw: bytes) -> str:
        """Keep ``raw`` and return ``"kept"``, ``"duplicate"``, or ``"kept again"``.

        An ordinary delivery costs one write. Raises ArchiveError when S3 does not confirm it.
        """
        key = payload_key(payload)
        for _ in range(MOST_CONFLICTS):
            with suppress(ChangedError):
                self.create(key, raw)
                return "kept"
            if (first := self.read(key)) is not None:
                return "duplicate" if first.body == raw else self._keep_again(payload, raw)
        raise ArchiveError("writing", "other writers were in the way")

    def read(self, key: str) -> Stored | None:
        """Return the object under ``key``, or None when there is none."""
        try:
            with _named_errors("reading"):
                found = self._client.get_object(Bucket=self._bucket, Key=key)
                return Stored(found["Body"].read(), found["ETag"])
        except MissingError:
            return None

    def create(self, key: str, body: bytes, content_type: str = "application/json") -> str:
        """Write a new object and return its etag; raise ChangedError when there is one already."""
        return self._put(key, body, ContentType=content_type, IfNoneMatch="*")

    def replace(self, key: str, body: bytes, etag: str) -> str:
        """Overwrite the version ``etag`` and return the new etag; ChangedError if it is gone."""
        return self._put(key, body, ContentType="application/json", IfMatch=etag)

    def change(self, key: str, change: Callable[[bytes | None], bytes]) -> None:
        """Put what ``change`` makes of an object (None: there is none) in its place.

        Nobody's change is lost: whoever was overtaken changes the newer version. Raises
        ArchiveError when S3 fails, or when others never cease to be faster.
        """
        for _ in range(MOST_OVERTAKEN):
            stored = self.read(key)
            with suppress(ChangedError):
                if stored is None:
                    self.create(key, change(None))
                elif (body := change(stored.body)) != stored.body:
                    self.replace(key, body, stored.etag)
                return
        raise ArchiveError("changing", "overtaken too often")

    def mark(self, key: str) -> None:
        """Put an empty object under ``key``, unless it is there: its date is that of the first."""
        with suppress(ChangedError):
            self.create(key, b"")

    def remove(self, key: str) -> None:
        """Remove the object under ``key``; no error when there is none."""
        with _named_errors("removing"):
            self._client.delete_object(Bucket=self._bucket, Key=key)

    def listed(self, prefix: str, after: str = "") -> Iterator[Listed]:
        """Yield the objects under ``prefix`` in the order of their keys, from ``after`` on.

        Each thousand is one request, made when the first of them is asked for.
        """
        asked: Any = {"Bucket": self._bucket, "Prefix": prefix}
        if after:
            asked["StartAfter"] = after
        pages = iter(self._client.get_paginator("list_objects_v2").paginate(**asked))
        while True:
            with _named_errors("listing"):
                page = next(pages, None)
            if page is None:
                return
            for one in page.get("Contents", ()):
                yield Listed(one["Key"], one["LastModified"].timestamp())

    def open_connection(self) -> None:
        """Make the connection that the next request will use; raise ArchiveError if it can't.

        Any answer will do, a refusal too: the API's role may read some keys only.
        """
        try:
            with _named_errors("connecting"):
                self._client.head_object(Bucket=self._bucket, Key=f"{PAYLOADS}none")
        except (MissingError, RefusedError):
            return

    def _keep_again(self, payload: Payload, raw: bytes) -> str:
        digest = hashlib.sha256(raw).hexdigest()[:16]
        try:
            self.create(later_key(payload, digest), raw)
        except ChangedError:
            return "duplicate"
        return "kept again"

    def _put(self, key: str, body: bytes, **conditions: str) -> str:
        parameters: Any = {"Key": key, "Body": body, **conditions}
        try:
            with _named_errors("writing"):
                return self._client.put_object(Bucket=self._bucket, **parameters)["ETag"]
        except MissingError as error:  # the version that IfMatch names was deleted
            raise ChangedError(key) from error


@contextmanager
def _named_errors(doing: str) -> Iterator[None]:
    """Turn S3's errors into the archive's own, whose texts hold S3's code and nothing else."""
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 - slow to load

    try:
        with metrics.timed("s3", doing):
            yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", "unknown"))
        if code in _MISSING:
            raise MissingError(doing, code) from error
        if code in _LOST_THE_RACE:
            raise ChangedError(code) from error
        raise RefusedError(doing, code) from error
    except BotoCoreError as error:
        raise ArchiveError(doing, type(error).__name__) from error
