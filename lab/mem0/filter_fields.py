"""The fields a filter can name, each as a function from its JSON to SQL conditions. Pure.

Column names are those of the tables ``scopes`` and ``memories`` in ``database.py``.
"""

from collections.abc import Callable, Iterator

from lab.mem0.condition import Condition, FilterError, is_in, listed, operations, text
from lab.mem0.instants import read_instant
from lab.mem0.metadata_filter import ORDERED, metadata

ENTITIES = ("user_id", "agent_id", "app_id", "run_id")


def entity(column: str, value: object) -> Iterator[Condition]:
    """``"x"``, ``"*"`` (whoever, but someone), ``{"in": [...]}``, ``{"ne": "x"}``."""
    for operator, operand in operations(value):
        if operator == "ne":
            yield Condition(f"{column} IS NOT ?", (text(operand),))
        elif operator in ("eq", "in"):
            ids = tuple(map(text, listed(operand) if operator == "in" else [operand]))
            sql = f"{column} IS NOT NULL" if "*" in ids else is_in(column, ids)
            yield Condition(sql, () if "*" in ids else ids, is_scoped=True)
        else:
            raise FilterError(f"{column} does not take {operator!r}")


def moment(column: str, value: object) -> Iterator[Condition]:
    """Compare with a date, an ISO time or unix seconds; a bare date reaches to its day's end."""
    for operator, operand in operations(value):
        if operator not in ORDERED:
            raise FilterError(f"{column} takes one of {', '.join(ORDERED)}")
        try:
            at = read_instant(operand, end_of_day=operator in ("gt", "lte"))
        except ValueError as error:
            raise FilterError(f"{column} needs a date or a time") from error
        yield Condition(f"{column} {ORDERED[operator]} ?", (at,), is_of_memory=True)


def categories(_: str, value: object) -> Iterator[Condition]:
    """``{"contains": "x"}`` or ``{"in": ["x", "y"]}``."""
    for operator, operand in operations(value):
        if operator not in ("contains", "in"):
            raise FilterError("categories takes contains or in")
        names = tuple(map(text, listed(operand) if operator == "in" else [operand]))
        sql = f"EXISTS (SELECT 1 FROM json_each(categories) WHERE {is_in('value', names)})"
        yield Condition(sql, names, is_of_memory=True)


def keywords(_: str, value: object) -> Iterator[Condition]:
    """``{"contains": "x"}`` or, in any letter case, ``{"icontains": "x"}`` in the memory's text."""
    for operator, operand in operations(value):
        if operator not in ("contains", "icontains"):
            raise FilterError("keywords takes contains or icontains")
        fold = "casefold" if operator == "icontains" else ""
        sql = f"instr({fold}(memory), {fold}(?)) > 0"
        yield Condition(sql, (text(operand),), is_of_memory=True)


Field = Callable[[str, object], Iterator[Condition]]
FIELDS: dict[str, Field] = {
    **dict.fromkeys(ENTITIES, entity),
    "metadata": metadata,
    "created_at": moment,
    "updated_at": moment,
    "categories": categories,
    "keywords": keywords,
}
