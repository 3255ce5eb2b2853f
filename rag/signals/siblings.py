"""Things with one head that a word before it tells apart: 钢琴课 and 书法课, the main pool and the learner pool."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from corpus.fold import fold
from rag.lexical import content_terms
from rag.meaning import likeness, vector, word_vectors
from rag.short.names import words
from rag.types import Language

# Heads of one kind, each kind by its first.
_HEADS_ZH = {
    head: kind.split("|")[0]
    for kind in (
        "班|课程|课|学习班|培训班 校区 院区 园区 展厅 展区 分馆 分校 分店 门店 夏令营 套餐 赛区 食堂"
        " 餐厅 泳池 游泳池 实验室 诊室 病房 车间 仓库 专业 学院 码头 站台 停车场 宿舍楼 教学楼 办公楼 社团 俱乐部"
        " 讲座 展览 船票 套票 年卡 月卡 次卡"
    ).split(" ")
    for head in kind.split("|")
}
_HEADS_EN = {
    head: kind.split("|")[0]
    for kind in (
        "class|course|lesson campus pool hall room ticket branch gate wing library museum club workshop tour exhibition"
        " camp ward clinic garden park bridge station canteen ferry train bus route trail gallery office shop store"
    ).split(" ")
    for head in kind.split("|")
}
_COURSES = ("班", "class")
_ENGLISH = re.compile(
    rf"\b(?P<own>[a-z]+(?:-[a-z]+)?) (?P<head>{'|'.join(_HEADS_EN)})(?:e?s)?\b(?!-| (?:{'|'.join(_HEADS_EN)}))"
)
_NAMED = re.compile(r"\b[Tt]he (?P<own>[A-Z][a-z]+) (?P<head>(?!\w+(?:ed|ing)\b)[a-z]{4,})\b")  # the Mill hostel
_NO_OWN = re.compile(
    r"(?:培训|辅导|兴趣|学习|补习|教学|本期|周末|晚间|全部|所有|其[他它余]|部分|相关|各类?|每[个周天次]?|主要|线[上下]|网[上络]|免费|收费|小组"
    r"|新[开的]?|大|小|开|上|下|选修|必修|专业|基础|提高|初级|中级|高级|入门|进阶|春季|夏季|秋季|冬季|暑期?|寒假|报|同[一类]"
    r"|\w{0,2}[级类]|不设|该|本|这|那|两|几|哪|什么|有|没有|什么样|正式|公开|一般|普通|优惠|特色|热门|常设|临时|参加|报名|学员|学生|老师|课程|招生|公益)"
    r"|the|an?|this|that|these|those|its|their|his|her|your|our|my|any|some|every|each|all|both|no|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|other|another|same|own|which|what|whose|new|old|big|small|large|larger|smaller|first|second|third|last|next"
    r"|local|public|private|whole|popular|famous|good|best|great|single|double|twin|family|full|free|open|closed|nearest"
    r"|nearby|different|several|many|most|more|few|only|and|or|of|in|to|for|at|on|by|from|with|is|are|was|were|has"
    r"|have|had|do|does|did|will|can|weekly|daily|regular|special|normal|city|town|village|local|waiting|changing|per"
    r"|beginners?|extra|current|former|early|late|later|entire|certain|such|much|very|national|following|\w+ed|\w+est"
)
_TAGS = tuple("nvbjslaiz")
_EVERY = re.compile(
    r"(?:所有|全部|各)(?:个|类|门|种)?(?:课|班|校区|院区|展|分|门店|食堂|泳池|专业|学院)|课程?一律|均|都(?!市)|一律|统一|其[他它余]|另外"
    r"|\b(?:all|every|each|both|any|either|other|rest|except)\b"
)
# Whether there is such a thing, and what there is of it, all that is said of the others may answer.
_ASKS_WHETHER = re.compile(
    r"[吗么][？?]*$|有没有|是否|哪些|^(?:is|are|was|were|do|does|did|can|could|has|have|will)\b|\bwhat .*s\b"
)
# Of what else a course on something may be one.
_BROAD = frozenset(
    """
    fitness exercise sports sport language art arts craft crafts music dance painting drawing evening morning afternoon
    computer cookery cooking health training relaxation swimming
    舞蹈 语言 乐器 音乐 美术 绘画 外语 编程 体育 声乐 武术 运动 健身 艺术 手工 才艺 球类 电脑 计算机 养生 文化 技能
    """.split()
)
_LIKE = 0.3  # likeness from which on a word may be another for the one


class Siblings:
    """The one of several things with the same head that a question is on, as an article tells them apart; `texts` are
    the sentences of the article.
    """

    def __init__(self, question: str, language: Language, texts: Sequence[str]) -> None:
        self._language = language
        self._own, self._kind = _asked_for(question, language)
        said = " ".join(texts) if self._own else ""
        named, read = _members(said, language).get(self._kind, frozenset()), fold(said)
        self._known = bool(self._own) and _stem(self._own) in read
        self._absent = not self._known and bool(named) and not _is_meant(self._own, read)
        self._others = frozenset(one for one in named if not _is_like(one, self._own))

    def are_all_others(self, sentence: str) -> bool:
        """Whether all of the article is on others, and a sentence does not say that it holds for each."""
        return self._absent and bool(self._others) and not _EVERY.search(fold(sentence))

    @property
    def _is_known(self) -> bool:
        """Whether the article tells the one from others, or it is none of them whatever it may be called there."""
        is_named = self._kind not in {*_HEADS_ZH.values(), *_HEADS_EN.values()}
        return self._known or (self._absent and (is_named or (self._kind in _COURSES and self._own not in _BROAD)))

    def has_other(self, sentence: str, around: str) -> bool:
        """Whether a sentence is on others; what is said `around` it may name the one."""
        if not self._own or not self._others or _EVERY.search(fold(sentence)):
            return False
        if not self._is_known or _stem(self._own) in fold(f"{sentence} {around}"):
            return False
        return not self._others.isdisjoint(_members(sentence, self._language).get(self._kind, frozenset()))


@lru_cache(maxsize=64)
def _asked_for(question: str, language: Language) -> tuple[str, str]:
    """The word that tells the one thing of a question from others, and the kind of its head; empty where there is none
    or several.
    """
    asked = fold(question)
    found = [(own, kind) for kind, owns in _members(question, language).items() for own in owns]
    return found[0] if len(found) == 1 and not _ASKS_WHETHER.search(asked) else ("", "")


@lru_cache(maxsize=512)
def _members(text: str, language: Language) -> Mapping[str, frozenset[str]]:
    """The words in front of the heads of each kind, folded."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind, own in _chinese(fold(text)) if language == "zh" else _english(text):
        if not _NO_OWN.fullmatch(own):
            found[kind].add(own)
    return {kind: frozenset(owns) for kind, owns in found.items()}


def _english(text: str) -> Iterator[tuple[str, str]]:
    for match in _ENGLISH.finditer(fold(text)):
        yield _HEADS_EN[match["head"]], match["own"]
    for match in _NAMED.finditer(text):
        if match["head"] not in _HEADS_EN:
            yield match["head"], fold(match["own"])


def _chinese(folded: str) -> Iterator[tuple[str, str]]:
    before, end = "", 0
    for word, tag, at in words(folded):
        before = before if end == at else ""
        head = max((head for head in _HEADS_ZH if word.endswith(head)), key=len, default="")
        own = word.removesuffix(head) if head else ""
        if head and len(own or before) > 1:
            yield _HEADS_ZH[head], own or before
        before, end = word if tag.startswith(_TAGS) else "", at + len(word)


def _stem(own: str) -> str:
    return own.removesuffix("s") if own.isascii() else own


def _is_like(one: str, other: str) -> bool:
    return one in other or other in one or float(likeness(vector(one) @ vector(other))) >= _LIKE


def _is_meant(own: str, read: str) -> bool:
    """Whether a text says another word for the one."""
    said = [word for _, word in content_terms(read, inner=True)]
    return bool(said) and float(likeness(word_vectors().of(said) @ vector(own)).max()) >= _LIKE
