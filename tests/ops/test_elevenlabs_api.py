"""The client of ElevenLabs' API: pages, refusals, waits."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import requests
import requests_mock

from ops.elevenlabs_api import BASE_URL, READS, ElevenLabsApi, open_api
from ops.elevenlabs_errors import (
    BusyError,
    ElevenLabsError,
    KeyRefusedError,
    NotAcceptedError,
    NotFoundError,
    UnreachableError,
)
from tests.ops.stand_in import API_KEY, URL, StandIn

KEY = {"ELEVENLABS_API_KEY": API_KEY}


def _conversation(number, agent_id="agent_memoirs"):
    conversation_id = f"conv_{number}"
    whole = {
        "agent_id": agent_id,
        "status": "done",
        "conversation_id": conversation_id,
        "transcript": [],
        "metadata": {"start_time_unix_secs": 1_793_523_600, "call_duration_secs": 60},
        "has_audio": False,
        "has_user_audio": False,
        "has_response_audio": False,
        "has_auxiliary_audio": False,
    }
    summary = {
        "agent_id": agent_id,
        "conversation_id": conversation_id,
        "start_time_unix_secs": 1_793_523_600,
        "call_duration_secs": 60,
        "message_count": 4,
        "status": "done",
        "call_successful": "success",
    }
    return {"whole": whole, "summary": summary}


@pytest.fixture
def stand_in():
    """ElevenLabs, with five conversations of two agents."""
    answering = StandIn()
    for number in range(5):
        agent_id = "agent_other" if number == 3 else "agent_memoirs"
        answering.workspace.conversations[f"conv_{number}"] = _conversation(number, agent_id)
    return answering


@pytest.fixture
def api(stand_in):
    """The client, of that ElevenLabs."""
    return ElevenLabsApi(stand_in.session())


def _answering(**answer):
    """Return a client whose every request is answered so."""
    session = requests.Session()
    adapter = requests_mock.Adapter()
    adapter.register_uri(requests_mock.ANY, requests_mock.ANY, **answer)
    session.mount("https://", adapter)
    return ElevenLabsApi(session)


def test_all_pages_are_listed(api):
    """Every conversation is listed once, over as many pages as it takes."""
    listed = [one["conversation_id"] for one in api.conversations()]
    assert listed == [f"conv_{number}" for number in range(5)]


def test_conversations_can_be_narrowed(api):
    """Only the conversations of the agent that is asked for are listed."""
    listed = [one["conversation_id"] for one in api.conversations(agent_id="agent_other")]
    assert listed == ["conv_3"]


def test_a_cursor_that_repeats_ends_the_list():
    """A server that gives the same cursor again and again is not asked for ever."""
    page = {"conversations": [{"conversation_id": "conv_1"}], "next_cursor": "a", "has_more": True}
    assert len(list(_answering(json=page).conversations())) == 2


def test_a_conversation_is_read_and_erased(api):
    """One conversation can be read whole, and is gone after it was deleted."""
    assert api.conversation("conv_2")["status"] == "done"
    api.delete_conversation("conv_2")
    with pytest.raises(NotFoundError):
        api.conversation("conv_2")


def test_an_id_can_not_lead_elsewhere(stand_in):
    """An id with a slash or a question mark in it stays one part of the path."""
    seen = []
    session = requests.Session()
    adapter = requests_mock.Adapter(case_sensitive=True)
    adapter.register_uri(
        requests_mock.ANY,
        requests_mock.ANY,
        json=lambda request, _: seen.append(request.url) or {},
    )
    session.mount(URL, adapter)
    ElevenLabsApi(session).agent("../secrets?x=/1")
    assert seen == [f"{URL}/v1/convai/agents/..%2Fsecrets%3Fx%3D%2F1"]


REFUSALS = [
    (400, NotAcceptedError, "did not accept"),
    (401, KeyRefusedError, "Set ELEVENLABS_API_KEY"),
    (403, KeyRefusedError, "Set ELEVENLABS_API_KEY"),
    (404, NotFoundError, "ELEVENLABS_API_URL"),
    (409, NotAcceptedError, "did not accept"),
    (422, NotAcceptedError, "did not accept"),
    (429, BusyError, "slow down"),
    (500, UnreachableError, "status 500"),
    (302, UnreachableError, "status 302"),
]


@pytest.mark.parametrize(("status", "error", "says"), REFUSALS)
def test_a_refusal_is_named_and_says_what_to_do(status, error, says):
    """Each status that is no success is an error of its own, in a sentence that says what to do."""
    answer = {"detail": {"status": "refused", "message": "Their own words"}}
    with pytest.raises(error, match=says) as raised:
        _answering(status_code=status, json=answer).agent("agent_memoirs")
    has_their_words = "They say: Their own words" in raised.value.message
    assert has_their_words == (error is not UnreachableError)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"detail": [{"loc": ["body", "name"], "msg": "Field required"}]}, "body.name: Field"),
        ({"detail": "plain"}, "They say: plain"),
        ({"detail": {"message": "long " * 100}}, "…"),
        ({"detail": []}, "project."),
        (["odd"], "project."),
    ],
)
def test_what_they_say_is_told_in_short(body, said):
    """Of their own words the place and the reason are repeated, at most 200 characters of it."""
    with pytest.raises(NotAcceptedError) as raised:
        _answering(status_code=422, json=body).agent("agent_memoirs")
    assert said in raised.value.message
    assert len(raised.value.message) < 450


def test_a_secret_that_they_repeat_is_not_told():
    """A secret's value that comes back in an error is left out of its text."""
    body = {"detail": {"message": "the value invented-workspace-key is too short"}}
    with pytest.raises(NotAcceptedError) as raised:
        _answering(status_code=422, json=body).create_secret("NAME", "invented-workspace-key")
    assert "invented-workspace-key" not in raised.value.message
    assert "too short" in raised.value.message


def test_no_answer_is_named():
    """When nobody answers, the error says that a later run goes on."""
    with pytest.raises(UnreachableError, match="goes on where it stopped"):
        _answering(exc=requests.ConnectTimeout).agent("agent_memoirs")


@pytest.mark.parametrize("answer", [{"text": "<html>"}, {"json": ["odd"]}, {"text": ""}])
def test_an_answer_that_is_no_object_is_named(answer):
    """A success that holds no JSON object is an ElevenLabsError, not a crash."""
    with pytest.raises(ElevenLabsError, match="can't be read"):
        _answering(**answer).agent("agent_memoirs")


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({}, "Set ELEVENLABS_API_KEY"),
        ({"ELEVENLABS_API_KEY": " "}, "Set ELEVENLABS_API_KEY"),
        (KEY | {"ELEVENLABS_API_URL": "http://api.elevenlabs.io"}, "must begin with https://"),
        (KEY | {"ELEVENLABS_API_URL": "http://localhost.example.com"}, "must begin with https://"),
        (KEY | {"ELEVENLABS_API_URL": "http://localhost:80@example.com"}, "must begin with https"),
        (KEY | {"ELEVENLABS_API_URL": "api.elevenlabs.io"}, "must begin with https://"),
    ],
)
def test_without_a_key_or_encryption_nothing_is_asked(environ, says):
    """A missing key, or a URL to which it would travel unencrypted, is refused at once."""
    with pytest.raises(ElevenLabsError, match=says):
        open_api(environ)


class _Server(BaseHTTPRequestHandler):
    """Answers with the next of ``answers`` and notes what it is asked."""

    answers: list[tuple[int, dict[str, str]]]
    asked: list[str]

    def do_GET(self):
        self.asked.append(f"{self.command} {self.headers['xi-api-key']}")
        status, headers = self.answers.pop(0)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_PATCH = do_GET  # noqa: N815

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server():
    """A real server, and the client of its URL."""
    handler = type("Handler", (_Server,), {"answers": [], "asked": []})
    with HTTPServer(("127.0.0.1", 0), handler) as listening:
        threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True).start()
        url = f"http://127.0.0.1:{listening.server_port}/"
        yield handler, open_api(KEY | {"ELEVENLABS_API_URL": url}, READS.new(backoff_factor=0))
        listening.shutdown()


NOW = {"Retry-After": "0"}


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_elevenlabs_is_waited_for(server, status):
    """A read that is answered 429 or 5xx is repeated, as soon as they say, with the key."""
    handler, api = server
    handler.answers += [(status, NOW), (status, NOW), (200, {})]
    assert api.agent("agent_memoirs") == {}
    assert handler.asked == [f"GET {API_KEY}"] * 3


def test_the_waits_end(server):
    """A read that goes on being refused is an error after six attempts."""
    handler, api = server
    handler.answers += [(429, NOW)] * 6
    with pytest.raises(BusyError):
        api.agent("agent_memoirs")
    assert handler.answers == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_write_is_not_repeated(server, status):
    """A write that is refused is tried once: it may have been done."""
    handler, api = server
    handler.answers += [(status, NOW)]
    with pytest.raises(ElevenLabsError):
        api.patch_agent("agent_memoirs", {})
    assert len(handler.asked) == 1


def test_the_key_does_not_follow_a_redirect(server):
    """A redirect is not followed, because the API key would go along."""
    handler, api = server
    handler.answers += [(302, {"Location": "/elsewhere"})]
    with pytest.raises(UnreachableError, match="302"):
        api.agent("agent_memoirs")
    assert len(handler.asked) == 1


def test_a_host_for_data_residency_can_be_chosen():
    """Without ELEVENLABS_API_URL the usual host is asked, with it that one."""
    assert open_api(KEY).base_url == BASE_URL
    eu = "https://api.eu.residency.elevenlabs.io"
    assert open_api(KEY | {"ELEVENLABS_API_URL": f"{eu}/"}).base_url == eu
