"""Newspaper pages of several stories: what belongs together is read together."""

import pytest

from corpus.readers import pdf
from tests.corpus.readers.conftest import Printer
from tests.corpus.readers.test_pdf import bare, texts

STYLE = (
    "<!doctype html><style>body{font:9pt 'Noto Serif CJK SC',serif;margin:0}h1{font-size:20pt;text-align:center}"
    "h2{font-size:14pt}.zh p{text-indent:2em;margin:0}.en p{margin:0 0 6pt}.box{border:1px solid;padding:6pt}"
    "div{text-align:justify;column-gap:16pt}.side{display:grid;column-gap:16pt;align-items:start}</style>"
)
TITLES = {"zh": ("两个新区约定六项任务", "下篇要闻综述"), "en": ("Two Areas Agree", "A Second Story")}
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def columns(number: int, paragraphs: list[str]) -> str:
    return f"<div style='column-count:{number}'>{''.join(f'<p>{text}</p>' for text in paragraphs)}</div>"


def read(printed: Printer, language: str, html: str) -> str:
    content = pdf.read(printed(f"{STYLE}<body class={language}>{html}"), "a")
    return bare("".join(block.text for block in content.blocks))


@LANGUAGES
@pytest.mark.parametrize("number", [2, 3, 4])
def test_by_lines_and_headlines_over_all_columns_are_read_first(printed: Printer, language: str, number: int) -> None:
    text, (title, subtitle) = texts(language)[:6], TITLES[language]
    head = f"<center>By Chen He</center><h1>{title}</h1><center>{subtitle}</center>"
    assert read(printed, language, head + columns(number, text)) == bare(f"By Chen He{title}{subtitle}{''.join(text)}")


@LANGUAGES
@pytest.mark.parametrize(("above", "below"), [(3, 3), (3, 2), (2, 3), (4, 2)])
def test_stories_one_above_the_other_keep_their_columns(
    printed: Printer, language: str, above: int, below: int
) -> None:
    first, second = texts(language)[:4], texts(language)[6:9]
    one, two = TITLES[language]
    page = f"<h1>{one}</h1>{columns(above, first)}<h1>{two}</h1>{columns(below, second)}"
    assert read(printed, language, page) == bare(one + "".join(first) + two + "".join(second))


@LANGUAGES
@pytest.mark.parametrize(("left", "right"), [(2, 1), (2, 2), (3, 1), (1, 2)])
def test_stories_side_by_side_are_read_one_after_the_other(
    printed: Printer, language: str, left: int, right: int
) -> None:
    first, second = texts(language)[:3], texts(language)[10:12]
    one, two = TITLES[language]
    halves = f"<div><h1>{one}</h1>{columns(left, first)}</div><div><h2>{two}</h2>{columns(right, second)}</div>"
    page = f"<div class=side style='grid-template-columns:{left}fr {right}fr'>{halves}</div>"
    assert read(printed, language, page) == bare(one + "".join(first) + two + "".join(second))


@LANGUAGES
@pytest.mark.parametrize("number", [2, 3, 4])
def test_a_box_across_the_columns_is_read_between_what_stands_above_and_below(
    printed: Printer, language: str, number: int
) -> None:
    first, second, (_, title) = texts(language)[:3], texts(language)[5:8], TITLES[language]
    box = f"<div class=box><h2>{title}</h2><p>{texts(language)[10]}</p></div>"
    page = columns(number, first) + box + columns(number, second)
    assert read(printed, language, page) == bare("".join(first) + title + texts(language)[10] + "".join(second))


@LANGUAGES
def test_two_headings_side_by_side_beneath_a_story_begin_two_others(printed: Printer, language: str) -> None:
    first, (one, two) = texts(language)[:4], TITLES[language]
    halves = "".join(
        f"<div><h2>{t}</h2><p>{p}</p></div>" for t, p in zip((one, two), texts(language)[9:11], strict=True)
    )
    page = columns(2, first) + f"<div class=side style='grid-template-columns:1fr 1fr'>{halves}</div>"
    rest = one + texts(language)[9] + two + texts(language)[10]
    assert read(printed, language, page) == bare("".join(first) + rest)


def test_a_mark_at_a_line_end_does_not_close_a_narrow_gutter(printed: Printer) -> None:
    text = ["他说“好”，她说“好。”大家都说“很好”、“非常好”！" * 12] * 3
    page = f"<div style='column-gap:10pt;column-count:3'>{''.join(f'<p>{one}</p>' for one in text)}</div>"
    assert read(printed, "zh", page) == bare("".join(text))


@LANGUAGES
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_tall_first_letter_belongs_to_its_word(printed: Printer, language: str, number: int) -> None:
    style = "<style>p:first-child::first-letter{font-size:30pt;float:left;line-height:1}</style>"
    text = texts(language)[:4]
    assert read(printed, language, style + columns(number, text)) == bare("".join(text))


@LANGUAGES
def test_a_column_beneath_a_picture_begins_lower_than_the_next(printed: Printer, language: str) -> None:
    picture, text = "<svg width=99 height=110 style='display:block'></svg>", texts(language)[:5]
    page = columns(2, text).replace("<p>", f"{picture}<p>", 1)
    assert read(printed, language, page) == bare("".join(text))


def test_a_large_quotation_within_a_column_does_not_close_the_gutters(printed: Printer) -> None:
    text, quote = texts("zh")[:6], "“内陆开放门户要一起打造，才能走得更远”"
    html = columns(4, text).replace("<p>", f"<p style='font-size:15pt;text-align:center'>{quote}</p><p>", 4)
    assert read(printed, "zh", html).startswith(bare(quote + text[0] + quote + text[1]))
