"""What of a deployment is still there, so that what was taken down in part can be taken down.

``chalice delete`` ends at the first thing that is gone, and so would never come to the others.
"""

from collections.abc import Callable, Mapping
from typing import Any

import boto3
from botocore.exceptions import ClientError

_GONE = {"NotFoundException", "ResourceNotFoundException", "NoSuchEntity", "NoSuchBucket"}

_Resource = Mapping[str, Any]


def still_there(aws: boto3.Session, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``record``, Chalice's own of a deployment, without what is gone.

    What it does not fail at when it is gone is left in. Raises ClientError when AWS can't be asked.
    """
    left = [one for one in record["resources"] if _is_there(aws, one)]
    return {**record, "resources": left}


def _is_there(aws: boto3.Session, resource: _Resource) -> bool:
    find = _FINDERS.get(resource["resource_type"])
    try:
        return find is None or find(aws, resource)
    except ClientError as error:
        if error.response["Error"]["Code"] not in _GONE:
            raise
        return False


def _find_api(aws: boto3.Session, resource: _Resource) -> bool:
    return bool(aws.client("apigateway").get_rest_api(restApiId=resource["rest_api_id"]))


def _find_function(aws: boto3.Session, resource: _Resource) -> bool:
    arn = resource["lambda_arn"]
    return bool(aws.client("lambda").get_function_configuration(FunctionName=arn))


def _find_role(aws: boto3.Session, resource: _Resource) -> bool:
    return bool(aws.client("iam").get_role(RoleName=resource["role_name"]))


def _find_rule(aws: boto3.Session, resource: _Resource) -> bool:
    return bool(aws.client("events").describe_rule(Name=resource["rule_name"]))


def _find_log_group(aws: boto3.Session, resource: _Resource) -> bool:
    name = resource["log_group_name"]
    told = aws.client("logs").describe_log_groups(logGroupNamePrefix=name)["logGroups"]
    return name in {one["logGroupName"] for one in told}


def _find_notification(aws: boto3.Session, resource: _Resource) -> bool:
    bucket = resource["bucket"]
    told = aws.client("s3").get_bucket_notification_configuration(Bucket=bucket)
    notified = told.get("LambdaFunctionConfigurations", ())
    return resource["lambda_arn"] in {one["LambdaFunctionArn"] for one in notified}


_FINDERS: Mapping[str, Callable[[boto3.Session, _Resource], bool]] = {
    "cloudwatch_event": _find_rule,
    "iam_role": _find_role,
    "lambda_function": _find_function,
    "log_group": _find_log_group,
    "rest_api": _find_api,
    "s3_event": _find_notification,
}
