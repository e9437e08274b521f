"""The lab's AWS account as its user sees it: ``with AwsAccount() as aws: aws.client("s3")``."""

import json
import subprocess
import sys
from pathlib import Path
from typing import IO, Any, Self

import boto3
import httpx

from lab.aws.calls import PATH, Call
from lab.s3 import REGION

PROJECT = Path(__file__).resolve().parent.parent.parent
OPERATOR = "operator"  # the access key of who is no function


class AwsAccountError(Exception):
    """The account's process did not come up."""


class AwsAccount:
    """An empty account, in a process of its own: moto keeps one state a process.

    What its process has to say, which is why a request failed in it, goes to ``log``.
    """

    def __init__(self, log: IO[str] | None = None) -> None:
        self._log = log
        self._session = boto3.Session(OPERATOR, "lab", region_name=REGION)
        self._clients: dict[str, Any] = {}

    def __enter__(self) -> Self:
        """Start the process; raise AwsAccountError if it can't."""
        command = [sys.executable, "-m", "lab.aws"]
        self._process = subprocess.Popen(
            command,
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=self._log or subprocess.DEVNULL,
            text=True,
        )
        announced = self._process.stdout.readline() if self._process.stdout else ""
        if not announced:
            self.__exit__()
            raise AwsAccountError("python -m lab.aws did not start; run it to see why")
        self.url = str(json.loads(announced)["url"])
        return self

    def __exit__(self, *_: object) -> None:
        """End the process; everything in the account is gone.

        It is not asked to: to put its memory in order takes it seconds.
        """
        self._process.kill()
        self._process.wait()

    def environment(self, who: str = OPERATOR) -> dict[str, str]:
        """Return the variables with which ``who`` finds the account."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": who,
            "AWS_SECRET_ACCESS_KEY": "lab",
        }

    def client(self, service: str) -> Any:
        """Return an operator's client of ``service``, the same each time."""
        if service not in self._clients:
            self._clients[service] = self._session.client(service, endpoint_url=self.url)
        return self._clients[service]

    def uploaded(self, name: str) -> bytes:
        """Return the zip that was uploaded for a function, or for a layer's version by its ARN."""
        return httpx.get(f"{self.url}/lab/uploads/{name}").raise_for_status().content

    def calls(self) -> set[Call]:
        """Return the permissions that were needed since the last time, and forget them."""
        told = httpx.request("DELETE", self.url + PATH).raise_for_status().json()
        return {Call(**one) for one in told}
