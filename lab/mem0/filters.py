"""Mem0's filters: JSON in, SQL conditions and their parameters out. Pure.

Syntax: https://docs.mem0.ai/platform/features/v2-memory-filters. No value of a filter ever becomes
part of the SQL. Every condition is true or false, never NULL, so that NOT means "all others".
Deeper or longer filters than anyone writes by hand are refused, before SQLite would.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lab.mem0.condition import Condition, FilterError
from lab.mem0.filter_fields import ENTITIES, FIELDS

DEEPEST = 20  # levels of JSON
LONGEST = 500  # values in the whole filter

__all__ = ["FilterError", "Where", "where"]


@dataclass(frozen=True)
class Where:
    """What a filter asks for, in two parts that both must hold.

    ``scopes`` can be answered by the table of scopes alone; ``memories`` looks at each memory and
    is None when there is nothing to look at.
    """

    scopes: Condition
    memories: Condition | None

    @property
    def both(self) -> Condition:
        """The whole filter, for the two tables joined."""
        return _all([self.scopes, self.memories] if self.memories else [self.scopes])


def where(filters: object, *further: Condition) -> Where:
    """Translate ``filters``; all of ``further`` must hold as well.

    Raises FilterError for anything Mem0 would answer with 400: no filter, an unknown key or
    operator, or no entity id that is positively asked for.
    """
    _measure(filters, 0)
    conditions = [*_conditions(filters), *further]
    if not any(condition.is_scoped for condition in conditions):
        raise FilterError("filters must name at least one of user_id, agent_id, app_id, run_id")
    of_memories = [condition for condition in conditions if condition.is_of_memory]
    of_scopes = [condition for condition in conditions if not condition.is_of_memory]
    return Where(_all(of_scopes), _all(of_memories) if of_memories else None)


def _measure(node: object, depth: int) -> int:
    if depth > DEEPEST:
        raise FilterError("filters are nested too deeply")
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    size = 1 + sum(_measure(child, depth + 1) for child in children)
    if size > LONGEST:
        raise FilterError("filters are too long")
    return size


def _conditions(node: object) -> list[Condition]:
    """Return what must all hold; siblings are joined by AND."""
    if not isinstance(node, dict) or not node:
        raise FilterError("filters must be a non-empty object")
    found: list[Condition] = []
    for key, value in node.items():
        if key == "AND":
            found += [condition for child in _children(value) for condition in _conditions(child)]
        elif key == "OR":
            if "AND" not in node:  # beside an AND, Mem0 drops it
                found.append(_any(_all(_conditions(child)) for child in _children(value)))
        elif key == "NOT":
            children = value if isinstance(value, list) else [value]
            found.append(_none(_all(_conditions(child)) for child in _children(children)))
        elif key in FIELDS:
            found += FIELDS[key](key, value)
        else:
            raise FilterError(f"unknown filter key {key!r}")
    return found


def _children(value: object) -> list[object]:
    if not isinstance(value, list) or not value:
        raise FilterError("AND, OR and NOT take a non-empty list")
    return value


def _all(conditions: Iterable[Condition]) -> Condition:
    parts = list(conditions)
    return Condition(
        " AND ".join(part.sql for part in parts) or "1",
        tuple(value for part in parts for value in part.parameters),
        is_of_memory=any(part.is_of_memory for part in parts),
        is_scoped=any(part.is_scoped for part in parts),
    )


def _any(conditions: Iterable[Condition]) -> Condition:
    """Join by OR. It is scoped only when every branch is: one open branch opens it to everyone."""
    parts = list(conditions)
    return Condition(
        "(" + " OR ".join(f"({part.sql})" for part in parts) + ")",
        tuple(value for part in parts for value in part.parameters),
        is_of_memory=any(part.is_of_memory for part in parts),
        is_scoped=all(part.is_scoped for part in parts),
    )


def _none(conditions: Iterable[Condition]) -> Condition:
    one = _any(conditions)
    return Condition(f"NOT {one.sql}", one.parameters, is_of_memory=one.is_of_memory)


EVERYBODY = where({"OR": [{entity: "*"} for entity in ENTITIES]})  # for looking behind the API
