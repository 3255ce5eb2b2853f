"""What `import rag` costs."""

import subprocess
import sys

import pytest

import rag

HEAVY = {"torch", "sentence_transformers", "transformers", "chromadb", "gradio", "onnxruntime", "matplotlib", "numpy"}


def modules_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_import_rag_loads_nothing_heavy() -> None:
    assert not HEAVY & modules_after("import rag")


def test_the_records_load_nothing_heavy() -> None:
    assert not HEAVY & modules_after("from rag import Answer, Citation, Passage, RagError, Settings")


def test_a_question_on_the_bundled_model_never_loads_torch() -> None:
    assert not {"torch", "sentence_transformers", "gradio"} & modules_after(
        "from rag import ask; ask('两江新区有多大？')"
    )


@pytest.mark.parametrize("name", rag.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(rag, name).__name__ == name


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = rag.nonsense
