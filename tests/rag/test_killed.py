"""An indexer killed at any moment: the next start answers rightly, and the index is at last what it would have been."""

import json
import os
from pathlib import Path
from random import Random
from typing import Any

from rag import Assistant, Settings
from rag.index import CHUNKS, SENTENCES
from tests.killed import KILLS, killed_after, seconds_of, started

FEW = 6
QUESTION = "3号茶园是谁开垦的？"


def written(folder: Path) -> list[Path]:
    """Files of small articles, or those of the folder that the environment names."""
    if given := os.environ.get("YINJU_ARTICLES"):
        return sorted(Path(given).iterdir())
    folder.mkdir()
    for number in range(3 * FEW):
        name = f"{number}号茶园"
        text = f"# {name}\n\n{name}由陈{number}禾在{1900 + number}年开垦，面积是{7 * number}亩。\n\n每年四月采茶。"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


def asked(files: list[Path], root: Path) -> dict[str, Any]:
    """The answer of a program that starts now."""
    named = [word for path in files for word in ("--article", path)]
    with started("rag", "ask", QUESTION, "--json", "--index-dir", root, *named) as program:
        out, errors = program.communicate()
    assert (errors, program.returncode in (0, 3)) == ("", True)
    return {**json.loads(out), "seconds": None}


def contents(files: list[Path], root: Path) -> dict[str, Any]:
    """All that an index holds: vectors by text and, in Chroma, by chunk."""
    assistant = Assistant.from_files(files, Settings(index_dir=root))
    index = assistant._index
    stored = index._collection.get(include=["embeddings", "metadatas"])
    found = {name: list(vector) for name, vector in zip(stored["ids"], stored["embeddings"], strict=True)}
    for kind in (CHUNKS, SENTENCES):
        found |= {name: list(vector) for name, vector in index.vectors(kind, index._plan.texts[kind]).items()}
    assistant.close()
    return found


def test_an_indexer_killed_at_random_moments_loses_nothing(tmp_path: Path) -> None:
    random, root, undisturbed = Random(8), tmp_path / "index", tmp_path / "undisturbed"
    files = written(tmp_path / "articles")
    longest = seconds_of(["rag", "index", "--index-dir", undisturbed, *files[:FEW]])
    expected = asked(files[:FEW], undisturbed)
    for _ in range(KILLS):
        wanted = random.choice([files, random.sample(files, FEW)])
        killed_after(random.uniform(0, longest), "rag", "index", "--index-dir", root, *wanted)
        assert asked(files[:FEW], root) == expected
    assert contents(files, root) == contents(files, undisturbed)
