"""A stage's own project folder, ``.chalice/build/<stage>``, from which Chalice deploys it.

It is the checkout with the names of the stage's bucket, secret and queue filled in. In it, plain
``chalice deploy --stage <stage>`` does the same as here.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ops.operator_error import OperatorError
from ops.policies import Own, actions, narrowed
from ops.project import Config

SHARED = ("deployed", "deployments")  # with the checkout: what is deployed, and what was packed


def copy_app(project: Path, stage: str) -> Path:
    """Make the folder of ``stage`` anew from the checkout ``project``, and return it.

    Byte-code that lies about in a developer's folder stays there.
    """
    build = project / ".chalice" / "build" / stage
    shutil.rmtree(build, ignore_errors=True)
    (build / ".chalice").mkdir(parents=True)
    for shared in SHARED:
        (project / ".chalice" / shared).mkdir(exist_ok=True)
        (build / ".chalice" / shared).symlink_to(project / ".chalice" / shared)
    shutil.copy2(project / "app.py", build)
    no_byte_code = shutil.ignore_patterns("__pycache__")
    shutil.copytree(project / "chalicelib", build / "chalicelib", ignore=no_byte_code)
    _copy_requirements(project, build)
    return build


def write_config(
    project: Path, config: Config, stage: str, own: Own, names: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    """Write the folder's configuration, and return each handler's policy.

    ``names`` are the variables ARCHIVE_BUCKET and SECRETS_ARN; a function is told those which it
    may use.
    """
    folder = project / ".chalice" / "build" / stage / ".chalice"
    functions: dict[str, Any] = {}
    policies: dict[str, dict[str, Any]] = {}
    for handler, function in config.functions(stage).items():
        written = config.stage(stage)["lambda_functions"][handler]
        policy = narrowed(_read_policy(project, written["iam_policy_file"]), function, own)
        file = f"policy-{function}.json"
        (folder / file).write_text(json.dumps(policy, indent=2), encoding="utf-8")
        told = {**written.get("environment_variables", {}), **_told(policy, names)}
        functions[handler] = {**written, "iam_policy_file": file, "environment_variables": told}
        policies[handler] = policy
    kept = {name: value for name, value in config.stage(stage).items() if name != "iam_policy_file"}
    stages = {stage: {**kept, "lambda_functions": functions}}
    text = json.dumps({**config.written, "stages": stages}, indent=2)
    (folder / "config.json").write_text(text, encoding="utf-8")
    return policies


def code_bytes(build: Path) -> int:
    """Return how large the app's own files are."""
    files = [build / "app.py", *(build / "chalicelib").rglob("*")]
    return sum(file.stat().st_size for file in files if file.is_file())


def _copy_requirements(project: Path, build: Path) -> None:
    constraints = (project / "constraints.txt").read_bytes()
    (build / "constraints.txt").write_bytes(constraints)
    requirements = (project / "requirements.txt").read_text(encoding="utf-8")
    # Chalice packs anew when this file changes; another pin must count, too.
    pins = f"# constraints.txt: {hashlib.sha256(constraints).hexdigest()}\n"
    (build / "requirements.txt").write_text(requirements + pins, encoding="utf-8")


def _told(policy: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, str]:
    allowed = actions(policy)
    told = {}
    if any(action.startswith("s3:") for action in allowed):
        told["ARCHIVE_BUCKET"] = names["ARCHIVE_BUCKET"]
    if "secretsmanager:GetSecretValue" in allowed:
        told["SECRETS_ARN"] = names["SECRETS_ARN"]
    return told


def _read_policy(project: Path, file: str) -> dict[str, Any]:
    path = project / ".chalice" / file
    try:
        policy: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OperatorError(f"The policy {path} can't be read.") from error
    return policy
