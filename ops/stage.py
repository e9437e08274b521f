"""One deployed stage: what stands in the account, and under which names.

CloudFormation's stack tells what ``ops/infrastructure.yaml`` made; the archive keeps what Chalice
wrote down of its deployment, so that every machine finds the same stage.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import boto3
import click
from botocore.exceptions import BotoCoreError, ClientError

from ops.operator_error import OperatorError
from ops.project import read_config

DEPLOYED = "deployed/chalice.json"  # in the archive: Chalice's own file of the deployment

stage_option = click.option(
    "--stage", "stage_name", default="dev", show_default=True, envvar="STAGE", help="Which stage."
)


@dataclass(frozen=True)
class Stage:
    """A deployed stage. ``api_url`` ends without a slash; routes follow it."""

    name: str
    region: str
    api_url: str
    bucket: str
    secrets_arn: str
    queue_url: str
    topic_arn: str
    functions: Mapping[str, str]  # by the handler's name in config.json, "api_handler" the API's

    @property
    def urls(self) -> dict[str, str]:
        """What ElevenLabs is told, by route."""
        routes = ("/client-data", "/retrieve", "/post-call")
        return {route: self.api_url + route for route in routes}


def stack_name(stage: str) -> str:
    """Return the name of the stack that holds the stage's infrastructure."""
    return f"{read_config().app_name}-{stage}"


def find_stage(name: str, aws: boto3.Session) -> Stage:
    """Return stage ``name`` in the account of ``aws``; OperatorError if it is not there."""
    outputs = stack_outputs(name, aws)
    api_url = _rest_api_url(name, aws, outputs["ArchiveBucket"])
    return Stage(
        name=name,
        region=aws.region_name,
        api_url=api_url.rstrip("/"),
        bucket=outputs["ArchiveBucket"],
        secrets_arn=outputs["SecretsArn"],
        queue_url=outputs["FailedQueueUrl"],
        topic_arn=outputs["AlarmTopicArn"],
        functions=read_config().functions(name),
    )


def session() -> boto3.Session:
    """Return the session of the environment; OperatorError when it names no region."""
    aws = boto3.Session()
    if not aws.region_name:
        raise OperatorError(
            "No AWS region is set; set AWS_REGION, or AWS_PROFILE to one that has it."
        )
    return aws


def stack_outputs(name: str, aws: boto3.Session) -> dict[str, str]:
    """Return the outputs of the stack of stage ``name``; raise OperatorError if there is none."""
    read_config().stage(name)
    try:
        answer = aws.client("cloudformation").describe_stacks(StackName=stack_name(name))
    except ClientError as error:
        if error.response["Error"]["Code"] == "ValidationError":
            raise not_deployed(name, aws.region_name) from error
        raise OperatorError(f"CloudFormation refused to be asked ({_code(error)}).") from error
    except BotoCoreError as error:
        raise OperatorError(f"AWS can't be asked: {error}. Are there credentials?") from error
    outputs = answer["Stacks"][0].get("Outputs", [])
    return {one["OutputKey"]: one["OutputValue"] for one in outputs}


def not_deployed(name: str, region: str) -> OperatorError:
    """Return the error of a stage that is not there."""
    return OperatorError(f"Stage {name!r} is not deployed in {region}; make deploy STAGE={name}")


def _rest_api_url(name: str, aws: boto3.Session, bucket: str) -> str:
    try:
        kept = aws.client("s3").get_object(Bucket=bucket, Key=DEPLOYED)
    except ClientError as error:
        raise not_deployed(name, aws.region_name) from error
    resources: list[dict[str, Any]] = json.loads(kept["Body"].read())["resources"]
    (rest_api,) = [one for one in resources if one["resource_type"] == "rest_api"]
    return str(rest_api["rest_api_url"])


def _code(error: ClientError) -> str:
    return str(error.response["Error"]["Code"])
