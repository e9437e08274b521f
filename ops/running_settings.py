"""The settings that a deployed stage runs with: its API's variables, and the keys of its secret."""

import boto3

from ops.project import API
from ops.secret import Secret
from ops.stage import Stage


def running_variables(stage: Stage, aws: boto3.Session) -> dict[str, str]:
    """Return what the API's function finds in its environment and in the secret, keys included.

    Raises OperatorError when the secret can't be read, ClientError when the function can't.
    """
    told = aws.client("lambda").get_function_configuration(FunctionName=stage.functions[API])
    variables: dict[str, str] = told.get("Environment", {}).get("Variables", {})
    return {**variables, **Secret(aws.client("secretsmanager"), stage.secrets_arn).read()}
