"""The settings that hold now: a key that is changed in the secret counts without a deployment.

They are read again beside a request when they are old, and at once when a key was refused, for then
it may have been changed. Whoever is not refused never waits for it.
"""

import logging
import threading
import time
from collections.abc import Callable

from chalicelib import log, metrics
from chalicelib.settings import Settings, SettingsError

FRESH_SECS = 240.0  # less than warm_up's five minutes, so that a warm container's are never older
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

    @property
    def are_old(self) -> bool:
        """Whether to read again soon; only what stands in a secret can have changed."""
        return bool(self.now.secrets_arn) and self._clock() - self._read_at >= FRESH_SECS

    def freshen(self) -> None:
        """Read again what is old, unless somebody is at it."""
        with self._reading:
            if self.are_old:
                self._read_again()

    def changed_since(self, known: Settings) -> bool:
        """Return whether other settings than ``known`` hold now, having looked lately.

        Ask when a key was refused.
        """
        if not self.now.secrets_arn:
            return False
        with self._reading:
            if self.now == known and self._clock() - self._read_at >= REFUSED_SECS:
                self._read_again()
            return self.now != known

    def _read_again(self) -> None:
        try:
            self.now = self._read()
        except SettingsError as error:
            logging.getLogger(log.NAME).warning("keys not read again", extra={"reason": str(error)})
            metrics.emit({"event": "keys not read again"}, Failed=1)
        self._read_at = self._clock()
