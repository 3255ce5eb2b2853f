"""How units are written, and how they are said in the other language."""

import re

# How a unit is written, and how it is said, in Chinese and in English (one and more).
UNITS = tuple(
    (re.compile(zh), re.compile(en), zh_said, one, more)
    for zh, en, zh_said, one, more in (
        ("人|名|位", "people|persons|inhabitants|residents", "人", "person", "people"),
        ("户", "households?", "户", "household", "households"),
        ("岁|周岁", "years?[ -]old", "岁", "year old", "years old"),
        ("年|周年", "years?", "年", "year", "years"),
        ("个月", "months?", "个月", "month", "months"),
        ("周|个?星期", "weeks?", "周", "week", "weeks"),
        ("天", "days?", "天", "day", "days"),
        ("个工作日", "working days", "个工作日", "working day", "working days"),
        ("个?(?:小时|钟头)", "hours?", "小时", "hour", "hours"),
        ("分钟", "minutes?", "分钟", "minute", "minutes"),
        ("秒", "seconds?", "秒", "second", "seconds"),
        ("公里|千米", "kilomet(?:er|re)s?|km", "公里", "kilometre", "kilometres"),
        ("米", "met(?:er|re)s?|m", "米", "metre", "metres"),
        ("厘米|公分", "centimet(?:er|re)s?|cm", "厘米", "centimetre", "centimetres"),
        ("毫米", "millimet(?:er|re)s?|mm", "毫米", "millimetre", "millimetres"),
        ("海里", "nautical miles?", "海里", "nautical mile", "nautical miles"),
        ("英里", "miles?", "英里", "mile", "miles"),
        ("英尺", "feet|foot|ft", "英尺", "foot", "feet"),
        ("英寸", "inch(?:es)?", "英寸", "inch", "inches"),
        (
            "(?:公里|千米)(?:/小?时|每小时)",
            "km/h|kilomet(?:er|re)s per hour",
            "公里/小时",
            "kilometre per hour",
            "kilometres per hour",
        ),
        ("英里(?:/小?时|每小时)", "mph|miles per hour", "英里/小时", "mile per hour", "miles per hour"),
        ("平方公里|平方千米", "square (?:kilomet(?:er|re)s|km)", "平方公里", "square kilometre", "square kilometres"),
        ("平方米|平米", "square met(?:er|re)s?", "平方米", "square metre", "square metres"),
        ("立方米", "cubic met(?:er|re)s?", "立方米", "cubic metre", "cubic metres"),
        ("公顷", "hectares?", "公顷", "hectare", "hectares"),
        ("英亩", "acres?", "英亩", "acre", "acres"),
        ("亩", "mu", "亩", "mu", "mu"),
        ("升", "lit(?:er|re)s?", "升", "litre", "litres"),
        ("吨", "tonnes?", "吨", "tonne", "tonnes"),
        ("公斤|千克", "kilograms?|kg", "公斤", "kilogram", "kilograms"),
        ("克", "grams?|g", "克", "gram", "grams"),
        ("千瓦", "kilowatts?|kw", "千瓦", "kilowatt", "kilowatts"),
        ("兆瓦", "megawatts?|mw", "兆瓦", "megawatt", "megawatts"),
        ("摄氏度|℃|°c", "°c", "℃", "°C", "°C"),
        ("倍", "times", "倍", "times", "times"),
        ("人民币|元|元人民币|元钱", "yuan", "元", "yuan", "yuan"),
        ("美元", "us dollars?", "美元", "US dollar", "US dollars"),
        ("港元", "hong kong dollars?", "港元", "Hong Kong dollar", "Hong Kong dollars"),
        ("日元", "yen", "日元", "yen", "yen"),
        ("欧元", "euros?", "欧元", "euro", "euros"),
        ("英镑", "pounds sterling", "英镑", "pound sterling", "pounds sterling"),
    )
)
