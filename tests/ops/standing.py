"""Stage dev as a deployment leaves it, in the lab's AWS: for a test to break, and to look at."""

import io
import json
import time
import zipfile
from dataclasses import dataclass
from typing import Any

import boto3
import httpx

from ops.check import Check
from ops.deployed_version import note_version
from ops.first_keys import SALT_KEY
from ops.secret import Secret
from ops.stack import put_stack
from ops.stage import Stage, find_stage, stack_outputs
from ops.stage_checks import stage_checks
from ops.stage_facts import Facts, read_facts
from tests.conftest import HMAC_KEY, WORKSPACE_KEY

STACK = {"App": "agentic-memory", "Stage": "dev", "Running": "yes", "AlarmEmail": ""}
HOST = "https://127.0.0.1:9"  # where nobody listens
VERSION = "0123456789abcdef"
SALT = "invented-salt"
API, REMEMBER = "agentic-memory-dev", "agentic-memory-dev-remember"


@dataclass
class Standing:
    """A stage that is deployed and well, until a test breaks something."""

    aws: boto3.Session
    stage: Stage
    http: httpx.Client
    mem0: Any
    clock_ahead_secs: float = 0.0

    @property
    def functions(self) -> Any:
        """Lambda."""
        return self.aws.client("lambda")

    @property
    def s3(self) -> Any:
        """The archive's S3."""
        return self.aws.client("s3")

    def set_keys(self, **keys: str) -> None:
        """Set keys in the secret."""
        Secret(self.aws.client("secretsmanager"), self.stage.secrets_arn).put(**keys)

    def set_variable(self, name: str, value: str) -> None:
        """Set a variable of the API's function."""
        told = self.functions.get_function_configuration(FunctionName=API)
        variables = {**told["Environment"]["Variables"], name: value}
        self.functions.update_function_configuration(
            FunctionName=API, Environment={"Variables": variables}
        )

    def notify(self, function: str = REMEMBER, prefix: str = "post-call/") -> None:
        """Have the archive tell ``function`` of new objects, or nobody."""
        rules = [{"Name": "prefix", "Value": prefix}, {"Name": "suffix", "Value": ".json"}]
        told = {
            "LambdaFunctionArn": f"arn:aws:lambda:us-east-1:123456789012:function:{function}",
            "Events": ["s3:ObjectCreated:*"],
            "Filter": {"Key": {"FilterRules": rules}},
        }
        self.s3.put_bucket_notification_configuration(
            Bucket=self.stage.bucket,
            NotificationConfiguration={"LambdaFunctionConfigurations": [told] if function else []},
        )

    def facts(self) -> Facts:
        """What doctor finds."""
        return read_facts(
            self.stage, VERSION, self.aws, self.http, lambda: time.time() + self.clock_ahead_secs
        )

    def checks(self) -> list[Check]:
        """What doctor says."""
        return stage_checks(self.facts())


class OneClientEach(boto3.Session):
    """A session that makes each client once: that takes longer than what it is asked for."""

    def client(self, service_name: str, *arguments: Any, **options: Any) -> Any:
        """Return the client of ``service_name``; another one when it is to be a special one."""
        if arguments or options:
            return super().client(service_name, *arguments, **options)
        made = vars(self).setdefault("made", {})
        if service_name not in made:
            made[service_name] = super().client(service_name)
        return made[service_name]


def put_infrastructure(aws: boto3.Session) -> None:
    """Have the account hold what a deployment makes before the functions."""
    put_stack(aws, "agentic-memory-dev", STACK)
    trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}}
    policy = json.dumps({"Statement": [{**trust, "Action": "sts:AssumeRole"}]})
    aws.client("iam").create_role(RoleName="invented", AssumeRolePolicyDocument=policy)


def deployed(aws: boto3.Session, http: httpx.Client, mem0: Any) -> Standing:
    """Return stage dev as ``make deploy`` leaves it, whatever it was before."""
    bucket, s3 = stack_outputs("dev", aws)["ArchiveBucket"], aws.client("s3")
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket):
        for one in [*page.get("Versions", ()), *page.get("DeleteMarkers", ())]:
            s3.delete_object(Bucket=bucket, Key=one["Key"], VersionId=one["VersionId"])
    made = {"resources": [{"resource_type": "rest_api", "rest_api_url": f"{HOST}/dev/"}]}
    s3.put_object(Bucket=bucket, Key="deployed/chalice.json", Body=json.dumps(made))
    s3.put_object(Bucket=bucket, Key=SALT_KEY, Body=SALT.encode())
    standing = Standing(aws, find_stage("dev", aws), http, mem0)
    standing.set_keys(
        MEM0_API_KEY=mem0.api_key,
        ELEVENLABS_WORKSPACE_KEY=WORKSPACE_KEY,
        ELEVENLABS_HMAC_KEY=HMAC_KEY,
        CALLER_SALT=SALT,
    )
    names = standing.stage.functions.values()
    for one in standing.functions.list_functions()["Functions"]:
        standing.functions.delete_function(FunctionName=one["FunctionName"])
    for name in names:
        _make_function(standing, name)
    note_version(standing.functions, names, VERSION)
    standing.notify()
    sqs, queue = aws.client("sqs"), {"QueueUrl": standing.stage.queue_url}
    for message in sqs.receive_message(**queue).get("Messages", ()):
        sqs.delete_message(**queue, ReceiptHandle=message["ReceiptHandle"])
    return standing


def _make_function(standing: Standing, name: str) -> None:
    variables = {"MEM0_HOST": standing.mem0.url, "ARCHIVE_BUCKET": standing.stage.bucket}
    standing.functions.create_function(
        FunctionName=name,
        Runtime="python3.11",
        Role="arn:aws:iam::123456789012:role/invented",
        Handler="app.app",
        Code={"ZipFile": zipped("")},
        Environment={"Variables": variables},
    )


def zipped(source: str) -> bytes:
    """Return ``source`` as a function's code."""
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as packed:
        packed.writestr("app.py", source)
    return code.getvalue()
