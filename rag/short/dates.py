"""The stretches of a sentence that say when: days, years, eras, seasons, times of day, and from when to when.

Patterns read the sentence as `fold_aligned` gives it; offsets hold for the sentence as printed.
"""

import re
from dataclasses import replace

from rag.short.eras import DYNASTIES, ERAS
from rag.short.spans import MEASURES, MONTH, Span
from rag.types import Language

_RELATIVE_WEIGHT = 0.6  # what 次年 counts beside a date that can be read without the sentence before it
_WEEKDAY_WEIGHT = 0.4  # news mostly name it as the day on which something was said
_SEASON_WEIGHT = 0.7  # what a season or an age counts beside a date
_HAN_DIGIT = "[〇零○一二三四五六七八九]"
_SMALL = r"[一二三四五六七八九十廿卅\d]+"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
# The names are looked for only where a year follows: there are hundreds.
_LONGEST_ERA = max(map(len, ERAS))
_ERA = "|".join(sorted(set(ERAS), key=lambda era: (-len(era), era)))
_ERA_YEAR = (
    rf"(?:(?:(?=[\u4e00-\u9fff]{{2,{_LONGEST_ERA}}}?(?:元|{_SMALL})年)(?:{_ERA})"
    r"|(?:(?<=[于在自从至到,，。(（ ])|^)[\u4e00-\u9fff]{2}(?=元年))"
    rf"(?:元|{_SMALL})年|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)(?: ?[(（](?:公元)?前?\d+年?[)）])?"
)
YEAR = (
    rf"(?:(?:公元前?|西元前?)?(?<!\d)(?:(?:前\d{{3,4}}|[12]?\d{{3}}) ?年(?![代级制])|\d{{2,4}} ?年代"
    rf"|(?<=[公西]元)\d+年|(?<=[公西]元前)\d+年|{_HAN_DIGIT}{{4}}年)"
    rf"|{_ERA_YEAR}|(?:公元前?|西元前?)?{_SMALL} ?世纪(?:[\d一二三四五六七八九]?[\d十] ?年代)?)"
)
NEXT = "[今去明前当同次翌隔]年"
_PART = (
    "(?:初期?|中期|末期?|底|后期|早期|晚期|前后|左右|中叶|[上下]半叶|[上下]半年|第?[一二三四]季度|[春夏秋冬][季天]?)"
)
_DAYTIME = "(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上?|深夜)"
WEEK = rf"(?<![一二两三四五六七八九十\d])[上本下]?(?:周|星期|礼拜)[一二三四五六日天](?:的?{_DAYTIME})?"
_WEEKDAY_ZH = "(?: ?[（(](?:周|星期|礼拜)[一二三四五六日天][)）])?"  # in brackets behind a day
CLOCK = (
    rf"(?:{_DAYTIME}?(?<!\d)(?:[012]?\d ?[时点](?![间数])(?: ?\d{{1,2}}分|半)?|\d{{1,2}}[:：]\d\d(?![:\d]))"
    rf"|{_DAYTIME}[一二两三四五六七八九十]{{1,3}}[时点](?:[一二三四五六七八九十]{{1,3}}分|半)?)"
)
# As ISO 8601 writes it, or with other marks between.
_ISO = (
    r"(?<![\d.])\d{4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}(?![\d-])"
    r"(?: \d{1,2}:\d\d(?:\s?[-~—–－至到]+\s?\d{1,2}:\d\d)?)?"
)
# The day alone, as news say it of this month; what follows may say that it is a number of days.
_LASTING = "".join(rf"(?<!{word})" for word in "提前 超过 届满 不满 不足 至少 连续 累计".split())
_DAY_ALONE = (
    rf"(?<![\d月.]){_LASTING}(?:[012]?\d|3[01])日(?![之以内后间游线元军常]|左右)(?:{CLOCK}|{_DAYTIME})?"
    rf"|(?:每个?|[本当次上下])月 ?{_DAY}[日号](?:{CLOCK}|{_DAYTIME})?"
)
_DATE_ZH = (
    rf"(?:(?:{YEAR}|{NEXT}){_PART}?(?: ?{_DAY} ?月份?)?|(?<![\d个第.]){_DAY} ?月(?![球亮])份?)"
    rf"(?:[上中下]旬|[初底末])?"
    rf"(?: ?{_DAY} ?[日号](?![线元]){_WEEKDAY_ZH})?(?:{CLOCK})?|{_DAY_ALONE}|{WEEK}(?:{CLOCK})?"
    rf"|(?:前[一两二三1-9]|当|次|翌|隔)[日天]的?{CLOCK}|{CLOCK}"
    r"|(?:\d+|[一二两三四五六七八九十数几]{1,3})多?(?:年|个?月|周|个?星期|天)(?:以|之)?前|[昨今明]天|[昨今明次翌]日(?![本益])"
)
_SEASON = (
    r"[早晚初仲深盛暮][春夏秋冬](?:季|天)?|[春夏秋冬](?:季|天)|圣诞(?![树老礼卡])(?:节|前夕|前几天)?"
    r"|(?:春|元宵|清明|端午|中秋|重阳|感恩|复活|国庆|劳动)节(?:时期|期间)?"
    r"|元旦|除夕|夜间|夜晚|白天|日间|黄昏|黎明"
)
_PERIOD = (
    rf"(?:{'|'.join(DYNASTIES)})(?:时代|时期|年间|初[期年]?|末[期年]?|[中晚]期)?(?![国民]|[\u4e00-\u9fff]?[王皇]帝?)"
    r"|[商夏周秦汉晋隋唐宋元明清][朝代末初](?:时期|年间|初[期年]?|末[期年]?|[中晚]期)?(?!廷)"
    r"|[^\W\d_的在于到从自至了和与及是这该此同其某个]{1,4}?(?<!特殊|特定|困难|关键|重要|不同)(?<!新)(?:时代|时期|年间|纪(?=时期|[早中晚初末]期|[,，。、(（]))"
)
_DATES_ZH = re.compile(
    rf"{_ISO}|(?P<date>{_DATE_ZH})(?:\s?[-~—–－至到]+\s?(?:{_DATE_ZH}|今))?|(?P<season>{_SEASON}|{_PERIOD})"
)
DAY_EN = r"\d{1,2}(?:st|nd|rd|th)?"
_EARLY = "(?:(?:early|mid|middle|late)(?:[- –](?:in |of )?(?:the )?))"
_ORDINAL = r"\b(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:eenth|ieth|th|second|first|third))"
WEEKDAY = r"(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_OF_DAY = r"(?: in the (?:morning|afternoon|evening)\b| at night\b)"
CLOCK_EN = (
    r"\b(?:noon|midnight)\b|\b\d{1,2}(?:[:.]\d\d)? ?[ap](?:m\b|\.m\b\.?)"
    rf"|\b(?:\d{{1,2}}|{_HOUR}) o['’]clock\b{_OF_DAY}?|\b\d{{1,2}}:\d\d\b{_OF_DAY}?"
    rf"|(?:(?<=\bat )|(?<=\bfrom )|(?<=\bto )|(?<=\buntil )|(?<=\bby )|(?<=\bbefore )|(?<=\bafter ))"
    rf"(?:\d{{1,2}}|{_HOUR}){_OF_DAY}"
)
_CIRCA = r"(?:\b(?:c(?:a|irca)?\.?|circa) )"
_DATE_EN = (
    rf"(?:{_EARLY}|(?:{DAY_EN}(?:\s?[-–—]\s?| to ))?{DAY_EN} (?:of )?)?\b{MONTH}"
    rf"(?: {DAY_EN}\b(?! century)"
    rf"(?:(?:\s?[-–—]\s?| to ){DAY_EN}\b(?![:.]\d| ?[%$£]|[ -](?!and|in|at|of|until|to)[a-z]))?)?"
    rf"(?:,? (?:of )?(?:1\d|20|\d)\d\d\b| (?:this|last|next) year\b)?"
    rf"|\b\d{{1,4}} (?:BCE?|CE|AD)\b|\bAD \d+|{_EARLY}?{_ORDINAL}[- ]century(?: BCE?| AD)?"
    rf"|(?<![\w.,$£€¥-]){_EARLY}?(?:1\d|20)\d\d(?!/\d\d\b)(?:s\b)?"
    rf"(?! ?[%$]|[\d,.]\d|-\w| (?:people|men|copies)\b|{MEASURES['length']})"
    rf"|{_CIRCA}\d{{2,4}}\b|(?<=\bin )\d{{3}}(?=[,.;)])"
    rf"|{CLOCK_EN}|\b\d{{1,3}}(?:st|nd|rd|th) minute\b"
)
_AGO = (
    r"\b(?:[\d.,]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few)"
    r"(?:\s?[-–—]\s?[\d.,]+| to [\d.,]+)?(?: (?:hundred|thousand|million|billion))?"
    r" (?:years?|months?|weeks?|days?|decades?|centuries) (?:ago|earlier|later)\b"
)
_SEASON_EN = (
    r"\b(?:(?:early|mid|late)[- ])?(?:spring|summer|autumn|winter)\b(?:(?: of)? (?:1\d|20)\d\d)?"
    r"(?! [a-z]*(?:olympic|games))"
    r"|\b(?:Easter|Christmas|Thanksgiving|Halloween|Good Friday)\b(?! Island)"
)
_SHORT_DAY = r"(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b"
_DAYS_EN = rf"\b(?:{WEEKDAY}|{_SHORT_DAY})(?:\s?[-–—]\s?| to | through )(?:{WEEKDAY}|{_SHORT_DAY})"
_RELATIVE_EN = (
    rf"{_DAYS_EN}|"
    rf"\b(?:(?:last|next|this|early|late|on) )?{WEEKDAY}\b(?: (?:morning|afternoon|evening|night))?"
    r"|\b(?:last|next|this) (?:year|month|week|night|spring|summer|autumn|winter)\b|\b(?:yesterday|tomorrow|tonight)\b"
)
_DATES_EN = re.compile(
    rf"{_ISO}|{_AGO}|{_CIRCA}?\b\d{{3}}[-–—]\d{{3}}(?=[),.;])|{_CIRCA}\d{{2,4}}[-–—]\d{{2,4}}"
    rf"|(?<=\bbetween )(?:{_DATE_EN}) and (?:{_DATE_EN})"
    rf"|(?:{_DATE_EN})(?:(?:\s?[-–—]\s?| to | until )(?:{_DATE_EN}))?|(?P<season>{_SEASON_EN})|{_RELATIVE_EN}",
    re.I,
)
_ABOUT_EN = re.compile(
    r"\b(?:(?:shortly|soon|just|right|some ?time|not long|a little) (?:before|after)|around|about|approximately|circa)"
    r" $",
    re.I,
)
_RELATIVE = re.compile(rf"{NEXT}|[昨今明次翌][日天]|{_RELATIVE_EN}", re.I)
_WEEKDAY_ONLY = re.compile(rf"{WEEK}|{_DAYS_EN}|(?:(?:last|next|this|early|late|on) )?{WEEKDAY}", re.I)


def dates(text: str, language: Language) -> list[Span]:
    """Days, months, years, eras, centuries, seasons, times of day, and stretches between two of them."""
    pattern = _DATES_ZH if language == "zh" else _DATES_EN
    return [Span(*match.span(), weight=_weight(match)) for match in pattern.finditer(text)]


def with_about(text: str, span: Span) -> Span:
    """An English date with what says before it that it is only near: shortly before 7am, around 1820."""
    about = _ABOUT_EN.search(text, 0, span.start)
    return replace(span, start=about.start()) if about else span


def _weight(match: re.Match[str]) -> float:
    if match["season"] and not match[0][-4:].isdigit():
        return _SEASON_WEIGHT
    if _WEEKDAY_ONLY.match(match[0]):
        return _WEEKDAY_WEIGHT
    return _RELATIVE_WEIGHT if _RELATIVE.match(match[0]) else 1.0
