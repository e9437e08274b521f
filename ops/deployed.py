"""What Chalice wrote down of a deployment: kept in the archive, so that every machine has it.

Chalice keeps it in ``.chalice/deployed/<stage>.json`` of one checkout, and from another would make
a second API beside the first.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

KEY = "deployed/chalice.json"  # in the archive of the stage


class Deployed:
    """The record of one stage, in its archive ``bucket``."""

    def __init__(self, s3: Any, bucket: str) -> None:
        self._s3, self._bucket = s3, bucket

    def read(self) -> dict[str, Any] | None:
        """Return what is deployed; None when nothing is."""
        try:
            kept = self._s3.get_object(Bucket=self._bucket, Key=KEY)
        except ClientError as error:
            if error.response["Error"]["Code"] != "NoSuchKey":
                raise
            return None
        record: dict[str, Any] = json.loads(kept["Body"].read())
        return record

    def keep(self, file: Path) -> None:
        """Keep what Chalice has written down in ``file``."""
        self._s3.put_object(Bucket=self._bucket, Key=KEY, Body=file.read_bytes())

    def forget(self) -> None:
        """Nothing is deployed any more."""
        self._s3.delete_object(Bucket=self._bucket, Key=KEY)


def chalices_file(project: Path, stage: str) -> Path:
    """Return where Chalice keeps the record of ``stage`` in a checkout."""
    return project / ".chalice" / "deployed" / f"{stage}.json"


def write_down(file: Path, record: Mapping[str, Any]) -> None:
    """Have ``file``, Chalice's own, tell what is deployed, whatever it told until now."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(record, indent=2), encoding="utf-8")


def resources(record: dict[str, Any], resource_type: str) -> list[dict[str, Any]]:
    """Return what ``record`` tells of the resources of one type, as Chalice names it."""
    return [one for one in record["resources"] if one["resource_type"] == resource_type]
