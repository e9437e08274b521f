"""What a reader must know of the machine: enough to compare, nothing that tells whose it is."""

import os
import platform
from datetime import UTC, datetime


def environment() -> dict[str, str]:
    """Return the date (UTC), and what the figures depend on."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": platform.system(),
        "architecture": platform.machine(),
        "processors": str(os.cpu_count()),
    }
