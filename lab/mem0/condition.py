"""A condition in SQL, and the values a filter may hold. Pure."""

from dataclasses import dataclass

Value = str | int | float


class FilterError(ValueError):
    """A filter that Mem0 refuses with 400."""


@dataclass(frozen=True)
class Condition:
    """A piece of SQL, true or false but never NULL, and its parameters.

    ``is_scoped``: positively asks for an entity id. ``is_of_memory``: needs the table ``memories``.
    """

    sql: str
    parameters: tuple[Value, ...] = ()
    is_of_memory: bool = False
    is_scoped: bool = False


def operations(value: object) -> list[tuple[str, object]]:
    """Return operators with their operands; a bare value is one for ``eq``."""
    if isinstance(value, dict):
        if not value:
            raise FilterError("an empty object is no condition")
        return list(value.items())
    return [("eq", value)]


def is_in(column: str, values: tuple[Value, ...]) -> str:
    """Return SQL for ``column`` being one of the values, which go in as parameters."""
    if len(values) == 1:
        return f"{column} IS ?"
    return f"({column} IS NOT NULL AND {column} IN ({', '.join('?' * len(values))}))"


def listed(operand: object) -> list[object]:
    """Return the operand of ``in``, or raise FilterError."""
    if not isinstance(operand, list) or not operand:
        raise FilterError("in takes a non-empty list")
    return operand


def text(operand: object) -> str:
    """Return ``operand`` if it is a text with something in it, or raise FilterError."""
    if not isinstance(operand, str) or not operand:
        raise FilterError("expected a non-empty text")
    return str(checked(operand))


def checked(operand: object) -> Value:
    """Return ``operand`` if SQLite can hold it: a text, a number that fits, true or false."""
    if isinstance(operand, str) and not any("\ud800" <= char <= "\udfff" for char in operand):
        return operand
    if isinstance(operand, float) and operand == operand:  # noqa: PLR0124 - NaN would be NULL
        return operand
    if isinstance(operand, int) and -(2**63) <= operand < 2**63:
        return operand
    raise FilterError("a filter's value is a text, a number, true or false")
