"""The words and noun phrases of a Chinese question, by the classes that the segmenter gives to words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.fold import fold
from rag.short.given import with_given_names

ADVERB = (
    r"为什么|为何|为啥|怎么(?!样)|怎样|如何|[在自从到于]?(?:什么时[候间期]|何时|几[月号点]|哪一?[年天月日])"
    r"|[在到从](?:哪里|哪儿|何处|什么地方)"
)
WHICH = r"哪几?[个项家条位种次所座些]|几[个项家条位种次所座]|多少[个项家条位种次所座]?|什么"
ASKING = rf"(?:{ADVERB}|有?多[大长高远宽深久]|{WHICH}|谁|哪里|哪儿|何[处地]|怎么样)"
_PERSON = re.compile(
    r"(长|主任|书记|总裁|经理|主席|总统|总理|教授|博士|先生|女士|创始人|负责人|领导人|作者|记者|[^人]人|师|员)$"
)
# People of a kind, who hold no office of anything.
_ANYONE = re.compile("(?:[老客旅外成军工]|本地|外地|外国|残疾|年轻)人$|[会学党队]员$|[教老]师$")
PROPERTY = re.compile(
    r"(面积|人口|gdp|cpi|[^\W\d_][价率额费]|[长高宽深]度|重量|速度|价格|成本|收入|产[值量]|规模|[数总人]数|[数总]量|比例|占比|增速|时间|日期|年份|期限"
    r"|地[点址]|位置|范围|名[称字]|[全简别]称|原因|理由|目[的标]|意义|作用|影响|结果|特[点征]|优势|背景|历史|现状|前景"
    r"|总部|首[都府]|省会|成员|定位|投资额?|造价|[^\W\d_一二三四五六七八九十首本上下暑过日星学假时周后前定长近初中晚]期)$"
)
_OF_PROPERTY = frozenset(
    "规划 占地 建筑 总 常住 户籍 平均 实际 年 最大 最高 主要 行政 人均 成立 具体 发展 地理".split()
)
INSIDE = frozenset("a b m q mq f t ng k".split())  # classes that go on with a noun phrase but do not end one
_NOUNS = frozenset("l j i eng vn an s zg g".split())  # beside those that begin with n
_ABLE = re.compile(r"能[^源力量耗效级手人]")  # 能装, 能带: the segmenter takes them for nouns
_TERM = re.compile(r"一[^\W\d_][一两][^\W\d_]")  # 一带一路, 一国两制: the segmenter cuts them


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str
    tag: str

    def is_noun(self) -> bool:
        return self.tag.startswith("n") or self.tag in _NOUNS

    def is_property(self) -> bool:
        return bool(PROPERTY.search(self.text)) or self.text in _OF_PROPERTY


@dataclass(frozen=True, slots=True)
class Phrase:
    words: tuple[Word, ...]

    @property
    def span(self) -> slice:
        return slice(self.words[0].start, self.words[-1].end)

    @property
    def head(self) -> Word:
        return self.words[-1]

    def is_person(self) -> bool:
        return (self.head.tag in {"nr", "nrt"} and len(self.head.text) <= 4) or bool(_PERSON.search(self.head.text))

    def is_property(self) -> bool:
        """Whether it names nothing but a property or office, which must be that of something."""
        return not _ANYONE.search(self.head.text) and all(
            word.is_property() or (_PERSON.search(word.text) and word.tag[:2] != "nr") for word in self.words
        )

    def owner(self) -> "Phrase":
        """What has the property, or the office, that the phrase names; the whole phrase where it names none."""
        words = list(self.words)
        if PROPERTY.search(self.head.text) or (_PERSON.search(self.head.text) and self.head.tag[:2] != "nr"):
            words.pop()
            while words and (words[-1].is_property() or words[-1].text == "的"):
                words.pop()
        return Phrase(tuple(words)) if any(word.is_noun() for word in words) else self

    def likeness(self, other: "Phrase") -> int:
        """How much two phrases are of one kind: 4 the same head, 3 its last character, 2 the class, 0 nothing."""
        mine, others = self.head, other.head
        if mine.text == others.text:
            return 4
        if mine.text[-1] == others.text[-1]:
            return 3
        if mine.text.isascii() == others.text.isascii() and mine.tag == others.tag:
            return 2
        return int(self.is_person() == other.is_person())


def phrases_of(text: str) -> list[Phrase]:
    """The noun phrases of a text in their order, without the times that they begin with."""
    plain = level(text)
    found: list[Phrase] = []
    run: list[Word] = []
    for word in (*words_of(plain), Word(len(plain), len(plain), "", "")):
        joins = bool(run) and (word.tag == "uj" or word.text in "和与及、")
        if word.text and not asks(plain, word) and (word.is_noun() or word.tag in INSIDE or joins):
            run.append(word)
            continue
        while run and not run[-1].is_noun():
            run.pop()
        if not any(word.text == "的" and before.text[-1] in "年月日" for before, word in pairwise(run)):
            while run and re.fullmatch(r"\d+|.*[年月日]", run[0].text) and not run[0].is_noun():
                run.pop(0)
        if run:
            found.append(Phrase(tuple(run)))
        run = []
    return found


@lru_cache(maxsize=256)
def words_of(plain: str) -> Sequence[Word]:
    """The words with their classes; what is counted or stands in quotation marks is a noun."""
    import rjieba

    words: list[Word] = []
    end, quoted = 0, False
    terms = [match.span() for match in _TERM.finditer(plain)]
    for text, tag in with_given_names(rjieba.tag(plain)):
        latin = text.isascii() and (text.isalnum() or text.isspace())
        quoted = quoted or text in "《“‘「『"
        verb = tag == "v" or (tag == "n" and bool(_ABLE.fullmatch(text)))
        named = quoted or any(start <= end < stop for start, stop in terms)
        counted = verb and bool(words) and words[-1].tag == "m"
        words.append(Word(end, end + len(text), text, "nz" if named else "vn" if counted else "v" if verb else tag))
        if latin and len(words) > 1 and words[-2].tag == "eng":
            words[-2:] = [Word(words[-2].start, end + len(text), words[-2].text + text, "eng")]
        quoted = quoted and text not in "》”’」』"
        end += len(text)
    return words


def level(text: str) -> str:
    """The text folded character by character, so that places in it are places in the text."""
    return "".join(_folded(char) for char in text)


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    folded = fold(char)
    return folded if len(folded) == 1 else char


def asks(plain: str, word: Word) -> bool:
    spans = re.finditer(rf"是?{ASKING}", plain)
    return any(match.start() < word.end and word.start < match.end() for match in spans)
