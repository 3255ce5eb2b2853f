"""A folder for what is not to outlive this process, even where the process is killed."""

import atexit
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp

from filelock import FileLock, Timeout

_PREFIX, _LOCK = "yinju-", "in-use.lock"


@cache
def scratch() -> Path:
    """This process's folder, which goes with it; those of processes that were killed are removed at the first call."""
    for left in Path(gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        _remove_unused(left)
    folder = Path(mkdtemp(prefix=_PREFIX))
    lock = FileLock(folder / _LOCK)
    lock.acquire()
    atexit.register(_leave, folder, lock)  # and so the lock lives, and is held, as long as the process
    return folder


def _leave(folder: Path, lock: FileLock) -> None:
    lock.release()
    rmtree(folder, ignore_errors=True)


def _remove_unused(lock: Path) -> None:
    """Remove a lock's folder, unless a process that lives holds it."""
    try:
        with FileLock(lock, timeout=0):
            rmtree(lock.parent, ignore_errors=True)
    except (Timeout, OSError):
        return
