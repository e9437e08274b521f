"""A database's memories as pools: vectors are made when they are first asked for, then kept."""

import json
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterable
from itertools import accumulate, chain, pairwise

from lab.mem0 import vectors
from lab.mem0.condition import Condition
from lab.mem0.database import Database
from lab.mem0.encoder import encode
from lab.mem0.parts import parts
from lab.mem0.pool import Pool, pool
from lab.mem0.selection import Held, Scopes

AT_HAND = 32  # scopes that were asked last; one of 600 memories takes 4 MB


class Pools:
    """For any number of threads. A pool at hand is that of the very state of its scope."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._learning = threading.Lock()
        self._at_hand: OrderedDict[tuple[int, Held], Pool] = OrderedDict()
        self._choosing = threading.Lock()

    def learn(self, condition: Condition) -> None:
        """Make vectors of those memories that fit ``condition`` and have none."""
        with self._learning:  # who comes second finds nothing left to do
            with self._database.reading() as connection:
                memories = vectors.unlearned(connection, condition)
            texts = [parts(one.memory) for one in memories]
            encoded = encode([*chain.from_iterable(texts)])
            bounds = pairwise(accumulate(map(len, texts), initial=0))
            with self._database.writing() as connection:
                each = (encoded[start:end] for start, end in bounds)
                vectors.learn(connection, memories, each)

    def of_scopes(self, connection: sqlite3.Connection, among: Scopes) -> Iterable[Pool]:
        """Yield the pool of each scope."""
        for scope, held in among.items():
            yield self._found(scope, held) or self._read(connection, scope, held)

    def _found(self, scope: int, held: Held) -> Pool | None:
        with self._choosing:
            if (scope, held) in self._at_hand:
                self._at_hand.move_to_end((scope, held))
            return self._at_hand.get((scope, held))

    def _read(self, connection: sqlite3.Connection, scope: int, held: Held) -> Pool:
        read = pool(vectors.learned(connection, in_scopes([scope])))
        if len(read) == held.now:  # else one was added since vectors were made
            with self._choosing:
                self._at_hand[scope, held] = read
                while len(self._at_hand) > AT_HAND:
                    self._at_hand.popitem(last=False)
        return read


def in_scopes(scopes: Iterable[int]) -> Condition:
    """Return the condition of being in one of ``scopes``."""
    return Condition("scope IN (SELECT value FROM json_each(?))", (json.dumps([*scopes]),))


def numbered(numbers: Iterable[int]) -> Condition:
    """Return the condition of being one of ``numbers``."""
    return Condition("number IN (SELECT value FROM json_each(?))", (json.dumps([*numbers]),))
