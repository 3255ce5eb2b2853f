"""The lexical leg, in both languages."""

from collections import defaultdict
from pathlib import Path

import bm25s
import pytest

from rag import lexical, postings
from rag.lexical import Lexicon, content_words, tokenize
from rag.postings import K1, NOTHING, B, Reading, keyed

LEXICON = Lexicon(
    {"area": "规划总面积1,200平方公里", "tea": "茶园由陈禾开垦", "port": "The harbours have 14 berths", "none": "——"}
)


@pytest.mark.parametrize(
    ("question", "best"),
    [("面积多大", "area"), ("誰開墾了茶園？", "tea"), ("harbour", "port"), ("ＰＯＲＴ 14", "port")],
)
def test_the_text_that_shares_words_is_found(question: str, best: str) -> None:
    scores = LEXICON.scores(question)
    assert max(scores, key=scores.__getitem__) == best


def test_texts_that_share_nothing_are_not_listed() -> None:
    assert LEXICON.scores("量子计算") == {}
    assert LEXICON.scores("") == {}
    assert set(LEXICON.scores("berth")) == {"port"}


def test_a_number_is_the_same_with_and_without_its_comma() -> None:
    assert tokenize("1,200") == tokenize("1200") == ["1200"]


def test_a_word_the_segmenter_does_not_know_is_found_by_its_bigrams() -> None:
    assert {"两江", "江新", "新区"} <= set(tokenize("两江新区"))


def test_function_words_are_not_content() -> None:
    assert content_words("两江新区的面积是多少？") == ["两江", "新区", "面积"]
    assert content_words("兩江新區的規劃面積有多大？") == ["两江", "新区", "规划", "面积"]
    assert content_words("What’s the port's area?") == ["port", "area"]
    assert content_words("什么时候？") == content_words("When’s that?") == []


@pytest.mark.parametrize(
    ("question", "best"),
    [("How large is the area?", "area"), ("Who owns the garden?", "tea"), ("港口", "port"), ("泊位有几个？", "port")],
)
def test_a_word_of_the_other_language_counts_as_the_words_that_mean_the_same(question: str, best: str) -> None:
    scores = LEXICON.scores(question)
    assert max(scores, key=scores.__getitem__) == best


def test_a_number_never_means_another() -> None:
    assert LEXICON.scores("15") == {}


def test_what_is_known_is_the_share_of_the_words_that_a_text_has() -> None:
    assert LEXICON.known("规划面积") == 1.0
    assert LEXICON.known("the harbour of 茶园") == 1.0
    assert LEXICON.known("规划 spaceship") == 0.5
    assert LEXICON.known("是吗？") == 1.0


@pytest.mark.parametrize("asks", ["What sort of", "Which kinds of", "what types of"])
def test_what_asks_for_a_kind_is_no_content(asks: str) -> None:
    assert content_words(f"{asks} harbour do they want to build?") == ["harbour", "build"]
    assert content_words("want of water") == ["want", "water"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("据文章介绍，茶园有多大？", ["茶园"]),
        ("报道用哪句话来形容茶园？", ["用", "形容", "茶园"]),
        ("According to the article, how old is the port?", ["port"]),
        ("What does the report say of the port?", ["port"]),
        ("他报道了哪次洪水？", ["报道", "洪水"]),
        ("In the story of Troy, who won?", ["stori", "troy", "won"]),
    ],
)
def test_that_an_article_is_asked_is_no_content(question: str, words: list[str]) -> None:
    assert content_words(question) == words


def test_a_word_no_text_has_is_about_as_rare_as_the_one_it_means() -> None:
    often = Lexicon({**{str(n): "规划面积" for n in range(8)}, "once": "开垦"})
    assert often.rarity("面积", "面积") == often.idf("面积")
    assert often.idf("面积") < often.rarity("area", "area") < often.rarity("ferri", "ferry") == often.idf("ferri")


def test_a_rare_word_counts_for_more_than_two_that_are_everywhere() -> None:
    texts = {str(n): "north harbour" for n in range(8)} | {"rare": "ferry", "both": "north harbour north harbour"}
    scores = Lexicon(texts).scores("north harbour ferry")
    assert max(scores, key=scores.__getitem__) == "rare"
    assert scores["rare"] > 3 * scores["both"]


TEXTS = {str(number): f"north harbour {number} 茶园面积{number}亩" for number in range(40)}


QUESTIONS = ("harbour 7", "How large is the tea garden?", "飞船", "这是什么船？", "berths in the harbours")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were read; few are enough to be kept."""
    told: list[str] = []
    original = lexical.read

    def telling(text: str) -> Reading:
        told.append(text)
        return original(text)

    monkeypatch.setattr(lexical, "read", telling)
    monkeypatch.setattr(lexical, "KEPT_FROM", 10)
    return told


def content(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_kept_in_a_folder_is_not_read_again_and_scores_the_same(tmp_path: Path, read: list[str]) -> None:
    first, second = (Lexicon(TEXTS, tmp_path / "words") for _ in range(2))
    assert len(read) == 40
    for question in QUESTIONS:
        assert second.scores(question) == first.scores(question)
        assert second.known(question) == first.known(question)


NEW = {"new": "The lighthouses of the harbour 灯塔"}
FEWER = {name: text for name, text in TEXTS.items() if name not in {"0", "7", "39"}}
CHANGED = {**TEXTS, "0": "The harbour's keepers 7"}


@pytest.mark.parametrize(
    ("texts", "new"),
    [
        (TEXTS | NEW, 1),
        (NEW | TEXTS, 1),
        (FEWER, 0),
        (CHANGED, 1),
        (FEWER | NEW | {"again": TEXTS["1"]}, 2),
        (dict(reversed(TEXTS.items())), 0),
    ],
)
def test_other_texts_cost_what_is_new_and_are_known_as_if_read_afresh(
    tmp_path: Path, read: list[str], texts: dict[str, str], new: int
) -> None:
    base, grown, fresh = tmp_path / "base", tmp_path / "grown", tmp_path / "fresh"
    Lexicon({**TEXTS, "gone": "the berths 码头"}, base)
    read.clear()
    found = Lexicon(texts, grown, [base, tmp_path / "none"])
    assert len(read) == new
    expected = Lexicon(texts, fresh)
    assert [found.scores(question) for question in QUESTIONS] == [expected.scores(one) for one in QUESTIONS]
    assert content(grown) == content(fresh)


def test_of_the_folders_beside_it_the_one_that_knows_most_is_grown_from(tmp_path: Path, read: list[str]) -> None:
    few = dict(list(TEXTS.items())[:20])
    for name, texts in (("few", few), ("most", TEXTS), ("damaged", TEXTS | NEW)):
        Lexicon(texts, tmp_path / name)
    (tmp_path / "damaged" / "counts.npy").write_bytes(b"")
    read.clear()
    Lexicon(TEXTS | NEW, tmp_path / "new", tmp_path.iterdir())
    assert read == [NEW["new"]]


def test_a_text_that_stands_there_twice_counts_twice() -> None:
    twice = Lexicon({"a": "north harbour", "b": "north harbour", "c": "lighthouse"})
    assert set(twice.scores("harbour")) == {"a", "b"}
    assert twice.frequency("harbour") == 2


def test_tokens_whose_keys_lie_close_together_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    keys: defaultdict[str, int] = defaultdict()
    keys.default_factory = lambda: 2**62 + len(keys)
    monkeypatch.setattr(postings, "_key", lambda term: keys[term])
    lexicon = Lexicon({"a": "north harbour", "b": "harbour", "c": "lighthouse"})
    assert [lexicon.frequency(token) for token in ("north", "harbour", "lighthous", "ferri")] == [1, 2, 1, 0]


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("damage", [b"", b"garbage", None])
def test_a_damaged_file_of_what_was_kept_is_made_again(tmp_path: Path, damage: bytes | None) -> None:
    scores = Lexicon(TEXTS, tmp_path / "words").scores("harbour 7")
    for path in sorted((tmp_path / "words").iterdir()):
        sound = path.read_bytes()
        path.write_bytes(sound[:-1] + bytes([sound[-1] ^ 1]) if damage is None else damage)
        assert Lexicon(TEXTS, tmp_path / "words").scores("harbour 7") == scores
        assert path.read_bytes() == sound


def test_scores_are_those_of_bm25s() -> None:
    documents = [lexical.tokenize(text) for text in TEXTS.values()]
    model = bm25s.BM25(method="lucene", k1=K1, b=B)
    model.index(documents, show_progress=False)
    known = NOTHING.of(keyed(TEXTS.values()), lexical.read)
    for token in ("harbour", "7", "茶园"):
        places, scores = known.scores(token)
        expected = model.get_scores([token])
        assert scores == pytest.approx(expected[places])
        assert expected.nonzero()[0].tolist() == places.tolist()


@pytest.mark.usefixtures("read")
def test_where_nothing_can_be_kept_texts_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert Lexicon(TEXTS, tmp_path / "file" / "words").scores("harbour")
