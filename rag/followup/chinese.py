"""Chinese questions that leave something out, and the noun phrases of an earlier one that fill the gap.

The words and their classes are those of the segmenter; a subject stands in front of its verb.
"""

import re

from rag.followup.aspects import PERIOD, in_kind, in_respect, is_time
from rag.followup.chinese_phrases import (
    ADVERB,
    ASKING,
    INSIDE,
    PROPERTY,
    WHICH,
    Phrase,
    asks,
    level,
    phrases_of,
    words_of,
)
from rag.followup.ellipsis import About, Gap, exchange_numbered, has_number

_MORE = re.compile(r"(那么?)?(还有|其[他它]|别的|另外)(其[他它]|别的|什么|哪些|的|吗|呢)*")
_ELSE = re.compile(r"^还有(?!没有)")
_LEAD = re.compile(r"^(那(?![个些家所位座条种款里])么?|还有|以及|至于|另外|但是?|可是|不过|然后)[，,、\s]*")
_THAT = re.compile("^那[个些家所位座条种款]")
_THIS = re.compile(r"^[这那]是?(?=是|有|对|意味|说明|会|能|为)")
_UNTIL = r"[到至](?:什么时[候间]|哪一?[天日年月]|几[月号点日])(?:为?止|结束)"
_BARE = re.compile(rf"(?:[这那]?又?是)?({_UNTIL}|{ASKING}|多少钱|由谁)[的呢啊]*")
_PRONOUN = re.compile(
    r"它们|他们|她们|(?<!其)[它她]|(?<![其吉])他(?![人国乡山])|(?<![与极尤])其(?![他中实它次余间后])|[这那](?:里|边|儿)|当地|此人|该[区地市省县镇校院司厂国馆人]"
    r"|(?:该|[这那][个家所座位])(新区|地区|地方|城市|国家|公司|企业|集团|大学|学校|机构|组织|单位|人)"
)
_THERE = re.compile("[这那](?:里|边|儿)|当地")
_GOES = r"(?:前?往|[去到至赴])[的了过]?"
_SOMEONE = re.compile("此人|(?:该|[这那][个位])人")
_AUTHORS = re.compile(r"作者|记者|编者")
_ORDERS = re.compile(r"请|介绍|说|谈|讲|总结|概括|概述|归纳|列|解释|描述|比较|告诉|给")
_MAY_DO = re.compile(r"(?:能|可以|需要|会)(?![不否员议计长源力量耗效级])")
# When something was or will be that happens once.
_ASKS_ONCE = re.compile(r"(?:什么时候|何时|哪一?[年月日天])[^，,]{0,4}(?:[成设建]立|[建形]成|出生)")
_LIGHT = frozenset("p d ul uj uz ug y".split())  # prepositions, adverbs, particles
_MARKS = "。？！?!.，, "
_UNKNOWN = 3  # characters of a word that the segmenter takes for a verb because it does not know it (加热管)


def gap(question: str) -> Gap | None:
    """What the question leaves out; None where it stands by itself."""
    plain = level(question)
    core = _LEAD.sub("", plain).rstrip(_MARKS)
    if _MORE.fullmatch(plain.rstrip(_MARKS)):
        return Gap("all")
    if bare := _BARE.fullmatch(core):
        return Gap("topic", bare[1])
    if pronoun := _pronoun(plain):
        return Gap("subject", about=_about(pronoun[0]))
    if _THIS.search(core):
        return Gap("subject", about="event")
    if core and not re.search(ASKING, core) and (core.endswith("呢") or core != plain.rstrip(_MARKS)):
        return _fragment(question, core)
    return Gap("subject") if _lacks_subject(core) else None


def insert(question: str, found: Gap, subject: str) -> str:
    """The question with the subject that it lacks."""
    lead = _LEAD.match(level(question))
    core = question[lead.end() :] if lead else question
    plain = level(core)
    if found.about == "event":
        return subject + core[1:]
    if not (pronoun := _pronoun(plain)):
        return f"{subject}的{core}" if found.words else f"{subject}{'，' if _ELSE.search(plain) else ''}{core}"
    owns = pronoun[0] == "其" and not any(word.tag[0] in "vdp" for word in words_of(plain[pronoun.end() :])[:1])
    return core[: pronoun.start()] + subject + ("的" if owns else "") + core[pronoun.end() :]


def subject(question: str, about: About = "thing") -> str | None:
    """What the question is about, as it could stand in another; None where that cannot be told."""
    if about == "event":
        return _topic(question) or None
    phrases = phrases_of(question)
    people = [phrase for phrase in phrases if phrase.is_person()]
    if about == "place":
        gone_to = {match.end() for match in re.finditer(_GOES, level(question))}
        if there := next((phrase for phrase in phrases if phrase.span.start in gone_to), None):
            return _text(question, there)
    if about == "person":
        doer = re.match(r"谁(?!是)(.+?)[？?]*$", level(question))
        return (
            _text(question, people[0]) if people else f"{question[doer.start(1) : doer.end(1)]}的人" if doer else None
        )
    asked_for = {match.end() for match in re.finditer(ASKING, level(question))}
    for phrase in phrases:
        owner = phrase.owner()
        if phrase.span.start in asked_for:
            continue
        if about == "several" or not owner.is_person():
            return _text(question, owner)
    return None


def topics(question: str) -> list[str]:
    """The noun phrases of a question but for those that are asked for."""
    return [_text(question, phrase) for phrase in _replaceable(question)]


def replace(earlier: str, words: str) -> str | None:
    """The earlier question about what `words` name instead, in the place of the phrase that is most like them."""
    if found := exchange_numbered(earlier, words) or in_respect(earlier, words):
        return found
    if PERIOD.fullmatch(words) and _ASKS_ONCE.search(level(earlier)) and (whole := subject(earlier, "several")):
        return f"{words}{whole}怎么样？"
    if found := in_kind(earlier, words) or (f"{words}{earlier}" if is_time(words) else None):
        return found
    new = phrases_of(words)
    if not new:
        new = [Phrase(tuple(words_of(words)))]
    parts = [part for whole in _replaceable(earlier) for part in _parts(whole)]
    if not parts:
        return beside(words, earlier)
    best = max(parts, key=lambda part: part.likeness(new[-1]))  # the first of several that are equally like
    if new[-1].owner() != new[-1] and best.likeness(new[-1]) < 4:
        return words + "呢？"
    return earlier[: best.span.start] + words + earlier[best.span.stop :]


def _replaceable(question: str) -> list[Phrase]:
    """The noun phrases of a question but for those that are asked for (in 是什么意思 the meaning)."""
    asked_for = {match.end() for match in re.finditer(WHICH, level(question))}
    phrases = phrases_of(question)
    return [phrase for phrase in phrases if phrase.span.start not in asked_for]


def ask_instead(earlier: str, words: str) -> str:
    """The earlier question with another question word."""
    old = re.search(ASKING, level(earlier))
    if old:
        both = [all(re.fullmatch(kind, word) for word in (old[0], words)) for kind in (ADVERB, WHICH)]
        if any(both) or (old[0] == "谁" and old.start() == 0 and re.fullmatch(ADVERB, words)):
            return earlier[: old.start()] + words + earlier[old.end() :]
    if words[0] in "在有" and (whole := subject(earlier, "several")):
        return f"{whole}{words}？"
    return beside(_topic(earlier), words)


def beside(topic: str, words: str) -> str:
    """A topic and the question about it, side by side."""
    return f"{topic.rstrip(_MARKS)}，{words.rstrip(_MARKS)}？"


def _topic(question: str) -> str:
    """The question without what asks in it."""
    plain = level(question)
    kept = [question[word.start : word.end] for word in words_of(plain) if not asks(plain, word)]
    topic = re.sub(r"(是|的|有|了)+$", "", "".join(kept).rstrip(_MARKS + "呢吗"))
    return re.sub(r"^需?要(?!求)(?=[^\W\d_]{2})", "", topic) if "吗" in plain else topic


def _about(pronoun: str) -> About:
    if pronoun[-1] == "们":
        return "several"
    if _THERE.fullmatch(pronoun):
        return "place"
    return "person" if pronoun in "他她" or _SOMEONE.fullmatch(pronoun) else "thing"


def _pronoun(plain: str) -> re.Match[str] | None:
    """The first pronoun, unless the question itself names before it what it may stand for."""
    for match in _PRONOUN.finditer(plain):
        before = [phrase for phrase in phrases_of(plain[: match.start()]) if not _AUTHORS.search(phrase.head.text)]
        return None if before else match
    return None


def _fragment(question: str, core: str) -> Gap | None:
    words = _THAT.sub("", core.removesuffix("呢").removesuffix("的"))
    start = level(question).index(words)
    named = phrases_of(words)
    if not words:
        return Gap("all")
    if (len(named) == 1 and named[0].is_property()) or PROPERTY.fullmatch(words):
        return Gap("subject", words)
    nominal = all(word.is_noun() or word.tag in {*INSIDE, "uj"} for word in words_of(words))
    if (core.endswith("呢") and (named or _is_unknown(words) or is_time(words))) or (
        nominal and (named or has_number(words))
    ):
        return Gap("rest", question[start : start + len(words)])
    return None


def _is_unknown(words: str) -> bool:
    """Whether the words are one that is too long for a verb."""
    found = words_of(words)
    return len(found) == 1 and len(words) >= _UNKNOWN and found[0].tag == "v"


def _lacks_subject(core: str) -> bool:
    """Whether a question has no subject, or only a property or office of which it does not say whose it is."""
    asking = re.search(ASKING, core)
    if _MAY_DO.match(core) and (many := re.search(rf"{ASKING}|几", core)):
        return all(phrase.span.start >= many.start() for phrase in phrases_of(core))
    if not asking or _ORDERS.match(core) or re.match(r"(什么|谁)(是|会|能)|什么(?!时)", core):
        return False
    phrases = phrases_of(core)
    if phrases and phrases[0].span.start == 0:
        return len(phrases) == 1 and phrases[0].is_property() and not _AUTHORS.search(core)
    words = [word for word in words_of(core) if not asks(core, word) and word.tag not in _LIGHT and word.text != "是"]
    before = [word for word in words if word.start < asking.start()]
    after = words[len(before) :]
    if any(word.text == "是" and word.start > asking.start() for word in words_of(core)):
        return False
    if before:  # 成立于哪一年, 有哪些任务
        opens = len(before) == 1 and before[0].start == 0 and before[0].tag == "v" and not re.match(ADVERB, asking[0])
        return (
            opens
            and all(word.tag[0] in "nu" for word in after[:-1])
            and all(word.tag[0] in "nuv" for word in after[-1:])
        )
    # In 由谁领导 the segmenter takes the verb for a noun.
    return not phrases or (len(after) == 1 and not re.fullmatch(WHICH, asking[0]))


def _parts(whole: Phrase) -> list[Phrase]:
    owner = whole.owner()
    return [whole] if owner == whole else [owner, whole]


def _text(question: str, phrase: Phrase) -> str:
    return question[phrase.span]
