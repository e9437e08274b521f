"""Payloads that nobody was ever told of: archived, and without a record of what became of them.

S3 may lose a notification, or a deployment may have left the handler without them. To find such a
payload the archive is compared with its records, both in the order of their keys; a slice at a
time, so that looking costs the same however much the archive holds.
"""

from collections.abc import Iterator
from itertools import islice, takewhile

from chalicelib.archive import Archive, Listed
from chalicelib.layout import PAYLOADS, RECORDS, record_key

MOST_COMPARED = 20_000  # objects an hour: 20 requests for payloads, as many for records


def find_lost(archive: Archive, after: str, most: int = MOST_COMPARED) -> tuple[list[Listed], str]:
    """Return the payloads without a record among the next ``most`` objects, and where to go on.

    ``after`` is the key where the last look has ended; ``""`` stands for the begin, and is
    returned at the end. Raises ArchiveError.
    """
    slice_ = list(islice(archive.listed(PAYLOADS, after), most))
    payloads = [listed for listed in slice_ if listed.key.endswith(".json")]
    if not payloads:
        return [], slice_[-1].key if len(slice_) == most else ""
    known = set(_records(archive, after, payloads[-1].key))
    lost = [listed for listed in payloads if record_key(listed.key) not in known]
    return lost, slice_[-1].key if len(slice_) == most else ""


def _records(archive: Archive, after: str, last: str) -> Iterator[str]:
    """Yield the keys of records from that of ``after`` to that of ``last``."""
    listed = archive.listed(RECORDS, record_key(after) if after else "")
    return takewhile(lambda key: key <= record_key(last), (one.key for one in listed))
