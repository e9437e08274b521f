"""How an open thread is shown to the agent, and known again when the call comes back. No I/O."""

import hashlib
import re

THREADS_TITLE = "Open threads, to be taken up when it fits:"
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 12  # to tell one thread from another


def thread_key(thread: str) -> str:
    """Return by what ``thread`` is known again, however it was quoted: a digest of its words."""
    words = " ".join(_WORD.findall(thread.lower())[:_ENOUGH_WORDS])
    return hashlib.sha256(words.encode()).hexdigest()[:12]
