"""The lab's Lambda: deployed functions, run from what was uploaded and with what was configured."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from werkzeug.serving import make_server

from lab import function_process
from lab.aws.calls import Calls
from lab.s3 import REGION, Quiet

_PLATFORM = {"LANG": "en_US.UTF-8", "TZ": ":UTC", "AWS_EXECUTION_ENV": "AWS_Lambda_python3.11"}


class FunctionError(Exception):
    """A function raised; the message holds the error's type and text, as Lambda's answer does."""


@dataclass(frozen=True)
class Deployed:
    """A function: its ``configuration`` as Lambda tells it, and the folders it is run from."""

    configuration: Mapping[str, Any]
    folders: Sequence[Path]


class Functions:
    """Functions by their names, each a container of its own; also served as Lambda's API is.

    ``platform`` are the variables that Lambda itself would set, by which AWS is found.
    """

    def __init__(self, deployed: Mapping[str, Deployed], platform: Mapping[str, str]) -> None:
        self._deployed, self._platform = deployed, platform
        self._containers: dict[str, _Container] = {}
        self._starting = threading.Lock()
        self.calls = Calls()
        self._server = make_server(
            "127.0.0.1", 0, self.calls.heard(self._serve), threaded=True, request_handler=Quiet
        )
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        """Start serving."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """End the server and every container."""
        self._server.shutdown()
        self._server.server_close()
        for container in self._containers.values():
            container.end()

    def invoke(self, name: str, event: Any, ahead_secs: float = 0.0) -> Any:
        """Return what function ``name`` returns for ``event``; raise FunctionError if it raises.

        ``ahead_secs`` puts its clock forward, for what happens only later.
        """
        with self._starting:
            if name not in self._containers:
                self._containers[name] = _Container(self._deployed[name], self._environment(name))
        return self._containers[name].invoke(event, ahead_secs)

    def printed(self, name: str) -> list[str]:
        """Return the lines that function ``name`` has printed: its log and its metrics."""
        return self._containers[name].printed

    def _environment(self, name: str) -> dict[str, str]:
        configured = self._deployed[name].configuration["Environment"]["Variables"]
        lambdas = {"AWS_ENDPOINT_URL_LAMBDA": self.url, "AWS_LAMBDA_FUNCTION_NAME": name}
        own = {"AWS_ACCESS_KEY_ID": name, "AWS_SECRET_ACCESS_KEY": "lab"}
        place = {"AWS_REGION": REGION, "AWS_DEFAULT_REGION": REGION}
        return {**_PLATFORM, **self._platform, **place, **own, **lambdas, **configured}

    def _serve(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer Lambda's Invoke."""
        name = environ["PATH_INFO"].split("/")[3]
        event = json.loads(environ["wsgi.input"].read() or "{}")
        headers = [("Content-Type", "application/json")]
        try:
            answer = self.invoke(name, event)
        except FunctionError as error:
            answer = {"errorMessage": str(error)}
            headers.append(("X-Amz-Function-Error", "Unhandled"))
        start_response("200 OK", headers)
        return [json.dumps(answer).encode()]


class _Container:
    """One function's process."""

    def __init__(self, deployed: Deployed, environment: Mapping[str, str]) -> None:
        self._configuration = deployed.configuration
        self.printed: list[str] = []
        self._invoking = threading.Lock()
        program = str(Path(function_process.__file__))
        folders = map(str, deployed.folders)
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", program, self._configuration["Handler"], *folders],
            cwd=deployed.folders[0],
            env={**environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def invoke(self, event: Any, ahead_secs: float) -> Any:
        invocation = {"event": event, "context": self._context(), "ahead_secs": ahead_secs}
        with self._invoking:
            answer = self._asked(invocation)
        if "error" in answer:
            raise FunctionError(f"{answer['error']}: {answer['message']}")
        return answer["payload"]

    def end(self) -> None:
        self._process.terminate()
        self._process.wait()

    def _asked(self, invocation: Any) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(invocation) + "\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            if line.startswith(function_process.ANSWER):
                return json.loads(line[1:])
            self.printed.append(line.rstrip("\n"))
        raise FunctionError("it ended: " + " ".join(self.printed[-3:]))

    def _context(self) -> dict[str, Any]:
        return {
            "function_name": self._configuration["FunctionName"],
            "arn": self._configuration["FunctionArn"],
            "memory_mb": self._configuration["MemorySize"],
            "timeout_secs": self._configuration["Timeout"],
            "request_id": str(uuid4()),
        }
