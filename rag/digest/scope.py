"""Questions about the whole: whether a question asks for a digest, and of which articles or which section."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Article, Paragraph, Section
from corpus.fold import fold
from rag.lexical import content_words

_POLITE = re.compile(
    r"^(?:(?:大[概致]|简单)(?:说说|讲讲)(?=.*[么啥哪])|请(?![假示求教])|麻烦|劳驾|你|您|能不能"
    r"|能否|能(?![源力量耗效级])|可以|可否|帮我|给我|替我|为我|简要地?|简单地?|简短地?"
    r"|大致|用?[一两三几]句话|[先再](?![生进锋天例秦前驱婚])"
    r"|please|can you|could you|would you|will you|kindly|now|ok(?:ay)?|briefly|quickly|[\s,，])+"
    r"|(?:(?:大[概致]|简单|简短地?)?(?:说说|讲讲|说一?下|讲一?下)看?|一下|好吗|可以吗|行吗|吧|吗|呢"
    r"|in a nutshell|briefly|quickly|please|for me|in (?:short|brief|(?:one|two|three|a few|a couple of)"
    r" (?:words|sentences|points|lines|paragraphs?))|[\s,，])+$"
)
_POINTS = (
    r"(?:主要内容|核心内容|重点内容|内容|主旨|大意|中心思想|要点|重点|主题|梗概|概要|概况|摘要"
    r"|(?:核心|主要)(?:观点|信息|思想))"
)
_TOPIC_EN = r"(?:main\s|central\s)?(?:events?|news|stor(?:y|ies)|subjects?|topics?|matters?|issues?|developments?)"
_POINTS_EN = (
    r"(?:summary|overview|digest|gist|outline|synopsis|abstract|recap|highlights|takeaways|topic|theme"
    r"|(?:key|main|central|most important)\s(?:points?|ideas?|topics?|themes?|messages?|takeaways?|content|facts|news"
    r"|event|story))"
)
_SUM_UP = r"(?:总结|概括|概述|归纳|小结|综述|提炼|梳理)"
# Each names as `of` what the digest is to be of.
_REQUESTS = [
    re.compile(pattern)
    for pattern in (
        rf"{_SUM_UP}(?:出|成)?(?:一下|下)?[，,]?(?P<of>.*?)(?:的?{_POINTS})?",
        rf"[把对将](?P<of>.+?)(?:的{_POINTS})?(?:做|进行|作)?(?:一?个)?(?:简要|简单|简短)?的?{_SUM_UP}",
        rf"(?:做|写|给出?|列出|说说|来)?(?:一?[个份段])?(?:简要|简单|简短)?的?(?P<of>.*?)的?(?:{_SUM_UP}|{_POINTS})",
        r"(?P<of>.*?)(?:都|主要|大概|大致|究竟|到底|整体)*(?:是|在)*(?:讲述?|说|谈|写|介绍|讨论|报道"
        r"|叙述|论述|关于)(?:的|了)?(?:主要)?是?(?:关于)?"
        r"(?:(?:些?什么|些?啥|哪些)(?:内容|事情?|事件|话题|的)*|(?:一件)?(?:什么|哪一?[件个])(?:大?事情?|事件|新闻|话题|主题))",
        rf"(?P<of>.*?)的?{_POINTS}(?:都|主要|大概)*(?:是|有|包括)?(?:些?什么|哪些|啥)",
        r"(?:大[概致]|简单)?(?:说说|讲讲|介绍一?下?)(?P<of>.+?)",
        r"(?:sum|boil) (?P<of>it|this|that) (?:all )?(?:up|down)",
        r"(?:tl;?dr|summari[sz]e|sum up|outline|recap|condense)(?:\s(?P<of>.+?))?",
        rf"(?:(?:give|show|write|make|get|tell|provide|list)\s)?(?:me\s|us\s)?(?:with\s)?(?:(?:an?"
        rf"|the)\s)?(?:(?:short|brief|quick|concise)\s)?"
        rf"{_POINTS_EN}(?:\s(?:of|in|from|on)\s(?P<of>.+?))?",
        rf"what(?:['’]s|\sis|\sare|\swere)\s(?:the\s)?{_POINTS_EN}(?:\s(?:of|in|from|on)\s(?P<of>.+?))?",
        rf"what(?:\s{_TOPIC_EN})?(?:['’]s|\sis|\sare)\s(?P<of>.+?)\s(?:(?:mainly|all|really|actually|mostly)\s)?about",
        rf"what(?:\s{_TOPIC_EN})?\s(?:does|do|did)\s(?P<of>.+?)\s(?:(?:mainly|really|actually|basically)\s)?(?:say"
        r"|talk about|discuss|cover|describe|tell(?: us)?|report(?: on)?|deal with|focus on)",
    )
]
_TEXT = r"(?:文章|全文|课文|报道|新闻|文本|材料|文档|资料|报告|文件|稿子|论文|本文|页面|版面|报纸)"
_TEXT_EN = r"(?:articles?|texts?|story|stories|news|piece|reports?|documents?|papers?|pages?|essay|passage|whole thing)"
# What is in a text as often as it is one.
_KIND = (
    r"(?:通知书?|公告|通告|公示|告示|启事|简报|通讯|公报|来?信件?|手册|说明书?|指南|须知|纪要|公文|帖子|传单|合同|协议"
    r"|notice|announcement|(?:news)?letter|bulletin|memo|email|leaflet|flyer|handbook|manual|guide|brochure"
    r"|press release|post)"
)
_OF_KIND = re.compile(
    rf"(?P<this>[这本该]|th(?:is|at)\s)?(?:the\s|whole\s|整?一?[份则封个张本条])?(?P<kind>{_KIND})[里中内上]?面?"
)
_ALL = re.compile(
    rf"(?:[这那本该全整]|all|an?|the|this|that|these|whole|entire|full|news"
    rf"|newspaper|front|web|\s)*(?:一?[篇个份则些版张])?(?:上的?|的)?(?:整[篇个])?(?:{_TEXT}|{_TEXT_EN})?[里中内上]?面?"
    r"|it|一下"
)
_IN_TEXT = re.compile(rf"^(?:[这那本该]?[篇个份]?{_TEXT}[里中]?的?)(?=.)|\s(?:of|in)\s(?:the|this)\s{_TEXT_EN}$")
_PART = r"(?:部分|章节|小节|板块|栏目|[节章])"
_PART_EN = r"(?:section|part|chapter)"
_ORDINAL = re.compile(
    rf"第(?P<zh>\d+|[一二三四五六七八九十])个?(?:大?{_PART}|(?P<zh_paragraph>段落?|自然段))"
    rf"|(?:the\s)?(?P<en>\d+(?=st|nd|rd|th)|[a-z]+)(?:st|nd|rd|th)?\s"
    rf"(?:{_PART_EN}|(?P<paragraph>paragraph))|(?:{_PART_EN}|(?P<n_paragraph>paragraph))\s(?P<n>\d+"
    rf"|[a-z]+)|(?P<last>最后)(?:一个?)?(?:{_PART}|(?P<last_paragraph>段落?))"
)
# What parts of a paper are called by their kind, whatever stands over them besides.
_GENRE = re.compile(
    r"(?:短评|评论|社论|编者按|开栏语|导语|背景|核心提示|专家(?:说|观点|访谈)?)(?:部分)?"
    r"|(?:brief\s)?(?:comment(?:ary)?|editorial|editor['’]s note|background|interview|experts?|key points)"
)
_THIS = re.compile(r"^(?:[这那该本][篇个段则]|(?:the|this|that)\s)")
_TITLED = re.compile(
    rf"(?:关于|有关|题为|名为|标题为)?(?P<zh>.+?)(?:的?那|这)?(?:一个?)?{_PART}"
    rf"|(?:the\s)?{_PART_EN}\s(?:(?:on|about|called|titled|entitled|named|headed)\s)?(?P<on>.+)"
    rf"|(?:the\s)?(?P<en>.+?)\s{_PART_EN}"
)
_RANKS = {
    name: rank
    for names in (
        "一 二 三 四 五 六 七 八 九 十",
        "one two three four five six seven eight nine ten",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
    )
    for rank, name in enumerate(names.split(), 1)
} | dict.fromkeys(("last", "final", "最后"), -1)
_PUNCTUATION = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Scope:
    """The paragraphs of an article that a digest is to be made of; `whole` where they are all it has."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    whole: bool


def scopes(question: str, articles: Sequence[Article]) -> list[Scope]:
    """What the question wants a digest of; empty where it asks something else, or for what is not there.

    The whole question has to be such a request: one that only has a word of it asks for something specific.
    """
    asked = _POLITE.sub("", fold(question).strip("?？。.！! ")).strip("?？。.！! ")
    for request in _REQUESTS:
        match = request.fullmatch(asked)
        if match and (found := _find(match["of"] or "", articles)):
            return found
    return []


def _find(named: str, articles: Sequence[Article]) -> list[Scope]:
    """The articles or the section that are called so."""
    if _ALL.fullmatch(named):
        return [Scope(article, article.paragraphs, True) for article in articles]
    titled = [article for article in articles if _is_called(named, article) or _is_of_kind(named, article)]
    if titled:
        return [Scope(article, article.paragraphs, True) for article in titled]
    part = _THIS.sub("", _IN_TEXT.sub("", named))
    for article in articles:
        if paragraphs := _numbered(part, article) or _titled(part, article):
            return [Scope(article, paragraphs, False)]
    return []


def _is_of_kind(named: str, article: Article) -> bool:
    """Whether an article is what a name says, such as this letter, or the notice where its title has that word."""
    match = _OF_KIND.fullmatch(named)
    return match is not None and bool(match["this"] or match["kind"] in fold(article.title))


def _is_called(named: str, article: Article) -> bool:
    bare = _bare(re.sub(rf"^(?:the\s)?{_TEXT_EN}\s(?:on|about|called|titled)\s|{_TEXT}$|\s{_TEXT_EN}$", "", named))
    titles = [
        article.title,
        article.id,
        *(article.heading_translations.get(s.number, "") for s in article.sections if s.level == 1),
    ]
    return bool(bare) and bare in {_bare(fold(title)) for title in titles}


def _numbered(part: str, article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of "the second section", or "paragraph 3"."""
    match = _ORDINAL.fullmatch(part)
    called = re.compile(rf"\W*{re.escape(part)}(?!\w)")
    if named := next((s for s in article.sections if match and called.match(fold(s.title))), None):
        return _below(named, article)
    word = match and next(filter(None, (match[name] for name in ("zh", "en", "n", "last"))))
    if not match or not word or not (rank := int(word) if word.isdecimal() else _RANKS.get(word, 0)):
        return ()
    of_paragraphs = any(match[name] for name in match.groupdict() if name.endswith("paragraph"))
    units: list[tuple[Paragraph, ...]] = (
        [(p,) for p in article.paragraphs] if of_paragraphs else [_below(s, article) for s in _main_sections(article)]
    )
    index = rank - 1 if rank > 0 else rank
    return units[index] if -len(units) <= index < len(units) else ()


def _main_sections(article: Article) -> list[Section]:
    """The sections of the highest level of which there are several; the title is of a level above."""
    titled = [section for section in article.sections if section.title]
    levels = [section.level for section in titled]
    highest = min((level for level in levels if levels.count(level) > 1), default=0)
    return [section for section in titled if section.level == highest]


def _titled(part: str, article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of the section with this heading; where it is called a section, words of its heading will do."""
    match = _TITLED.fullmatch(part)
    named = next(filter(None, match.groups()), "") if match else part
    best: tuple[float, Section] | None = None
    for section in article.sections:
        headings = [section.title, article.heading_translations.get(section.number, "")]
        fit = max(_fit(named, heading) for heading in headings)
        if fit >= (0.5 if match or _GENRE.fullmatch(named) else 1) and (best is None or fit > best[0]):
            best = fit, section
    return _below(best[1], article) if best else ()


def _fit(named: str, heading: str) -> float:
    """How well a heading answers to a name: 1 if it is the same, less if it has it, or some of its words, in it."""
    name, title = _bare(named), _bare(fold(heading))
    if not name or not title:
        return 0.0
    if name == title:
        return 1.0
    if len(name) > 1 and name in title:
        return 0.9
    words = set(content_words(named))
    return 0.8 * len(words & set(content_words(heading))) / (len(words) or 1)


def _bare(text: str) -> str:
    return _PUNCTUATION.sub("", text)


def _below(section: Section, article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of a section and of those of a lower level that follow it."""
    following = article.sections[section.number + 1 :]
    end = next((other.number for other in following if other.level <= section.level), len(article.sections))
    return tuple(p for p in article.paragraphs if section.number <= p.section < end)
