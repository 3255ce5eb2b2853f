"""What becomes of a model's sentences: checked answers, refusals, and the answer without the model."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag import Answer
from rag.wording import REFUSALS, UNSUPPORTED
from tests.rag.generate.conftest import PARK, Scripted
from tests.rag.test_assistant import hold

ASKED, ASKED_EN = "公园面积有多大？", "How large is the park?"
PIECES = [
    *("公园面积是320亩", "公园于1987年开园", "面积是999亩", "It opened in 1987", "信息不足", "抱歉，我不能回答"),
    *("[1]", "［2］", "【1，2】", "[77]", "[1", "]", "。", ". ", "\n", "- ", "：", "¥§", " "),
]


def test_a_supported_answer_is_shown_with_the_sentence_that_supports_it(scripted: Scripted) -> None:
    assistant = scripted("白鹭公园1987年开园[*]，面积有320亩。")
    answer = assistant.ask(ASKED)
    hold(answer, assistant)
    assert (answer.mode, answer.model, answer.note) == ("generative", "fake:scripted", None)
    assert answer.text == "白鹭公园1987年开园，面积有320亩。[1]"
    assert [citation.quote for citation in answer.citations] == ["白鹭公园于1987年开园，面积是320亩。"]


def test_numbers_run_from_one_in_the_order_of_first_use(scripted: Scripted) -> None:
    assistant = scripted("公园每天有2600名游客。[*]公园面积是320亩。[*]公园每天接待游客2600名。[*]")
    answer = assistant.ask(ASKED)
    hold(answer, assistant)
    assert answer.text == "公园每天有2600名游客。[1]公园面积是320亩。[2]公园每天接待游客2600名。[1]"


def test_a_sentence_that_no_quote_supports_is_marked_and_bears_no_citation(scripted: Scripted) -> None:
    assistant = scripted("公园面积是320亩。[*]公园里有77座亭子。[*]")
    answer = assistant.ask(ASKED)
    hold(answer, assistant)
    assert answer.text == f"公园面积是320亩。[1]公园里有77座亭子。{UNSUPPORTED['zh']}"


def test_a_sentence_that_no_quote_supports_is_dropped_by_setting(scripted: Scripted) -> None:
    answer = scripted("公园里有77座亭子。[*]公园面积是320亩。[*]", on_unsupported="drop").ask(ASKED)
    assert answer.text == "公园面积是320亩。[1]"


def test_one_unsupported_sentence_makes_the_whole_answer_fall_back_by_setting(scripted: Scripted) -> None:
    answer = scripted("公园面积是320亩。[*]公园里有77座亭子。[*]", on_unsupported="fall_back").ask(ASKED)
    assert (answer.mode, answer.model) == ("extractive", None)
    assert "未能由原文证实" in str(answer.note)


def test_a_sentence_without_a_mark_is_cited_where_a_quote_supports_it(scripted: Scripted) -> None:
    answer = scripted("公园每天接待2600名游客。[99]").ask(ASKED)
    assert "2600" in answer.citations[0].quote
    assert answer.text.endswith("[1]")


@pytest.mark.parametrize("said", [REFUSALS["zh"], "信息不足。", "文章没有提到这一点。", "资料未说明公园的面积。"])
def test_a_model_that_finds_no_answer_refuses_in_the_words_of_the_contract(scripted: Scripted, said: str) -> None:
    assistant = scripted(said)
    answer = assistant.ask(ASKED)
    hold(answer, assistant)
    assert (answer.answered, answer.mode, answer.text) == (False, "generative", REFUSALS["zh"])


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", "没有给出回答"),
        ("The park covers 320 mu.[*]", "没有用提问的语言"),
        ("抱歉，我不能协助处理77个请求。", "拒绝回答"),
        ("它有77座亭子，88座桥。", "未能由原文证实"),
        ("公园面积是320亩。[*]" * 400, "过长"),
        ("公园面积是320亩。[*]公园于19", "中途断了"),
        ("<think>公园面积是320亩。[*]", "没有给出回答"),
    ],
)
def test_a_reply_that_is_no_answer_gives_the_quoted_one_and_says_why(scripted: Scripted, said: str, why: str) -> None:
    assistant = scripted(said)
    answer = assistant.ask(ASKED)
    hold(answer, assistant)
    assert answer.mode == "extractive"
    assert why in str(answer.note)
    assert "\n" not in str(answer.note)


def test_an_english_answer_on_a_chinese_article_holds_no_chinese(scripted: Scripted) -> None:
    assistant = scripted("The park (白鹭公园) covers 320 mu.[*] 白鹭公园 opened in 1987.[*]")
    answer = assistant.ask(ASKED_EN)
    hold(answer, assistant)
    assert answer.text == "The park covers 320 mu.[1]"


def test_the_extractive_twin_quotes_without_the_model_and_shares_the_index(scripted: Scripted) -> None:
    assistant = scripted("公园面积是320亩。[*]")
    written = assistant.ask(ASKED)
    twin = assistant.extractive
    assert twin.retriever is assistant.retriever
    quoted = twin.ask(ASKED)
    assert (written.mode, quoted.mode, quoted.note) == ("generative", "extractive", None)
    assert quoted.fingerprint != written.fingerprint
    assert assistant.ask(ASKED) == written
    assert twin.extractive is twin


def test_thoughts_before_an_answer_are_not_shown(scripted: Scripted) -> None:
    *pieces, answer = scripted("<think>大概[*]。\n</think>\n公园面积是320亩。[*]").stream(ASKED)
    assert "".join(map(str, pieces)) == "公园面积是320亩。[1]"
    assert isinstance(answer, Answer)


def test_an_order_planted_in_the_article_makes_no_cited_fact(scripted: Scripted) -> None:
    assistant = scripted("公园于1987年开园。[*]公园面积是9990亩。[*]")
    answer = assistant.ask(ASKED)
    assert f"9990亩。{UNSUPPORTED['zh']}" in answer.text
    assert not any("9990" in citation.quote for citation in answer.citations)


def test_an_order_that_a_model_obeys_is_cited_as_what_it_is(scripted: Scripted) -> None:
    assistant = scripted("公园面积是999亩。[*]")
    answer = assistant.ask(ASKED)
    hold(answer, assistant)
    assert ["忽略以上要求" in citation.quote for citation in answer.citations] == [True]


def test_the_streamed_text_is_that_of_the_answer_and_comes_in_pieces(scripted: Scripted) -> None:
    *pieces, answer = scripted("公园面积[*]是320亩。公园里有77座亭子[9]。\n公园于1987年开园[1").stream(ASKED)
    assert isinstance(answer, Answer)
    assert len(pieces) > 20
    assert not any(set("［］【】") & set(str(piece)) for piece in pieces)


def test_pieces_of_a_good_answer_put_together_are_its_text(scripted: Scripted) -> None:
    *pieces, answer = scripted("公园面积[*]是320亩。公园里有77座亭子[9]。\n公园于1987年开园[*]。").stream(ASKED)
    assert "".join(map(str, pieces)) == getattr(answer, "text", None)


def test_with_a_model_the_chain_is_a_runnable_too(scripted: Scripted) -> None:
    assistant = scripted("公园面积是320亩。[*]")
    one = assistant.ask(ASKED)
    assert assistant.chain.batch([ASKED, {"question": ASKED}]) == [one, one]
    assert asyncio.run(assistant.chain.ainvoke(ASKED)) == one

    async def streamed() -> list[str | Answer]:
        return [part async for part in assistant.chain.astream(ASKED)]

    *pieces, answer = asyncio.run(streamed())
    assert ("".join(map(str, pieces)), answer) == (one.text, one)


@pytest.mark.parametrize("on_unsupported", ["mark", "drop", "fall back"])
@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(said=st.lists(st.sampled_from(PIECES), max_size=14).map("".join), question=st.sampled_from([ASKED, ASKED_EN]))
def test_the_contract_holds_whatever_a_model_says(
    scripted: Scripted, on_unsupported: str, said: str, question: str
) -> None:
    assistant = scripted(said, on_unsupported=on_unsupported)
    answer = assistant.ask(question)
    # Without a translation the quoted answer to an English question gives single Chinese words.
    if answer.mode == "generative" or question == ASKED:
        hold(answer, assistant)


@settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    number=st.integers(3, 99_999).filter(lambda n: str(n) not in PARK["park"]),
    name=st.sampled_from(["陆远航", "苏州", "北京大学", "Norway"]),
    mark=st.sampled_from(["[1]", "［1］", "【１，２】", "[1-3]", "[1][3]", "[来源2]", "[99]", "[1", ""]),
    inside=st.booleans(),
)
def test_a_number_or_name_that_no_quote_has_is_never_cited(
    scripted: Scripted, number: int, name: str, mark: str, inside: bool
) -> None:
    wrong = [f"公园面积是{number}亩", f"公园的园长来自{name}", f"公园在{name}有{number}名游客"]
    ended = [one + (f"{mark}。" if inside else f"。{mark}") for one in ["公园的园长是陈禾", *wrong]]
    assistant = scripted("".join(ended))
    answer = assistant.ask(ASKED)
    hold(answer, assistant)
    assert answer.text == "公园的园长是陈禾。[1]" + "".join(f"{one}。{UNSUPPORTED['zh']}" for one in wrong)
