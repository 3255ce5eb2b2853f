"""What a question for a number asks the measure of."""

import re
from collections.abc import Mapping

from rag.short.spans import CLASSIFIERS, MEASURES

# What is measured, by words of the question.
_MEASURED: Mapping[str, re.Pattern[str]] = {
    "percent": re.compile(
        r"百分之|比例|比率|占比|比重|率(?!领)|几成|增速|增幅|(?<![攻侵强霸独抢进])占.{0,12}多少|percent|share|proportion|\brate\b"
    ),
    "area": re.compile(r"面积|占地|\barea of\b|^what\b.*\barea\b"),
    "power": re.compile(r"功率|多少瓦|\bwatts?\b|\bwattage\b"),
    "volume": re.compile(
        r"容[量积]|体积|(?<![安改包组])[装盛](?:得下|下)?多少(?!人)|\b(?:capacity|volume)\b"
        r"|\bhow much (?:\w+ )*(?:does|do|can|will) .*(?<!to )\bhold\b"
    ),
    "length": re.compile(
        r"多[长高远宽深厚](?!时间|的时间)|[全体身总周]长|长度|海拔|高度|身高|距离|宽度|直径|外径|深度|水深|里程"
        r"|how (far|tall|high|long|wide|deep)|\b(length|height|distance|elevation|altitude|depth|diameter)\b"
    ),
    "time": re.compile(
        r"多久|多长(?!度)|周期|任期|寿命|[多几]少?时间|[多几少]个?(年|月|周|星期|天|小时|分钟|秒)|how long"
        r"|how much (longer|time)|how many (years|months|weeks|days|hours|minutes)"
    ),
    "age": re.compile(r"多大(年[纪龄]|岁数)|岁|年龄|how old|\bage\b"),
    "money": re.compile(
        r"投资|资金|赔偿|赔款|罚款|奖金|捐款|债务|银两|收入|产值|总[值额]|[口售业交易]额|\bgdp\b|价(?!值)|收费|[年月日会门房]费|学费|票房|费用|成本|利润|贷款|资产|预算|[几少][千万亿]*[美日欧港]?元|多少钱|市值"
        r"|how much (money|did|does|was|were|is|are(?!.*\b(?:up|down|[a-z]+ing|allowed)\b))"
        r"|\b(cost|price|revenue|investment|invest|budget|gdp|worth)\b"
    ),
    "people": re.compile(
        r"人口|人有多少|几人|人数|[多几]少?[名位]"
        r"|多少(人|居民|学生|员工|[成会]员(?!国)|士兵|兵力|球员|观众|游客|乘客)"
        r"|\bpopulation\b|\bhow many (people|persons|lives)\b"
    ),
    "weight": re.compile(r"多重(?![的要])|重量|体重|排水量|吨位|\bweigh|how heavy"),
    "temperature": re.compile(r"温度|气温|temperature"),
    "identifier": re.compile(
        r"(?:[编文证账帐卡]|注册|登记|订单|执照|许可证|备案|批准|档案|门牌|身份证|车牌)号码?[是为]?多少"
    ),
    "order": re.compile(r"排名|位列|位居|\branks?\b|\branked\b|what number (?:is|was|in)\b"),
    "phone": re.compile(
        r"电话(?=号码?|[是为]?多少)|热线|手机号|\bphone number|\bhot ?line\b"
        r"|\b(?:what|which) number .*\b(?:call|ring|dial)\b"
    ),
    "speed": re.compile(r"速度|时速|多快|how fast|\bspeed\b"),
}
# What is paid may be said as a share or a multiple of other pay.
PAID = frozenset(("money", "percent", "multiple"))
_PAID = re.compile(
    r"工资|薪(?!火|酬制度)|津贴|奖金|罚款|罚金|违约金|滞纳金|\b(?:salary|wages?|fines?|bonus)\b|^what\b.*\bpay\b"
)
_SUM = re.compile(r"多少(?:[万亿千百]?[元钱块]|美|欧)|几[千万亿百]*元|\bhow much money\b")
# What is large, where nothing else says what is measured.
LARGE = frozenset(("area", "money", "people", "weight", "length", "volume"))
_COUNTABLE = {"people", "time", "age", "percent", "order"}
_SIZE = re.compile(r"多大(?:面积|年[纪龄]|岁数|了|的?$|[?])")
_EXTENT = re.compile(r"(?:误差|偏差|差距|差别|差异|幅度|影响|损失|规模|压力|力度|概率|可能性?|风险|作用)有?$")
_GROUND = re.compile("[店面铺房厅园馆区地室场楼院岛湖城库](?:到底|究竟)?有?$")  # what has a size and no age
_TOLD = {" stories": frozenset(("length",))}  # most are no floors
_RANKED = re.compile("(?<![提之以])前$")  # the first few, and not so long before
_OF_THEM = re.compile(r" (?:of (?:them|these|those)|(?:are|were) there)\b")
_LASTS = re.compile(r" (?:do|does|did|has|have|had) (?!.*\b(?:stretch|extend|reach|run|span|grow|get|become|been?)\b)")
_PARTLY = re.compile(r"退|赔|补[偿贴助]|优惠|奖励|折扣|\b(?:refund|discount|reimburse|reward|compensat)")
# How much something has changed can be said in its own measure or as a share of it.
_CHANGED = re.compile(r"[涨跌升降增减][长加少低]?了?(?:多少|几)|\bby how much\b|\bhow much of\b")


def measures(folded: str, match: re.Match[str]) -> frozenset[str]:
    """The measures (see `spans.MEASURES`) that would fit a folded question, which asks where `match` is; none where
    any would.

    >>> measures("茶价涨了多少?", re.search("多少", "茶价涨了多少?")) == {"money", "percent"}
    True
    """
    if _is_order(folded, match):
        return frozenset({"order"})
    after = folded[match.end() :]
    named = {name for name, pattern in _MEASURED.items() if pattern.search(folded)}
    if match[0] == "how many":
        named &= _COUNTABLE
        if not named and _OF_THEM.match(after):
            return frozenset({"count", "people", "percent"})
    if match[0] == "how long" and _LASTS.match(after):
        named -= {"length"}
    units = {name for name, pattern in MEASURES.items() if re.match(pattern, after)} - _TOLD.get(after[:8], frozenset())
    if not units and (after[:1] in tuple(CLASSIFIERS.replace("成", "")) or match[0] + after[:1] == "几大"):
        return frozenset()
    if not units and named <= {"money"} and _PAID.search(folded) and not _SUM.search(folded):
        return PAID
    if "percent" in named and not units:
        return frozenset({"percent"})
    if "volume" in named and not units:
        named |= {"count", "people"}  # of a bus or a hall
    if "money" in named and _PARTLY.search(folded):
        named |= {"percent"}
    return frozenset(units or _of_extent(folded, match, named) or named)


def _is_order(folded: str, match: re.Match[str]) -> bool:
    return match[0] == "第几" or bool(match[0].startswith("几") and _RANKED.search(folded[: match.start()]))


def _of_extent(folded: str, match: re.Match[str], named: set[str]) -> set[str]:
    """The measures of how large something is, how far it goes or how much it has changed; none where that is not
    asked.
    """
    if (named or match[0] == "how much") and _CHANGED.search(folded):
        return (named or {"money"}) | {"percent"}
    if _SIZE.match(folded, match.start()) and not _EXTENT.search(folded, 0, match.start()):
        return named or (
            {"area"} if _GROUND.search(folded, 0, match.start()) and "大了" not in folded else {"area", "age"}
        )
    if match[0] == "how far":
        return named | {"percent", "time"}
    return set() if named or match[0] not in ("how large", "how big") else set(LARGE)
