"""What a deployment has made that was cut off before Chalice wrote down what it makes.

Chalice would make a second API beside an unrecorded one, and ``destroy`` would leave everything.
"""

from collections.abc import Iterator
from typing import Any

import boto3

from ops.project import API, Config
from ops.still_there import still_there


def unrecorded(
    aws: boto3.Session, config: Config, stage: str, account: str, bucket: str
) -> dict[str, Any]:
    """Return, as Chalice would have written it, what is there of ``stage`` by Chalice's names.

    ``account`` stands in every ARN: ``<region>:<number>``. Raises ClientError when AWS can't be
    asked.
    """
    supposed = [*_layers(aws, config, stage)]
    for handler, function in config.functions(stage).items():
        supposed += _of_handler(config, stage, handler, account, bucket)
        supposed += _apis(aws, config, stage, function) if handler == API else []
    record = {"schema_version": "2.0", "backend": "api", "resources": supposed}
    return still_there(aws, record)


def _of_handler(
    config: Config, stage: str, handler: str, account: str, bucket: str
) -> Iterator[dict[str, Any]]:
    """Yield what a handler may have, in the order in which Chalice makes it."""
    of_stage = f"{config.app_name}-{stage}-{handler}"
    function = config.functions(stage)[handler]
    arn = f"arn:aws:lambda:{account}:function:{function}"
    yield _resource(f"{handler}-log-group", "log_group", log_group_name=f"/aws/lambda/{of_stage}")
    role_arn = f"arn:aws:iam::{account.partition(':')[2]}:role/{of_stage}"
    yield _resource(f"{handler}_role", "iam_role", role_arn=role_arn, role_name=of_stage)
    yield _resource(handler, "lambda_function", lambda_arn=arn)
    yield _resource(f"{handler}-s3event", "s3_event", bucket=bucket, lambda_arn=arn)
    yield _resource(f"{handler}-event", "cloudwatch_event", rule_name=f"{of_stage}-event")


def _layers(aws: boto3.Session, config: Config, stage: str) -> Iterator[dict[str, Any]]:
    name = f"{config.app_name}-{stage}-managed-layer"
    told = aws.client("lambda").list_layer_versions(LayerName=name)["LayerVersions"]
    for one in told[:1]:  # the newest
        yield _resource("managed-layer", "lambda_layer", layer_version_arn=one["LayerVersionArn"])


def _apis(
    aws: boto3.Session, config: Config, stage: str, function: str
) -> Iterator[dict[str, Any]]:
    """Yield the API that calls ``function``: both stages' bear the app's name."""
    client, region = aws.client("apigateway"), aws.region_name
    for page in client.get_paginator("get_rest_apis").paginate():
        for api in page["items"]:
            if api["name"] == config.app_name and _calls(client, api["id"], function):
                place = config.stage(stage)["api_gateway_stage"]
                url = f"https://{api['id']}.execute-api.{region}.amazonaws.com/{place}/"
                yield _resource("rest_api", "rest_api", rest_api_id=api["id"], rest_api_url=url)
                return


def _calls(client: Any, api_id: str, function: str) -> bool:
    pages = client.get_paginator("get_resources").paginate(restApiId=api_id, embed=["methods"])
    methods = [
        method
        for page in pages
        for resource in page["items"]
        for method in resource.get("resourceMethods", {}).values()
    ]
    uris = [method.get("methodIntegration", {}).get("uri", "") for method in methods]
    return any(f":function:{function}/" in uri for uri in uris)


def _resource(name: str, resource_type: str, **told: str) -> dict[str, Any]:
    return {"name": name, "resource_type": resource_type, **told}
