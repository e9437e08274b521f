"""What ``doctor`` says of a stage's functions: are they there, and what do they run. No I/O."""

from ops.check import Check, unmade
from ops.deployed_version import CHECKOUT, CODE
from ops.stage_facts import Facts, Function
from ops.surroundings import Unread


def functions_check(facts: Facts) -> Check:
    """Say whether every function is there and can run."""
    if isinstance(facts.functions, Unread):
        return unmade("functions", facts.functions.why, "See that you may read Lambda's functions.")
    states = {name: _state(facts.functions.get(name)) for name in facts.stage.functions.values()}
    if wrong := [f"{name}: {state}" for name, state in states.items() if state]:
        return Check("functions", "; ".join(wrong), _deploy(facts))
    return Check("functions", f"all {len(states)} are there and can run")


def version_check(facts: Facts) -> Check:
    """Say whether the functions run what is checked out."""
    what = "version"
    if isinstance(facts.functions, Unread):
        return unmade(what, facts.functions.why, "See that you may read Lambda's functions.")
    there = facts.functions.items()
    replaced = [
        name for name, one in there if one.tags.get(CODE, one.code_sha256) != one.code_sha256
    ]
    if replaced:
        found = f"code that make deploy did not put there: {', '.join(replaced)}"
        return Check(what, found, _deploy(facts))
    unnoted = [name for name, one in there if CHECKOUT not in one.tags]
    if unnoted or not facts.functions:
        found = f"deployed in part, or in another way: {', '.join(unnoted) or 'nothing is there'}"
        return Check(what, found, _deploy(facts))
    others = [name for name, one in there if one.tags[CHECKOUT] != facts.checkout]
    if others:
        to_do = f"Check out what you mean to run, then: {_deploy(facts)}"
        return Check(what, f"not the checkout's: {', '.join(others)}", to_do)
    return Check(what, f"{facts.checkout}, the checkout's")


def _state(function: Function | None) -> str:
    """Return what is wrong with a function, or nothing."""
    if function is None:
        return "not there"
    if function.state not in ("", "Active", "Inactive"):  # inactive: idle for long, and wakes up
        return function.state.lower()
    is_changed = function.update in ("", "Successful")
    return "" if is_changed else f"its last update: {function.update}"


def _deploy(facts: Facts) -> str:
    return f"make deploy STAGE={facts.stage.name}"
