"""Where settings come from, and what is said of bad ones."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from rag import Settings
from rag.errors import SettingsError


def test_an_argument_goes_before_the_environment_and_that_before_the_file(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty_folder / ".env").write_text("RAG_TOP_K=3\nRAG_EMBEDDING=from-file\nOTHER=1\n")
    monkeypatch.setenv("RAG_TOP_K", "4")
    settings = Settings()
    assert (settings.top_k, settings.embedding) == (4, "from-file")
    assert Settings(top_k=5).top_k == 5


def test_an_unknown_argument_is_one_line_that_lists_the_settings() -> None:
    with pytest.raises(SettingsError, match=r"no setting 'top_q'; the settings are: .*top_k") as caught:
        Settings(top_q=1)
    assert "\n" not in str(caught.value)


def test_an_unknown_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_COLOUR", "red")
    with pytest.raises(SettingsError, match="colour"):
        Settings()


@pytest.mark.parametrize(
    ("name", "value"), [("top_k", "many"), ("top_k", 0), ("refusal_threshold", 1.5), ("embedding", "")]
)
def test_a_bad_value_is_one_line_with_name_and_value(name: str, value: object) -> None:
    with pytest.raises(SettingsError, match=name) as caught:
        Settings(**{name: value})
    assert repr(value) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().top_k = 3


def test_the_fingerprint_changes_with_what_changes_answers_and_not_with_the_folder() -> None:
    assert Settings(top_k=3).fingerprint() != Settings(top_k=4).fingerprint()
    assert Settings(index_dir=Path("a")).fingerprint() == Settings(index_dir=Path("b")).fingerprint()


def test_every_setting_says_what_it_does() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_a_tilde_is_the_home_folder_and_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_INDEX_DIR", "~/indexes")
    monkeypatch.setenv("RAG_TOP_K", "")
    assert Settings().index_dir == Path.home() / "indexes"
    assert Settings().top_k == Settings.model_fields["top_k"].default


def test_a_file_of_settings_in_another_encoding_is_one_clear_line(empty_folder: Path) -> None:
    (empty_folder / ".env").write_bytes("# 设置\nRAG_TOP_K=3\n".encode("gbk"))
    with pytest.raises(SettingsError, match=r"\.env is not UTF-8"):
        Settings()
