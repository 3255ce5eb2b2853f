"""How often the tests that kill programs do so: `YINJU_KILLS=30 pytest tests -k killed_at`."""

import os
import subprocess
import sys
from collections.abc import Iterable
from time import monotonic

KILLS = int(os.environ.get("YINJU_KILLS", "3"))


def started(*arguments: object, **environment: str) -> "subprocess.Popen[str]":
    """A program of ours that runs, its output kept."""
    return subprocess.Popen(
        [sys.executable, "-m", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )


def seconds_of(arguments: Iterable[object]) -> float:
    """How long a program takes."""
    began = monotonic()
    with started(*arguments) as program:
        program.communicate()
    return monotonic() - began


def killed_after(seconds: float, *arguments: object) -> bool:
    """Whether the program was still running when it was killed so many seconds after its start."""
    with started(*arguments) as program:
        try:
            program.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            program.kill()
            program.communicate()
        return program.returncode < 0
