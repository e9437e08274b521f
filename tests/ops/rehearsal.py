"""The rehearsal: a clone, an empty AWS account, and the operator's real commands between them."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.api_gateway import HMAC_KEY, WORKSPACE_KEY
from bench.artifact import Artifact
from bench.unpacked import unpacked
from lab.aws.account import AwsAccount
from lab.functions import Deployed, Functions

PROJECT = Path(__file__).parent.parent.parent
CLONED = ("app.py", "requirements.txt", "constraints.txt", "chalicelib", "ops")
TAKING_SECS = 300
SET_LATER = {"MEM0_SEARCH_LIMIT": "4"}  # in the stage's configuration, between two deployments
CODED_LATER = "\n# Written between two deployments.\n"
TOLD_LATER = "operator@example.com"  # of alarms
CHANGES_EACH_TIME = set("deploymentId LastModified Layers ResponseMetadata RevisionId".split())


@dataclass(frozen=True)
class Clone:
    """A checkout in ``folder``, and the environment of whoever works in it."""

    folder: Path
    environment: Mapping[str, str]

    def ops(
        self, *arguments: str, said: str = "", **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run ``python -m ops`` with ``arguments``, with ``said`` on its stdin."""
        return subprocess.run(
            [sys.executable, "-m", "ops", *arguments],
            cwd=self.folder,
            env={**os.environ, **self.environment, **variables},
            input=said,
            capture_output=True,
            text=True,
            timeout=TAKING_SECS,
            check=False,
        )

    def done(self, *arguments: str, said: str = "", **variables: str) -> str:
        """Run it, and return what it printed; fail with what it complained of."""
        ran = self.ops(*arguments, said=said, **variables)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def configure(self, stage: str, **variables: str) -> None:
        """Write ``variables`` into the stage's configuration, as an operator would."""
        file = self.folder / ".chalice" / "config.json"
        config = json.loads(file.read_text(encoding="utf-8"))
        config["stages"][stage]["environment_variables"] |= variables
        file.write_text(json.dumps(config), encoding="utf-8")


def clone(folder: Path, aws: AwsAccount) -> Clone:
    """Return a clone of what is checked out; only the layer that was packed before is shared."""
    for name in CLONED:
        if (PROJECT / name).is_dir():
            no_byte_code = shutil.ignore_patterns("__pycache__")
            shutil.copytree(PROJECT / name, folder / name, ignore=no_byte_code)
        else:
            shutil.copy(PROJECT / name, folder)
    (folder / ".chalice").mkdir()
    for file in (PROJECT / ".chalice").glob("*.json"):
        shutil.copy(file, folder / ".chalice")
    packed = PROJECT / ".chalice" / "deployments"
    packed.mkdir(exist_ok=True)
    (folder / ".chalice" / "deployments").symlink_to(packed)
    return Clone(folder, aws.environment())


def keys_of(mem0_key: str) -> dict[str, str]:
    """Return the keys that the operator has when they deploy for the first time."""
    return {"MEM0_API_KEY": mem0_key, "ELEVENLABS_WORKSPACE_KEY": WORKSPACE_KEY}


def set_hmac_key(checkout: Clone) -> None:
    """Set the key that is known only when the webhook exists."""
    checkout.done("keys", "--stage", "dev", "ELEVENLABS_HMAC_KEY", said=f"{HMAC_KEY}\n")


def work_on(checkout: Clone, stage: str) -> None:
    """Change what a developer changes between two deployments: a setting, and the code."""
    checkout.configure(stage, **SET_LATER)
    with (checkout.folder / "chalicelib" / "__init__.py").open("a", encoding="utf-8") as code:
        code.write(CODED_LATER)


def account(aws: AwsAccount, stage: str) -> dict[str, Any]:
    """Return all there is in the account of ``stage``, but for what changes with every upload."""
    prefix = f"agentic-memory-{stage}"
    functions = aws.client("lambda")
    configured = {
        one["FunctionName"]: one
        for one in functions.list_functions()["Functions"]
        if one["FunctionName"].startswith(prefix)
    }
    roles = [one["RoleName"] for one in aws.client("iam").list_roles()["Roles"]]
    groups = aws.client("logs").describe_log_groups(logGroupNamePrefix=f"/aws/lambda/{prefix}")
    found = {
        "functions": configured,
        "policies": {role: _policy(aws, role) for role in roles if role.startswith(prefix)},
        "events": {name: _event_config(functions, name) for name in configured},
        "stages": _api_stages(aws, stage),
        "rules": aws.client("events").list_rules(NamePrefix=prefix)["Rules"],
        "logs": {one["logGroupName"]: one.get("retentionInDays") for one in groups["logGroups"]},
        "told": _told(aws, prefix),
        "alarms": aws.client("cloudwatch").describe_alarms(AlarmNamePrefix=prefix)["MetricAlarms"],
    }
    told: dict[str, Any] = _lasting(json.loads(json.dumps(found, default=str)))
    return told


def _lasting(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: _lasting(one) for name, one in told.items() if name not in CHANGES_EACH_TIME}
    return [_lasting(one) for one in told] if isinstance(told, list) else told


def _policy(aws: AwsAccount, role: str) -> Any:
    iam = aws.client("iam")
    (name,) = iam.list_role_policies(RoleName=role)["PolicyNames"]
    return iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]


def _event_config(functions: Any, name: str) -> Any:
    try:
        return functions.get_function_event_invoke_config(FunctionName=name)
    except functions.exceptions.ResourceNotFoundException:
        return None


def _told(aws: AwsAccount, prefix: str) -> list[str]:
    """Return who is told of the stage's alarms."""
    listed = aws.client("sns").list_subscriptions()["Subscriptions"]
    return [one["Endpoint"] for one in listed if f":{prefix}" in one["TopicArn"]]


def _api_stages(aws: AwsAccount, stage: str) -> dict[str, Any]:
    """Return the settings of each API that has this stage, by the API's id."""
    gateway = aws.client("apigateway")
    return {
        api["id"]: {"api": api, "stage": one}
        for api in gateway.get_rest_apis()["items"]
        for one in gateway.get_stages(restApiId=api["id"])["item"]
        if one["stageName"] == stage
    }


@contextmanager
def running(aws: AwsAccount, stage: str, scratch: Path) -> Iterator[Functions]:
    """Unpack what was uploaded for ``stage``, and run its functions from it for the block."""
    configured = account(aws, stage)["functions"]
    layers = {
        name: aws.client("lambda").get_function_configuration(FunctionName=name)["Layers"]
        for name in configured
    }
    ((layer,),) = {tuple(one["Arn"] for one in used) for used in layers.values()}
    (code,) = {aws.uploaded(name) for name in configured}
    packed, nothing = scratch / "layer.zip", scratch / "nothing.zip"
    packed.write_bytes(aws.uploaded(layer))
    zipfile.ZipFile(nothing, "w").close()
    with unpacked(Artifact(code, packed, nothing, ())) as laid_out:
        deployed = {name: Deployed(one, laid_out.folders) for name, one in configured.items()}
        with Functions(deployed, {"AWS_ENDPOINT_URL": aws.url}) as functions:
            yield functions
