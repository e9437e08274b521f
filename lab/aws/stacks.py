"""What moto 5.2.5's CloudFormation lacks of ``ops/infrastructure.yaml``, as CloudFormation does it.

- Kinds of resources that it does not know, or of which it ignores nearly all properties: each is
  made, changed and removed here through the service's own API.
- A deletion policy that keeps what was made, but for a creation that is rolled back.
- Conditions that change: a resource whose condition no longer holds goes, and the other way round.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from moto.cloudformation import parsing
from moto.core.common_models import CloudFormationModel

Client = Callable[[str], Any]  # of a service, by its name
Properties = Mapping[str, Any]


@dataclass(frozen=True)
class Kind:
    """One kind of resource. ``put`` makes or changes it and returns its physical id."""

    type: str
    name: str  # the property that names it, if one does
    put: Callable[[Client, str, Properties], str]
    remove: Callable[[Client, str], object]


def fill_gaps(client: Client) -> None:
    """Teach moto's CloudFormation, in this process, what it lacks; ``client`` reaches it."""
    models = [_model(kind, client) for kind in KINDS]
    for known in (parsing.get_model_list, parsing.get_model_map, parsing.get_name_type_map):
        known.cache_clear()
    assert set(models) <= set(parsing.get_model_map().values())
    create, update = parsing.ResourceMap.create, parsing.ResourceMap.update

    def create_whose_conditions_hold(self: Any, template: Any) -> Any:
        return create(self, _whose_conditions_hold(template, self.resolved_parameters))

    def update_whose_conditions_hold(self: Any, template: Any, parameters: Any = None) -> None:
        known, before = {**self.resolved_parameters, **(parameters or {})}, set(self.resources)
        update(self, _whose_conditions_hold(template, known), parameters)
        for gone in before - set(self.resources):  # or moto would take it for made, next time
            self._parsed_resources.pop(gone, None)

    replaced: Any = parsing.ResourceMap
    replaced.create, replaced.update = create_whose_conditions_hold, update_whose_conditions_hold


def _whose_conditions_hold(template: dict[str, Any], parameters: Any) -> Any:
    holds: dict[str, bool] = {}
    for name, condition in template.get("Conditions", {}).items():
        holds[name] = parsing.parse_condition(condition, parameters, holds)
    resources = {
        name: {**resource, "Condition": None, "DeletionPolicy": _kept_or_not(resource)}
        for name, resource in template["Resources"].items()
        if holds.get(resource.get("Condition"), True)
    }
    return {**template, "Resources": resources}


def _kept_or_not(resource: Properties) -> str:
    """Return the deletion policy in a word that moto knows; what is made without fail is kept."""
    return str(resource.get("DeletionPolicy", "Delete")).removesuffix("ExceptOnCreate")


class _Made:
    """A resource that was made here, as moto wants to see it."""

    kind: Kind
    client: Client

    def __init__(self, physical_resource_id: str) -> None:
        self.physical_resource_id = physical_resource_id

    @classmethod
    def cloudformation_type(cls) -> str:
        return cls.kind.type

    @classmethod
    def cloudformation_name_type(cls) -> str:
        return cls.kind.name

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        return attr == "Arn"

    def get_cfn_attribute(self, _: str) -> str:
        is_bucket = self.kind.type == "AWS::S3::Bucket"
        return f"arn:aws:s3:::{self.physical_resource_id}" * is_bucket or self.physical_resource_id

    @classmethod
    def create_from_cloudformation_json(cls, name: str, written: Any, *_: Any, **__: Any) -> Self:
        return cls(cls.kind.put(cls.client, name, written.get("Properties", {})))

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource: Self, cloudformation_json: Any, **_: Any
    ) -> Self:
        known, wanted = original_resource.physical_resource_id, cloudformation_json["Properties"]
        return cls(cls.kind.put(cls.client, known, wanted))

    def delete(self, *_: Any) -> None:
        self.kind.remove(type(self).client, self.physical_resource_id)

    def is_created(self) -> bool:
        return True


def _model(kind: Kind, client: Client) -> type:
    """Return a class that moto finds by its being a subclass of moto's own."""
    about = {"kind": kind, "client": staticmethod(client)}
    return type(kind.type, (_Made, CloudFormationModel), about)


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
