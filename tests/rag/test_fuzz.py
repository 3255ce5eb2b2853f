"""Articles and questions that nobody would write: the contract holds."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ArticleError
from corpus.load import from_text
from rag import Assistant, Settings
from rag.chunk import MAX_CHUNK, MAX_TAIL, chunk
from rag.errors import QuestionError
from tests.corpus.test_clean_properties import RAW_TEXTS
from tests.fuzz import fuzz
from tests.rag.test_assistant import hold

PIECES = [
    *(
        "茶园",
        "的",
        "面积是",
        "320亩",
        "由陈禾",
        "1987年",
        "，",
        "。",
        "！",
        "“",
        "”",
        "（",
        "）",
        "、",
        "：",
        "——",
        "[1]",
        "【2】",
    ),
    *(
        "The harbour ",
        "has ",
        "14 berths",
        ". ",
        "Dr. ",
        "in 1931",
        ", ",
        "? ",
        "(",
        ") ",
        "A.B. ",
        "[3,4]",
        "[99]",
        "^12",
    ),
    *(
        "\n",
        "\n\n",
        "\n\n# ",
        "\n\n## ",
        "\n- ",
        "| a | b |",
        "\u2028",
        "\u3000",
        "😀",
        "e\u0301",
        "\ufdd0",
        "\u202e",
        "１２",
    ),
]
WRITTEN = st.lists(st.sampled_from(PIECES), min_size=3, max_size=60).map("".join)
TEXTS = st.one_of(WRITTEN, RAW_TEXTS)
ASKING = [
    "什么",
    "多少",
    "谁",
    "何时",
    "为什么",
    "哪些",
    "概括",
    "What ",
    "When ",
    "Who ",
    "How many ",
    "Why",
    "List ",
    "it ",
    "that",
]
QUESTIONS = st.one_of(
    st.lists(st.sampled_from([*ASKING, *PIECES]), min_size=1, max_size=8).map("".join), st.text(max_size=40)
)


@fuzz(60)
@given(text=TEXTS)
def test_every_chunk_and_sentence_stands_where_it_says(text: str) -> None:
    try:
        article = from_text("a", text)
    except ArticleError:
        return
    chunks = chunk(article)
    units = [unit for part in chunks for unit in (part.unit, *part.sentences)]
    assert all(article.text[unit.start : unit.end] == unit.text != "" for unit in units)
    sentences = [unit for part in chunks for unit in part.sentences]
    assert len({unit.id for unit in sentences}) == len(sentences)
    assert all(first.end <= second.start for first, second in pairwise(sentences))
    assert all(len(part.unit.text) <= MAX_CHUNK + MAX_TAIL or len(part.sentences) == 1 for part in chunks)


@fuzz(6)
@given(texts=st.lists(TEXTS, min_size=1, max_size=2), asked=st.lists(QUESTIONS, min_size=1, max_size=6))
def test_the_contract_holds_for_any_article_and_conversation(texts: list[str], asked: list[str]) -> None:
    try:
        named = {f"a{number}": text for number, text in enumerate(texts)}
        assistant = Assistant.from_texts(named, Settings(refusal_threshold=0.0))
    except ArticleError:
        return
    history: list[dict[str, str]] = []
    for question in asked:
        try:
            answer = assistant.ask(question, history)
        except QuestionError:
            continue
        hold(answer, assistant)
        assert answer == assistant.ask(question, history)
        history += [{"role": "user", "content": question}, {"role": "assistant", "content": answer.text}]
    assistant.close()


def test_a_paragraph_without_a_word_is_no_answer() -> None:
    assistant = Assistant.from_texts({"a": "茶园茶园茶园", "b": "“"}, Settings(refusal_threshold=0.0))
    answer = assistant.ask("什么")
    hold(answer, assistant)
    assert [citation.quote for citation in answer.citations] == ["茶园茶园茶园"]


def test_what_looks_like_a_mark_in_a_heading_is_not_taken_for_one() -> None:
    assistant = Assistant.from_texts({"a": "# 港口 [99]\n\nThe harbour opened."}, Settings(refusal_threshold=0.0))
    answer = assistant.ask("什么")
    hold(answer, assistant)
    assert "港口" in answer.text
