"""How well passages answer a question, by a cross-encoder, which reads question and passage together."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from rag.embed import BATCH
from rag.errors import ModelError
from rag.hub import load_model


class Reranker:
    """Any sentence-transformers CrossEncoder by name or folder, loaded when it is first used."""

    def __init__(self, name: str, offline: bool) -> None:
        self._name, self._offline = name, offline

    @cached_property
    def _model(self) -> Any:
        model = load_model("CrossEncoder", self._name, self._offline)
        if model.num_labels != 1:
            raise ModelError(f"The reranker {self._name!r} sorts into classes: give one that scores pairs of texts.")
        return model

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """A score for each text, higher for a better one, in the model's own units.

        Raises ModelError where the model is not to be had, or is no reranker.
        """
        pairs = [(question, text) for text in texts]
        scores: list[float] = self._model.predict(pairs, batch_size=BATCH, show_progress_bar=False).tolist()
        return scores
