"""One deployed stage: what stands in the account, and under which names.

CloudFormation's stack tells what ``ops/infrastructure.yaml`` made; the archive keeps what Chalice
wrote down of its deployment, so that every machine finds the same stage.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from ops.aws_errors import aws_error
from ops.deployed import Deployed, resources
from ops.operator_error import OperatorError
from ops.project import read_config

NO_REGION = "No AWS region is set. Set AWS_REGION, or AWS_PROFILE to a profile that has one."


class NotDeployedError(OperatorError):
    """There is no such stage in the account, or only its archive is left."""

    def __init__(self, name: str, aws: boto3.Session) -> None:
        place = aws.region_name
        super().__init__(f"Stage {name!r} is not deployed in {place}; make deploy STAGE={name}")


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
    """Return stage ``name`` in the account of ``aws``; NotDeployedError if it is not."""
    outputs = running_outputs(name, aws)
    record = Deployed(aws.client("s3"), outputs["ArchiveBucket"]).read()
    if record is None:
        raise NotDeployedError(name, aws)
    (rest_api,) = resources(record, "rest_api")
    return Stage(
        name=name,
        region=aws.region_name,
        api_url=str(rest_api["rest_api_url"]).rstrip("/"),
        bucket=outputs["ArchiveBucket"],
        secrets_arn=outputs["SecretsArn"],
        queue_url=outputs["FailedQueueUrl"],
        topic_arn=outputs["AlarmTopicArn"],
        functions=read_config().functions(name),
    )


def running_outputs(name: str, aws: boto3.Session) -> dict[str, str]:
    """Return the outputs of the stack of stage ``name``, of which not only the archive is left."""
    outputs = stack_outputs(name, aws)
    if "SecretsArn" not in outputs:
        raise NotDeployedError(name, aws)
    return outputs


def session() -> boto3.Session:
    """Return the session of the environment; OperatorError when it names no region."""
    aws = boto3.Session(region_name=os.environ.get("AWS_REGION"))
    if not aws.region_name:
        raise OperatorError(NO_REGION)
    return aws


def stack_outputs(name: str, aws: boto3.Session) -> dict[str, str]:
    """Return the outputs of the stack of stage ``name``; NotDeployedError if there is none."""
    read_config().stage(name)
    try:
        answer = aws.client("cloudformation").describe_stacks(StackName=stack_name(name))
    except ClientError as error:
        if error.response["Error"]["Code"] == "ValidationError":
            raise NotDeployedError(name, aws) from error
        raise aws_error(error) from error
    except BotoCoreError as error:
        raise aws_error(error) from error
    outputs = answer["Stacks"][0].get("Outputs", [])
    return {one["OutputKey"]: one["OutputValue"] for one in outputs}
