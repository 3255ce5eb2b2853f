"""What an answer says of the sentences chosen."""

from corpus.load import from_text
from rag.chunk import chunk
from rag.cite import compose
from rag.extract import Candidate
from rag.types import Passage


def test_sentences_that_are_only_quoted_are_introduced_once() -> None:
    [trail] = chunk(from_text("trail", "今年三月新建了步道，投资共计1250万元。步道由设计院设计，于九月底对公众开放。"))
    question = "When was the trail opened, who designed it and how much was invested?"
    chosen = [Candidate(sentence, 0.9) for sentence in trail.sentences]
    answer = compose(question, question, "en", chosen, chosen, False, [], 0.5, {}, "")
    assert [citation.quote for citation in answer.citations] == [sentence.text for sentence in trail.sentences]
    assert answer.text.count("quoted below") == 1
    assert answer.text.endswith(".[1][2]")
    assert all(word in answer.text for word in ("opened", "designed", "invested"))


def test_the_marks_of_markdown_are_quoted_and_not_said() -> None:
    text = "| what | days |\n|---|---|\n| **steel** | 3 |\n\n- [ ] Ann: order the **lid**"
    *_, row, task = (unit for part in chunk(from_text("plan", text)) for unit in part.sentences)
    chosen = [Candidate(row, 0.9), Candidate(task, 0.9)]
    answer = compose("What is left?", "What is left?", "en", chosen, chosen, True, [], 0.5, {}, "")
    assert answer.text == "steel · 3[1]\n\n- Ann: order the lid[2]"
    assert [citation.quote for citation in answer.citations] == ["| **steel** | 3 |", "- [ ] Ann: order the **lid**"]


def test_several_sentences_that_are_only_quoted_are_called_several() -> None:
    [trail] = chunk(from_text("trail", "The trail was laid in March. It was opened to the public in September."))
    question = "步道什么时候开放的？"
    for number, words in ((1, "这一句"), (2, "这几句")):
        chosen = [Candidate(sentence, 0.9) for sentence in trail.sentences[:number]]
        answer = compose(question, question, "zh", chosen, chosen, False, [], 0.5, {}, "")
        assert words in answer.text
        assert answer.text.count("回答了") == 1


def test_of_the_closest_passages_whole_sentences_go_first() -> None:
    texts = ("□刘江", "各位居民", "中心周一闭馆。", "2024年6月5日", "泳池九点开放。")
    closest = [Passage("a", "", 1, 0, len(text), text, 0.5) for text in texts]
    answer = compose("谁？", "谁？", "zh", [], [], False, closest, 0.5, {}, "")
    assert [passage.text for passage in answer.closest] == ["中心周一闭馆。", "泳池九点开放。", "□刘江"]
