"""Finding memories by words and meaning, within what a filter allows."""

import heapq
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np

from lab.mem0 import ranking, selection
from lab.mem0.condition import Condition
from lab.mem0.database import Database
from lab.mem0.encoder import encode_question
from lab.mem0.filters import Where
from lab.mem0.pool import Pool, pool
from lab.mem0.pools import Pools, in_scopes, numbered
from lab.mem0.ranking import Allowed
from lab.mem0.selection import TABLES, Scopes
from lab.mem0.vectors import learned, unlearned

NAMED_SCOPES = 64  # of more, all of the index is searched
COMPARED = 2_000  # memories are all compared with the question; of more the likely ones
LIKELY = 500  # that fit best by words, by FTS5, and as many that are newest


class Finder:
    """Searches one database, for any number of threads.

    A memory's meaning is looked at when a search first has to compare it: adding costs nothing.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._pools = Pools(database)

    def learn(self, query: str, where: Where) -> None:
        """Make what ``find`` needs to compare memories with ``query``, where it lacks."""
        with self._database.reading() as connection:
            among = selection.scopes(connection, where)
            if not among:
                return
            are_few = selection.size(among) <= COMPARED
            compared = in_scopes(among) if are_few else _likely(connection, query, where, among)
            is_learned = not unlearned(connection, compared)
        if not is_learned:
            self._pools.learn(compared)

    def find(
        self, connection: sqlite3.Connection, query: str, where: Where, top_k: int, threshold: float
    ) -> dict[int, float]:
        """Return at most ``top_k`` numbers of memories with their scores (0 to 1), best first.

        Equal ones come newer first. What was added since ``learn`` is not found.
        """
        among = selection.scopes(connection, where)
        if not among:
            return {}
        vector = encode_question(query)
        pools = [*self._compared(connection, query, where, among)]
        scores = ranking.scores(pools, ranking.question(query), vector)
        best = heapq.nlargest(top_k, ((score, number) for number, score in scores.items()))
        return {number: score for score, number in best if score >= threshold}

    def _compared(
        self, connection: sqlite3.Connection, query: str, where: Where, among: Scopes
    ) -> Iterator[tuple[Pool, Allowed]]:
        """Yield pools, and which of their memories ``where`` allows."""
        if selection.size(among) > COMPARED:
            likely = pool(learned(connection, _likely(connection, query, where, among)))
            yield likely, np.ones(len(likely), np.bool_)
            return
        fitting = None if where.memories is None else _fitting(connection, where)
        for each in self._pools.of_scopes(connection, among):
            everything = np.ones(len(each), np.bool_)
            yield each, everything if fitting is None else np.isin(each.numbers, fitting)


def _fitting(connection: sqlite3.Connection, where: Where) -> list[int]:
    sql = f"SELECT number FROM {TABLES} WHERE {where.both.sql}"
    return [number for (number,) in connection.execute(sql, where.both.parameters)]


def _likely(connection: sqlite3.Connection, query: str, where: Where, among: Scopes) -> Condition:
    """Return the condition of being worth a comparison, when there are too many to compare all."""
    words = ranking.question(query)
    with_words = _with_words(connection, words, where, among) if words else []
    return numbered({*with_words, *selection.newest(connection, where, among, 0, LIKELY)})


def _with_words(
    connection: sqlite3.Connection, words: list[str], where: Where, among: Iterable[int]
) -> list[int]:
    """Return the memories that have a word of the question; of many, the best by FTS5."""
    owners = list(islice(among, NAMED_SCOPES + 1))
    match = ranking.match_expression(words, owners if len(owners) <= NAMED_SCOPES else [])
    parameters = (match, *where.both.parameters)
    sql = (
        "SELECT number FROM words JOIN memories ON number = words.rowid JOIN scopes USING (scope) "
        f"WHERE words MATCH ? AND {where.both.sql}"
    )
    rows = connection.execute(f"{sql} LIMIT ?", (*parameters, LIKELY + 1)).fetchall()
    if len(rows) > LIKELY:  # only now, because bm25() reads about the words in all scopes
        best = f"{sql} ORDER BY bm25(words, 1.0, 0.0) LIMIT ?"
        rows = connection.execute(best, (*parameters, LIKELY)).fetchall()
    return [number for (number,) in rows]
