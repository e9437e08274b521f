"""Whether what a caller left open is kept, and shown until a later call settles it."""

from collections.abc import Iterable, Iterator

from chalicelib.threads.thread_key import THREADS_TITLE
from quality.fixture import Said
from quality.judgement import Judgement
from quality.player import Played
from quality.wording import holds


def judge_threads(played: Iterable[Played]) -> Iterator[Judgement]:
    """Yield what there is to say of the threads of one caller, call by call."""
    is_open: list[Said] = []
    for one in played:
        kept = [memory.text for memory in one.stored if memory.kind == "thread"]
        yield from _opened(one.call.opened, kept)
        shown = open_threads(one.context_afterwards)
        for thread in [thread for thread in is_open if thread.meaning in one.call.settled]:
            is_settled = not any(_is(line, thread) for line in shown)
            yield Judgement("threads settled", is_settled, thread.meaning, "\n".join(shown))
        is_open = [thread for thread in is_open if thread.meaning not in one.call.settled]
        for thread in is_open:
            is_shown = any(_is(line, thread) for line in shown)
            yield Judgement("threads still open", is_shown, thread.meaning, "\n".join(shown))
        is_open += [thread for thread in one.call.opened if any(_is(text, thread) for text in kept)]


def open_threads(context: str) -> list[str]:
    """Return the threads that the caller context shows as open."""
    rest = context.partition(THREADS_TITLE)[2].strip().splitlines()
    end = next((place for place, line in enumerate(rest) if not line.startswith("- ")), len(rest))
    return rest[:end]


def _opened(expected: Iterable[Said], kept: list[str]) -> Iterator[Judgement]:
    for thread in expected:
        is_kept = any(_is(text, thread) for text in kept)
        yield Judgement("threads found", is_kept, thread.meaning, "\n".join(kept) or "none")
    for text in kept:
        is_one = any(_is(text, thread) for thread in expected)
        yield Judgement("threads precise", is_one, "a promise, or something left open", text)


def _is(text: str, thread: Said) -> bool:
    """Tell if ``text`` holds some of the words in which the thread was left open."""
    return any(holds(text, words) for words in thread.words)
