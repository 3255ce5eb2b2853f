"""The project as a whole: what is packaged, what is documented, which way imports run."""

import ast
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from rag import Settings

ROOT = Path(__file__).parents[1]
PACKAGES = ("corpus", "rag", "eval", "ui")
MAY_IMPORT = {
    "corpus": {"corpus"},
    "rag": {"corpus", "rag"},
    "eval": {"corpus", "rag", "eval"},
    "ui": {"corpus", "rag", "ui"},
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from what git would commit."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, names):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).symlink_to(ROOT / name)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
    subprocess.run(build, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_article_model_questions_and_page(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "corpus/shuangcheng/article.md",
        "corpus/shuangcheng/translation.en.md",
        "rag/calibration.json",
        "rag/embedding/bundled/model.safetensors",
        "rag/embedding/bundled/1_Pooling/config.json",
        "rag/reader/bundled/reader.onnx",
        "eval/questions/shuangcheng.jsonl",
        "eval/assets/report.css",
        "ui/assets/start.js",
    } <= names
    assert not any(name.startswith("tests/") for name in names)


def test_the_installed_wheel_answers_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(site),
        str(wheel),
    ]
    subprocess.run(install, check=True)
    command = [sys.executable, "-m", "rag", "ask", "When was Tianfu New Area approved?"]
    environment = {**os.environ, "PYTHONPATH": str(site), "RAG_INDEX_DIR": str(tmp_path / "index")}
    done = subprocess.run(command, cwd=empty, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2014年10月2日" in done.stdout


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_run_one_way(package: str) -> None:
    for path in (ROOT / package).rglob("*.py"):
        tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        named = {(node.module or "").split(".")[0] for node in tree if isinstance(node, ast.ImportFrom)}
        assert (named & set(PACKAGES)) <= MAY_IMPORT[package], path


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_every_setting_is_documented(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [name for name in Settings.model_fields if f"`RAG_{name.upper()}`" not in text] == []


def test_no_file_of_ours_is_longer_than_250_lines() -> None:
    sources = [path for package in (*PACKAGES, "tests") for path in (ROOT / package).rglob("*.py")]
    assert [str(path) for path in sources if len(path.read_text(encoding="utf-8").splitlines()) > 250] == []


def test_the_bundled_model_is_at_most_48_megabytes() -> None:
    folder = ROOT / "rag" / "embedding" / "bundled"
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) <= 48_000_000
