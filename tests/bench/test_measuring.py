"""How it is measured: the same requests, the right caller, the app as it is."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import pairwise

import httpx
import pytest

from bench import __main__ as command
from bench import api_gateway, first_answer, round_trips, told
from bench.bare import Bare, bare
from bench.caller import NAME, name_in, remember_caller
from bench.in_process import app_in, interleaved
from bench.sample import NotMeasuredError
from bench.stand import Mem0, stand
from chalicelib.memory_store import MemoryStore
from chalicelib.memory_types import FACTUAL, SEMANTIC
from tests.conftest import SARAH


@pytest.fixture
def measured_app(environment):
    """The app, in this process, as the bench sets it up."""
    keys = {"ELEVENLABS_WORKSPACE_KEY": api_gateway.WORKSPACE_KEY}
    keys |= {"ELEVENLABS_HMAC_KEY": api_gateway.HMAC_KEY}
    with app_in(environment | keys) as app:
        yield app


@pytest.fixture
def lab_mem0(mem0, tmp_path) -> Mem0:
    """The tests' Mem0, as the bench sees it."""
    return Mem0(mem0.url, mem0.api_key, tmp_path / "unused.db")


def _asked(request: httpx.Request) -> tuple[str, object]:
    return str(request.url.raw_path), json.loads(request.content)


def test_the_bare_requests_are_those_that_the_app_sends(measured_app, lab_mem0):
    """Facts, highlights and search ask Mem0 the same with the app and without it."""
    store: MemoryStore = measured_app.box.memory_store
    store.open_connections()
    seen: list[tuple[str, object]] = []
    store._mem0._client.client.event_hooks["request"] = [lambda one: seen.append(_asked(one))]
    store.recall_facts(SARAH)
    store.recall_highlights(SARAH)
    store.search(SARAH, "pizza", measured_app.box.settings.mem0_search_limit)
    by_app, seen[:] = seen[:], []
    with ExitStack() as stack:
        hooks = {"request": [lambda one: seen.append(_asked(one))]}
        headers = {"Authorization": f"Token {lab_mem0.api_key}"}
        http = httpx.Client(base_url=lab_mem0.url, headers=headers, event_hooks=hooks)
        asking = Bare(stack.enter_context(http), stack.enter_context(ThreadPoolExecutor(2)))
        asking.facts(SARAH)
        asking.highlights(SARAH)
        asking.search(SARAH, "pizza")
    assert seen == by_app


def test_both_bare_lists_are_asked(lab_mem0, mem0):
    """The second baseline of /client-data is two lists."""
    with bare(lab_mem0) as asking:
        asking.both(SARAH)
    assert [one.operation for one in mem0.requests] == ["list", "list"]


def test_the_caller_who_is_measured_is_remembered(measured_app):
    """After one archived call the caller is greeted by name, and a search finds something."""
    caller_id = remember_caller(measured_app)
    assert name_in(measured_app.answer(api_gateway.client_data(caller_id))) == NAME
    assert measured_app.answer(api_gateway.retrieve(caller_id, "pizza"))["memories"]


def test_a_signed_post_call_is_archived(measured_app, s3):
    """The event of a post-call holds a signature that the app accepts."""
    at = int(measured_app.box.clock())
    measured_app.answer(api_gateway.post_call(b'{"type": "bench", "data": {}}', at))
    assert s3.client().list_objects_v2(Bucket=s3.bucket)["KeyCount"] == 1


def test_an_answer_other_than_200_is_not_measured(measured_app):
    """A request that is refused ends the run: its time would say nothing."""
    with pytest.raises(NotMeasuredError, match="/client-data answered 401"):
        measured_app.answer({**api_gateway.client_data(SARAH), "headers": {}})


def test_round_trips_are_counted_from_what_mem0_received(measured_app, lab_mem0, mem0):
    """The routes' requests are told apart, and Mem0 answers at once again afterwards."""
    caller_id = remember_caller(measured_app)
    starts = round_trips.measure(measured_app, lab_mem0, caller_id)
    assert {path: len(at) for path, at in starts.items()} == {
        "/client-data": 2,
        "/retrieve": 1,
        "/post-call": 0,
    }
    assert mem0.faults.take("list") == []


def test_actions_take_turns_and_none_always_follows_the_same():
    """Each action is taken once a round, and rounds begin with another one each time."""
    seen: list[str] = []
    rounds: list[None] = []
    actions = {name: (lambda name=name: seen.append(name)) for name in "abc"}
    samples = interleaved(actions, 3, lambda: rounds.append(None))
    assert seen == list("abcbcacab")
    assert len(rounds) == 3
    assert {name: len(sample.values) for name, sample in samples.items()} == dict.fromkeys("abc", 3)


def test_memories_are_spread_over_two_years_half_of_each_type():
    """Oldest first, the name at the beginning, none twice, and the same in each run."""
    memories = [*told.telling(1_000)]
    assert memories == [*told.telling(1_000)]
    assert memories[0].text == told.NAMED
    assert [one.type for one in memories].count(FACTUAL) == 500
    assert [one.type for one in memories].count(SEMANTIC) == 500
    assert len({one.text for one in memories}) == 1_000
    assert all(earlier.at <= later.at for earlier, later in pairwise(memories))
    spread = memories[-1].at - memories[0].at
    assert 0.99 * told.TWO_YEARS_SECS < spread <= told.TWO_YEARS_SECS


def test_a_name_told_long_ago_comes_from_the_card(measured_app, mem0):
    """A caller whose name is beyond the facts that are read is known by the card."""
    for one in told.telling(100):
        told.tell(mem0.store, SARAH, one)
    told.write_card(measured_app, SARAH)
    answer = measured_app.answer(api_gateway.client_data(SARAH))
    assert name_in(answer) == NAME
    assert answer["dynamic_variables"]["memory_count"] == "50"


def test_the_plain_import_is_the_one_that_the_app_falls_back_to(monkeypatch):
    """The baseline makes the app's own technique fail as the app expects it to."""
    from chalicelib import mem0_client  # noqa: PLC0415

    monkeypatch.setattr(mem0_client, "_load_without_engine", mem0_client._load_without_engine)
    first_answer._import_plainly()
    with pytest.raises(ImportError):
        mem0_client._load_without_engine()


def test_a_process_knows_its_peak_memory():
    """The peak is read from the process itself, in kB."""
    assert first_answer._peak_kb() > 1_000


def test_the_app_is_as_before_after_the_bench(environment, box):
    """What the bench sets in this process is gone with it."""
    before = dict(os.environ)
    with app_in({"MEM0_HOST": "http://127.0.0.1:9"}) as app:
        assert app.box is not box
        assert os.environ["MEM0_HOST"] != before["MEM0_HOST"]
    assert dict(os.environ) == before


def test_the_stand_runs_in_processes_of_its_own():
    """Mem0 and S3 answer while the stand is up, forget on request, and are gone afterwards."""
    with stand() as here:
        with bare(here.mem0) as asking:
            asking.facts(SARAH)
        assert len(here.mem0.starts()) == 1
        here.mem0.forget_requests()
        assert here.mem0.starts() == []
        assert httpx.get(here.environment["AWS_ENDPOINT_URL_S3"]).is_success
    with pytest.raises(httpx.ConnectError):
        here.mem0.starts()


def test_what_can_not_be_measured_ends_with_a_sentence_and_1(monkeypatch, capsys):
    """The exit status tells a script that there are no figures."""

    def fail(*_: object) -> None:
        raise NotMeasuredError("the machine is on fire")

    monkeypatch.setattr(command, "run", fail)
    monkeypatch.setattr(command.sys, "argv", ["bench", "--quick"])
    assert command.main() == 1
    assert "not measured: the machine is on fire" in capsys.readouterr().out
