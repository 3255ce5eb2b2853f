"""A look at the installation: what is in order, what is not, and how to mend it."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from rag.errors import RagError
from rag.settings import BUNDLED, PREFIX, Settings

PACKAGE = "yinju"
MIN_FREE = 500_000_000  # bytes, for indexes and what Chroma needs while it builds one


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; where it is not `ok`, `text` says how to mend it."""

    name: str
    ok: bool
    text: str


def examine(index_dir: Path | None = None) -> Iterator[Finding]:
    """Look at one thing after the other; nothing is changed. `index_dir` goes before the setting."""
    yield _finding("packages", packages)
    yield _finding("fonts", fonts)
    try:
        settings = Settings(**({"index_dir": index_dir} if index_dir else {}))
    except RagError as error:
        yield Finding("settings", False, str(error))
        return
    yield Finding("settings", True, origins())
    yield _finding("model", lambda: model(settings))
    yield _finding("index", lambda: index(settings.index_dir))
    yield _finding("disk", lambda: disk(settings.index_dir))


def _finding(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, look())
    except RagError as error:
        return Finding(name, False, str(error))
    except Exception as error:  # whatever is broken, the other lines are to be seen as well
        return Finding(name, False, f"cannot be looked at ({type(error).__name__}: {' '.join(str(error).split())}).")


def packages() -> str:
    """The versions that are installed against those that are needed. Raises RagError where they do not fit."""
    try:
        about = metadata.metadata(PACKAGE)
    except metadata.PackageNotFoundError:
        raise RagError(f"{PACKAGE} itself is not installed: run `pip install -e .` in its folder.") from None
    needed = [Requirement(line) for line in metadata.requires(PACKAGE) or ()]
    needed = [item for item in needed if item.marker is None or item.marker.evaluate({"extra": ""})]
    wrong = [f"{item} is needed ({found})" for item in needed if (found := _unfit(item))]
    if wrong:
        raise RagError(f"{', '.join(wrong)}: run `pip install` for these, quoted as they stand here.")
    python = ".".join(map(str, sys.version_info[:3]))
    if python not in SpecifierSet(about["Requires-Python"] or ""):
        raise RagError(f"Python {about['Requires-Python']} is needed, and this is {python}: install a newer one.")
    return f"{PACKAGE} {about['Version']} and all {len(needed)} packages that it needs, on Python {python}"


def _unfit(needed: Requirement) -> str:
    """The version that is there in place of the one needed, `missing`, or nothing where all is well."""
    try:
        found = metadata.version(needed.name)
    except metadata.PackageNotFoundError:
        return "missing"
    return "" if needed.specifier.contains(found, prereleases=True) else f"{found} is installed"


def fonts() -> str:
    """Whether there is a font for Chinese, as far as it can be told. Raises RagError where there is none."""
    if not (program := shutil.which("fc-list")):
        return "not looked at: this system has no fc-list"
    found = subprocess.run(
        [program, ":lang=zh", "family"], capture_output=True, text=True, timeout=30, check=True
    ).stdout
    if not found.strip():
        raise RagError("no font for Chinese: install one, such as fonts-noto-cjk, if a browser runs on this machine.")
    return f"{len(set(found.splitlines()))} for Chinese"


def origins() -> str:
    """Which settings are set and where; never to what, since one may be a key."""
    file = {name.upper() for name in dotenv_values(".env")}
    environment = {name.upper() for name, value in os.environ.items() if value}
    names = {field: f"{PREFIX}{field}".upper() for field in sorted(Settings.model_fields)}
    said = [
        f"{name} from {'the environment' if name in environment else '.env'}"
        for name in names.values()
        if name in environment | file
    ]
    return ", ".join(said) or "all as they are by default"


def model(settings: Settings) -> str:
    """One vector of the model that is set. Raises RagError where that or the reader is not as it was made."""
    from rag import embed
    from rag.embedding import known
    from rag.extract import calibration
    from rag.meaning import word_vectors
    from rag.reader.model import reader

    if reader().vectors != word_vectors().fingerprint:
        raise RagError("the bundled reader was made with another bundled model: install the package again.")
    if settings.embedding != BUNDLED:
        other = embed.from_settings(settings)
        fitted = "" if other.fingerprint == calibration().embedding else "; confidence is fitted to the bundled model"
        return f"{settings.embedding} gives vectors of {len(other.embed_query('area'))} numbers{fitted}"
    if wrong := known.fault(embed.bundled_folder()):
        raise RagError(f"the bundled model is damaged ({wrong}): install the package again.")
    return "the bundled model is whole and gives the numbers it should"


def index(folder: Path) -> str:
    """Whether indexes can be written and those there are whole. Raises RagError where not."""
    from rag import folders

    try:
        with tempfile.TemporaryFile(dir=_nearest(folder)):
            pass
    except OSError as error:
        raise RagError(
            f"{folder} cannot be written ({error.strerror}): set RAG_INDEX_DIR to a folder of yours."
        ) from None
    found = folders.manifests(folder)
    if broken := [str(path) for path, manifest in found.items() if not _is_whole(path, manifest)]:
        raise RagError(f"delete what is broken, and it is built again when it is asked for: {', '.join(broken)}")
    return f"{folder} can be written and holds {len(found)} whole indexes"


def _is_whole(folder: Path, manifest: Mapping[str, Any]) -> bool:
    if folder.name.partition("-")[0] != manifest.get("fingerprint"):
        return False
    if manifest.get("server"):  # the database is there, not here
        return True
    try:
        with closing(
            sqlite3.connect(f"{(folder / 'chroma.sqlite3').absolute().as_uri()}?mode=ro", uri=True)
        ) as database:
            (verdict,) = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error:
        return False
    return bool(verdict == "ok")


def disk(folder: Path) -> str:
    """The space that is free for indexes. Raises RagError where it is little."""
    free = shutil.disk_usage(_nearest(folder)).free
    if free < MIN_FREE:
        raise RagError(
            f"{free // 1_000_000:,} MB are free at {folder}: make room for {MIN_FREE // 1_000_000} MB, "
            "or set RAG_INDEX_DIR to a folder on another disk."
        )
    return f"{free // 1_000_000:,} MB are free"


def _nearest(folder: Path) -> Path:
    """The folder, or where it is still to be made the one that it will be made in."""
    folder = folder.absolute()
    return next((path for path in (folder, *folder.parents) if path.exists()), folder)
