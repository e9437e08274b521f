"""A stage's CloudFormation stack: made or changed, and waited for."""

from collections.abc import Mapping
from typing import Any

import boto3
from botocore.exceptions import ClientError, WaiterError

from ops.operator_error import OperatorError
from ops.project import PROJECT

TEMPLATE = PROJECT / "ops" / "infrastructure.yaml"
POLLED = {"Delay": 3, "MaxAttempts": 400}  # seconds; and after 20 minutes something is wrong
MOST_REASONS = 3
GONE = "DELETE_COMPLETE"

KEEP = None  # as a parameter's value: what the stack has, and nothing for a new one


def put_stack(aws: boto3.Session, name: str, parameters: Mapping[str, str | None]) -> None:
    """Have the stack ``name`` be what the template says; return when it is.

    Raises OperatorError with CloudFormation's own reasons when it can't be made or changed.
    """
    cloudformation = aws.client("cloudformation")
    body = TEMPLATE.read_text(encoding="utf-8")
    exists = _exists(cloudformation, name)
    asked = {
        "StackName": name,
        "TemplateBody": body,
        "Parameters": _written(parameters, exists=exists),
    }
    if exists:
        if _update(cloudformation, asked):
            _wait(cloudformation, name, "stack_update_complete")
    else:  # by its id a stack can be asked for even when it is gone
        made = cloudformation.create_stack(**asked, OnFailure="DELETE")
        _wait(cloudformation, made["StackId"], "stack_create_complete")


def is_as_written(cloudformation: Any, name: str) -> bool:
    """Return whether the stack ``name`` was made of the template as it is checked out."""
    told = cloudformation.get_template(StackName=name)["TemplateBody"]
    return str(told) == TEMPLATE.read_text(encoding="utf-8")


def parameter(cloudformation: Any, name: str, key: str) -> str:
    """Return the value of the parameter ``key`` of the stack ``name``; ``""`` if it has none."""
    (stack,) = cloudformation.describe_stacks(StackName=name)["Stacks"]
    parameters = stack.get("Parameters", [])
    values = [one["ParameterValue"] for one in parameters if one["ParameterKey"] == key]
    return str(values[0]) if values else ""


def resources_of(cloudformation: Any, name: str) -> list[str]:
    """Return what the stack ``name`` has made and is there, as the template names it."""
    pages = cloudformation.get_paginator("list_stack_resources").paginate(StackName=name)
    every = [one for page in pages for one in page["StackResourceSummaries"]]
    return [one["LogicalResourceId"] for one in every if one["ResourceStatus"] != GONE]


def delete_stack(aws: boto3.Session, name: str) -> None:
    """Delete the stack ``name``, and return when it is gone."""
    cloudformation = aws.client("cloudformation")
    cloudformation.delete_stack(StackName=name)
    _wait(cloudformation, name, "stack_delete_complete")


def _exists(cloudformation: Any, name: str) -> bool:
    try:
        cloudformation.describe_stacks(StackName=name)
    except ClientError as error:
        if error.response["Error"]["Code"] != "ValidationError":
            raise
        return False
    return True


def _written(parameters: Mapping[str, str | None], *, exists: bool) -> list[dict[str, Any]]:
    def one(name: str, value: str | None) -> dict[str, Any]:
        if value is KEEP and exists:
            return {"ParameterKey": name, "UsePreviousValue": True}
        return {"ParameterKey": name, "ParameterValue": value or ""}

    return [one(name, value) for name, value in parameters.items()]


def _update(cloudformation: Any, asked: Mapping[str, Any]) -> bool:
    """Begin the update, and return whether there is anything to change."""
    try:
        cloudformation.update_stack(**asked)
    except ClientError as error:
        if "No updates are to be performed" in str(error):
            return False
        raise OperatorError(f"CloudFormation refused the change: {error}") from error
    return True


def _wait(cloudformation: Any, name: str, until: str) -> None:
    try:
        cloudformation.get_waiter(until).wait(StackName=name, WaiterConfig=POLLED)
    except WaiterError as error:
        reasons = "; ".join(_reasons(cloudformation, name)) or str(error)
        raise OperatorError(f"CloudFormation could not do it: {reasons}") from error


def _reasons(cloudformation: Any, name: str) -> list[str]:
    """Return why resources failed last, first one first."""
    events = cloudformation.describe_stack_events(StackName=name)["StackEvents"]
    failed = [
        f"{event['LogicalResourceId']}: {event['ResourceStatusReason']}"
        for event in reversed(events)
        if event["ResourceStatus"].endswith("FAILED") and "ResourceStatusReason" in event
    ]
    return failed[-MOST_REASONS:]
