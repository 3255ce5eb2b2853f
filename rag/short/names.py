"""Names in a sentence: of persons and places, told by their form and their neighbours."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from rag.short import english
from rag.short.spans import Span
from rag.types import Language

Word = tuple[str, str, int]  # a word, its part of speech in the tag set of jieba, and its offset

# Characters that transliterate foreign names, for where such a name begins.
SOUNDS = (
    "阿埃艾爱安昂奥澳巴白拜班邦保鲍贝本比彼宾波伯博勃布查达戴丹道德登迪蒂丁东杜多顿恩尔法范菲费芬弗佛福夫盖甘冈戈哥格葛根古哈海汉豪赫"
    "亨洪侯胡华怀惠霍基吉加贾坚杰金津卡凯坎康考柯科克肯孔库夸奎拉莱赖兰朗劳勒雷黎里利莉力廉列林琳伦隆卢鲁罗洛吕马玛麦迈曼芒毛梅"
    "门蒙米密明摩莫默姆穆纳娜奈南内尼宁纽努诺欧帕潘庞佩彭皮平珀普奇恰强乔切琼丘让热荣茹儒瑞若萨塞赛桑瑟森沙莎尚绍申圣施史斯司丝"
    "苏索塔泰坦汤唐陶特滕提廷图托瓦万旺威韦维温文沃乌武西希锡夏香肖谢辛欣休许雅亚扬耶叶伊因英尤雨约泽詹珍芝朱兹佐那利莉翰义律"
)
_SOUNDS = frozenset(SOUNDS)
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵汪祁毛禹狄米贝明臧计伏成戴宋茅庞熊纪舒屈项祝董"
    "梁杜阮蓝闵席季麻强贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁段富焦巴侯全班"
    "秋宫宁仇甘祖武符刘景詹束龙叶司白蒲从索赖卓蔺屠蒙池乔胥苍双闻党翟谭贡劳申冉桑桂牛寿通边燕冀温庄晏瞿阎连习艾容向古易廖耿匡"
    "文关东欧阳太上诸葛慕容令狐长孙宇丘肖覃储佟岳曾游桓楚涂牟佘辜简楼苻庾拓跋"
)
_DOTTED = re.compile(
    rf"[{SOUNDS}]{{1,7}}(?:[·•・‧][\u4e00-\u9fff][{SOUNDS}]{{1,6}})+(?<![的在于])"
    r"|(?<![(（《“\"A-Za-z])(?<![(（A-Za-z] )[A-Z][A-Za-z.’'-]*(?: [A-Z][A-Za-z.’'-]*)+"
)
_STUCK = re.compile(r"[由与和对跟向被以在及将把为令父母](?=[\u4e00-\u9fff]{2,3}$)")
_RUN_ON = re.compile(r"(?<=[\u4e00-\u9fff]{3})[于在曾从被向将]$")  # what the segmenter takes for the end of a name
_NO_PERSON = re.compile(r"^[孙外]?(?:子|女|儿|甥|侄)[子女儿孙]?$|父母$|[人者氏们军岛国州省市党族朝尉监守宫庙节]$")
_SITUATED = re.compile(
    r"(?:位[于在處处]|[坐座]落[于在]|地处|地址[是为]|设[于在](?!\d)|[葬卒死生]于|出生[于在]|逝世于|定居|移居|现居|迁[至往到])"
    r"(?!\d)([^，,。；;、：:（）()]{2,20}?)(?=境内|[，,。；;、：:（(]|$)"
)
_SITUATED_WEIGHT = 2.0  # what 位于 before a place counts beside a place that is only named
PLACE_END = (
    "省市县区镇乡村州郡国洲岛山河江湖海湾港站寺庙桥路街道馆院园场学"
    "楼厦店堂宫城塔所地部岸侧端口坡谷原峡礁林洞滩洋陵墓线里带内东西南北边心"
)
_BODY_END = "院部委局会司团行厂社所厅办署校队"


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
    named = (_run_to(run, _BODY_END, tagged_as="n") for run in nominal(words(text)))
    return [s for s in named if s and s.end - s.start > 2 and text[s.end - 1] in _BODY_END]


def _named(tagged: Sequence[Word]) -> list[Span]:
    found: list[Span] = []
    for word, tag, at in tagged:
        if not tag.startswith("nr"):
            continue
        stuck = len(word) > 2 and word[1] in _SURNAMES and bool(_STUCK.match(word))
        name = _RUN_ON.sub("", word[stuck:])
        foreign = set(name) <= _SOUNDS
        if found and foreign and found[-1].end == at and found[-1].measure:
            found[-1] = replace(found[-1], end=at + len(name))  # 汤玛斯杜威 is two words
        elif _is_name(name, tag, foreign):
            found.append(Span(at + stuck, at + stuck + len(name), "foreign" if foreign else ""))
    return found


def _is_name(name: str, tag: str, foreign: bool) -> bool:
    if len(name) < 2 or _NO_PERSON.search(name):
        return False
    return name[0] in _SURNAMES or foreign or (tag != "nr" and len(name) > 2)


def places(text: str, language: Language) -> list[Span]:
    """Names of places, and what follows words such as 位于."""
    if language == "en":
        return english.places(text)
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
        if word[1][0] in "njbs" or (run and word[1] in ("eng", "vn", "f", "l", "zg")):
            run.append(word)
        else:
            if run:
                yield run
            run = []
    if run:
        yield run


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """The words of a Chinese text, each with its part of speech and its offset."""
    import rjieba

    tagged = list(with_given_names(rjieba.tag(text)))
    ends = accumulate(len(word) for word, _ in tagged)
    return tuple((word, tag, end - len(word)) for (word, tag), end in zip(tagged, ends, strict=True))


def with_given_names(tagged: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Words with their parts of speech, a surname and what stands behind it, if that is taken for a place or a brand,
    as one name; 连 is mostly no surname but even.

    >>> list(with_given_names([("周", "nr"), ("德顺", "ns"), ("来", "v")]))
    [('周德顺', 'nr'), ('来', 'v')]
    """
    surname = ""
    for word, tag in tagged:
        if surname and tag in ("ns", "nz") and len(word) == 2:
            yield surname + word, "nr"
            surname = ""
            continue
        if surname:
            yield surname, "nr"
        surname = word if tag == "nr" and len(word) == 1 and word in _SURNAMES and word != "连" else ""
        if not surname:
            yield word, tag
    if surname:
        yield surname, "nr"
