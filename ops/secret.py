"""The secret of a stage: one JSON object in Secrets Manager, from each key's name to its value.

The app reads it whole, so it holds the app's keys and nothing else (``chalicelib/keys.py``).
"""

import json
from typing import Any

from botocore.exceptions import ClientError

from chalicelib.keys import KEYS
from ops.operator_error import OperatorError


class Secret:
    """The secret ``arn``. ``client`` is boto3's for ``secretsmanager``."""

    def __init__(self, client: Any, arn: str) -> None:
        self._client = client
        self._arn = arn

    def read(self) -> dict[str, str]:
        """Return the keys that are set; raise OperatorError when the secret can't be read."""
        try:
            kept = self._client.get_secret_value(SecretId=self._arn)["SecretString"]
        except self._client.exceptions.ResourceNotFoundException:
            return {}  # as it was made: without a value
        except ClientError as error:
            code = error.response["Error"]["Code"]
            raise OperatorError(
                f"The stage's secret can't be read ({code}). See that these credentials may "
                "secretsmanager:GetSecretValue."
            ) from error
        try:
            return {str(name): str(value) for name, value in json.loads(kept).items() if value}
        except (AttributeError, ValueError) as error:
            raise OperatorError("The stage's secret is no JSON object; mend it by hand.") from error

    def put(self, **keys: str) -> None:
        """Set ``keys``, each under its name, and leave the others as they are."""
        if unknown := keys.keys() - set(KEYS):
            raise OperatorError(
                f"{', '.join(sorted(unknown))} is no key of the app; they are {', '.join(KEYS)}."
            )
        whole = {**self.read(), **keys}
        self._client.put_secret_value(SecretId=self._arn, SecretString=json.dumps(whole))
