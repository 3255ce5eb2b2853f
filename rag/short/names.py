"""Names in a sentence: of persons and places, told by their form and their neighbours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, takewhile

from rag.short import english, english_places
from rag.short.given import LEADS, RUN_ON, SURNAMES, is_full, with_given_names
from rag.short.spans import Span
from rag.types import Language

DEEDS = frozenset("主办 承办 协办".split())  # are no part of the name of who does it
Word = tuple[str, str, int]  # a word, its part of speech in the tag set of jieba, and its offset

# Characters that transliterate foreign names, for where such a name begins.
SOUNDS = (
    "阿埃艾爱安昂奥澳巴白拜班邦保鲍贝本比彼宾波伯博勃布查达戴丹道德登迪蒂丁东杜多顿恩尔法范菲费芬弗佛福夫盖甘冈戈哥格葛根古哈海汉豪赫"
    "亨洪侯胡华怀惠霍基吉加贾坚杰金津卡凯坎康考柯科克肯孔库夸奎拉莱赖兰朗劳勒雷黎里利莉力廉列林琳伦隆卢鲁罗洛吕马玛麦迈曼芒毛梅"
    "门蒙米密明摩莫默姆穆纳娜奈南内尼宁纽努诺欧帕潘庞佩彭皮平珀普奇恰强乔切琼丘让热荣茹儒瑞若萨塞赛桑瑟森沙莎尚绍申圣施史斯司丝"
    "苏索塔泰坦汤唐陶特滕提廷图托瓦万旺威韦维温文沃乌武西希锡夏香肖谢辛欣休许雅亚扬耶叶伊因英尤雨约泽詹珍芝朱兹佐那利莉翰义律"
)
_SOUNDS = frozenset(SOUNDS)
# Characters that are in such names too, but also begin or end other words; and those that may end one.
_ALSO, _ALSO_LAST = "理察逊卜居大士细", "逊卜娅薇芙芭珊黛弥蕾萝缇莲妲"
_FINAL = frozenset("希斯尔特德克夫诺顿坦亚娅娜莎玛罗洛姆茨丁塔蒂奇赫瓦维森登格")  # that may stand behind one as a word
_NO_FOREIGN = re.compile("(?:大学|学院|公司|研究所|会议|战役|条约|协[定议]|集团|银行|儿女|[省州郡湾岛河湖队杯奖厂])$")
_KING = re.compile("[^大称国君女帝天海霸魔龙蛇猴][王帝]")
_TITLE = re.compile(
    "(?:大帝|皇帝|天皇|上皇|王后|王妃|皇后|太后|公主|亲王|教宗|教皇|法师|禅师|喇嘛|爵士|[公侯伯子男]爵|夫人|沙皇|可汗)$"
)
_DOTTED = re.compile(
    rf"(?:大卫|[{SOUNDS}][{SOUNDS}{_ALSO}]{{0,6}})"
    rf"(?:[·•・‧](?:[\u4e00-\u9fff](?:[{SOUNDS}{_ALSO_LAST}]{{1,6}}|[{_ALSO}{SOUNDS}]{{0,6}}(?=[·•・‧]))|亚历山大|[{SOUNDS}](?![\u4e00-\u9fff])))+"
    r"(?<![的在于])"
    r"|(?<![(（《“\"A-Za-z])(?<![(（A-Za-z] )[A-Z][A-Za-z.’'-]*(?: [A-Z][A-Za-z.’'-]*)+"
)
_STUCK = re.compile(rf"[{''.join(sorted(LEADS))}和向在](?=[\u4e00-\u9fff]{{2,3}}$)")
_NO_PERSON = re.compile(r"^[孙外]?(?:子|女|儿|甥|侄)[子女儿孙]?$|父母$|[人者氏们军岛国州省市党族朝尉监守宫庙节]$")
_SITUATED = re.compile(
    r"(?:位[于在處处]|[坐座]落[于在]|地处|地址[是为]|设[于在](?!\d)|[葬卒死生]于|出生[于在]|逝世于|(?:定居|移居|现居|旅居)[于在]?|迁[至往到])"
    r"(?!\d)([^，,。；;、：:（）()]{2,20}?)(?=境内|[，,。；;、：:（(]|$)"
)
_SITUATED_WEIGHT = 2.0  # what 位于 before a place counts beside a place that is only named
PLACE_END = (
    "省市县区镇乡村州郡国洲岛山河江湖海湾港站寺庙桥路街道馆院园场学"
    "楼厦店堂宫城塔所地部岸侧端口坡谷原峡礁林洞滩洋陵墓线里带内东西南北边心"
)
_IS_OFFICE = re.compile("[\u4e00-\u9fff][人家者员长师士授手官将帝王宗监]$|司令|总监|经理|教练")
_LONGEST_NAME = 8  # characters
BODY_END = "院部委局会司团行厂社所厅办署校队"


def persons(text: str, language: Language) -> list[Span]:
    """Names of persons; in English every name that is not plainly of another kind."""
    if language == "en":
        return english.persons(text)
    dotted = [Span(*match.span()) for match in _DOTTED.finditer(text)]
    return [*dotted, *(s for s in _named(words(text)) if not any(_overlap(s, d) for d in dotted))]


def bodies(text: str, language: Language) -> list[Span]:
    """Names of authorities, firms and other bodies."""
    if language == "en":
        return english.bodies(text)
    named = (_run_to(run, BODY_END, tagged_as="n") for run in nominal(words(text)))
    return [s for s in named if s and s.end - s.start > 2 and text[s.end - 1] in BODY_END]


def _named(tagged: Sequence[Word]) -> list[Span]:
    found: list[Span] = []
    for i, (word, tag, at) in enumerate(tagged):
        if not tag.startswith("nr"):
            found += _with_title(tagged, i)
            continue
        stuck = len(word) > 2 and word[1] in SURNAMES and bool(_STUCK.match(word))
        name = RUN_ON.sub("", word[stuck:])
        foreign = set(name) <= _SOUNDS
        if found and foreign and found[-1].end == at and found[-1].measure:
            found[-1] = replace(found[-1], end=at + len(name))  # 汤玛斯杜威 is two words
        elif _is_name(name, tag, foreign):
            span = Span(at + stuck, at + stuck + len(name), "foreign" if foreign else "")
            found += _whole(span, tagged, i) if foreign else [span]
    return found


def _whole(span: Span, tagged: Sequence[Word], i: int) -> list[Span]:
    """A foreign name with the sounds beside it that the segmenter cuts off; none where it is part of another's name."""
    before, behind = tagged[max(i - 1, 0)], tagged[i + 1] if i + 1 < len(tagged) else ("", "", 0)
    run = list(takewhile(lambda word: word[1][0] == "n" and not word[1].startswith("nr"), tagged[i + 1 :]))
    if run and _NO_FOREIGN.search(run[-1][0]):
        return []
    start = before[2] if i and _is_sound(before) else span.start
    return [replace(span, start=start, end=span.end + (behind[0] in _FINAL))]


def _is_sound(word: Word) -> bool:
    """Whether a word in front of a foreign name is the beginning of it: 基普 of 基普乔格."""
    said, tag, _ = word
    return set(said) <= _SOUNDS and len(said) <= {"nr": 1, "nz": 3}.get(tag, 0)


def _with_title(tagged: Sequence[Word], i: int) -> list[Span]:
    """The name that ends with a title of rank, where the word is that title or ends with it: 君士坦丁大帝."""
    word, tag, at = tagged[i]
    title = _TITLE.search(word) if tag[0] == "n" else None
    if title is None or (i + 1 < len(tagged) and tagged[i + 1][1].startswith("nr")):
        return []
    if title.start() > 0:
        return [Span(at, at + len(word))]
    before, said, start = tagged[i - 1] if i else ("", "", 0)
    named = said in ("nz", "n", "ng", "b", "t") and len(before) > 1 and not _TITLE.search(before)
    return [Span(start, at + len(word))] if named and set(before) <= _SOUNDS | set("君士") else []


def _is_name(name: str, tag: str, foreign: bool) -> bool:
    if len(name) < 2 or (_NO_PERSON.search(name) and not is_full(name)):
        return False
    return name[0] in SURNAMES or foreign or (tag != "nr" and (len(name) > 2 or bool(_KING.fullmatch(name))))


def places(text: str, language: Language) -> list[Span]:
    """Names of places, and what follows words such as 位于."""
    if language == "en":
        return english_places.places(text)
    situated = [
        replace(_without_object(text, Span(*match.span(1))), weight=_SITUATED_WEIGHT)
        for match in _SITUATED.finditer(text)
    ]
    named = (_run_to(run, PLACE_END, tagged_as="ns") for run in nominal(words(text)))
    return [*situated, *(s for s in named if s and not any(_overlap(s, d) for d in situated))]


def _without_object(text: str, span: Span) -> Span:
    """The place alone of a phrase such as 市中心的一所学校 that goes on to name what stands there."""
    at = text.find("的", span.start + 1, span.end)
    return Span(span.start, at) if at > 0 and text[span.end - 1] not in PLACE_END else span


def _run_to(run: Sequence[Word], ends: str, tagged_as: str) -> Span | None:
    """The run where it names a place and does not go on to name something else."""
    if not any(tag.startswith(tagged_as) for _, tag, _ in run):
        return None
    first = next(i for i, (_, tag, _) in enumerate(run) if tag.startswith(tagged_as))
    word, tag, _ = run[-1]
    return span_of(run[first:]) if tag.startswith(tagged_as) or word[-1] in ends else None


def span_of(run: Sequence[Word]) -> Span:
    return Span(run[0][2], run[-1][2] + len(run[-1][0]))


def nominal(tagged: Sequence[Word]) -> Iterator[list[Word]]:
    """The longest runs of words that can make up a name."""
    run: list[Word] = []
    for word in tagged:
        may_be = word[1][0] in "njbs" or (run and word[1] in ("eng", "vn", "f", "l", "zg"))
        if may_be and word[0] not in DEEDS:
            run.append(word)
        else:
            if run:
                yield run
            run = []
    if run:
        yield run


def behind_office(run: Sequence[Word]) -> list[Word]:
    """The words behind the last one that only says what somebody is: of 英国诗人济慈 only 济慈, but all of a body."""
    last = max((i for i, (said, tag, _) in enumerate(run) if tag[0] in "nl" and _IS_OFFICE.search(said)), default=-1)
    name = run[last + 1 :]
    if name and name[-1][0][-1] in BODY_END and not name[-1][1].startswith("nr"):
        return list(run)
    return list(name if 1 < sum(len(said) for said, _, _ in name) <= _LONGEST_NAME else run)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """The words of a Chinese text, each with its part of speech and its offset."""
    import rjieba

    tagged = list(with_given_names(rjieba.tag(text)))
    ends = accumulate(len(word) for word, _ in tagged)
    return tuple((word, tag, end - len(word)) for (word, tag), end in zip(tagged, ends, strict=True))
