"""Models of sentence-transformers, from a folder, from the user's cache or, where that is allowed, from a hub."""

import os
from typing import Any, Literal

from rag.errors import ModelError


def load_model(kind: Literal["SentenceTransformer", "CrossEncoder"], name: str, offline: bool) -> Any:
    """The model of that class with this name or in this folder.

    Raises ModelError where it is not to be had; with `offline` that is known at once, without a look at a hub.
    """
    # huggingface_hub has no limit on its retries: without this a wrong name takes a minute to fail.
    if offline:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    import sentence_transformers

    try:
        return getattr(sentence_transformers, kind)(name, device="cpu", local_files_only=offline)
    except Exception as error:
        called = "reranker" if kind == "CrossEncoder" else "embedding model"
        hint = " or set RAG_OFFLINE=false to let it be downloaded" if offline else ""
        raise ModelError(f"The {called} {name!r} cannot be loaded: give a folder that holds one{hint}.") from error
