"""The keys of a stage that is deployed for the first time: those it can make, or is handed."""

import secrets
from collections.abc import Mapping
from typing import Any

from botocore.exceptions import ClientError

from chalicelib.keys import KEYS
from ops.secret import Secret

SALT_KEY = "deployed/caller_salt"  # in the archive, whose caller cards can't be found without it
SALT, WORKSPACE_KEY = "CALLER_SALT", "ELEVENLABS_WORKSPACE_KEY"


def fill_in(secret: Secret, s3: Any, bucket: str, environ: Mapping[str, str]) -> list[str]:
    """Give the stage the keys that it lacks, and return the names of those still missing.

    A key in ``environ`` is taken from there. The workspace's key is made, since both sides learn it
    from us; so is the salt, unless the archive remembers the one of an earlier deployment. A key
    that the stage has is never touched.
    """
    kept = secret.read()
    new = handed(kept, environ)
    if WORKSPACE_KEY not in {**kept, **new}:
        new[WORKSPACE_KEY] = secrets.token_hex(32)
    if SALT not in {**kept, **new}:
        new[SALT] = _kept_salt(s3, bucket) or secrets.token_hex(32)
    if new:
        secret.put(**new)
    keep_salt(secret, s3, bucket)
    return [name for name in KEYS if name not in {**kept, **new}]


def handed(kept: Mapping[str, str], environ: Mapping[str, str]) -> dict[str, str]:
    """Return the keys in ``environ`` that a stage which has ``kept`` lacks."""
    there = {name: environ.get(name, "").strip() for name in KEYS if name not in kept}
    return {name: value for name, value in there.items() if value}


def keep_salt(secret: Secret, s3: Any, bucket: str) -> None:
    """Have the archive remember the salt: without it nobody would find its caller cards again."""
    salt = secret.read().get(SALT, "")
    if salt and salt != _kept_salt(s3, bucket):
        s3.put_object(Bucket=bucket, Key=SALT_KEY, Body=salt.encode())


def _kept_salt(s3: Any, bucket: str) -> str:
    try:
        return str(s3.get_object(Bucket=bucket, Key=SALT_KEY)["Body"].read().decode())
    except ClientError as error:
        if error.response["Error"]["Code"] != "NoSuchKey":
            raise
        return ""
