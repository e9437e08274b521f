"""What moto 5.2.5's CloudFormation lacks of ``ops/infrastructure.yaml``, as CloudFormation does it.

- Kinds of resources that it does not know, or of which it ignores nearly all properties
  (``kinds.py``).
- A deletion policy that keeps what was made, but for a creation that is rolled back.
- Conditions that change: a resource whose condition no longer holds goes, and the other way round.
"""

from typing import Any, Self

from moto.cloudformation import parsing
from moto.core.common_models import CloudFormationModel

from lab.aws.kinds import KINDS, Client, Kind, Properties


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
