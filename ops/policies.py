"""The functions' policies: as checked out they fit any account; deployed, they fit one stage."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ops.operator_error import OperatorError


@dataclass(frozen=True)
class Own:
    """The ARNs of what a stage's functions may touch at most."""

    archive: str
    secret: str
    failed_queue: str
    api_function: str

    @property
    def account(self) -> str:
        """What stands in every ARN of the account: ``<region>:<number>``."""
        return ":".join(self.failed_queue.split(":")[3:5])

    def log_group(self, function: str) -> str:
        """Return the ARN of everything in the log of ``function``."""
        account = self.api_function.partition(":function:")[0].replace(":lambda:", ":logs:")
        return f"{account}:log-group:/aws/lambda/{function}:*"


def own_of(outputs: Mapping[str, str], api_function: str) -> Own:
    """Return what is a stage's own, by its stack's ``outputs`` and the API's function."""
    _, partition, _, region, account, _ = outputs["FailedQueueArn"].split(":")
    return Own(
        archive=f"arn:{partition}:s3:::{outputs['ArchiveBucket']}",
        secret=outputs["SecretsArn"],
        failed_queue=outputs["FailedQueueArn"],
        api_function=f"arn:{partition}:lambda:{region}:{account}:function:{api_function}",
    )


def narrowed(policy: Mapping[str, Any], function: str, own: Own) -> dict[str, Any]:
    """Return ``policy``, written for any account, as it is for ``function`` of one stage.

    "*" alone stays: it is for actions that know no resources, as X-Ray's. Raises OperatorError for
    a resource of which it is not known what the stage's own is.
    """
    instead = {
        "secretsmanager": own.secret,
        "sqs": own.failed_queue,
        "lambda": own.api_function,
        "logs": own.log_group(function),
    }

    def one(resource: str) -> str:
        service = [*resource.split(":"), "", ""][2]
        if resource == "*":
            return resource
        if service == "s3":
            return own.archive + resource.removeprefix("arn:aws:s3:::*")
        if service not in instead:
            raise OperatorError(f"The policy of {function} names {resource}: nothing of a stage's.")
        return instead[service]

    statements = [
        {**said, "Resource": [one(resource) for resource in listed(said["Resource"])]}
        for said in policy["Statement"]
    ]
    return {**policy, "Statement": statements}


def actions(policy: Mapping[str, Any]) -> set[str]:
    """Return every action that ``policy`` allows."""
    return {action for said in policy["Statement"] for action in listed(said["Action"])}


def listed(one_or_several: str | list[str]) -> list[str]:
    """Return what a policy may write as a list or as a single word."""
    return [one_or_several] if isinstance(one_or_several, str) else one_or_several
