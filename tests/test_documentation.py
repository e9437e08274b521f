"""The README and the code say the same."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

import app
from chalicelib import doors, settings, signature, work
from ops.__main__ import COMMANDS

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")
SETTINGS = re.findall(r'environ, "([A-Z0-9_]+)"', Path(settings.__file__).read_text("utf-8"))
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
METRICS = (PROJECT / "docs" / "metrics.md").read_text(encoding="utf-8")
DOCUMENTS = [*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md")]
ALL_TARGETS = re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE)
HANDLERS = [source.name for source in app.app.event_sources]
TARGETS = re.findall(r"^([a-z-]+):.*##", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_the_settings_are_found():
    """Each field of the settings is read from a variable that this test knows of."""
    assert len(set(SETTINGS) | {"OVERRIDES"}) == len(fields(settings.Settings))


@pytest.mark.parametrize("name", sorted({*SETTINGS, "OVERRIDES"}))
def test_every_setting_is_in_the_readme(name):
    """The README's table of settings names each of them."""
    assert re.search(rf"^\| .*`{name}`", README, re.MULTILINE)


def test_the_readme_has_no_setting_that_is_not_read():
    """Each variable in the README's table is one that the app reads."""
    table = README.partition("## Settings")[2].partition("## Layout")[0]
    named = re.findall(r"^\| (`[^|]+`) \|", table, re.MULTILINE)
    assert {name for cell in named for name in re.findall(r"[A-Z0-9_]+", cell)} == {
        *SETTINGS,
        "OVERRIDES",
    }


@pytest.mark.parametrize("path", app.app.routes)
def test_every_route_is_in_the_readme(path):
    """The README's table of routes names each of them with its method."""
    (method,) = app.app.routes[path]
    assert f"| `{method} {path}` |" in README


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_is_in_the_readme(target):
    """The README tells of each thing that can be made."""
    assert f"`make {target}" in README


def test_the_readme_is_short():
    """The README stays under 250 lines."""
    assert len(README.splitlines()) < 250


@pytest.mark.parametrize(
    "document", [*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md")], ids=lambda path: path.name
)
def test_links_lead_somewhere(document):
    """Each relative link in the documents leads to a file of the project."""
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_the_figures_in_the_readme_were_measured():
    """Each figure in the README's table of speed stands in docs/benchmarks.md."""
    table = README.partition("## How fast")[2].partition("## Layout")[0]
    figures = re.findall(r"\| \+?([\d.,]+ ?(?:x|ms|MB))", table)
    measured = (PROJECT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert len(figures) == 6
    assert [figure for figure in figures if figure not in measured] == []


def test_every_function_has_a_policy_of_its_own():
    """Each Lambda of each deployed stage has its own policy file, which is there."""
    config = json.loads((PROJECT / ".chalice" / "config.json").read_text(encoding="utf-8"))
    functions = {"api_handler", *(source.name for source in app.app.event_sources)}
    assert config["autogen_policy"] is False
    for name in ("dev", "prod"):
        declared = config["stages"][name]["lambda_functions"]
        files = {one["iam_policy_file"] for one in declared.values()}
        assert declared.keys() == functions
        assert len(files) == len(functions)
        assert all((PROJECT / ".chalice" / file).exists() for file in files)


def test_every_dependency_is_pinned_and_justified():
    """Each required package has an exact version and a reason, and is named in the README."""
    for file in ("requirements.txt", "requirements-dev.txt"):
        for line in (PROJECT / file).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-")):
                assert re.fullmatch(r"[\w\[\].-]+==[\w.]+\s+# .+", line), line


def test_every_metric_is_in_the_documentation():
    """docs/metrics.md lists every metric that the app can write."""
    listed = set(re.findall(r"`([A-Z]\w+)`", (PROJECT / "docs" / "metrics.md").read_text("utf-8")))
    modules = sorted((PROJECT / "chalicelib").glob("*.py"))
    counted = re.findall(r"\b([A-Z][A-Za-z0-9]+)=1\b", "".join(map(Path.read_text, modules)))
    outcomes = re.findall(r'"([A-Z][A-Za-z]+)"', Path(doors.__file__).read_text("utf-8"))
    assert len({*counted, *outcomes}) > 12
    assert {*counted, *outcomes, *work.COUNTED.values()} <= listed


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_is_there(document):
    """Each make target and each operator's command in a document is one that there is."""
    text = document.read_text(encoding="utf-8")
    made = re.findall(r"(?:^|`|&& )\s*(?:[A-Z_0-9]+=\S+ )*make ([a-z-]+)", text, re.MULTILINE)
    assert [target for target in made if target not in ALL_TARGETS] == []
    for name in re.findall(r"python -m ops ([a-z]+)", text):
        assert name in COMMANDS, name


def test_every_variable_of_a_target_is_used():
    """Each VARIABLE=... that a document gives a target is one that the Makefile heeds."""
    for document in DOCUMENTS:
        text = " ".join(document.read_text(encoding="utf-8").split())
        for given in re.findall(r"make [a-z-]+((?: [A-Z_]+=[^\s`]+)+)", text):
            for name in re.findall(r"([A-Z_]+)=", given):
                assert f"$({name})" in MAKEFILE, (document.name, name)


def test_every_metric_in_the_runbook_is_written():
    """Each metric that the runbook or the upgrade speaks of is in the list of metrics."""
    listed = set(re.findall(r"`([A-Z]\w+)`", METRICS))
    for name in ("runbook.md", "upgrading.md", "costs.md"):
        text = (PROJECT / "docs" / name).read_text(encoding="utf-8")
        named = set(re.findall(r"`([A-Z][a-z]+[A-Za-z]*)`", text))
        assert named - {"ArchiveBucket"} <= listed, named - listed


def test_every_log_line_in_the_runbook_is_written():
    """Each log line that the runbook quotes stands in the code."""
    runbook = " ".join((PROJECT / "docs" / "runbook.md").read_text(encoding="utf-8").split())
    code = "".join(one.read_text("utf-8") for one in (PROJECT / "chalicelib").glob("*.py"))
    quoted = re.findall(r"[Ll]og lines? ((?:`[^`]+`(?:, )?)+)", runbook)
    lines = [line for several in quoted for line in re.findall(r"`([^`]+)`", several)]
    lines = [line for line in lines if line != "REPORT"]
    assert len(lines) > 6
    assert [line for line in lines if f'"{line}' not in code] == []


def test_every_alarm_in_the_runbook_is_there():
    """Each alarm, function and queue of stage dev that the runbook names is one that there is."""
    runbook = (PROJECT / "docs" / "runbook.md").read_text(encoding="utf-8")
    template = (PROJECT / "ops" / "infrastructure.yaml").read_text(encoding="utf-8")
    functions = {"agentic-memory-dev", *map("agentic-memory-dev-{}".format, HANDLERS)}
    named = set(re.findall(r"`(agentic-memory-dev[\w-]*)`", runbook)) - functions
    assert len(named) > 3
    for name in named:
        assert f'"${{App}}-${{Stage}}{name.removeprefix("agentic-memory-dev")}"' in template, name


def test_every_reason_of_a_refused_signature_is_in_the_runbook():
    """The runbook says what to do for each reason that a signature is refused for."""
    code = Path(signature.__file__).read_text(encoding="utf-8")
    runbook = (PROJECT / "docs" / "runbook.md").read_text(encoding="utf-8")
    for reason in re.findall(r'SignatureError\("(\w+)"\)', code):
        assert f"`{reason}`" in runbook
