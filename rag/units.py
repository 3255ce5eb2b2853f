"""Units of measure in Chinese and English: what each measures, and how much of the base unit it is."""

import re

# Dimension -> pattern of a unit -> how many base units it is. Longer names stand before those that they begin with.
# Factors: https://www.nist.gov/pml/special-publication-811 and the legal Chinese units (1 亩 = 2000/3 m²).
_UNITS: dict[str, dict[str, float]] = {
    "percent": {r"%|percent\b(?!age)|per cent\b": 1, r"‰": 0.1, r"成(?![立为员功果都])": 10},
    "point": {r"个?百分点|percentage points?": 1},
    "area": {
        r"平方(?:公里|千米)|square (?:kilomet(?:er|re)s?|km)|sq\.? ?km|km(?:²|2)": 1e6,
        r"平方英里|square miles?|sq\.? ?mi\b": 2.58999e6,
        r"平方英尺|square f(?:ee|oo)t|sq\.? ?ft": 0.092903,
        r"平方?米|square met(?:er|re)s?|m(?:²|2)(?!\w)": 1,
        r"公顷|hectares?": 1e4,
        r"英亩|acres?": 4046.86,
        r"亩": 2000 / 3,
    },
    "speed": {
        r"(?:公里|千米)(?:/|每)小?时|kilomet(?:er|re)s (?:per|an) hour|km/h|kph": 1,
        r"英里(?:/|每)小?时|miles (?:per|an) hour|mph": 1.60934,
        r"米(?:/|每)秒|met(?:er|re)s (?:per|a) second|m/s": 3.6,
    },
    "length": {
        r"公里|千米|kilomet(?:er|re)s?|km\b": 1000,
        r"海里|nautical miles?": 1852,
        r"英里|miles?|mi\b": 1609.34,
        r"英尺|feet|foot|ft\b": 0.3048,
        r"英寸|inch(?:es)?": 0.0254,
        r"厘米|公分|centimet(?:er|re)s?|cm\b": 0.01,
        r"毫米|millimet(?:er|re)s?|mm\b": 0.001,
        r"光年|light[ -]years?": 9.4607e15,
        r"码|yards?": 0.9144,
        r"[华]?里(?![程面斯亚约])": 500,
        r"公尺|米(?![尔兰歇高开])|met(?:er|re)s?|m\b": 1,
    },
    "weight": {
        r"公吨|吨|(?:metric )?ton(?:ne)?s?": 1000,
        r"公斤|千克|kilograms?|kilos?\b|kg\b": 1,
        r"毫克|milligrams?|mg\b": 1e-6,
        r"克(?![\u4e00-\u9fff])|grams?|g\b": 0.001,
        r"斤": 0.5,
    },
    "pound": {r"英?镑|磅|pounds?|lbs?\b|gbp\b": 1},
    "month": {
        r"个?多?世纪|centur(?:y|ies)": 1200,
        r"decades?": 120,
        r"周?岁|years? old|周年|年(?!代|级)|years?": 12,
        r"个多?月|months?": 1,
    },
    "second": {
        r"个?(?:星期|礼拜)|周(?![年岁一二三四五六日])|weeks?": 604800,
        r"天|days?": 86400,
        r"个?半?(?:小时|钟头)|hours?": 3600,
        r"分钟|minutes?": 60,
        r"秒|seconds?": 1,
    },
    "dollar": {r"美[元金]|(?:u\.?s\.? )?dollars?|usd\b": 1},
    "cent": {r"美分|cents?\b": 1},
    "euro": {r"欧元|euros?|eur\b": 1},
    "yen": {r"日[元圆]|yen\b|jpy\b": 1},
    "hong kong dollar": {r"港[元币]|hong kong dollars?|hk ?dollars?|hkd\b": 1},
    "rupee": {r"卢比|rupees?": 1},
    "rouble": {r"卢布|rou?bles?": 1},
    "won": {r"韩[元圆]|won\b(?= [^a-z]|[.,;])": 1},
    "yuan": {r"元(?![素件帅老首月旦])|人民币|yuan|rmb\b|cny\b": 1},
    "celsius": {r"摄氏度|℃|°c\b|degrees? celsius": 1},
    "fahrenheit": {r"华氏度|℉|°f\b|degrees? fahrenheit": 1},
    "watt": {
        r"千瓦(?!时)|kilowatts?|kw\b": 1e3,
        r"兆瓦|megawatts?|mw\b": 1e6,
        r"瓦(?![\u4e00-\u9fff])|watts?": 1,
        r"马力|horsepower|hp\b": 735.499,
    },
    "household": {r"户|households?|famil(?:y|ies)": 1},
    "people": {r"人(?![工造类均])|people|persons|inhabitants|residents": 1},
}
SIGNS = {
    "$": "dollar",
    "us$": "dollar",
    "€": "euro",
    "£": "pound",
    "hk$": "hong kong dollar",
    "¥": "yuan",
    "人民币": "yuan",
}
_TABLE = [(dimension, factor) for dimension, units in _UNITS.items() for factor in units.values()]
_PATTERN = re.compile(
    r"(?: ?- ?| )?(?:" + "|".join(f"({pattern})" for units in _UNITS.values() for pattern in units) + ")(?![a-z])",
    re.I | re.A,
)


def unit_at(text: str, place: int) -> tuple[str, float, int]:
    """Dimension, factor and end of the unit that stands at `place`; ("", 1, place) where there is none.

    >>> unit_at("1200平方公里", 4), unit_at("5 miles", 1)
    (('area', 1000000.0, 8), ('length', 1609.34, 7))
    """
    match = _PATTERN.match(text, place)
    if not match or match.lastindex is None:
        return "", 1.0, place
    dimension, factor = _TABLE[match.lastindex - 1]
    return dimension, float(factor), match.end()
