"""The index folders under one root: which are whole, which is nearest to one that is wanted, which are not used.

A folder counts from the moment its manifest lies in it, which is written last, and is never changed after that, so
that a reader sees all of an index or none of it, whatever another process does.
"""

import json
import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from rag.vectors import KEY_SIZE, Key

KEPT = 16
DAY = 24 * 3600  # seconds
WEEK = 7 * DAY
WORDS = "words"  # what the lexical leg keeps in an index folder
_MANIFEST, _KEYS = "manifest.json", "keys.bin"
_BEGUN = ".begun"

Manifest = Mapping[str, Any]


def manifests(root: Path) -> dict[Path, Manifest]:
    """Each folder that has a manifest, and what that says: nothing where it cannot be read."""
    return {path.parent: _read(path) for path in sorted(root.glob(f"*/{_MANIFEST}"))}


def whole(root: Path, manifest: Manifest) -> Iterator[Path]:
    """The folders whose manifest says all that this one says, the one used last first."""
    for path in _by_use(root.glob(f"{manifest['fingerprint']}-*/{_MANIFEST}")):
        if manifest.items() <= _read(path).items():
            yield path.parent


def nearest(root: Path, model: str, keys: Collection[Key]) -> Path | None:
    """Of the folders of this model the one that has most of the keys, if it is half of what either has."""
    best, most = None, 0
    for path in _by_use(root.glob(f"*/{_MANIFEST}"))[:KEPT]:
        manifest = _read(path)
        has = keys_of(path.parent) if manifest.get("model") == model and not manifest.get("server") else set()
        shared = len(has.intersection(keys))
        # What Chroma deletes it keeps as a gap: too many of them, and a new start is better.
        if shared > most and 2 * shared >= max(len(has), len(keys)) and 2 * manifest.get("gaps", 0) <= len(keys):
            best, most = path.parent, shared
    return best


def create(root: Path, manifest: Manifest, keys: Iterable[Key], fill: Callable[[Path], Manifest]) -> Path:
    """A new folder, made whole after `fill` has put all into it; what fill returns is added to the manifest."""
    for left in root.glob(f"{manifest['fingerprint']}-*/"):
        if not (left / _MANIFEST).exists():  # somebody was killed while building it
            shutil.rmtree(left, ignore_errors=True)
    # A name of its own each time: Chroma keeps what it knows of a path for as long as the process lives.
    folder = Path(tempfile.mkdtemp(prefix=f"{manifest['fingerprint']}-", dir=root))
    try:
        about = {**manifest, **fill(folder)}
        (folder / _KEYS).write_bytes(b"".join(keys))
        (folder / "manifest.part").write_text(json.dumps(about), encoding="utf-8")
        (folder / "manifest.part").rename(folder / _MANIFEST)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def copy(base: Path, folder: Path) -> int:
    """Copy what an index is made of from a whole one to a new folder; how many gaps it has."""
    about = _read(base / _MANIFEST)
    shutil.copytree(base, folder, ignore=shutil.ignore_patterns(_MANIFEST, _KEYS, f"{WORDS}*"), dirs_exist_ok=True)
    return int(about["gaps"])


def keys_of(folder: Path) -> set[Key]:
    """The keys of the texts of an index; none where they cannot be read."""
    return _keys_in(folder / _KEYS)


@contextmanager
def begun(root: Path, fingerprint: str, keys: Iterable[Key]) -> Iterator[None]:
    """Note what an index is to be made of; where what is done within is cut off, the note stays."""
    note = root / f"{fingerprint}{_BEGUN}"
    note.write_bytes(b"".join(keys))
    yield
    note.unlink(missing_ok=True)


def keys_begun(root: Path) -> set[Key]:
    """The keys of the texts of indexes that were begun, and not finished, in the last week."""
    notes = list(root.glob(f"*{_BEGUN}"))
    for note in notes:
        if time.time() - _last_used(note) > WEEK:
            note.unlink(missing_ok=True)
    return set().union(*map(_keys_in, notes))


def mark_used(folder: Path) -> None:
    """Note that the index is used now; in a folder that cannot be written it is used all the same."""
    with suppress(OSError):
        (folder / _MANIFEST).touch()


def drop_unused(root: Path) -> set[Path]:
    """Remove indexes not used for a week, but for the last few, and those not used for a day that others grew from.

    They come back by themselves when asked for. What somebody began a day ago and was killed at is removed as well. The
    folders that are left are returned.
    """
    manifests = _by_use(root.glob(f"*/{_MANIFEST}"))
    outgrown = {_read(path).get("base") for path in manifests}
    left = set()
    for place, path in enumerate(manifests):
        idle = time.time() - _last_used(path)
        if (place >= KEPT and idle > WEEK) or (path.parent.name in outgrown and idle > DAY):
            path.unlink(missing_ok=True)  # first of all, so that nobody takes what is left for whole
            shutil.rmtree(path.parent, ignore_errors=True)
        else:
            left.add(path.parent)
    for folder in root.glob("*-*/"):
        if not (folder / _MANIFEST).exists() and time.time() - _last_used(folder) > DAY:
            shutil.rmtree(folder, ignore_errors=True)
    return left


def of_model(folders: Iterable[Path], model: str) -> set[Path]:
    """Those of the folders that were made with the model."""
    return {folder for folder in folders if _read(folder / _MANIFEST).get("model") == model}


def _keys_in(path: Path) -> set[Key]:
    with suppress(OSError):
        content = path.read_bytes()
        return {content[at : at + KEY_SIZE] for at in range(0, len(content), KEY_SIZE)}
    return set()


def _read(path: Path) -> dict[str, Any]:
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _by_use(paths: Iterable[Path]) -> list[Path]:
    """The paths that are still there, the one used last first."""
    used = {path: _last_used(path) for path in paths}
    return sorted((path for path in used if used[path]), key=lambda path: (-used[path], path))


def _last_used(path: Path) -> float:
    """Seconds since 1970, or 0 where the path is gone."""
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
