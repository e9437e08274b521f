"""The keys: the settings that are secret, and where they are when the environment lacks them.

``SECRETS_ARN`` names a secret in AWS Secrets Manager that holds them as one JSON object. This is
the one module that speaks to Secrets Manager.
"""

import json
from collections.abc import Callable, Mapping

from chalicelib.settings import SettingsError

KEYS = ("MEM0_API_KEY", "ELEVENLABS_WORKSPACE_KEY", "ELEVENLABS_HMAC_KEY", "CALLER_SALT")

CONNECTING_SECS, READING_SECS, ATTEMPTS = 1, 2, 2  # a caller may be waiting, and will not for long


class KeysUnreachableError(SettingsError):
    """The secret could not be read now; the message says why, and holds nothing of it."""


def with_keys(
    environ: Mapping[str, str], fetch: Callable[[str], str] | None = None
) -> Mapping[str, str]:
    """Return ``environ`` with the keys that it lacks, if it names a secret that holds them.

    ``fetch`` returns a secret's text by its ARN; Secrets Manager is asked by default. What stands
    in the environment counts, for local use. Raises KeysUnreachableError when the secret can't be
    read, and SettingsError when it does not hold what it should.
    """
    arn = environ.get("SECRETS_ARN", "").strip()
    lacking = [name for name in KEYS if not environ.get(name, "").strip()]
    if not arn or not lacking:
        return environ
    held = _read((fetch or _fetch)(arn))
    return {**environ, **{name: held[name] for name in lacking if name in held}}


def _read(text: str) -> dict[str, str]:
    try:
        held = json.loads(text)
    except ValueError as error:
        raise SettingsError("SECRETS_ARN names a secret that is no JSON") from error
    keys = {name: held[name] for name in KEYS if name in held} if isinstance(held, dict) else None
    if keys is None or not all(isinstance(key, str) for key in keys.values()):
        raise SettingsError("SECRETS_ARN names a secret that is no JSON object of names and keys")
    return keys


def _fetch(arn: str) -> str:
    import boto3  # noqa: PLC0415 - slow, and not needed where the keys are in the environment
    from botocore.config import Config  # noqa: PLC0415
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    config = Config(
        connect_timeout=CONNECTING_SECS,
        read_timeout=READING_SECS,
        retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
    )
    try:
        client = boto3.client("secretsmanager", config=config)
        return str(client.get_secret_value(SecretId=arn).get("SecretString", ""))
    except ClientError as error:
        raise _unreachable(str(error.response.get("Error", {}).get("Code"))) from error
    except BotoCoreError as error:
        raise _unreachable(type(error).__name__) from error


def _unreachable(reason: str) -> KeysUnreachableError:
    return KeysUnreachableError(f"SECRETS_ARN names a secret that can't be read: {reason}")
