"""What a deployment would find and do, told without doing it."""

from collections.abc import Mapping

import boto3

from ops.deployed_version import CHECKOUT, checkout_version
from ops.first_keys import SALT, WORKSPACE_KEY, handed
from ops.project import PROJECT, Config
from ops.secret import Secret
from ops.stack import KEEP, is_as_written, parameter
from ops.stage import NotDeployedError, stack_name, stack_outputs

MADE = "would be made"
STAYS = "is as it would be"
CHANGED = "would be changed"
FOUND = "would be taken from the archive, or made"


def foresee(
    aws: boto3.Session,
    config: Config,
    stage: str,
    environ: Mapping[str, str],
    alarm_email: str | None,
) -> dict[str, str]:
    """Return what would become of each thing that a deployment of ``stage`` sees to.

    ``alarm_email`` is None to leave it as it is. Raises OperatorError when AWS can't be asked.
    """
    try:
        outputs = stack_outputs(stage, aws)
    except NotDeployedError:
        outputs = {}
    kept = _kept(aws, outputs)
    new = handed(kept, environ)
    made = [name for name in (WORKSPACE_KEY, SALT) if name not in {**kept, **new}]
    return {
        "infrastructure": _infrastructure(aws, stage, outputs, alarm_email),
        **{f"key {name}": "would be set" for name in new},
        **{f"key {name}": FOUND if name == SALT and outputs else MADE for name in made},
        **_functions(aws, config, stage),
    }


def _kept(aws: boto3.Session, outputs: Mapping[str, str]) -> dict[str, str]:
    arn = outputs.get("SecretsArn")
    return Secret(aws.client("secretsmanager"), arn).read() if arn else {}


def _infrastructure(
    aws: boto3.Session, stage: str, outputs: Mapping[str, str], alarm_email: str | None
) -> str:
    if not outputs:
        return MADE
    if "SecretsArn" not in outputs:
        return f"{MADE}, around the archive that is left"
    name, client = stack_name(stage), aws.client("cloudformation")
    is_told = alarm_email in (KEEP, parameter(client, name, "AlarmEmail"))
    return STAYS if is_told and is_as_written(client, name) else CHANGED


def _functions(aws: boto3.Session, config: Config, stage: str) -> dict[str, str]:
    """Return what would become of each function; one at the checkout's version runs the same."""
    client = aws.client("lambda")
    version, would = checkout_version(PROJECT, config, stage), {}
    for name in config.functions(stage).values():
        try:
            arn = client.get_function_configuration(FunctionName=name)["FunctionArn"]
        except client.exceptions.ResourceNotFoundException:
            would[name] = MADE
            continue
        tags = client.list_tags(Resource=arn).get("Tags", {})
        would[name] = STAYS if tags.get(CHECKOUT) == version else CHANGED
    return would
