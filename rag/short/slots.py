"""What stands in a Chinese sentence where the question has its question word: 由谁执导, 由高畑勋执导.

A name that no dictionary has is found so, and a place that is no proper name: the words of a name or phrase beside the
word of the question that stands beside what asks.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from rag.short.asked import Kind, Wanted
from rag.short.names import DEEDS, PLACE_END, Word, behind_office, words
from rag.short.spans import SURE, Span

_WEIGHT = 1.5  # what standing in the place of the question word counts
_LOCATED = 1.2  # what standing behind 在 counts
_LONGEST = {"person": 14, "place": 24}  # characters
_PREPOSITION = re.compile(r"[在于从由自]$")
_LED_PERSON = re.compile(r"[在于从由自被][^，,。；;、]{0,12}$")  # by a poet of the north, so and so
_LIGHT_BEFORE = re.compile(r"(?:可?能?[是为指]|[在于由被了给到至向从自和与把让叫:：,，的])+$")
_LIGHT_AFTER = re.compile(r"^(?:一起|共同|首先|最先|最早|[的所来去将会曾了])+")
_BEHIND = re.compile(r"(?:可?能?[是为]|[于在到至了向给由着:：]|位于)*")
_IN_FRONT = re.compile(
    r"(?:[于在](?:公元前?|西元前?)?\d{3,4}年(?:[至到-]\d+年)?(?:\d+月)?(?:\d+日)?|一起|共同|首先|最先|最早|负责|[的所来曾])*$"
)
# Who holds a part is said by what he does.
_DOES = {
    "作者": "作|著|撰|写|创作|编著|所著|所作|绘制",
    "导演": "执导|导演",
    "编剧": "编剧|编写",
    "主角": "主演|饰演",
    "主演": "主演|饰演",
    "主持人": "主持",
    "创始人|创办人|创立者|创建者|创办者": "创办|创立|创建|成立|建立",
    "发明者|发明人": "发明",
    "发现者": "发现",
    "设计师|设计者": "设计",
    "发起人": "发起",
    "译者|翻译": "译|翻译",
    "父亲|母亲|妻子|儿子|女儿": "",
}
_NATIVE = re.compile(
    r"(?<![^，,。；;）)])[^，,。；;、（()）]{2,12}?(?:[（(]今?[^（()）]{2,12}[)）])?(?<![夫工])(?<!(?<!日)本)(?<!本地|外地|当地|[两多几]个)(?=人(?:[，,。；;]|$))"
)
_ORIGIN = re.compile(r"^的?人|出身|籍贯|祖籍|原籍")
# In whose presence or with whose help something is done is not where.
_WITH_HELP = re.compile("[^，,。；;]{0,12}(?:陪同|协助|帮助|领导|支持|影响|指导|努力|带领|推动|见证)之?下")
_HAPPENS = re.compile(
    "^(?:拉开|落下|隆重|圆满|正式|鸣[哨锣]|顺利|盛大|如期|热烈)|(?:举[行办]|开幕|闭幕|开赛|结束|启动|揭幕|上演|帷幕|序幕)$"
)
_IN_NAME = re.compile(r"[nbjszlg]|eng|vn|an|a$")
_IN_PLACE = re.compile(r"[nbjszlgfmq]|eng|v[ng]|an|a$|c$")
_NAMING = {"person": re.compile(r"nr|ns|nz|nt|eng|x|zg|j"), "place": re.compile(r"ns|nr|nt|nz|s|f|eng|x|zg|j")}
_ENDING = {
    "person": re.compile(r"[人者家员长师王帝后士官兵生童军队妃父母子手]$|公司|集团|政府"),
    "place": re.compile(f"[{PLACE_END}》]$|[路街道巷弄][\\d-]+[号弄]$"),
}
_NO_ANSWER = {
    "person": re.compile(r"^.$|^[\d.]+|[年月日时期间]$|^(?:自己|人们|他们|作品|小说|电影)$"),
    "place": re.compile(
        r"^[\d.:,年月日]+|[年月日时期间代前后初末际]$|^[此今本该是]"
        r"|(?:过程|情况|条件|基础|背景|影响|帮助|领导|方面|世纪|同时|其中|之中|当中|[此是])[中下上]?$"
    ),
}


def slots(text: str, wanted: Wanted) -> list[Span]:
    """The phrases of a folded text that stand where the question asks for a person or a place."""
    tagged = words(text)
    behind, in_front, prepositional = _anchors(wanted)
    runs = [_run(tagged, _end(_BEHIND, text, at.end()), wanted.kind) for word in behind for at in _all(word, text)]
    runs += [
        _run_to(tagged, _start(text, at.start()), wanted.kind, prepositional, text)
        for word in in_front
        for at in _all(word, text)
    ]
    runs = [behind_office(run) if wanted.kind == "person" else run for run in runs]
    runs = [run for run in runs if run and _may_be(run, wanted.kind)]
    runs = [run for run in runs if not (wanted.kind == "person" and _is_where(run, text))]
    return [replace(_span(run), weight=SURE) if _is_sure(run, text) else _span(run) for run in runs]


def _is_sure(run: Sequence[Word], text: str) -> bool:
    """Whether words are a name of somebody, or led in as who does it."""
    return any(tag.startswith("nr") for _, tag, _ in run) or text.startswith(("由", "被"), run[0][2] - 1)


@lru_cache(maxsize=64)
def _anchors(wanted: Wanted) -> tuple[list[str], list[str], bool]:
    """Words behind and in front of which what is asked for stands, and whether there a preposition leads it in.

    The word before what asks is one where it is a verb, or a part that something has: 导演 in 林投姐的导演是谁.
    """
    before, after = _LIGHT_BEFORE.sub("", wanted.before), _LIGHT_AFTER.sub("", wanted.after)
    left, right = words(before), words(after)
    behind = [left[-1][0]] if left and (left[-1][1][0] == "v" or before[: left[-1][2]].endswith("的")) else []
    in_front = [right[0][0]] if right else []
    for part, does in _DOES.items():
        if behind and re.search(rf"(?:{part})$", behind[0]):
            in_front += does.split("|") if does else []
            behind += [] if does else [behind[0][0]]
    prepositional = bool(_PREPOSITION.search(wanted.before))
    if prepositional and right:
        behind += [right[0][0] + preposition for preposition in "在于到"]
    names = [[word for word in anchors if re.match(r"\w", word)] for anchors in (behind, in_front)]
    return names[0], names[1], prepositional


def _all(word: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(re.escape(word), text))


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _start(text: str, at: int) -> int:
    match = _IN_FRONT.search(text[:at])
    return match.start() if match else at


def _run(tagged: Sequence[Word], at: int, kind: Kind) -> list[Word]:
    """The words of a name or phrase that begins at a place."""
    run = list(takewhile(lambda word: _belongs(word, kind), (word for word in tagged if word[2] >= at)))
    while run and (run[-1][1] in ("c", "uj") or run[-1][0] == " " or (kind == "place" and _runs_on(run))):
        run.pop()
    return run if run and run[0][2] == at else []


def _runs_on(run: Sequence[Word]) -> bool:
    """Whether the last word says what happens in the place that the words before it name: 美术馆 拉开帷幕."""
    return len(run) > 1 and bool(_HAPPENS.search(run[-1][0])) and run[-2][0][-1] in PLACE_END


def _run_to(tagged: Sequence[Word], at: int, kind: Kind, prepositional: bool, text: str) -> list[Word]:
    """The words of a name or phrase that ends at a place, and which a preposition is to lead in or not."""
    before = [word for word in tagged if word[2] + len(word[0]) <= at]
    run = list(takewhile(lambda word: _belongs(word, kind), reversed(before)))[::-1]
    while run and (run[0][1] in ("c", "uj") or run[0][0] == " "):
        run.pop(0)
    if not run or run[-1][2] + len(run[-1][0]) != at:
        return []
    is_led = not prepositional or (_LED_PERSON if kind == "person" else _PREPOSITION).search(text[: run[0][2]])
    return run[: len(run) - (run[-1][0] == " ")] if is_led else []


def _belongs(word: Word, kind: Kind) -> bool:
    said, tag, _ = word
    if tag == "x":
        return said in "·•・‧－- " or "\u4e00" <= said[0] <= "\u9fff"
    return bool((_IN_PLACE if kind == "place" else _IN_NAME).match(tag)) and said not in ("等", "人员", *DEEDS)


def _may_be(run: Sequence[Word], kind: Kind) -> bool:
    said = "".join(word for word, _, _ in run)
    named = any(_NAMING[kind].match(tag) for _, tag, _ in run) or _ENDING[kind].search(said)
    return bool(named) and len(said) <= _LONGEST[kind] and not _NO_ANSWER[kind].search(said)


def _is_where(run: Sequence[Word], text: str) -> bool:
    """Whether words say where somebody does something: of 在上海养家 上海."""
    is_place = all(tag == "ns" for _, tag, _ in run) or run[-1][0][-1] in PLACE_END
    return is_place and text[: run[0][2]].endswith(("在", "于", "去"))


def _span(run: Sequence[Word]) -> Span:
    return Span(run[0][2], run[-1][2] + len(run[-1][0]), weight=_WEIGHT)


def located(text: str) -> list[Span]:
    """The phrases behind 在, 于, 到 and verbs that end so: whatever a place is called."""
    tagged = words(text)
    led = (
        _run(tagged, at + len(word), "place")
        for word, tag, at in tagged
        if tag[0] in "pvn" and word[-1] in "在于自往至到"
    )
    found = [replace(_span(run), weight=_LOCATED) for run in led if run and _may_be(run, "place")]
    return [_with_inner(span, tagged) for span in found if not _WITH_HELP.match(text, span.end)]


def _with_inner(span: Span, tagged: Sequence[Word]) -> Span:
    """The place with the smaller one in it that follows 的: of 加拿大东南部的阿瓦隆半岛 all."""
    behind = next((at + 1 for said, _, at in tagged if at == span.end and said == "的"), None)
    inner = _run(tagged, behind, "place") if behind else []
    is_place = bool(inner) and inner[-1][0][-1] in PLACE_END and len(inner[-1][0]) > 1
    return replace(span, end=_span(inner).end) if is_place and inner[0][1][0] not in "mq" else span


def natives(text: str, wanted: Wanted) -> list[Span]:
    """What stands before 人 as a clause of its own, where the question asks where somebody is from."""
    if not (_ORIGIN.search(wanted.after) or _ORIGIN.search(wanted.before)):
        return []
    return [Span(*match.span(), weight=SURE) for match in _NATIVE.finditer(text)]
