"""What a number measures: how long something is, is not said by how high up it lives, nor its seats by its screens."""

import re
from collections.abc import Mapping
from functools import lru_cache

from corpus.fold import fold

_UNIT_EN = r"(?:(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|storeys|km|cm|mm|m)"
_NUMBER = r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|[a-z]+ty|hundred|thousand|half)\b)"
_UNIT_ZH = "(?:公里|千米|[厘毫分]?米|英?里|[尺丈寸])"
# How a sentence says along which way a length is measured.
_ALONG: Mapping[str, re.Pattern[str]] = {
    way: re.compile(
        rf"{_NUMBER} ?-?{_UNIT_EN}[ -](?:{behind})\b"
        rf"|\b(?:{before})(?: \w+){{0,4}}? {_NUMBER}|(?:{zh})(?:[约达有为近]|超过)*\d"
    )
    for way, behind, before, zh in (
        ("long", "long|in length", "length|long as", "[全总身体]?长度?"),
        ("wide", "wide|broad|across|in width|in diameter", "width|diameter|breadth", "宽度?|直径"),
        ("deep", "deep|in depth|below (?:the )?(?:sea|ground|surface)", "depth|deep as", "水?深度?"),
        ("thick", "thick", "thickness", "厚度?"),
        ("tall", "tall|high|in height", "height|stands|tall as", "[身楼]?高度?|高达"),
        ("up", "above (?:the )?sea[ -]level|above sea level|up|in altitude|asl", "altitude|elevation", "海拔(?:高度)?"),
        (
            "far",
            "(?:(?:to the )?(?:north|south|east|west)\\w* )?(?:away|off|from)|in distance",
            "distance",
            "距离?|相距",
        ),
    )
}
_ASKS: Mapping[str, re.Pattern[str]] = {
    "long": re.compile(
        r"\bhow long (?:is|are|was|were)\b|\bwhat (?:is|was) the length\b|(?:[全身体]|有)?多长(?!时|的时)"
    ),
    "wide": re.compile(r"\bhow (?:wide|broad)\b|\bwhat (?:is|was) the (?:width|diameter)\b|多宽|(?:宽度|直径)是?多少"),
    "deep": re.compile(r"\bhow deep\b|\bwhat (?:is|was) the depth\b|多深|深度是?多少"),
    "thick": re.compile(r"\bhow thick\b|多厚|厚度是?多少"),
    "tall": re.compile(
        r"\bhow tall\b|\bhow high (?:is|are|was|were)\b|\bwhat (?:is|was) the height\b|多高|高度是?多少"
    ),
    "up": re.compile(r"\bhow high (?:up|(?:do|does|did)\b)|\bat what (?:altitude|height|elevation)\b|海拔"),
    "far": re.compile(r"\bhow far\b|多远|距离[^，,]*多少"),
}
_SAME = frozenset(("tall", "up"))  # how high a hill is, is how high up it reaches
_LENGTH = re.compile(rf"{_NUMBER}(?: ?-?{_UNIT_EN}\b|{_UNIT_ZH})")
_WEIGHS = re.compile(
    r"\bhow (?:heavy (?:is|are|was|were) (?!.*\b(?:rain|snow|traffic|loss|defeat|fine|fighting))"
    r"|much (?:does|do|did) .* weigh\b)|多重(?=[啊呢呀]?(?:\W|$))|(?:重量|体重)是?多少"
)
_WEIGHT = re.compile(
    r"\bweigh|\bheav|\blight\b|\btons?\b|\btonnes?\b|\bkg\b|\b(?:kilo)?grams?\b|\bkilos?\b|\bpounds?\b|\blbs?\b|\bounces?\b"
    r"|\bstone\b|重|[吨斤克磅两]"
)
_TALL = re.compile(
    r"\bhow long (?:is|are|was|were) (?:the |its |their |his |her )?(?:[\w-]+ ){0,2}?"
    r"(?:pool|tail|bridge|river|road|tunnel|wall|rope|pendulum|beach|coast(?:line)?|street|fence|boat|ship|snake|beak|wings?|canal|pier|wingspan|neck|leg"
    r"|tongue|runway|corridor|table)s?(?: of [\w -]+)?\W*$|"
    r"\bhow (?:tall|wide|thick) (?:is|are|was|were)\b"
    r"|\bhow deep (?:is|are|was|were) (?:the )?(?:\w+ )?(?:pool|water|lake|river|well|pond|hole|sea|bay|canal|harbou?r"
    r"|trench|mine|shaft|tunnel|cave|valley)\b|[塔楼山桥峰碑墙树像岛]有?多高|[桥路河街巷门道]面?有?多宽|[水池湖井洞坑海河沟]有?多深"
)
_SAYS_LENGTH = re.compile(
    rf"\d ?-?{_UNIT_EN}\b|\b{_UNIT_EN}\b|{_UNIT_ZH}|\b(?:tall|high|deep|wide|long|height|depth|width|length|thick)"
    r"|\b(?:floors?|stor(?:ies|ey)|lanes?|fathoms?)\b|\d['′’]|\dm\d|[高深宽厚长层]"
)


def measures_another(question: str, sentence: str) -> bool:
    """Whether a question asks for one measure of something, and a sentence says only another.

    >>> [measures_another(f"How {way} is it?", "It is 20 metres deep.") for way in ("wide", "deep", "heavy")]
    [True, False, True]
    """
    ways, weighs, tall = _asked_for(question)
    said = fold(sentence)
    if weighs:
        return not _WEIGHT.search(said)
    if tall and not _SAYS_LENGTH.search(said):
        return True
    lengths = len(_LENGTH.findall(said)) if len(ways) == 1 else 0
    if not lengths:
        return False
    along = {way: len(pattern.findall(said)) for way, pattern in _ALONG.items()}
    others = sum(count for way, count in along.items() if way not in ways and not {way, *ways} <= _SAME)
    return bool(others) and not any(along[way] for way in ways) and others >= lengths


@lru_cache(maxsize=64)
def _asked_for(question: str) -> tuple[frozenset[str], bool, bool]:
    """The ways along which a question asks for a length, and whether it asks for a weight, or for a height and the
    like.
    """
    asked = fold(question)
    ways = frozenset(way for way, asks in _ASKS.items() if asks.search(asked))
    return ways, bool(_WEIGHS.search(asked)), bool(_TALL.search(asked))
