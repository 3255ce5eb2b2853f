"""A sentence-transformers model of a few thousand random weights, saved to a folder as a real one is."""

from pathlib import Path
from typing import Any


def save_tiny_model(folder: Path, prompts: dict[str, str] | None = None, seed: int = 0) -> Path:
    """Write a BERT of one layer that reads characters; with `prompts` the model asks for them."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import AutoTokenizer, BertConfig, BertModel

    torch.manual_seed(seed)
    letters = "abcdefghijklmnopqrstuvwxyz0123456789:的一是了我不人在他有这中大来上国两江新区天府"
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters[:37])]
    body, ready = folder / "body", folder / "ready"
    body.mkdir(parents=True)
    (body / "vocab.txt").write_text("\n".join(vocabulary))
    size: dict[str, Any] = {
        "hidden_size": 16,
        "intermediate_size": 32,
        "num_attention_heads": 2,
        "num_hidden_layers": 1,
    }
    BertModel(BertConfig(vocab_size=len(vocabulary), max_position_embeddings=128, **size)).save_pretrained(body)
    AutoTokenizer.from_pretrained(body).save_pretrained(body)
    transformer = Transformer(str(body), max_seq_length=64)
    model = SentenceTransformer(modules=[transformer, Pooling(16, "mean")], prompts=prompts or {}, device="cpu")
    model.save(str(ready), create_model_card=False)
    return ready


def save_tiny_reranker(folder: Path, labels: int = 1, seed: int = 0) -> Path:
    """Write a CrossEncoder with the body of `save_tiny_model`, which gives each pair this many numbers."""
    import torch
    from sentence_transformers import CrossEncoder

    save_tiny_model(folder, seed=seed)
    torch.manual_seed(seed)
    CrossEncoder(str(folder / "body"), num_labels=labels, device="cpu").save(str(folder / "reranker"))
    return folder / "reranker"
