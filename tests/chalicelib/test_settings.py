"""The settings, as an operator writes them into the environment."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.settings import SettingsError, read_settings, read_warm_concurrency

REQUIRED = {
    "MEM0_API_KEY": "m0-invented-secret",
    "ELEVENLABS_WORKSPACE_KEY": "wk-invented-secret",
    "ELEVENLABS_HMAC_KEY": "wsec-invented-secret",
    "ARCHIVE_BUCKET": "invented-archive",
}
OPTIONAL = (
    "MEM0_ORG_ID MEM0_PROJECT_ID MEM0_HOST MEM0_DIR MEM0_SEARCH_LIMIT MEM0_TIMEOUT "
    "CLIENT_DATA_BUDGET_MS SIGNATURE_TOLERANCE_SECS RETRIEVE_AUTH AGENT_NUMBERS AGENT_PROMPT "
    "OVERRIDES WARM_CONCURRENCY LOG_LEVEL"
).split()
LOG_LEVELS = "DEBUG INFO WARNING ERROR CRITICAL".split()

AGENTS = ("+16515550100", "+16515550101")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("mem0_api_key", "m0-invented-secret"),
        ("workspace_keys", ("wk-invented-secret",)),
        ("hmac_keys", ("wsec-invented-secret",)),
        ("archive_bucket", "invented-archive"),
        ("mem0_org_id", ""),
        ("mem0_project_id", ""),
        ("mem0_host", "https://api.mem0.ai"),
        ("mem0_dir", "/tmp/.mem0"),
        ("mem0_search_limit", 3),
        ("mem0_timeout_secs", 5.0),
        ("client_data_budget_ms", 1_500),
        ("signature_tolerance_secs", 1_800),
        ("retrieve_auth", "none"),
        ("agent_numbers", ()),
        ("agent_prompt", ""),
        ("overrides", {"prompt", "first_message"}),
        ("warm_concurrency", 1),
        ("log_level", "INFO"),
    ],
)
def test_what_is_required_is_enough(field, value):
    """With the four required settings alone, every other one has its documented default."""
    assert getattr(read_settings(REQUIRED), field) == value


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_blank_setting_is_one_that_is_not_set(name):
    """A blank setting means its default; only a blank OVERRIDES means that nothing is."""
    expected = read_settings(REQUIRED)
    blank = read_settings({**REQUIRED, name: "  "})
    assert (blank == expected) is (name != "OVERRIDES")


@pytest.mark.parametrize("value", [None, "", " \t"])
@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_required_setting_is_named(name, value):
    """Whichever required setting is missing or blank, the error names that one."""
    environ = {**REQUIRED, name: value}
    with pytest.raises(SettingsError, match=f"^{name} is not set"):
        read_settings({key: kept for key, kept in environ.items() if kept is not None})


@pytest.mark.parametrize("name", ["ELEVENLABS_WORKSPACE_KEY", "ELEVENLABS_HMAC_KEY"])
def test_commas_alone_are_no_key(name):
    """A list of keys that holds none is refused, so that an empty key is never accepted."""
    with pytest.raises(SettingsError, match=f"^{name} holds no key"):
        read_settings({**REQUIRED, name: " , ,"})


def test_several_keys_rotate():
    """A comma-separated value holds several keys, without the blanks around them."""
    keys = {"ELEVENLABS_WORKSPACE_KEY": "new, old", "ELEVENLABS_HMAC_KEY": " a,,b ,c"}
    settings = read_settings({**REQUIRED, **keys})
    assert settings.workspace_keys == ("new", "old")
    assert settings.hmac_keys == ("a", "b", "c")


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("MEM0_ORG_ID", "org_1", "mem0_org_id", "org_1"),
        ("MEM0_PROJECT_ID", "proj_1", "mem0_project_id", "proj_1"),
        ("MEM0_HOST", "http://127.0.0.1:8888", "mem0_host", "http://127.0.0.1:8888"),
        ("MEM0_DIR", "/tmp/elsewhere", "mem0_dir", "/tmp/elsewhere"),
        ("MEM0_SEARCH_LIMIT", "1", "mem0_search_limit", 1),
        ("MEM0_SEARCH_LIMIT", "100", "mem0_search_limit", 100),
        ("MEM0_SEARCH_LIMIT", " 7 ", "mem0_search_limit", 7),
        ("MEM0_TIMEOUT", "0.25", "mem0_timeout_secs", 0.25),
        ("MEM0_TIMEOUT", "15", "mem0_timeout_secs", 15.0),
        ("CLIENT_DATA_BUDGET_MS", "1", "client_data_budget_ms", 1),
        ("CLIENT_DATA_BUDGET_MS", "15000", "client_data_budget_ms", 15_000),
        ("SIGNATURE_TOLERANCE_SECS", "1", "signature_tolerance_secs", 1),
        ("SIGNATURE_TOLERANCE_SECS", "86400", "signature_tolerance_secs", 86_400),
        ("RETRIEVE_AUTH", "none", "retrieve_auth", "none"),
        ("AGENT_NUMBERS", "+1 651 555 0100, 16515550101", "agent_numbers", AGENTS),
        ("LOG_LEVEL", "debug", "log_level", "DEBUG"),
        ("AGENT_PROMPT", "You are kind.", "agent_prompt", "You are kind."),
        ("OVERRIDES", "", "overrides", frozenset()),
        ("OVERRIDES", "prompt", "overrides", {"prompt"}),
        ("OVERRIDES", " first_message ", "overrides", {"first_message"}),
        ("OVERRIDES", "first_message,prompt", "overrides", {"prompt", "first_message"}),
        ("WARM_CONCURRENCY", "10", "warm_concurrency", 10),
        *[("LOG_LEVEL", level, "log_level", level) for level in LOG_LEVELS],
    ],
)
def test_a_setting_is_taken_as_written(name, value, field, expected):
    """Each setting reaches the field that the app reads."""
    assert getattr(read_settings({**REQUIRED, name: value}), field) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("MEM0_SEARCH_LIMIT", value) for value in ("0", "101", "-1", "2.5", "five", "1e1", "٣")],
        ("MEM0_SEARCH_LIMIT", "00000000199999"),
        ("MEM0_SEARCH_LIMIT", "9" * 5_000),
        *[("MEM0_TIMEOUT", value) for value in ("0", "-1", "15.1", "nan", "inf", "five")],
        *[("AGENT_NUMBERS", value) for value in ("6515550100", "+16515550100, desk", "*")],
        *[("CLIENT_DATA_BUDGET_MS", value) for value in ("0", "15001", "1.5", "1500ms")],
        *[("SIGNATURE_TOLERANCE_SECS", value) for value in ("0", "86401", "-300", "forever")],
        *[("WARM_CONCURRENCY", value) for value in ("0", "101", "all")],
        ("RETRIEVE_AUTH", "everyone"),
        ("OVERRIDES", "prompt,voice"),
        ("OVERRIDES", "wk-invented-secret"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name, value):
    """A value that can't be used is refused with the setting's name."""
    with pytest.raises(SettingsError, match=f"^{name} "):
        read_settings({**REQUIRED, name: value})


@given(st.sampled_from([*REQUIRED, *OPTIONAL]), st.text().map("⟦{}⟧".format))
def test_no_error_holds_a_value(name, value):
    """Whatever stands in whichever setting is taken, or refused without being repeated."""
    refusal = ""
    try:
        read_settings({**REQUIRED, name: value})
    except SettingsError as error:
        refusal = str(error)
    assert not refusal or refusal.startswith(f"{name} ")
    assert value not in refusal


@pytest.mark.parametrize(
    "name", ["MEM0_API_KEY", "ELEVENLABS_WORKSPACE_KEY", "ELEVENLABS_HMAC_KEY"]
)
def test_no_secret_is_shown(name):
    """Settings that are printed show no secret."""
    settings = read_settings(REQUIRED)
    assert REQUIRED[name] not in f"{settings!r} {settings}"
    assert "invented-archive" in repr(settings)


def test_settings_stay_as_they_were_read():
    """Nobody can change a setting afterwards."""
    settings = read_settings(REQUIRED)
    with pytest.raises(FrozenInstanceError):
        settings.log_level = "DEBUG"


def test_only_what_is_given_is_read(monkeypatch):
    """The settings come from the mapping that is handed over, not from the process."""
    monkeypatch.setenv("MEM0_SEARCH_LIMIT", "9")
    assert read_settings(REQUIRED).mem0_search_limit == 3


@pytest.mark.parametrize(("environ", "containers"), [({}, 1), ({"WARM_CONCURRENCY": "4"}, 4)])
def test_the_schedule_needs_no_secret(environ, containers):
    """How many containers to warm can be read where no other setting is."""
    assert read_warm_concurrency(environ) == containers
