"""Strangers' files, read in a process of its own that has limits, so that none of them can harm this one."""

import datetime
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer
from time import monotonic
from types import TracebackType
from typing import Any

from corpus import limits
from corpus.article import Block, Content
from corpus.errors import ArticleError, Fault
from corpus.imprint import Imprint

_ROOT = Path(__file__).parents[1]
_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
_SPENT = -getattr(signal, "SIGXCPU", signal.SIGTERM)  # the exit status of what the system ends for the time it took


_COMPLAINTS: dict[Fault, str] = {
    "large": "holds far more text than an article: give the part that you want to ask about.",
    "slow": "takes too long to be read: give fewer of its pages, or save its words as text.",
    "broken": "broke the program that reads it, or takes too much memory: save its words as text and give that.",
}


class Isolated:
    """A reader of .pdf, .docx and .html in another process, which starts with the first file and reads any number.

    A file that takes too much, or longer than `wait` seconds (by default READER_WAIT), costs the process, and the next
    file gets a new one. Use it as a context manager.
    """

    def __init__(self, wait: float | None = None) -> None:
        self._wait = limits.READER_WAIT if wait is None else wait
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Isolated":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def read(self, data: bytes, ending: str, origin: str) -> Content:
        """What a file holds, in clean text; `origin` names it in errors.

        Raises ArticleError where the file cannot be read, or not within `corpus.limits`.
        """
        reply = self._ask(data, ending, origin)
        if "error" in reply:
            raise ArticleError(reply["error"], reply["fault"])
        blocks = [Block(text, level, tuple((at, page) for at, page in pages)) for text, level, pages in reply["blocks"]]
        day = datetime.date.fromisoformat(reply["date"]) if reply["date"] else None
        return Content(blocks, Imprint(day, reply["source"]), reply["title"])

    def _ask(self, data: bytes, ending: str, origin: str) -> dict[str, Any]:
        process = self._running(origin)
        line, began = b"", monotonic()
        too_long = Timer(self._wait, process.kill)
        too_long.start()
        try:
            assert process.stdin
            assert process.stdout
            request = {"ending": ending, "origin": origin, "size": len(data)}
            process.stdin.write(json.dumps(request).encode() + b"\n" + data)
            process.stdin.flush()
            line = process.stdout.readline(limits.READER_OUTPUT)
        except BrokenPipeError:
            pass  # it has ended, and why is told from how
        except BaseException:
            self._end()
            raise
        finally:
            too_long.cancel()
        if not line.endswith(b"\n"):
            is_late = monotonic() - began >= self._wait
            fault = self._fault(is_late, too_much=bool(line))
            raise ArticleError(f"{origin} {_COMPLAINTS[fault]}", fault)
        reply: dict[str, Any] = json.loads(line)
        return reply

    def _running(self, origin: str) -> subprocess.Popen[bytes]:
        try:
            self._process = self._process or _start()
        except OSError as error:
            raise ArticleError(
                f"{origin} cannot be read, as no program to read it could be started ({error.strerror}): "
                "close other programs and try again, or save its words as text and give that."
            ) from None
        return self._process

    def _fault(self, is_late: bool, too_much: bool) -> Fault:
        """Why there was no whole reply; the process is gone after that."""
        assert self._process
        if too_much:
            self._end()
            return "large"
        status = self._process.wait()
        self._end()
        return "slow" if is_late or status == _SPENT else "broken"

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _start() -> subprocess.Popen[bytes]:
    # It learns no key that the environment holds, and imports what this process would import.
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join([str(_ROOT), *filter(os.path.isabs, sys.path)])
    command = [sys.executable, "-P", "-m", "corpus.readers.worker", str(limits.READER_MEMORY), str(limits.READER_CPU)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )
