"""Kinds of resources that moto's CloudFormation lacks, each made through its service's own API."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Client = Callable[[str], Any]  # of a service, by its name
Properties = Mapping[str, Any]


@dataclass(frozen=True)
class Kind:
    """One kind of resource. ``put`` makes or changes it and returns its physical id."""

    type: str
    name: str  # the property that names it, if one does
    put: Callable[[Client, str, Properties], str]
    remove: Callable[[Client, str], object]


def _put_bucket(client: Client, name: str, wanted: Properties) -> str:
    s3 = client("s3")
    if name not in {bucket["Name"] for bucket in s3.list_buckets()["Buckets"]}:
        s3.create_bucket(Bucket=name)
    (encryption,) = wanted["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    algorithm = {"ApplyServerSideEncryptionByDefault": encryption["ServerSideEncryptionByDefault"]}
    settings = {
        "public_access_block": {"PublicAccessBlockConfiguration"},
        "bucket_ownership_controls": {"OwnershipControls"},
        "bucket_versioning": {"VersioningConfiguration"},
    }
    for setting, properties in settings.items():
        getattr(s3, f"put_{setting}")(Bucket=name, **{one: wanted[one] for one in properties})
    s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": [algorithm]})
    rules = [_rule(rule) for rule in wanted["LifecycleConfiguration"]["Rules"]]
    s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": rules})
    return name


def _rule(written: Properties) -> dict[str, Any]:
    """Return a rule of CloudFormation's as S3's own API has it."""
    rule = {
        "ID": written["Id"],
        "Status": written["Status"],
        "Filter": {"Prefix": written["Prefix"]},
    }
    moves = [
        {"Days": move["TransitionInDays"], "StorageClass": move["StorageClass"]}
        for move in written.get("Transitions", ())
    ]
    rule |= {"Transitions": moves} if moves else {}
    if "ExpiredObjectDeleteMarker" in written:
        rule["Expiration"] = {"ExpiredObjectDeleteMarker": written["ExpiredObjectDeleteMarker"]}
    for same in ("NoncurrentVersionExpiration", "AbortIncompleteMultipartUpload"):
        rule |= {same: written[same]} if same in written else {}
    return rule


def _put_bucket_policy(client: Client, _: str, wanted: Properties) -> str:
    policy = json.dumps(wanted["PolicyDocument"])
    client("s3").put_bucket_policy(Bucket=wanted["Bucket"], Policy=policy)
    return str(wanted["Bucket"])


def _put_secret(client: Client, name: str, wanted: Properties) -> str:
    manager = client("secretsmanager")
    if name.startswith("arn:"):
        manager.update_secret(SecretId=name, **wanted)
        return name
    return str(manager.create_secret(Name=name, **wanted)["ARN"])


def _put_queue_policy(client: Client, name: str, wanted: Properties) -> str:
    policy = {"Policy": json.dumps(wanted["PolicyDocument"])}
    for url in wanted["Queues"]:
        client("sqs").set_queue_attributes(QueueUrl=url, Attributes=policy)
    return name


def _put_subscription(client: Client, _: str, wanted: Properties) -> str:
    subscribed = client("sns").subscribe(ReturnSubscriptionArn=True, **wanted)
    return str(subscribed["SubscriptionArn"])


def _put_alarm(client: Client, _: str, wanted: Properties) -> str:
    client("cloudwatch").put_metric_alarm(**wanted)
    return str(wanted["AlarmName"])


KINDS = (
    Kind(
        "AWS::S3::Bucket",
        "BucketName",
        _put_bucket,
        lambda client, name: client("s3").delete_bucket(Bucket=name),
    ),
    Kind(
        "AWS::S3::BucketPolicy",
        "",
        _put_bucket_policy,
        lambda client, name: client("s3").delete_bucket_policy(Bucket=name),
    ),
    Kind(
        "AWS::SecretsManager::Secret",
        "Name",
        _put_secret,
        lambda client, arn: client("secretsmanager").delete_secret(
            SecretId=arn, ForceDeleteWithoutRecovery=True
        ),
    ),
    Kind("AWS::SQS::QueuePolicy", "", _put_queue_policy, lambda *_: None),  # goes with its queue
    Kind(
        "AWS::SNS::Subscription",
        "",
        _put_subscription,
        lambda client, arn: client("sns").unsubscribe(SubscriptionArn=arn),
    ),
    Kind(
        "AWS::CloudWatch::Alarm",
        "AlarmName",
        _put_alarm,
        lambda client, name: client("cloudwatch").delete_alarms(AlarmNames=[name]),
    ),
)
