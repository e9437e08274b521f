"""Installs the requirements with pip and shows how far it is; needs nothing but Python."""

import subprocess
import sys
from pathlib import Path

BAR = 30


def main(requirements: str) -> int:
    """Install ``requirements`` into this Python; return pip's exit status."""
    expected = _count(Path("constraints.txt"))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    command = [*pip, "install", "-r", requirements]
    seen, said = 0, []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as work:
        for line in work.stdout or ():
            said.append(line)
            if line.startswith("Collecting "):
                seen += 1
                _show(f"fetching {line.split()[1]}", min(seen, expected), expected)
            elif line.startswith("Installing collected"):
                _show("unpacking", expected, expected)
    _show("done" if work.returncode == 0 else "failed", expected, expected)
    print()
    if work.returncode:
        print("".join(said[-15:]), file=sys.stderr)
    return work.returncode


def _count(constraints: Path) -> int:
    lines = constraints.read_text(encoding="utf-8").splitlines()
    return sum("==" in line for line in lines)


def _show(what: str, done: int, of: int) -> None:
    bar = ("#" * (BAR * done // of)).ljust(BAR)
    if sys.stdout.isatty():
        print(f"\r  [{bar}] {what[:40]:<40}", end="", flush=True)
    elif done in (1, of) or done % 25 == 0:
        print(f"  [{bar}] {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
