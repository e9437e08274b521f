"""Every version of every object in the archive: listed, read, and deleted for good.

Not in ``chalicelib/archive.py``: what runs in Lambda must not be able to do this.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ops.operator_error import OperatorError

MOST_AT_ONCE = 1_000  # S3's own limit for one request


@dataclass(frozen=True)
class Version:
    """One version of an object, or a mark that it was deleted. ``at`` is unix seconds."""

    key: str
    id: str
    at: float
    size: int = 0
    is_mark: bool = False
    is_latest: bool = True


class Versions:
    """The versions in ``bucket``. ``client`` is a boto3 S3 client; one serves all threads."""

    def __init__(self, client: Any, bucket: str) -> None:
        self._client, self._bucket = client, bucket

    def listed(self, prefix: str, after: str = "") -> Iterator[Version]:
        """Yield the versions under ``prefix`` by their keys, of keys that come after ``after``.

        Of one key the oldest comes first; S3 tells times in whole seconds, and lists the newest
        first (docs: ListObjectVersions).
        """
        asked = {"Bucket": self._bucket, "Prefix": prefix}
        if after:
            asked["KeyMarker"] = after
        for page in self._client.get_paginator("list_object_versions").paginate(**asked):
            found = [_version(one, is_mark=True) for one in page.get("DeleteMarkers", ())]
            found += [_version(one, is_mark=False) for one in page.get("Versions", ())]
            yield from sorted((one for one in found[::-1] if one.key > after), key=_place)

    def read(self, version: Version) -> bytes:
        """Return the bytes of ``version``."""
        asked = {"Bucket": self._bucket, "Key": version.key, "VersionId": version.id}
        return bytes(self._client.get_object(**asked)["Body"].read())

    def delete(self, versions: Iterable[Version]) -> None:
        """Delete ``versions`` and marks for good; OperatorError if S3 keeps one."""
        left = iter(versions)
        while batch := list(islice(left, MOST_AT_ONCE)):
            named = [{"Key": one.key, "VersionId": one.id} for one in batch]
            answer = self._client.delete_objects(
                Bucket=self._bucket, Delete={"Objects": named, "Quiet": True}
            )
            if errors := answer.get("Errors"):
                raise OperatorError(
                    f"S3 kept {len(errors)} object versions ({errors[0].get('Code')}). See that "
                    "you may s3:DeleteObjectVersion, and run it again: it goes on where it stopped."
                )


def _place(version: Version) -> tuple[str, float, bool]:
    return version.key, version.at, version.is_latest


def _version(told: dict[str, Any], *, is_mark: bool) -> Version:
    return Version(
        key=told["Key"],
        id=told["VersionId"],
        at=told["LastModified"].timestamp(),
        size=told.get("Size", 0),
        is_mark=is_mark,
        is_latest=told["IsLatest"],
    )
