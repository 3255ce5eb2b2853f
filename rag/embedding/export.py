"""Write the trained model as a folder for sentence-transformers and onnxruntime alike, with one copy of the weights.

`model.safetensors` holds the input vectors and the body's matrices in 8 bits (float8 e4m3, no scale needed:
transformers reads it as it is) and the rest in 16; `model.onnx` is the same network as a graph of a few kilobytes whose
tensors lie in that safetensors file (ONNX external data, https://onnx.ai/onnx/repo-docs/ExternalData.html).
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import Tensor

from rag.embedding import graph, tokenizer

TABLE, POSITIONS = "embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight"


def export(table: Tensor, body: Any, bilingual: Tokenizer, folder: Path) -> None:
    """Write the input table (tokens, dimension), the body and the tokenizer to `folder`, made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    max_tokens = (bilingual.truncation or {}).get("max_length", body.config.max_position_embeddings)
    weights = body.state_dict()
    weights |= {TABLE: table, POSITIONS: weights[POSITIONS][:max_tokens]}
    stored = {name: _narrow(name, tensor) for name, tensor in weights.items() if tensor.is_floating_point()}
    save_file(stored, folder / "model.safetensors", metadata={"format": "pt"})
    tokenizer.save(bilingual, folder / "tokenizer.json")
    for name, content in _configs(body.config.to_dict(), len(table), max_tokens).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    graph.write(folder)


def _narrow(name: str, tensor: Tensor) -> Tensor:
    is_matrix = name == TABLE or (tensor.ndim == 2 and not name.startswith("embeddings."))
    return tensor.to(torch.float8_e4m3fn if is_matrix else torch.float16).contiguous()


def _configs(body: Mapping[str, Any], tokens: int, max_tokens: int) -> dict[str, Any]:
    """File name to content for everything that says how the weights are put together."""
    # Without a dtype transformers would compute in the 16 bits that the weights are stored in.
    shape = {"vocab_size": tokens, "max_position_embeddings": max_tokens}
    config = {**body, **shape, "dtype": "float32", "architectures": ["BertModel"]}
    config = {key: value for key, value in config.items() if not key.startswith("_")}
    package = "sentence_transformers.models"
    types = [
        ("", f"{package}.Transformer"),
        ("1_Pooling", f"{package}.Pooling"),
        ("2_Normalize", f"{package}.Normalize"),
    ]
    modules = [{"idx": i, "name": str(i), "path": path, "type": kind} for i, (path, kind) in enumerate(types)]
    special = {f"{name}_token": f"[{name.upper()}]" for name in ("pad", "unk", "cls", "sep", "mask")}
    return {
        "config.json": config,
        "modules.json": modules,
        "1_Pooling/config.json": {"embedding_dimension": config["hidden_size"], "pooling_mode": "mean"},
        "2_Normalize/config.json": {},
        "sentence_bert_config.json": {"max_seq_length": max_tokens},
        "config_sentence_transformers.json": {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"},
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": max_tokens,
            "model_input_names": ["input_ids", "attention_mask"],
            **special,
        },
    }
