"""What the tests of ops share: an AWS account, and a stage that was deployed to it."""

import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import boto3
import httpx
import pytest
from chalice.test import Client

from chalicelib.container import Container
from chalicelib.remember import Rememberer
from lab.aws.account import AwsAccount
from lab.functions import Functions
from lab.mem0.server import Mem0Lab
from lab.s3 import S3Lab
from ops.stores import connect_stores
from tests.conftest import Clock
from tests.ops import callers, rehearsal
from tests.ops.callers import Called
from tests.ops.desk import Desk
from tests.ops.rehearsal import Clone
from tests.ops.standing import HOST, OneClientEach, Standing, deployed, put_infrastructure


@dataclass(frozen=True)
class Rehearsed:
    """Stage dev, deployed, worked on, and deployed again.

    What was said and found each time, and the functions of the second, running.
    """

    aws: AwsAccount
    clone: Clone
    mem0: Mem0Lab
    said: tuple[str, str]
    found: tuple[dict[str, Any], dict[str, Any]]
    functions: Functions


@pytest.fixture(scope="session")
def aws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AwsAccount]:
    """An AWS account of the lab's; what its process says is in ``aws.log`` of the test's folder."""
    with (tmp_path_factory.mktemp("aws") / "aws.log").open("w") as log, AwsAccount(log) as account:
        yield account


@pytest.fixture(scope="session")
def rehearsed(aws: AwsAccount, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsed]:
    """Deploy stage dev, change things, deploy it again; then run what was uploaded."""
    scratch: Path = tmp_path_factory.mktemp("rehearsal")
    with Mem0Lab(database=scratch / "mem0.db") as mem0:
        (scratch / "clone").mkdir()
        clone = rehearsal.clone(scratch / "clone", aws)
        clone.configure("dev", MEM0_HOST=mem0.url)
        first = clone.done("deploy", "--stage", "dev", **rehearsal.keys_of(mem0.api_key))
        found = rehearsal.account(aws, "dev")
        rehearsal.set_hmac_key(clone)
        rehearsal.work_on(clone, "dev")
        told = ("--alarm-email", rehearsal.TOLD_LATER)
        second = clone.done("deploy", "--stage", "dev", *told)
        again = rehearsal.account(aws, "dev")
        with rehearsal.running(aws, "dev", scratch) as functions:
            yield Rehearsed(aws, clone, mem0, (first, second), (found, again), functions)


@pytest.fixture
def session(s3: S3Lab, monkeypatch: pytest.MonkeyPatch) -> boto3.Session:
    """An operator's session, in an empty account of this process."""
    for name, value in {**s3.environment(), "AWS_ENDPOINT_URL": s3.url}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_REGION", raising=False)
    return boto3.Session()


@pytest.fixture(autouse=True)
def _no_metrics(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have commands print what they print for an operator, as ``python -m ops`` does."""
    monkeypatch.setenv("POWERTOOLS_METRICS_DISABLED", "true")


@pytest.fixture(scope="session")
def of_this_process() -> boto3.Session:
    """A session that all tests share: each that is made reads the services' descriptions anew."""
    return boto3.Session()


@pytest.fixture
def called(
    environment: dict[str, str],
    s3: S3Lab,
    mem0: Mem0Lab,
    of_this_process: boto3.Session,
    monkeypatch: pytest.MonkeyPatch,
) -> Called:
    """A stage whose bucket keeps versions, as a deployed one's does; two people have called."""
    monkeypatch.setenv("POWERTOOLS_METRICS_DISABLED", "true")
    s3.client().put_bucket_versioning(
        Bucket=s3.bucket, VersioningConfiguration={"Status": "Enabled"}
    )
    clock = Clock(now=time.time())
    stores = connect_stores("local", environment, of_this_process)
    stores = replace(stores, clock=clock, sleep=clock.sleep)
    salt = stores.settings.caller_salt
    mine = (stores.archive, stores.memory_store, salt, (), clock, clock.sleep)
    called = Called(s3, mem0, stores, Rememberer(*mine, deadline=clock() + 10_000))
    callers.story(called)
    return called


@pytest.fixture
def desk(box: Container, s3: S3Lab, mem0: Mem0Lab, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An operator's desk at the lab, whose clock goes on only when somebody sleeps."""
    monkeypatch.setenv("POWERTOOLS_METRICS_DISABLED", "true")
    settings, clock = box.settings, Clock(time.time())
    here = Container(lambda: settings, clock, clock.sleep, box.archive, box.memory_store)
    return Desk(here, s3, mem0)


@pytest.fixture(scope="session")
def standing_account() -> Iterator[AwsAccount]:
    """An AWS account for the infrastructure of stage dev."""
    with AwsAccount() as account:
        yield account


@pytest.fixture(scope="session")
def standing_operator(standing_account: AwsAccount) -> boto3.Session:
    """An operator's session in an account that has the infrastructure of stage dev."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in standing_account.environment().items():
            patch.setenv(name, value)
        operator = OneClientEach()
        put_infrastructure(operator)
        return operator


@pytest.fixture
def standing(
    standing_account: AwsAccount,
    standing_operator: boto3.Session,
    mem0: Mem0Lab,
    environment: dict[str, str],
    tls: ssl.SSLContext,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Standing]:
    """Stage dev as it is after a deployment, with its API answered by the app itself."""
    import app  # noqa: PLC0415 - the bucket's name is read when it is imported

    client = Client(app.app)  # of the settings in ``environment``
    client.http.request("GET", "/health")  # builds the container while they are there
    for name, value in standing_account.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_ENDPOINT_URL_S3")
    monkeypatch.delenv("AWS_ENDPOINT_URL_SQS")

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/dev")
        body, headers = request.read(), dict(request.headers)
        told = client.http.request(request.method, path, headers=headers, body=body)
        return httpx.Response(told.status_code, content=told.body)

    mounts = {HOST: httpx.MockTransport(answer)}
    with httpx.Client(mounts=mounts, verify=tls) as http:
        yield deployed(standing_operator, http, mem0)
