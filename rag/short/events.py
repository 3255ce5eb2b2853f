"""What happened, in words of either language, so that a date or a number of one thing is not taken for that of another.

The word vectors know what nouns mean better than short verbs, most of which have many translations.
"""

import re
from functools import lru_cache

_EVENTS = tuple(
    re.compile(rf"\b(?:{english})|{chinese}", re.I)
    for english, chinese in (
        (
            r"(?:re-?)?open(?:s|ed|ing)?\b|inaugurat|st[ao]rt(?:ed)? (?:operat|running)"
            r"|in(?:to)? (?:use|service|operation)\b",
            "开[业放通幕馆园门张了]|营业|通车|启用|投入使用|揭幕",
        ),
        (r"(?:construction|work) .*\b(?:beg[aiu]n|start)|br[eo]a?ke? ground", "开工|动工|奠基|破土"),
        (r"(?:class|course|lesson|term|school)\w* .*\b(?:beg[aiu]n|start)", "开[课学]"),
        (r"st[ao]rt(?:s|ed)?\b|beg[aiu]ns?\b|launch", "开始|[启起]动|发起|着手|开[幕课学工播赛]"),
        (r"stop(?:s|ped)?\b", "停"),
        (r"end(?:s|ed)?\b|finish(?:es|ed)?\b", "结束|闭幕|落幕|截止"),
        (r"grants?\b|subsid|fund(?:s|ed|ing)?\b|financ|sponsor", "[资赞]助|补贴|拨款"),
        (r"pa(?:y|ys|id)\b|earn", "付|工资|收入|[挣赚]"),
        (r"los(?:t|es?)\b(?! (?:their|his|her) li[fv]e)|loss", "亏损?|损失"),
        (r"(?:complet|finish)ed\b", "竣工|完工|[建落完]成"),
        (r"buil[dt]\b|constructed|erected", "建[于成造设起]|[修兴始]建|(?<![创重扩组])建(?:[的了?]|$)"),
        (
            r"clos(?:e[sd]?|ing)\b|shut|open\b.* (?:to|until) ",
            r"关[闭门停]|闭[馆园幕店]|停[业办]|打烊|歇业|[至到—–～~-]\d+[:：点时]\d*(?:开放|营业)|(?:开放|营业)时间",
        ),
        (r"born\b|birth", "出生|诞生|[^学医]生于|^生于|年生(?![产活])"),
        (
            r"die[ds]?\b|dead\b|deaths?\b|kill|pass(?:ed)? away|perish|lost (?:their|his|her) li[fv]es?\b",
            "[去逝过辞]世|病逝|死|遇难|丧生|享年",
        ),
        (r"marr(?:y|ied|ies)\b|wedding|husband|wife", "结婚|成婚|完婚|[嫁娶]|丈夫|妻子"),
        (r"join(?:s|ed)?\b|enter(?:ed)?\b|enlist|went to", "进厂|[参当]兵|参军|入[伍党学职行]|加入|考[入上]|进入"),
        (r"retir", "[退离]休"),
        (r"(?:left|leave|quit|discharged from) the (?:army|navy|forces|military)|demobili", "退伍|[转复]业(?!务)|退役"),
        (r"graduat", "毕业"),
        (r"founded|establish|set up|creat", "创[办立建]|成立|[设建]立|办起"),
        (r"publish|released?\b|c[ao]me out|print", "出版|发[行表]|问世|印[行刷数]|首印"),
        (r"moved?\b", "搬|迁"),
        (r"bought|buy\b|purchas|acquir", "买下|购[买入]|收购"),
        (r"s[oe]l[dl]\b", "卖|[出销]售"),
        (r"appoint|bec[ao]me\b|elected|took office|made", "当[上选]|就任|[出升担]任"),
        (r"discover", "发现"),
        (r"w[oi]n(?:s|ning)?\b|award|prize", "获(?![悉救准])|赢得|夺|得奖|评为"),
        (r"arriv|reach(?:es|ed)?\b", "[到抵]达|到站|[登着]陆|降落|进站"),
        (
            r"(?:train|bus|flight|plane|boat|ferry)\b.* leave|leaves? (?:at|from)\b|depart|set off|take off",
            "出发|起飞|离开|开车|[启发]程|[发开]车|始发",
        ),
        (r"missing\b", "失踪|失联"),
        (r"weigh|heavy", r"[体净毛]重|多重|重[约达有\d]"),
        (r"destroy|burn(?:ed|t)?\b|fire\b", "毁|烧|焚"),
        (r"(?:go|went|goes) public|listed", "上市"),
        (r"suspend|halt|interrupt", "停工|暂停|中断|停课"),
        (r"demolish|(?:pull|tor|knock)\w* down", "拆"),
        (r"repair|restor|renovat|rebuilt", "修[缮复]|[翻重维]修|重建"),
        (r"regist|sign(?:s|ed)? up|enrol|entry|appl(?:y|ied)", "报名|注册|登记|申请|[可能]报"),
        (r"deadline|closing date", "截止|最[晚迟]"),
        (r"agreed?\b", "同意|赞成"),
        (r"oppos", "反对"),
        (r"injur|hurt\b|wounded", "受.?伤|[轻重]伤"),
        (r"rescued|saved", "获救|救出|营救"),
        (r"evacuat|moved out", "转移|疏散|撤离"),
        (r"employ|staff\b|workers\b", "[员职]工|雇"),
        (
            r"donat|gave\b|given\b|(?:money|funds?|much|sum) .*raise[ds]?\b"
            r"|raise[ds]? (?:.*(?:money|funds?)|[^,.]{0,12}[£€$\d])",
            "捐|[筹募](?:[到集得款资]|了)",
        ),
        (r"install|fitted", "[安加]装|装[上了]"),
        (r"plann?(?:ed)?\b|targets?\b|aims?\b|due\b", "计划|目标|原定|预[计定]"),
        (r"rose\b|rise\b|risen\b|grow[ns]?\b|grew\b|increas|went up|gone up", "增长|上涨|上升|提高|增加"),
        (r"fell\b|fall\b|fallen\b|drop|declin|decreas|went down", "下降|减少|下跌|降低"),
        (r"share\b|proportion", "占"),
        (r"invest|cost\b", "投[资入]|造价|耗资|花了?"),
        (r"design", "设计"),
        (r"wrote\b|written\b|writes?\b|authored", "[撰编]写|著|写[了过下]?|创作"),
        (r"l[ea]a?d(?:s|ing)?\b|in charge|headed|runs?\b|manage[sd]?\b", "带领|率领|牵头|主持|负责|领[导队]|管理|经营"),
        (r"t(?:each(?:es)?|aught)\b", "教|授课"),
        (r"direct(?:ed|s)\b", "执导|导演|拍摄"),
        (r"paint(?:ed|s)?\b|drew\b|drawn\b", "绘|画了?"),
        (r"describe[sd]?\b", "描述|记述"),
        (r"report(?:ed|s)?\b|raised", "报[的了]?警|举报"),
        (r"propose[sd]?\b|suggest", "提出|提议|建议"),
        (r"unveil|cut the ribbon", "揭幕|剪彩"),
        (r"invent", "发明"),
        (r"named\b", "命名|取名"),
        (r"exten(?:d|sion)|enlarg|expan[ds]", "扩[建大展充]|延[长伸]"),
        (r"sent\b|sends?\b", "寄|[送发][给往到出](?!版)|派"),
        (r"translat", "翻?译"),
        (r"hatch", "孵化"),
        (r"enroll|capacity|hold\b|holds\b", "容纳|可[乘坐载容]|载重"),
    )
)


@lru_cache(maxsize=1024)
def events(text: str) -> frozenset[int]:
    """The numbers of all that a folded text says to have happened, in either language.

    >>> events("when did the bridge open?") == events("大桥通车")
    True
    """
    return frozenset(number for number, said in enumerate(_EVENTS) if said.search(text))


def is_of_other(part: str, question: str) -> bool:
    """Whether a part of a text, folded, says what happened, and nothing of what a question asks of.

    >>> [is_of_other(f"大桥2016年{said}", "when did the bridge open?") for said in ("开工", "开通")]
    [True, False]
    """
    asked, said = events(question), events(part)
    return bool(asked and said) and not asked & said
