"""Filters on a memory's metadata. Pure."""

from collections.abc import Callable, Iterator
from functools import partial

from lab.mem0.condition import Condition, FilterError, Value, checked, is_in, listed, operations

ORDERED = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
EXTRACTED = {"type": False, "conversation_id": True}  # held in columns; is it of the memory?


def metadata(_: str, value: object) -> Iterator[Condition]:
    """``{"key": value}`` or ``{"key": {operator: value}}``; several keys must all hold."""
    if not isinstance(value, dict) or not value:
        raise FilterError("metadata takes a non-empty object")
    for key, asked in value.items():
        for operator, operand in operations(asked):
            if key in EXTRACTED and operator in ("eq", "ne", "in") and _is_textual(operand):
                yield _extracted(key, operator, operand)
            else:
                yield _of_metadata(checked(key), operator, operand)


def _is_textual(operand: object) -> bool:
    return all(
        isinstance(one, str) for one in (operand if isinstance(operand, list) else [operand])
    )


def _extracted(column: str, operator: str, operand: object) -> Condition:
    is_of_memory = EXTRACTED[column]
    if operator == "ne":
        return Condition(f"{column} IS NOT ?", (checked(operand),), is_of_memory)
    values = tuple(map(checked, listed(operand) if operator == "in" else [operand]))
    return Condition(is_in(column, values), values, is_of_memory)


def _of_metadata(key: Value, operator: str, operand: object) -> Condition:
    make = _TESTS.get(operator)
    if make is None:
        raise FilterError(f"metadata does not take {operator!r}")
    test, values = make(operand)
    # json_each, because a key in a JSON path would have to be escaped
    sql = f"EXISTS (SELECT 1 FROM json_each(metadata) AS held WHERE held.key = ? AND {test})"
    found = "NOT " if operator == "ne" else ""  # a memory without the key is kept
    return Condition(found + sql, (key, *values), is_of_memory=True)


Test = tuple[str, tuple[Value, ...]]


def _equals(operand: object) -> Test:
    return "held.value IS ?", (checked(operand),)


def _one_of(operand: object) -> Test:
    values = tuple(map(checked, listed(operand)))
    return is_in("held.value", values), values


def _compares(operator: str, operand: object) -> Test:
    value = checked(operand)
    kinds = "('text')" if isinstance(value, str) else "('integer', 'real')"
    return f"held.type IN {kinds} AND held.value {ORDERED[operator]} ?", (value,)


def _contains(fold: str, operand: object) -> Test:
    """Return whether a text holds the operand, or a list has it as an element."""
    element = f"SELECT 1 FROM json_each(held.value) AS e WHERE {fold}(e.value) IS {fold}(?)"
    sql = (
        f"CASE held.type WHEN 'array' THEN EXISTS ({element}) "
        f"WHEN 'text' THEN instr({fold}(held.value), {fold}(?)) > 0 ELSE 0 END"
    )
    value = checked(operand)
    return sql, (value, value)


_TESTS: dict[str, Callable[[object], Test]] = {
    "eq": _equals,
    "ne": _equals,
    "in": _one_of,
    "contains": partial(_contains, ""),
    "icontains": partial(_contains, "casefold"),
    **{operator: partial(_compares, operator) for operator in ORDERED},
}
