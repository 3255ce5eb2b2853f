"""What is said where a language model cannot be set up."""

import pytest

from rag import Settings
from rag.errors import ModelError, SettingsError
from rag.generate.model import load


def test_an_unknown_provider_is_one_line() -> None:
    with pytest.raises(ModelError, match="no provider 'nobody'") as caught:
        load(Settings(llm="nobody:x"))
    assert "\n" not in str(caught.value)


def test_a_provider_whose_package_is_missing_is_one_line_that_names_it() -> None:
    with pytest.raises(ModelError, match="pip install langchain-xai") as caught:
        load(Settings(llm="xai:x"))
    assert "\n" not in str(caught.value)


def test_a_missing_key_is_one_line_that_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelError, match="set OPENAI_API_KEY"):
        load(Settings(llm="openai:gpt-5-mini"))


def test_a_server_of_ones_own_needs_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert load(Settings(llm="openai:x", llm_base_url="http://127.0.0.1:1/v1"))


@pytest.mark.parametrize(("name", "value"), [("llm", "gpt"), ("llm_base_url", "127.0.0.1"), ("on_unsupported", "hide")])
def test_a_bad_setting_is_one_line_that_names_it(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings(**{name: value})
