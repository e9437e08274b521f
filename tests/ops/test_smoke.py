"""``smoke`` at the lab's running routes: what it finds, and that nothing of it is left."""

import json
import time
from contextlib import nullcontext
from dataclasses import dataclass, replace

import boto3
import httpx
import pytest
from click.testing import CliRunner

from chalicelib.archive import Archive
from lab.faults import Fault
from lab.phone_lab import PhoneLab
from lab.routes import Routes
from ops import smoke_call
from ops.smoke import build, open_stage
from ops.smoke_play import play
from ops.stores import Stores, connect_stores

EXTRACTING_SECS = 0.5
STEPS = (
    "nothing is left of an earlier run",
    "a new caller is greeted",
    "the signed call is acknowledged",
    "it is archived",
    "it is remembered",
    "Mem0 holds it",
    "the agent's search finds it",
    "the caller is greeted by name",
    "everything of it is erased",
)


@dataclass(frozen=True)
class Place:
    """Where the call is played."""

    http: httpx.Client
    stores: Stores

    @property
    def settings(self):
        """The settings that smoke reads of the stage."""
        return self.stores.settings

    def other(self, http=None, **settings):
        """The same with another client, or with other settings."""
        stores = connect_as(self.stores, replace(self.settings, **settings))
        return Place(http or self.http, stores)


def connect_as(stores, settings):
    """Return ``stores`` as they are with other settings."""
    there = Archive(boto3.client("s3"), settings.archive_bucket)
    return replace(stores, settings=settings, archive=there)


@pytest.fixture(scope="module")
def lab():
    """A running lab, whose archive keeps versions as a deployed one does."""
    with PhoneLab(extraction_delay_secs=EXTRACTING_SECS, log_level="CRITICAL") as running:
        running.s3.client().put_bucket_versioning(
            Bucket=running.s3.bucket, VersioningConfiguration={"Status": "Enabled"}
        )
        yield running


@pytest.fixture
def place(lab):
    """The lab, as smoke reaches a stage; nothing goes wrong with it."""
    lab.mem0.faults.clear()
    lab.s3.faults.clear()
    stores = connect_stores("dev", lab.environment, boto3.Session())
    with httpx.Client(base_url=lab.routes.url, timeout=10) as http:
        yield Place(http, stores)


@pytest.fixture
def run(place):
    """Run the command at a place, the lab by default."""

    def run(*arguments, at=None):
        there = at or place
        command = build(lambda _: (there.http, there.stores))
        return CliRunner().invoke(command, ["--wait-secs", "5", *arguments])

    return run


def _told(ran):
    return {step["what"]: step for step in json.loads(ran.stdout)}


def _left(lab):
    """Return all that is left of the invented caller: object versions, marks, and memories."""
    listed = lab.s3.client().list_object_versions(Bucket=lab.s3.bucket)
    body, key = {"filters": {"user_id": smoke_call.CALLER}}, f"Token {lab.mem0.api_key}"
    memories = httpx.post(
        f"{lab.mem0.url}/v3/memories/", json=body, headers={"Authorization": key}
    ).json()["results"]
    return [*listed.get("Versions", ()), *listed.get("DeleteMarkers", ()), *memories]


@pytest.mark.parametrize("mode", ["none", "key", "token"])
def test_a_healthy_stage_passes_in_every_mode(lab, place, run, mode):
    """With each RETRIEVE_AUTH every step succeeds, in its order, and is timed."""
    with Routes({**lab.environment, "RETRIEVE_AUTH": mode}) as routes:
        http = httpx.Client(base_url=routes.url, timeout=10)
        ran = run("--json", at=place.other(http, retrieve_auth=mode))
    told = json.loads(ran.stdout)
    assert [one["what"] for one in told if one["is_ok"] and one["secs"] is not None] == [*STEPS]
    assert ran.exit_code == 0
    assert _left(lab) == []


def test_what_mem0_extracts_later_does_not_come_back(lab, run):
    """It erases after Mem0 has extracted: once Mem0 had the time for it, nothing is there."""
    assert run().exit_code == 0
    time.sleep(2 * EXTRACTING_SECS)
    assert _left(lab) == []


def test_a_dry_run_names_the_steps_and_takes_none(lab, run):
    """With --dry-run each step is named, and nothing is asked, archived or erased."""
    lab.mem0.requests.clear()
    ran = run("--dry-run", "--json")
    told = json.loads(ran.stdout)
    assert [one["what"] for one in told if one["secs"] is None] == [*STEPS]
    assert (ran.exit_code, _left(lab), len(lab.mem0.requests)) == (0, [], 1)


def test_the_table_shows_what_was_found(run):
    """For people there is a table, with the greeting and a time for each step."""
    shown = " ".join(run().output.split())
    assert all(what in shown for what in STEPS)
    assert "Hello Juniper!" in shown


@pytest.mark.parametrize(
    ("changes", "step", "words"),
    [
        ({"workspace_keys": ("another-key",)}, "a new caller is greeted", "answered 401"),
        ({"hmac_keys": ("another-key",)}, "it is archived", "the signature was refused"),
        ({"retrieve_auth": "token"}, "the agent's search finds it", "answered 400"),
        ({"archive_bucket": "another-bucket"}, "nothing is left of", "NoSuchBucket"),
    ],
)
def test_what_is_set_wrongly_fails_at_its_step(place, run, changes, step, words):
    """A key, a mode or a bucket that is not the stage's fails where it matters, and says so."""
    ran = run("--json", at=place.other(**changes))
    told = _told(ran)
    (failed,) = [one for what, one in told.items() if what.startswith(step)]
    assert ran.exit_code == 1
    assert words in failed["found"]
    assert [*told][-1] == STEPS[-1]


@pytest.mark.parametrize(
    ("fault", "step", "words"),
    [
        (Fault(operation="add", status=503), "it is remembered", "failed so far"),
        (Fault(operation="search", status=503), "the agent's search finds it", "does not find"),
    ],
)
def test_a_failing_mem0_fails_the_step_that_needs_it(lab, run, fault, step, words):
    """When Mem0 fails, the step says so, none after it is tried, and the caller is erased."""
    lab.mem0.faults.add(fault)
    ran = run("--json")
    told = _told(ran)
    after = [one for what, one in told.items() if STEPS.index(step) < STEPS.index(what)][:-1]
    assert ran.exit_code == 1
    assert words in told[step]["found"]
    assert [one["found"] for one in after] == ["not tried"] * len(after)
    assert told[STEPS[-1]]["is_ok"]
    assert _left(lab) == []


def test_an_api_that_does_not_answer_is_said(place, run):
    """An API that can't be reached fails the first request to it."""
    http = httpx.Client(base_url="http://127.0.0.1:9")
    ran = run("--json", at=place.other(http))
    assert ran.exit_code == 1
    assert "does not answer (ConnectError)" in _told(ran)["a new caller is greeted"]["found"]


def test_a_greeting_without_the_name_fails(lab, place, run):
    """A remembered caller who is greeted without their name is a failure, and erased."""

    def nameless(answer):
        answer.read()
        answer._content = answer.content.replace(b"Juniper", b"")

    with httpx.Client(base_url=lab.routes.url, event_hooks={"response": [nameless]}) as http:
        ran = run("--json", at=place.other(http))
    assert ran.exit_code == 1
    assert "caller_name is ''" in _told(ran)["the caller is greeted by name"]["found"]
    assert _left(lab) == []


def test_who_interrupts_leaves_nothing_behind(lab, place):
    """Ctrl-C in the middle of the call ends it, and the caller is erased all the same."""

    def interrupt(request):
        if request.url.path == "/retrieve":
            raise KeyboardInterrupt

    http = httpx.Client(base_url=lab.routes.url, event_hooks={"request": [interrupt]})
    with http, pytest.raises(KeyboardInterrupt):
        list(play(http, place.stores, 5.0, nullcontext))
    assert _left(lab) == []


def test_what_could_not_be_erased_is_erased_by_the_next_run(lab, run):
    """A Mem0 that does not delete fails the run, with what to do; the next run begins with it."""
    lab.mem0.faults.add(Fault(operation="delete", status=503))
    ran = run("--json")
    assert ran.exit_code == 1
    assert "Run it again in some minutes" in _told(ran)[STEPS[-1]]["found"]
    lab.mem0.faults.clear()
    again = run("--json")
    assert again.exit_code == 0
    assert _told(again)[STEPS[0]]["found"] == "it was erased"
    assert _left(lab) == []


def test_nothing_secret_is_printed(place, run):
    """No key of the stage stands in what is printed, whether all goes well or not."""
    settings = place.settings
    other = place.other(workspace_keys=("another-workspace-key",))
    printed = run().output + run("--json", at=other).output
    keys = [*settings.workspace_keys, *settings.hmac_keys, "another-workspace-key"]
    keys += [settings.mem0_api_key, settings.caller_salt]
    assert [key for key in keys if key in printed] == []


def test_the_caller_is_nobody(place):
    """The number is one of those that are kept for fiction, and the payload names no other."""
    for number in (smoke_call.CALLER, smoke_call.AGENT_NUMBER):
        assert number[:2] == "+1"
        assert number[5:10] == "55501"
    sent = json.loads(smoke_call.payload("smoke_1", 1_793_523_700))
    assert sent["data"]["user_id"] == smoke_call.CALLER


def test_help_has_examples():
    """--help shows how it is called."""
    said = CliRunner().invoke(build(open_stage), ["--help"]).output
    assert "python -m ops smoke --stage prod" in said
