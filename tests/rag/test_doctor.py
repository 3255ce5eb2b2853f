"""What the doctor says of an installation, sound and broken."""

import shutil
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

import pytest

from rag import Assistant, RagError, Settings, doctor
from rag.__main__ import main
from rag.embed import BundledEmbeddings, bundled_folder
from rag.embedding import known
from tests.rag.conftest import TEXTS
from tests.rag.tiny import save_tiny_model


def built(folder: Path) -> Path:
    """The folder of the one index under `folder`."""
    Assistant.from_texts(TEXTS, Settings(index_dir=folder)).close()
    (manifest,) = folder.glob("*/manifest.json")
    return manifest.parent


def test_each_thing_has_one_line_and_the_status_says_whether_all_are_in_order(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status = main(["doctor", "--index-dir", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == ["packages:", "fonts:", "settings:", "model:", "index:", "disk:"]
    assert status == any(line.startswith("WRONG") for line in lines)
    assert [line for line in lines if "model" in line or "index" in line if not line.startswith("ok ")] == []


def test_a_sound_index_is_counted(tmp_path: Path) -> None:
    built(tmp_path)
    assert "1 whole indexes" in doctor.index(tmp_path)


def test_a_sound_index_in_a_folder_named_from_here_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path / "indexes")
    monkeypatch.chdir(tmp_path)
    assert "1 whole indexes" in doctor.index(Path("indexes"))


@pytest.mark.parametrize("name", ["manifest.json", "chroma.sqlite3"])
def test_a_broken_index_is_named(tmp_path: Path, name: str) -> None:
    folder = built(tmp_path)
    (folder / name).write_bytes(b"\0broken" * 999)
    with pytest.raises(RagError, match=folder.name):
        doctor.index(tmp_path)


def test_an_index_without_its_database_is_named_and_gets_no_empty_one(tmp_path: Path) -> None:
    folder = built(tmp_path)
    (folder / "chroma.sqlite3").unlink()
    with pytest.raises(RagError, match="delete what is broken"):
        doctor.index(tmp_path)
    assert not (folder / "chroma.sqlite3").exists()


def test_a_folder_that_cannot_be_made_is_said_and_the_setting_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RagError, match="RAG_INDEX_DIR"):
        doctor.index(tmp_path / "file" / "index")


def test_looking_makes_no_folder(tmp_path: Path) -> None:
    assert "0 whole" in doctor.index(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_a_setting_is_named_with_where_it_is_set_and_never_its_value(
    monkeypatch: pytest.MonkeyPatch, empty_folder: Path
) -> None:
    monkeypatch.delenv("RAG_INDEX_DIR")
    monkeypatch.setenv("rag_top_k", "7")
    (empty_folder / ".env").write_text("RAG_EMBEDDING=secret\n", encoding="utf-8")
    assert doctor.origins() == "RAG_EMBEDDING from .env, RAG_TOP_K from the environment"


def test_a_bad_setting_ends_the_look_with_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_TOP_K", "many")
    *_, last = doctor.examine()
    assert (last.name, last.ok) == ("settings", False)
    assert "top_k" in last.text


def test_a_package_that_is_too_old_or_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ["numpy>=999", "no-such-package-of-ours>=1", "onnx>=999; extra == 'train'"]
    monkeypatch.setattr(metadata, "requires", lambda name: needed)
    with pytest.raises(RagError) as error:
        doctor.packages()
    assert "numpy>=999 is needed" in str(error.value)
    assert "no-such-package-of-ours>=1 is needed (missing)" in str(error.value)
    assert "onnx" not in str(error.value)


@pytest.mark.parametrize(("listed", "says"), [("echo Song; echo Hei", "2 for Chinese"), ("true", "no font")])
def test_fonts_for_chinese_are_counted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, listed: str, says: str) -> None:
    program = tmp_path / "fc-list"
    program.write_text(f"#!/bin/sh\n{listed}\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = doctor._finding("fonts", doctor.fonts)
    assert says in found.text
    assert found.ok == (says != "no font")


def test_little_space_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doctor, "MIN_FREE", 10**18)
    with pytest.raises(RagError, match="make room"):
        doctor.disk(tmp_path / "not" / "yet")


def test_the_bundled_model_gives_what_it_gave_where_it_was_made() -> None:
    assert known.fault(bundled_folder()) == ""


def test_a_model_of_mixed_files_or_other_numbers_is_faulty(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(bundled_folder(), folder)
    noted = (folder / "known.json").read_text(encoding="utf-8")
    (folder / "known.json").write_text(noted.replace("0.0", "0.1"), encoding="utf-8")
    assert "other numbers" in known.fault(folder)
    (folder / "tokenizer.json").write_bytes((folder / "tokenizer.json").read_bytes() + b"\n")
    assert "made together" in known.fault(folder)


def test_what_is_kept_of_a_model_is_what_it_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors: Sequence[float] = [0.5] * 96
    monkeypatch.setattr(BundledEmbeddings, "embed_query", lambda self, text: vectors)
    folder = tmp_path / "model"
    shutil.copytree(bundled_folder(), folder)
    known.write(folder)
    assert known.fault(folder) == ""


def test_with_another_model_it_says_that_confidence_is_not_fitted_to_it(tmp_path: Path) -> None:
    said = doctor.model(Settings(embedding=str(save_tiny_model(tmp_path / "model"))))
    assert "vectors of" in said
    assert "fitted to the bundled model" in said
