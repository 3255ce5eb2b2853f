"""All settings in one frozen object: from arguments, then the environment (`RAG_` prefix), then a `.env` file."""

import hashlib
import os
from pathlib import Path
from typing import Any, Literal

from dotenv import dotenv_values
from platformdirs import user_cache_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from rag.errors import SettingsError

PREFIX = "RAG_"
BUNDLED = "bundled"
_NOT_IN_ANSWERS = {"index_dir", "chroma_url", "offline", "log", "log_texts"}

OnUnsupported = Literal["mark", "drop", "fall back"]


class Settings(BaseSettings):
    """What can be set. Raises SettingsError, one line, for an unknown field or a bad value."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", frozen=True, extra="ignore", env_ignore_empty=True
    )

    embedding: str = Field(BUNDLED, min_length=1, description="`bundled`, or any sentence-transformers name or folder")
    index_dir: Path = Field(
        default_factory=lambda: user_cache_path("yinju") / "index", description="folder that the indexes are kept in"
    )
    chroma_url: str | None = Field(
        None,
        pattern=r"^https?://[^/@\s]+/?$",
        description="Chroma server to search in instead of the folder, such as http://localhost:8000",
    )
    top_k: int = Field(12, ge=1, le=50, description="how many passages an answer is looked for in")
    reranker: str | None = Field(
        None,
        min_length=1,
        description="a sentence-transformers CrossEncoder, name or folder, that puts the passages found in order",
    )
    refusal_threshold: float | None = Field(
        None, ge=0, le=1, description="least confidence of an answer; by default what was chosen with the calibration"
    )
    llm: str | None = Field(
        None,
        pattern=r"^[\w-]+:.+$",
        description="the language model that writes the answers, as provider:model (ollama:qwen3:4b); none quotes only",
    )
    llm_base_url: str | None = Field(
        None, pattern=r"^https?://.+$", description="address of the language model's server, where it is not the usual"
    )
    llm_timeout: float = Field(
        60, gt=0, le=3600, description="seconds that the language model has for the whole of an answer"
    )
    on_unsupported: OnUnsupported = Field(
        "mark",
        description="what becomes of a generated sentence that the article does not confirm: mark it, drop it, or fall "
        "back to quoting for the whole answer",
    )
    offline: bool = Field(True, description="never look for a model on a hub; set to false to let one be downloaded")
    log: Literal["json"] | None = Field(None, description="`json` writes a line for each question to stderr")
    log_texts: bool = Field(False, description="write questions and answers to the log as well")

    def __init__(self, **values: Any) -> None:
        try:
            _refuse_unknown(values)
            super().__init__(**values)
        except UnicodeDecodeError:
            raise SettingsError("The file .env is not UTF-8: save it as UTF-8 and try again.") from None
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(map(str, first["loc"]))
            raise SettingsError(f"Setting {name}: {first['msg']} (it was {first['input']!r}).") from None

    @field_validator("index_dir")
    @classmethod
    def _from_home(cls, folder: Path) -> Path:
        return folder.expanduser()

    @field_validator("on_unsupported", mode="before")
    @classmethod
    def _in_words(cls, value: object) -> object:
        return value.replace("_", " ").replace("-", " ") if isinstance(value, str) else value

    def fingerprint(self) -> str:
        """Twelve hex digits that change with any setting that can change an answer."""
        return hashlib.sha256(self.model_dump_json(exclude=_NOT_IN_ANSWERS).encode()).hexdigest()[:12]


def _refuse_unknown(values: dict[str, Any]) -> None:
    given = [name.upper() for name in (*os.environ, *dotenv_values(".env"))]
    from_outside = [name.removeprefix(PREFIX).lower() for name in given if name.startswith(PREFIX)]
    for name in (*values, *from_outside):
        if name not in Settings.model_fields:
            known = ", ".join(sorted(Settings.model_fields))
            raise SettingsError(f"There is no setting {name!r}; the settings are: {known}.")
