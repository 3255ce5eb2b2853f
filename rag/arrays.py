"""Arrays kept in a folder, each in a file of its own that is mapped into memory when it is read.

The folder is there with all of them or not at all, and one whose files are not what was written counts as not there.
"""

import json
import shutil
import tempfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

_ABOUT = "about.json"


def save(folder: Path, arrays: Mapping[str, Any], about: Mapping[str, Any]) -> None:
    """Keep the arrays by name, and what is to be known of them, in `folder`. Raises OSError."""
    part = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        for name, array in arrays.items():
            np.save(_file(part, name), array)
        content = json.dumps({**about, "sums": {name: _sum(array) for name, array in arrays.items()}})
        (part / _ABOUT).write_text(f"{zlib.crc32(content.encode())} {content}", encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def about(folder: Path) -> dict[str, Any]:
    """What is to be known of the arrays in `folder`; nothing where there are none or it is damaged."""
    with suppress(OSError, ValueError):
        total, content = (folder / _ABOUT).read_text(encoding="utf-8").split(" ", 1)
        if int(total) == zlib.crc32(content.encode()):
            known: dict[str, Any] = json.loads(content)
            return known
    return {}


def load(folder: Path, name: str) -> Any:
    """One array of `folder`, to be read only. Raises OSError or ValueError where it is not there or damaged."""
    return np.load(_file(folder, name), mmap_mode="r")


def load_all(folder: Path) -> dict[str, Any]:
    """All arrays of `folder` by name. Raises OSError or ValueError where one is not what was written."""
    sums = about(folder).get("sums", {})
    arrays = {name: load(folder, name) for name in sums}
    if not arrays or any(_sum(array) != sums[name] for name, array in arrays.items()):
        raise ValueError(f"{folder} is damaged")
    return arrays


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.npy"


def _sum(array: Any) -> int:
    return zlib.crc32(np.ascontiguousarray(array).data)
