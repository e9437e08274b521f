"""The call sheet: one caller's story in the terminal, as a person would want to read it."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.rule import Rule
from rich.status import Status
from rich.table import Table
from rich.text import Text


class CallSheet:
    """Writes what happened, step by step, to ``console``."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._timings: list[tuple[str, float]] = []

    def waiting(self, what: str) -> Status:
        """Return a context that shows a spinner and ``what`` until it ends."""
        return self._console.status(f"[dim]{escape(what)}[/]")

    def chapter(self, title: str) -> None:
        """Begin a part of the story."""
        self._console.print()
        self._console.print(Rule(f"[bold]{escape(title)}[/]", align="left"))

    def done(self, step: str, secs: float) -> None:
        """Tick off ``step``, which took ``secs``."""
        self._timings.append((step, secs))
        self._console.print(f"[green]✓[/] {escape(step)} [dim]{secs * 1_000:,.0f} ms[/]")

    def failed(self, step: str, why: str) -> None:
        """Say which step did not happen, and why."""
        self._console.print(f"[red]✗ {escape(step)}[/]: {escape(why)}")

    def answer(self, client_data: Mapping[str, Any]) -> None:
        """Show what the agent says first and what it has been told."""
        variables = client_data["dynamic_variables"]
        self._console.print(_said("Agent says", variables["memory_greeting"]))
        known = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
        for name in ("returning_caller", "caller_name", "memory_count", "memory_summary"):
            known.add_row(f"[dim]{name}[/]", escape(variables[name]) or "[dim]–[/]")
        self._console.print(known)
        context = Text(variables["memory_context"])
        self._console.print(Panel(context, title="The agent knows", title_align="left"))

    def talk(self, turns: Iterable[tuple[str, str]]) -> None:
        """Show the conversation as it was spoken."""
        for speaker, words in turns:
            self._console.print(_said(speaker.capitalize(), words))

    def search(self, query: str, found: Iterable[Mapping[str, Any]]) -> None:
        """Show what the agent searched and what it found."""
        self._console.print(_said("Agent searches", query))
        table = Table("score", "date", "type", "memory", show_lines=True)
        for one in found:
            table.add_row(f"{one['score']:.2f}", one["date"], one["type"], Text(one["memory"]))
        self._console.print(table)

    def stored(self, memories: Iterable[Mapping[str, Any]]) -> None:
        """Show what is stored of the caller."""
        table = Table("type", "kind", "memory", show_lines=True)
        for one in memories:
            metadata = one.get("metadata") or {}
            kind = metadata.get("kind", "")
            table.add_row(metadata.get("type", ""), kind, Text(one["memory"]))
        self._console.print(table)

    def timings(self) -> None:
        """Show how long each step took."""
        table = Table("step", "ms")
        table.columns[1].justify = "right"
        for step, secs in self._timings:
            table.add_row(escape(step), f"{secs * 1_000:,.1f}")
        self.chapter("How long it took")
        self._console.print(table)


def _said(who: str, words: str) -> Text:
    return Text.assemble((f"{who}: ", "bold cyan"), words)
