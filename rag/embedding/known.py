"""What a model gives for one text, kept beside it, so that an installation can tell whether it gives the same."""

import json
from pathlib import Path

from rag.embed import BundledEmbeddings

_FILE, _TEXT = "known.json", "两江新区的规划面积 the area of the harbour"
_NUMBERS, _TOLERANCE = 8, 1e-3  # of the vector, whose last digits depend on the processor


def write(folder: Path) -> None:
    """Keep what the model in `folder` gives; to be called whenever the model changes."""
    model = BundledEmbeddings(folder)
    vector = [round(number, 5) for number in model.embed_query(_TEXT)[:_NUMBERS]]
    content = {"fingerprint": model.fingerprint, "text": _TEXT, "vector": vector}
    (folder / _FILE).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def fault(folder: Path) -> str:
    """What is wrong with the model in `folder`, or nothing. Raises ModelError, OSError or ValueError if unreadable."""
    known, model = json.loads((folder / _FILE).read_text(encoding="utf-8")), BundledEmbeddings(folder)
    if known["fingerprint"] != model.fingerprint:
        return "its files are not those that were made together"
    vector = model.embed_query(known["text"])[:_NUMBERS]
    is_same = all(abs(a - b) < _TOLERANCE for a, b in zip(vector, known["vector"], strict=True))
    return "" if is_same else "it gives other numbers here than where it was made"
