"""Which version of the app a function runs, and which one is checked out.

A deployment tags each function with a digest of what it was deployed from, and with the digest of
the zip that Lambda then had: so that another checkout shows, and so does code that was put there in
another way. Chalice's own zip can't be compared, for it holds the files' times.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ops.project import Config

CHECKOUT, CODE = "agentic-memory:checkout", "agentic-memory:code-sha256"  # the tags' names


def checkout_version(project: Path, config: Config, stage: str) -> str:
    """Return a digest of all that the functions of ``stage`` are made of in ``project``.

    That is the code, the pinned packages, the policies, and what is configured for the stage.
    """
    digest = hashlib.sha256()
    for file in _files(project, config, stage):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.relative_to(project).as_posix()} {content}\n".encode())
    written = {**config.written, "stages": {stage: config.stage(stage)}}
    digest.update(json.dumps(written, sort_keys=True).encode())
    return digest.hexdigest()[:16]


def note_version(client: Any, functions: Iterable[str], version: str) -> None:
    """Tag ``functions``, as deployed a moment ago, with ``version``; ``client`` is Lambda's.

    Chalice takes tags away that are not its own: a deployment that was cut off leaves none.
    """
    for function in functions:
        told = client.get_function_configuration(FunctionName=function)
        tags = {CHECKOUT: version, CODE: told["CodeSha256"]}
        client.tag_resource(Resource=told["FunctionArn"], Tags=tags)


def _files(project: Path, config: Config, stage: str) -> Iterator[Path]:
    for name in ("app.py", "requirements.txt", "constraints.txt"):
        yield project / name
    for file in sorted((project / "chalicelib").rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file
    for one in config.stage(stage)["lambda_functions"].values():
        yield project / ".chalice" / one["iam_policy_file"]
