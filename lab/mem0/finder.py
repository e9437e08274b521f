"""Finding memories by words and meaning, within what a filter allows."""

import heapq
import sqlite3
from collections.abc import Iterable, Mapping
from itertools import islice

from lab.mem0 import meaning, ranking, selection
from lab.mem0.condition import Condition
from lab.mem0.database import Database
from lab.mem0.encoder import encode
from lab.mem0.filters import Where
from lab.mem0.pools import Pools, in_scopes, numbered
from lab.mem0.selection import TABLES, Scopes
from lab.mem0.vectors import learned, unlearned

NAMED_SCOPES = 64  # of more, all of the index is searched
RANKED = 1_000  # memories that share a word with the question are ranked, of more the best by FTS5
COMPARED = 2_000  # memories are all compared by meaning; of more the likely ones
LIKELY = 500  # that fit best by words, and as many that are newest


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
            if selection.size(among) <= COMPARED:
                compared = in_scopes(among)
            else:
                in_words = _by_words(connection, query, where, among)
                compared = _likely(connection, in_words, where, among)
            is_learned = not unlearned(connection, compared)
        if not is_learned:
            self._pools.learn(compared)

    def find(
        self, connection: sqlite3.Connection, query: str, where: Where, top_k: int, threshold: float
    ) -> dict[int, float]:
        """Return at most ``top_k`` numbers of memories with their scores (0 to 1), best first."""
        among = selection.scopes(connection, where)
        if not among:
            return {}
        in_words = _by_words(connection, query, where, among)
        in_meaning = self._by_meaning(connection, query, where, among, in_words)
        return ranking.best(in_words, in_meaning, top_k, threshold)

    def _by_meaning(
        self,
        connection: sqlite3.Connection,
        query: str,
        where: Where,
        among: Scopes,
        in_words: Mapping[int, float],
    ) -> dict[int, float]:
        [question] = encode([query])
        if selection.size(among) > COMPARED:
            likely = _likely(connection, in_words, where, among)
            return meaning.nearness(meaning.pool(learned(connection, likely)), question)
        near: dict[int, float] = {}
        allowed = None if where.memories is None else _fitting(connection, where)
        for pool in self._pools.of_scopes(connection, among):
            near |= meaning.nearness(pool, question, allowed)
        return near


def _by_words(
    connection: sqlite3.Connection, query: str, where: Where, among: Scopes
) -> dict[int, float]:
    words = ranking.question(query)
    candidates = _candidates(connection, words, among, where) if words else []
    return ranking.by_words(candidates, words, selection.size(among))


def _likely(
    connection: sqlite3.Connection, in_words: Mapping[int, float], where: Where, among: Scopes
) -> Condition:
    """Return the condition of being worth a comparison, when there are too many to compare all."""
    fitting = heapq.nlargest(LIKELY, in_words, key=lambda number: in_words[number])
    return numbered({*fitting, *selection.newest(connection, where, among, 0, LIKELY)})


def _fitting(connection: sqlite3.Connection, where: Where) -> set[int]:
    sql = f"SELECT number FROM {TABLES} WHERE {where.both.sql}"
    return {number for (number,) in connection.execute(sql, where.both.parameters)}


def _candidates(
    connection: sqlite3.Connection, words: list[str], among: Iterable[int], where: Where
) -> list[ranking.Candidate]:
    """Return the memories that have a word of the question."""
    owners = list(islice(among, NAMED_SCOPES + 1))
    match = ranking.match_expression(words, owners if len(owners) <= NAMED_SCOPES else [])
    parameters = (match, *where.both.parameters)
    sql = (
        "SELECT number, scope, conversation_id, place, stems "
        "FROM words JOIN memories ON number = words.rowid JOIN scopes USING (scope) "
        f"WHERE words MATCH ? AND {where.both.sql}"
    )
    rows = connection.execute(f"{sql} LIMIT ?", (*parameters, RANKED + 1)).fetchall()
    if len(rows) > RANKED:  # only now, because bm25() reads about the words in all scopes
        best = f"{sql} ORDER BY bm25(words, 1.0, 0.0) LIMIT ?"
        rows = connection.execute(best, (*parameters, RANKED)).fetchall()
    return [ranking.Candidate(*row) for row in rows]
