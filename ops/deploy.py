"""``deploy``: a stage as it is checked out, made or changed; twice the same is once the same."""

import os
from collections.abc import Mapping
from typing import Any

import boto3
import click

from ops import beyond_chalice
from ops.build import code_bytes, copy_app, write_config
from ops.deployed import Deployed, chalices_file, resources, write_down
from ops.deployed_version import checkout_version, note_version
from ops.first_keys import fill_in
from ops.foreseen import foresee
from ops.layer import build_layer, check_sizes
from ops.policies import own_of
from ops.progress import step
from ops.project import API, PROJECT, Config, read_config
from ops.ready import check_account, check_config, look_around, raise_unless_ready
from ops.run_chalice import run_chalice
from ops.secret import Secret
from ops.stack import KEEP, put_stack
from ops.stage import Stage, find_stage, session, stack_name, stack_outputs
from ops.stage_option import deployed_stage_option
from ops.surrounding_checks import surrounding_checks
from ops.unrecorded import unrecorded
from ops.wishes import Wishes, dry_run_option, json_option

BROUGHT_BY_CONNECT = "ELEVENLABS_HMAC_KEY"  # the secret of the webhook that it makes


EXAMPLES = """\b
Examples:
  MEM0_API_KEY=... python -m ops deploy
  python -m ops deploy --stage prod --dry-run
  python -m ops deploy --stage prod --alarm-email you@example.com
  python -m ops deploy --stage prod --json | jq -r '.urls[]'
"""


@click.command(epilog=EXAMPLES)
@deployed_stage_option
@click.option(
    "--alarm-email",
    default=KEEP,
    envvar="ALARM_EMAIL",
    help="Who is told of alarms; without it, whoever was told before.",
)
@dry_run_option
@json_option
def command(stage_name: str, alarm_email: str | None, **wishes: bool) -> None:
    """Deploy the stage as it is checked out; run again, change it.

    Infrastructure, keys, functions, and what Chalice can't set. Keys that stand in the environment
    (MEM0_API_KEY and so on) go into the stage's secret if it lacks them. When a check fails,
    nothing is changed.
    """
    told, config, aws = Wishes(**wishes), read_config(), session()
    checks = _check(aws, config, stage_name, told)
    with step("the layer, which takes a minute when it is new"):
        build = copy_app(PROJECT, stage_name)
        check_sizes(build_layer(build), code_bytes(build))
    if told.dry_run:
        would = foresee(aws, config, stage_name, os.environ, alarm_email)
        told.result({**_show(would, stage_name, told), "checks": checks})
        return
    with step("infrastructure"):
        outputs = _put_infrastructure(aws, config, stage_name, alarm_email)
    with step("keys"):
        secret = Secret(aws.client("secretsmanager"), outputs["SecretsArn"])
        missing = fill_in(secret, aws.client("s3"), outputs["ArchiveBucket"], os.environ)
    with step("functions and routes"):
        _deploy_app(aws, config, stage_name, outputs)
    done = _conclude(find_stage(stage_name, aws), outputs["DashboardUrl"], missing, told)
    told.result({**done, "checks": checks})


def _check(aws: boto3.Session, config: Config, stage: str, told: Wishes) -> list[dict[str, str]]:
    """Show what was looked at, as doctor does, and return it; OperatorError if it ends here."""
    with step("what has to be so before a deployment"):
        check_config(PROJECT, config, stage)
        account = check_account(aws, config, stage)
        around = look_around(aws, config, stage, os.environ)
    checks = [account, *surrounding_checks(around)]
    for one in checks:
        told.say(f"  {one.line}")
    raise_unless_ready(around)
    return [one.told for one in checks]


def _show(foreseen: Mapping[str, str], stage: str, told: Wishes) -> dict[str, Any]:
    told.say(f"\nA deployment of stage {stage} would find, and do:")
    for what, would in foreseen.items():
        told.say(f"  {what:<28}{would}")
    told.say("Nothing was changed.")
    return {"stage": stage, "is_dry_run": True, "would": dict(foreseen)}


def _put_infrastructure(
    aws: boto3.Session, config: Config, stage: str, alarm_email: str | None
) -> dict[str, str]:
    parameters = {"App": config.app_name, "Stage": stage, "Running": "yes"}
    put_stack(aws, stack_name(stage), {**parameters, "AlarmEmail": alarm_email})
    return stack_outputs(stage, aws)


def _deploy_app(aws: boto3.Session, config: Config, stage: str, outputs: Mapping[str, str]) -> None:
    """Have Chalice deploy the app, and set what it can't."""
    functions = config.functions(stage)
    own = own_of(outputs, functions[API])
    names = {"ARCHIVE_BUCKET": outputs["ArchiveBucket"], "SECRETS_ARN": outputs["SecretsArn"]}
    policies = write_config(PROJECT, config, stage, own, names)
    file, record = (
        chalices_file(PROJECT, stage),
        Deployed(aws.client("s3"), names["ARCHIVE_BUCKET"]),
    )
    deployed = record.read() or unrecorded(aws, config, stage, own.account, names["ARCHIVE_BUCKET"])
    write_down(file, deployed)
    beyond_chalice.keep_logs(aws, functions.values(), config.written["log_retention_in_days"])
    environment = {"ARCHIVE_BUCKET": names["ARCHIVE_BUCKET"], "AWS_DEFAULT_REGION": aws.region_name}
    run_chalice("deploy", stage, PROJECT / ".chalice" / "build" / stage, environment)
    record.keep(file)
    beyond_chalice.set_retries(aws, functions, policies, outputs["FailedQueueArn"])
    (rest_api,) = resources(record.read() or {}, "rest_api")
    api_stage = config.stage(stage)["api_gateway_stage"]
    beyond_chalice.throttle(aws, rest_api["rest_api_id"], api_stage)
    version = checkout_version(PROJECT, config, stage)
    note_version(aws.client("lambda"), functions.values(), version)


def _conclude(stage: Stage, dashboard: str, missing: list[str], told: Wishes) -> dict[str, Any]:
    told.say(f"\nStage {stage.name} stands in {stage.region}:")
    for route, url in {**stage.urls, "dashboard": dashboard}.items():
        told.say(f"  {route:<14}{url}")
    if missing:
        told.say("\nNo call is answered before it has these keys:")
        for name in [one for one in missing if one != BROUGHT_BY_CONNECT]:
            told.say(f"  python -m ops keys --stage {stage.name} {name}")
    if BROUGHT_BY_CONNECT in missing:
        told.say(
            f"  make connect AGENT=agent_... STAGE={stage.name}   # brings {BROUGHT_BY_CONNECT}"
        )
    found = {"stage": stage.name, "region": stage.region, "is_dry_run": False}
    return {**found, "urls": stage.urls, "dashboard": dashboard, "missing_keys": missing}
