"""The lab's Mem0: a small server that speaks Mem0's platform API (v3) over SQLite.

``with Mem0Lab() as mem0: MemoryClient(api_key=mem0.api_key, host=mem0.url)``
"""

from lab.faults import Fault, Faults
from lab.mem0.server import Mem0Lab

__all__ = ["Fault", "Faults", "Mem0Lab"]
