"""The folder of a run: a result a line, written as it comes, so that an interrupted run can go on."""

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.errors import RagError
from eval.cases import QuestionSet
from eval.run import Result
from eval.systems import OURS
from rag.settings import Settings
from rag.types import Language

_PACKAGES = ("yinju", "chromadb", "langchain-core", "numpy", "onnxruntime", "sentence-transformers", "tokenizers")
_RESULT = TypeAdapter(Result)
Key = tuple[str, str, Language]  # set, id, language


class OutputError(RagError):
    """The results cannot be written where they were asked for, or cannot be read from there."""


def fingerprint(settings: Settings, sets: Sequence[QuestionSet], system: str = OURS) -> str:
    """Ten hex digits that change with the settings, the system, questions and texts, and this project's own code
    and models.
    """
    digest = hashlib.sha256(f"{settings.fingerprint()} {system}".encode())
    for one in sets:
        digest.update(repr((one.name, one.groups)).encode("utf-8", "replace"))
    add_code(digest)
    return digest.hexdigest()[:10]


def add_code(digest: Any) -> None:
    """Add this project's own code and models to what is hashed."""
    for package in ("corpus", "rag", "eval"):
        _add_code(digest, files(package))


def _add_code(digest: Any, folder: Traversable) -> None:
    for item in sorted(folder.iterdir(), key=lambda one: one.name):
        if item.is_dir() and item.name != "__pycache__":
            _add_code(digest, item)
        elif item.name.endswith((".py", ".json", ".onnx")):
            digest.update(item.name.encode() + item.read_bytes())


class RunFolder:
    """Results by set, in the order in which they came. Raises OutputError where the folder cannot be used."""

    def __init__(self, path: Path, settings: Settings, sets: Sequence[QuestionSet], system: str = OURS) -> None:
        self.path = path
        self.results: dict[Key, Result] = {}
        self._lines = path / "results.jsonl"
        own = fingerprint(settings, sets, system)
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._go_on(own)
        except OSError as error:
            raise _no_output(path, error) from error
        kept = settings.model_dump(mode="json", exclude={"index_dir"})
        versions = {"python": platform.python_version()} | _versions()
        about = {"fingerprint": own, "system": system, "settings": kept, "versions": versions}
        self.write("run.json", as_json(about))

    def _go_on(self, own: str) -> None:
        """Read what an interrupted run of the same fingerprint left; a line that was cut off is asked again."""
        if not (self.path / "run.json").exists():
            if self._lines.exists():
                raise OutputError(f"{self.path} holds results of an unknown run; choose another --out.")
            return
        if read_about(self.path).get("fingerprint") != own:
            raise OutputError(
                f"{self.path} holds another run: other settings, questions or code; choose another --out."
            )
        if self._lines.exists():
            content = self._lines.read_bytes()
            whole = content[: content.rfind(b"\n") + 1]
            self.results = parse_results(whole.decode(), self._lines)
            self._lines.write_bytes(whole)

    def add(self, name: str, result: Result) -> None:
        """Keep a result of the set `name`."""
        self.append(self._lines.name, {"set": name} | result.to_dict())
        self.results[name, result.id, result.language] = result

    def append(self, name: str, record: Mapping[str, Any]) -> None:
        """Add a line of JSON to a file of the run."""
        line = json.dumps(record, ensure_ascii=False) + "\n"
        try:
            with (self.path / name).open("ab") as file:
                file.write(line.encode("utf-8", "replace"))
        except OSError as error:
            raise _no_output(self.path, error) from error

    def by_set(self) -> dict[str, list[Result]]:
        """The results of each set."""
        return by_set(self.results)

    def write(self, name: str, text: str) -> None:
        """Write a file of the run (see `write_text`)."""
        write_text(self.path, name, text)


def write_text(folder: Path, name: str, text: str) -> None:
    """Write beside the file and swap, so that a run cut off leaves no half file. Raises OutputError."""
    partial = folder / f"{name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(text.encode("utf-8", "replace"))
        partial.replace(folder / name)
    except OSError as error:
        raise _no_output(folder, error) from error


def by_set(results: Mapping[Key, Result]) -> dict[str, list[Result]]:
    """The results of each set, in their order."""
    found: dict[str, list[Result]] = {}
    for (name, _, _), result in results.items():
        found.setdefault(name, []).append(result)
    return found


def read_run(path: Path) -> dict[Key, Result]:
    """The results in a run's folder. Raises OutputError where there are none."""
    try:
        content = (path / "results.jsonl").read_bytes()
    except OSError as error:
        raise OutputError(f"{path} holds no results ({error.strerror}); give the folder of a run.") from error
    if not (
        found := parse_results(content[: content.rfind(b"\n") + 1].decode("utf-8", "replace"), path / "results.jsonl")
    ):
        raise OutputError(f"{path} holds no results yet; let its run come to an end.")
    return found


def read_about(path: Path) -> dict[str, Any]:
    """What run.json says of the run's settings; nothing where it cannot be read."""
    try:
        found = json.loads((path / "run.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def parse_results(text: str, source: Path) -> dict[Key, Result]:
    """Results of lines of JSON. Raises OutputError, which names the line."""
    found: dict[Key, Result] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line:
            continue
        try:
            fields = json.loads(line)
            name = str(fields.pop("set"))
            result = _RESULT.validate_python(fields)
        except (ValueError, KeyError, AttributeError) as error:
            what = error.errors()[0]["msg"] if isinstance(error, ValidationError) else "not a result"
            raise OutputError(
                f"{source}:{number} is not a result of this version ({what}); run the set again."
            ) from None
        found[name, result.id, result.language] = result
    return found


def as_json(value: Any) -> str:
    """The value as JSON for people to read, its records as objects."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=asdict) + "\n"


def _no_output(path: Path, error: OSError) -> OutputError:
    return OutputError(f"No results can be written to {path} ({error.strerror}); choose another --out.")


def _versions() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = None
    return found
