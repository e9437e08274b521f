"""``destroy``: a stage taken down; its archive stays, unless one is told otherwise."""

import shutil
from collections.abc import Mapping
from typing import Any

import boto3
import click

from ops.beyond_chalice import log_group
from ops.build import copy_app, write_config
from ops.deployed import Deployed, chalices_file, resources, write_down
from ops.first_keys import keep_salt
from ops.policies import own_of
from ops.progress import step
from ops.project import API, PROJECT, Config, read_config
from ops.run_chalice import run_chalice
from ops.secret import Secret
from ops.stack import KEEP, delete_stack, put_stack, resources_of
from ops.stage import NotDeployedError, session, stack_name, stack_outputs
from ops.stage_option import deployed_stage_option
from ops.still_there import still_there
from ops.unrecorded import unrecorded
from ops.wishes import Wishes, dry_run_option, json_option, yes_option

EXAMPLES = """\b
Examples:
  python -m ops destroy --dry-run
  python -m ops destroy --stage dev
  python -m ops destroy --stage dev --archive --yes --json
"""
OF_THE_ARCHIVE = {"Archive", "ArchiveOverTlsOnly"}  # as the template names it and its policy


@click.command(epilog=EXAMPLES)
@deployed_stage_option
@click.option("--archive", is_flag=True, help="The archive too: every call, and for ever.")
@dry_run_option
@yes_option
@json_option
def command(stage_name: str, *, archive: bool, **wishes: bool) -> None:
    """Take the stage down, all but its archive.

    Functions, routes, keys, queue, alarms and logs go; the archive only with --archive. What Mem0
    remembers stays. The next deployment goes on with the archive.
    """
    told, config, aws = Wishes(**wishes), read_config(), session()
    try:
        outputs = stack_outputs(stage_name, aws)
    except NotDeployedError:
        told.say(f"Nothing of stage {stage_name} is left in {aws.region_name}.")
        told.result(_result(stage_name, [], "", told))
        return
    bucket = outputs["ArchiveBucket"]
    goes = _what_goes(aws, config, stage_name, archive=archive)
    kept = "" if archive else bucket
    if told.dry_run:
        told.say(f"Would go: {', '.join(goes) or 'nothing'}.")
    else:
        lost = "with every call it has archived" if archive else "but for its archive"
        told.agreed(f"Take down stage {stage_name} in {aws.region_name}, {lost}?")
        _take_down(aws, config, stage_name, outputs, archive=archive)
    if kept:
        told.say(f"\nThe archive is kept: {kept}")
    told.result(_result(stage_name, goes, kept, told))


def _take_down(
    aws: boto3.Session,
    config: Config,
    stage: str,
    outputs: Mapping[str, str],
    *,
    archive: bool,
) -> None:
    if "SecretsArn" in outputs:
        with step("functions and routes"):
            _delete_app(aws, config, stage, outputs)
        with step("infrastructure"):
            _put_away(aws, stage, outputs)
    if archive:
        with step("the archive"):
            _delete_archive(aws, stage, outputs["ArchiveBucket"])


def _what_goes(aws: boto3.Session, config: Config, stage: str, *, archive: bool) -> list[str]:
    """Return the functions that are there, and what of the stack goes with them."""
    made = resources_of(aws.client("cloudformation"), stack_name(stage))
    there = aws.client("lambda").get_paginator("list_functions").paginate()
    names = {one["FunctionName"] for page in there for one in page["Functions"]}
    functions = [one for one in config.functions(stage).values() if one in names]
    return [*functions, *(one for one in made if archive or one not in OF_THE_ARCHIVE)]


def _result(stage: str, goes: list[str], kept: str, told: Wishes) -> dict[str, Any]:
    return {"stage": stage, "is_dry_run": told.dry_run, "goes": goes, "archive_kept": kept}


def _delete_app(aws: boto3.Session, config: Config, stage: str, outputs: Mapping[str, str]) -> None:
    functions = config.functions(stage)
    own = own_of(outputs, functions[API])
    file, record = (
        chalices_file(PROJECT, stage),
        Deployed(aws.client("s3"), outputs["ArchiveBucket"]),
    )
    build = copy_app(PROJECT, stage)
    names = {"ARCHIVE_BUCKET": outputs["ArchiveBucket"], "SECRETS_ARN": outputs["SecretsArn"]}
    write_config(PROJECT, config, stage, own, names)
    deployed = record.read() or unrecorded(
        aws, config, stage, own.account, outputs["ArchiveBucket"]
    )
    write_down(file, still_there(aws, deployed))
    environment = {"ARCHIVE_BUCKET": names["ARCHIVE_BUCKET"]}
    run_chalice("delete", stage, build, {**environment, "AWS_DEFAULT_REGION": aws.region_name})
    groups = {one["log_group_name"] for one in resources(deployed, "log_group")}
    _delete_logs(aws.client("logs"), groups | {log_group(one) for one in functions.values()})
    record.forget()
    file.unlink(missing_ok=True)
    shutil.rmtree(build)


def _delete_logs(logs: Any, groups: set[str]) -> None:
    for group in groups:
        try:
            logs.delete_log_group(logGroupName=group)
        except logs.exceptions.ResourceNotFoundException:
            continue


def _put_away(aws: boto3.Session, stage: str, outputs: Mapping[str, str]) -> None:
    """Leave nothing of the stack but the archive."""
    secret = Secret(aws.client("secretsmanager"), outputs["SecretsArn"])
    keep_salt(secret, aws.client("s3"), outputs["ArchiveBucket"])
    parameters = {"App": KEEP, "Stage": KEEP, "AlarmEmail": KEEP, "Running": "no"}
    put_stack(aws, stack_name(stage), parameters)


def _delete_archive(aws: boto3.Session, stage: str, bucket: str) -> None:
    """Delete every version of every object, the stack, and the bucket that outlives it."""
    s3 = aws.client("s3")
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket):
        found = [*page.get("Versions", []), *page.get("DeleteMarkers", [])]
        objects = [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in found]
        if objects:
            s3.delete_objects(Bucket=bucket, Delete={"Objects": objects, "Quiet": True})
    delete_stack(aws, stack_name(stage))
    if bucket in {one["Name"] for one in s3.list_buckets()["Buckets"]}:
        s3.delete_bucket(Bucket=bucket)
