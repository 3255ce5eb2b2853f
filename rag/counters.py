"""How many questions this process has been asked, and what became of them."""

from threading import Lock
from typing import Literal, get_args

Outcome = Literal["answered", "refused", "stopped", "failed"]


class Counters:
    """Questions by outcome and the seconds spent on them; safe to use from several threads.

    `stopped` are answers that nobody waited for to the end, `failed` those that ended in an error, also where the
    question was none (empty, too long, in another language).
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: dict[str, int] = dict.fromkeys(get_args(Outcome), 0)
        self._seconds = 0.0

    def add(self, outcome: Outcome, seconds: float) -> None:
        """Count one question that took so many seconds."""
        with self._lock:
            self._counts[outcome] += 1
            self._seconds += seconds

    def snapshot(self) -> dict[str, float]:
        """The questions in all and by outcome, and the seconds spent on all of them."""
        with self._lock:
            return {"questions": sum(self._counts.values()), **self._counts, "seconds": round(self._seconds, 3)}


counters = Counters()
"""Those of this process, whichever assistant was asked."""
