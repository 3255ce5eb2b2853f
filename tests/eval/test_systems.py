"""The whole pipeline and its parts alone, over one small article."""

from pathlib import Path

import pytest

from corpus.article import Article, parse
from eval.systems import DENSE, LEXICAL, SYSTEMS, UNTRANSLATED, build
from rag.settings import Settings


@pytest.fixture
def translated() -> Article:
    source = "茶园位于山的北坡，面积是320亩。每年四月采茶。\n\n港口在1931年开放。码头有14个泊位。"
    english = {1: "The tea garden covers 320 mu. Tea is picked in April.", 2: "The harbour opened in 1931. 14 berths."}
    return parse("tea", source, translations=english)


@pytest.mark.parametrize("leg", [LEXICAL, DENSE])
def test_a_leg_alone_cites_its_best_sentence_to_every_question(leg: str, translated: Article, tmp_path: Path) -> None:
    system = build(leg, [translated], Settings(index_dir=tmp_path))
    right, astray = system.ask("茶园面积是多少亩？"), system.ask("谁把茶园卖给了他？")
    system.close()
    assert [one.quote for one in right.citations] == ["茶园位于山的北坡，面积是320亩。"]
    assert (right.text, astray.answered) == ("茶园位于山的北坡，面积是320亩。[1]", True)


def test_words_that_no_sentence_has_are_refused_by_the_lexical_leg(translated: Article, tmp_path: Path) -> None:
    system = build(LEXICAL, [translated], Settings(index_dir=tmp_path))
    assert not system.ask("2045？").answered
    system.close()


@pytest.mark.parametrize("leg", [LEXICAL, DENSE])
def test_a_leg_finds_as_many_passages_as_are_asked_for(leg: str, translated: Article, tmp_path: Path) -> None:
    system = build(leg, [translated], Settings(index_dir=tmp_path))
    found = system.search("港口何时开放？", k=1)
    system.close()
    assert [one.paragraph for one in found] == [2]


def test_the_untranslated_pipeline_has_no_translation_to_give(translated: Article, tmp_path: Path) -> None:
    system = build(UNTRANSLATED, [translated], Settings(index_dir=tmp_path))
    citations = system.ask("港口哪年开放？").citations + system.ask("When did the harbour open?").citations
    system.close()
    assert {one.translation for one in citations} == {None}


def test_the_command_line_offers_every_system(capsys: pytest.CaptureFixture[str]) -> None:
    from eval.__main__ import main

    with pytest.raises(SystemExit):
        main(["run", "--help"])
    assert f"{{{','.join(SYSTEMS)}}}" in capsys.readouterr().out.replace("\n", "").replace(" ", "")
