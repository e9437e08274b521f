"""The settings that hold now: a key that is changed in the secret counts without a deployment.

They are read again beside a request when they are old, and at once when a key was refused, for
then it may have been changed. Whoever is not refused never waits for it.
"""

import logging
import threading
import time
from collections.abc import Callable

from chalicelib import log, metrics
from chalicelib.settings import Settings, SettingsError

FRESH_SECS = 240.0  # then they are read again beside a request
REFUSED_SECS = 10.0  # who sends wrong keys makes us look this often at most


class CurrentSettings:
    """What ``read`` returned last. ``clock`` is monotonic seconds.

    Raises what ``read`` raises the first time; later, what was read before goes on to hold.
    """

    def __init__(
        self, read: Callable[[], Settings], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._read, self._clock = read, clock
        self._reading = threading.Lock()
        self.now = read()
        self._read_at = clock()

    def are_old(self, secs: float) -> bool:
        """Return whether they were read ``secs`` ago; what is in no secret does not grow old."""
        return bool(self.now.secrets_arn) and self._clock() - self._read_at >= secs

    def freshen(self, secs: float) -> None:
        """Read again what was read ``secs`` ago or earlier, unless somebody else does it."""
        with self._reading:
            if self.are_old(secs):
                self._read_again()

    def changed_since(self, known: Settings) -> bool:
        """Return whether other settings than ``known`` hold now, having looked lately.

        Ask when a key was refused.
        """
        with self._reading:
            if self.now == known and self.are_old(REFUSED_SECS):
                self._read_again()
            return self.now != known

    def _read_again(self) -> None:
        try:
            self.now = self._read()
        except SettingsError as error:
            logging.getLogger(log.NAME).warning("keys not read again", extra={"reason": str(error)})
            metrics.emit({"event": "keys not read again"}, Failed=1)
        self._read_at = self._clock()
