"""What a digest is asked of: a text by what it is called, or a part by its number."""

import pytest

from corpus.load import bundled, from_text
from rag.digest.scope import scopes

# Of a text of any kind, which people call by what it is.
KINDS = """
这个通知是讲什么的？
这份公告主要说什么？
这封信讲了什么？
概括一下这个通知
这份简报讲了什么？
What is this notice about?
Summarise this newsletter.
这篇讲的什么，大概说说
大概说说这篇文章
What is this article about in a nutshell?
Sum it up in a few words
What does this letter say?
"""


@pytest.mark.parametrize("question", KINDS.strip().splitlines())
def test_a_text_of_any_kind_is_called_by_what_it_is(question: str) -> None:
    assert [scope.whole for scope in scopes(question, [bundled()])] == [True]


PREFACED = """# 条例

## 前言

为了保护茶园，制定本条例。

## 第一章 总则

本条例适用于全县的茶园。

## 第二章 能源

茶厂用电由县里保障。
"""


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("第二章讲了什么？", "第二章 能源"),
        ("总结一下第一章", "第一章 总则"),
        ("第一节讲了什么？", "前言"),
        ("能源部分讲了什么？", "第二章 能源"),
    ],
)
def test_a_part_is_found_by_the_number_it_bears_or_else_by_its_place(question: str, heading: str) -> None:
    article = from_text("rules", PREFACED)
    (scope,) = scopes(question, [article])
    assert {article.sections[paragraph.section].title for paragraph in scope.paragraphs} == {heading}


@pytest.mark.parametrize(
    ("question", "text", "is_digest"),
    [
        ("通知的主要内容是什么？", "# 关于停水的通知\n\n周一停水。", True),
        ("Summarize the handbook", "# Employee handbook\n\nIt opens at nine.", True),
        ("信里说了什么？", "# 我的弟弟\n\n1958年母亲来了一封信。", False),
        ("What did the letter say?", "# My brother\n\nIn 1958 a letter came.", False),
        ("能用一句话概括全文吗？", "# 茶\n\n茶叶丰收。", True),
        ("先简单概括一下全文", "# 茶\n\n茶叶丰收。", True),
    ],
)
def test_what_may_be_in_a_text_is_the_text_where_that_says_so(question: str, text: str, is_digest: bool) -> None:
    assert bool(scopes(question, [from_text("a", text)])) == is_digest
