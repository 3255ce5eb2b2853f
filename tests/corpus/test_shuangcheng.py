"""The bundled article: nothing of the printed page is lost or added, and the translation agrees, block by block."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from importlib.resources import files

import pytest

from corpus.article import parse

FOLDER = files("corpus") / "shuangcheng"
RAW = (FOLDER / "raw.txt").read_text("utf-8")
CHINESE = (FOLDER / "article.md").read_text("utf-8")
ENGLISH = (FOLDER / "translation.en.md").read_text("utf-8")

MONTHS = "January February March April May June July August September October November December".split()
CARDINALS = "one two three four five six seven eight nine ten".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
NUMERALS = "一二三四五六七八九十"

# What a Chinese expression must become in English; the first rules take their characters away from the later ones.
# 一 before a measure word is an article ("a"), and the 两 of 两江 belongs to a name: neither counts.
FACTS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(\d+)年(\d+)月(\d+)日", lambda m: rf"{MONTHS[int(m[2]) - 1]} {m[3]}, {m[1]}"),
    (r"(\d+)月(\d+)日", lambda m: rf"{MONTHS[int(m[1]) - 1]} {m[2]}"),
    (r"(\d+)月上旬", lambda m: rf"early {MONTHS[int(m[1]) - 1]}"),
    (r"下午(\d+)点(\d+)分", lambda m: rf"{m[1]}:{m[2]} in the afternoon"),
    (r"下午", lambda m: "afternoon"),
    (r"去年", lambda m: "last year"),
    (r"今年", lambda m: "this year"),
    (r"今日", lambda m: "today"),
    (r"“十四五”", lambda m: "14th Five-Year Plan"),
    (r"(\d+)\+(\d+)＞(\d+)", lambda m: rf"{m[1]}\+{m[2]}>{m[3]}"),
    (r"(\d+)G", lambda m: rf"{m[1]}G"),
    (r"第(\d+)", lambda m: rf"{m[1]}(st|nd|rd|th)"),
    (r"(\d+)平方公里", lambda m: rf"{int(m[1]):,} square kilometers"),
    (r"(\d+)年", lambda m: m[1]),
    (r"\d{2,}", lambda m: rf"{int(m[0]):,}"),
    (r"[1-9]", lambda m: rf"({m[0]}|{CARDINALS[int(m[0]) - 1]})"),
    (r"首次", lambda m: "first"),
    (rf"第([{NUMERALS}])|^([{NUMERALS}])是", lambda m: ORDINALS[NUMERALS.index(m[1] or m[2])]),
    (rf"([{NUMERALS[2:]}])[大项个]", lambda m: CARDINALS[NUMERALS.index(m[1])]),
    (r"一个总体", lambda m: "one overall"),
    (r"双城记", lambda m: "tale of two cities"),
    (r"双城", lambda m: "twin-city"),
    (r"双引擎", lambda m: "twin engines"),
    (r"双胜利", lambda m: "double victory"),
    (r"两[大个]", lambda m: "two"),
    (r"两(?!江)|双方", lambda m: "(two|both)"),
    (r"千载", lambda m: "thousand years"),
)

NAMES = {
    "成渝地区双城经济圈": "Chengdu-Chongqing twin-city economic circle",
    "两江新区": "Liangjiang New Area",
    "天府新区": "Tianfu New Area",
    "国家级新区": "state-level new area",
    "内陆开放门户": "gateway for inland opening-up",
    "联席会议": "joint meeting",
    "一带一路": "Belt and Road",
    "长江经济带": "Yangtze River Economic Belt",
    "西部陆海新通道": "New International Land-Sea Trade Corridor",
    "西部科技创新中心": "Western China Science and Technology Innovation Center",
    "中欧班列": "China-Europe freight trains",
    "中央财经委员会": "Central Commission for Financial and Economic Affairs",
    "国务院": "State Council",
    "重庆工商大学": "Chongqing Technology and Business University",
    "成都科学城": "Chengdu Science City",
    "双城记": "tale of two cities",
    "公园城市": "park cit",
    "疫情": "epidemic",
}


def blocks(source: str) -> list[str]:
    return source.removesuffix("\n").split("\n\n")


def marks(block: str) -> str:
    return block[: len(block) - len(block.lstrip("#"))]


def folded(text: str) -> str:
    return "".join(text.split())


def printed_blocks() -> list[str]:
    return [folded(block.lstrip("#")) for block in blocks(CHINESE)]


def sentences(text: str) -> list[str]:
    """Sentences of either language; a last one without an end mark counts."""
    return re.findall(r"\S.*?(?:[。！？][”’）]*|[.!?][\"')]*(?=\s|$)|$)", text)


def missing_facts(chinese: str, english: str) -> list[str]:
    """The numbers, dates and times of a Chinese sentence that its English one lacks; each must be there as often."""
    missing: list[str] = []
    for pattern, expected in FACTS:
        for found in re.finditer(pattern, chinese):
            in_english = re.compile(rf"(?<!\w){expected(found)}(?!\w|,\d)", re.IGNORECASE)
            if not in_english.search(english):
                missing.append(found[0])
            english = in_english.sub(" ", english, count=1)
        chinese = re.sub(pattern, " ", chinese)
    return missing


def digits(text: str) -> set[str]:
    return set(re.findall(r"\d+", text.replace(",", "").replace("十四五", "14")))


def block_pairs() -> list[tuple[str, str]]:
    return [(zh.lstrip("# "), en.lstrip("# ")) for zh, en in zip(blocks(CHINESE), blocks(ENGLISH), strict=True)]


def sentence_pairs() -> list[tuple[str, str]]:
    return [pair for zh, en in block_pairs() for pair in zip(sentences(zh), sentences(en), strict=True)]


def test_the_raw_page_is_kept_as_it_was_received() -> None:
    digest = hashlib.sha256((FOLDER / "raw.txt").read_bytes()).hexdigest()
    assert digest == "c9c3a0f4cedfff7cf136893ec8e35a72c73c869c9afa3f3390a4e390391aedcd"


def test_every_block_stands_unbroken_on_the_printed_page_and_together_they_use_it_up() -> None:
    rest = folded(RAW)
    for block in sorted(printed_blocks(), key=len, reverse=True):
        assert block in rest, f"not on the page, or used twice: {block}"
        rest = rest.replace(block, "\n", 1)
    assert not rest.split()


def test_no_character_is_lost_or_added() -> None:
    assert Counter("".join(printed_blocks())) == Counter(folded(RAW))


@pytest.mark.parametrize("source", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_blocks_are_single_lines_parted_by_one_blank_line(source: str) -> None:
    assert source.endswith("\n")
    assert all(block == block.strip() and block and "\n" not in block for block in blocks(source))


def test_the_sections_stand_in_reading_order_under_one_title() -> None:
    sections = parse("shuangcheng", CHINESE).sections[1:]
    assert [s.title for s in sections if s.level == 1] == ["抢抓“双城”重大机遇 约定联手六项任务"]
    assert [s.title for s in sections if s.level == 2] == ["核心提示", "合作", "默契", "背景", "专家说>>>", "短评"]
    assert sections[0].level == 1


@pytest.mark.parametrize(
    ("label", "headline"),
    [
        ("合作", "一个总体思路 六项重点任务"),
        ("默契", "“六个联动”推动协同发展"),
        ("背景", "两个国家级新区 发挥“双引擎”作用"),
        ("专家说>>>", "重庆工商大学经济学院院长李敬：两区既要有“近谋” 更要有“远虑”"),
        ("短评", "为唱好“双城记”开个好头"),
    ],
)
def test_a_label_is_followed_by_the_headline_of_its_piece(label: str, headline: str) -> None:
    assert f"\n\n## {label}\n\n### {headline}\n\n" in CHINESE


@pytest.mark.parametrize(
    ("start", "before"),
    [
        ("2月28日，在两江新区管委会", "巴蜀千载情"),
        ("图为江北嘴金融核心区", "目前，两江新区已成为"),
        ("图为鸟瞰成都天府新区", "天府新区正努力建设"),
        ("□刘江", "### 为唱好“双城记”"),
    ],
)
def test_a_caption_or_byline_stands_after_what_it_belongs_to(start: str, before: str) -> None:
    page = blocks(CHINESE)
    place = next(i for i, block in enumerate(page) if block.startswith(start))
    assert page[place - 1].startswith(before)


def test_no_paragraph_breaks_off_in_the_middle() -> None:
    open_ended = [b for b in blocks(CHINESE) if not marks(b) and not re.search(r"([。：]|——|。”|。.*记者.+摄)$", b)]
    assert open_ended == ["两江新区天府新区首次视频联席会议聚焦共建内陆开放门户", "□刘江"]


@pytest.mark.parametrize(("opening", "count"), [("携手", 6), ("[一二三四五六]是", 6), ("图为", 2)])
def test_each_item_of_a_list_is_a_paragraph_of_its_own(opening: str, count: int) -> None:
    assert sum(bool(re.match(opening, block)) for block in blocks(CHINESE)) == count


def test_spaces_stand_only_between_halves_of_headlines_and_in_photo_credits() -> None:
    texts = [block for block in blocks(CHINESE) if " " in block and not marks(block)]
    assert all(" " not in text.partition("记者 ")[0].replace("。 ", "。") for text in texts)
    assert len(texts) == 3


def test_the_translation_has_the_same_blocks_with_the_same_heading_marks() -> None:
    assert [marks(block) for block in blocks(ENGLISH)] == [marks(block) for block in blocks(CHINESE)]


def test_each_paragraph_has_as_many_sentences_as_its_translation() -> None:
    counts = [(zh[:12], len(sentences(zh)), len(sentences(en))) for zh, en in block_pairs()]
    assert [row for row in counts if row[1] != row[2]] == []


def test_every_number_date_and_time_is_in_the_translation_of_its_sentence() -> None:
    wrong = [(missing, en) for zh, en in sentence_pairs() if (missing := missing_facts(zh, en))]
    assert wrong == []


def test_the_translation_brings_in_no_figure_of_its_own() -> None:
    assert [en for zh, en in sentence_pairs() if not digits(en) <= digits(zh)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_translated_the_same_way_everywhere(name: str) -> None:
    translated = [(zh, en) for zh, en in block_pairs() if name in zh]
    assert translated
    assert [en for zh, en in translated if en.lower().count(NAMES[name].lower()) < zh.count(name)] == []


def test_the_english_text_holds_no_chinese_characters_or_full_width_marks() -> None:
    assert ENGLISH.isascii()


@pytest.mark.parametrize(
    ("chinese", "english", "missing"),
    [
        ("2月28日", "On February 27", ["2月28日"]),
        ("2月2日", "On February 28", ["2月2日"]),
        ("2010年5月5日", "On May 5, 2011", ["2010年5月5日"]),
        ("面积1200平方公里", "an area of 1,578 square kilometers", ["1200平方公里"]),
        ("下午2点30分", "at 3:30 in the afternoon", ["下午2点30分"]),
        ("第六次会议", "the sixteenth meeting", ["第六"]),
        ("第三个", "three of them", ["第三"]),
        ("六项任务", "the sixth task", ["六项"]),
        ("两区", "the new areas", ["两"]),
        ("今年启动，今年突破", "launched this year, with breakthroughs", ["今年"]),
        ("3个行政区", "3 districts", []),
        ("两江新区", "Liangjiang New Area", []),
    ],
)
def test_a_changed_figure_is_noticed(chinese: str, english: str, missing: list[str]) -> None:
    assert missing_facts(chinese, english) == missing
