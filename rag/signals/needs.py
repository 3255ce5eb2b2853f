"""What a question asks of a life, a name or an event, and a sentence says nothing of."""

import re
from functools import lru_cache

from corpus.fold import fold

_Needs = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]  # each: what asks for something, what says it
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_QUOTED = r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)"
_WHEN = "(?:什么时候|何时|哪一?[年天日月]|几[月号])"
_YEARS = r"[（(][^（）()]*\d{3,4}[^（）()]*[)）]"  # of a life, in brackets
_STUDIED = (
    r"毕业|[就攻入升]读|[考升]入|考[上取]|[入上留求]学|学习|读书|学[位历士]|[硕博]士|研究生|[本专]科|[初高职]中|[中大]专|高职|母校"
    r"|深造|进修|肄业|校友|\d级"
    r"|graduat|degree|\bstud(?:y|ies|ied|ying)\b(?! tour)|alum|attend|educat|enrol|train|learn|diploma"
    r"|\b(?:ph\.?d|mba|b\.?a|m\.?a|b\.?sc|m\.?sc)\b|doctora|master['’]?s|bachelor"
)
# When somebody was born or died, or where somebody graduated, and how a sentence says that it is on that.
_STAGES = tuple(
    (re.compile(asks), re.compile(says))
    for asks, says in (
        (
            rf"{_WHEN}.{{0,3}}出生|(?<![发产])生[于在](?:什么时候|何时|哪一?[年天日])|\bwhen (?:was|were) .* born\b",
            rf"生于|出[生世]|[诞降]生|诞辰|生[人日辰]|[年月日]生|岁|\bborn\b|\bbirth|\baged?\b|{_YEARS}",
        ),
        (
            rf"{_WHEN}.{{0,3}}(?:去世|逝世|死(?![机锁缓刑])|过世)"
            r"|\bwhen did .* (?:die(?! (?:out|down|off))|pass away)\b",
            r"[世逝卒死亡殉崩薨]|病故|牺牲|圆寂|遇[难刺害]|自[杀尽]|处决|终年|享年"
            r"|\bdie[ds]?\b|\bdead\b|\bdeath|passed away|kill|assassinat|murder|execut|\bshot\b|suicide|drown|succumb"
            r"|perish|\bfell (?:in|at)\b|\bfatal|funeral"
            rf"|\bl(?:ost|oses) (?:his|her|their) li(?:fe|ves)|{_YEARS}",
        ),
        (r"(?<!届)毕业(?![生典证论照季班设晚])|母校|\bgraduated? (?:from|at)\b|\balma mater\b", _STUDIED),
    )
)
# What else it asks of somebody, or of all the world.
_LIFE = tuple(
    (re.compile(asks), re.compile(says))
    for asks, says in (
        (
            r"(?:哪里|哪儿|何[地处]|哪[个座省市县]\w{0,2})(?:出生|长大)"
            r"|出生[于在](?:哪|何|什么地)|\bwhere (?:was|were) .* born\b|\bwhere did .* grow up\b",
            r"生于|出生|诞生|籍|[长养]大|老家|[家故]乡|来自|(?<![\d余名多几位个千百万亿])人(?![员们口才类士民物力大])"
            r"|\bborn\b|\bbirth|\bnative|\bgrew|\braised|\bfrom\b|\bchildhood|\bhome",
        ),
        (
            r"(?<![名人位])就读|学历|\bwhere did (?!the |this |that ).* study\b",
            _STUDIED,
        ),
        (
            r"(?:哪里|哪儿|什么地方|何处|何地)的?人(?![口们])|籍贯|老家(?!具)|\bhome ?town\b"
            r"|\bwhere (?:is|was) .* from(?: originally)?\W*$",
            r"生于|出生|诞生|籍|(?<![\d余名多几位个千百万亿])人(?![员们口才类士民物力大])|老家|[家故]乡|来自|[长在]大|户口"
            r"|\b[a-z]{2,}(?:ish|ese|ian)\b|\bborn\b|\bfrom\b|\bgrew|\bhome|\bnative|\braised",
        ),
        (
            rf"{_WHEN}.{{0,3}}(?:结婚|成亲|嫁(?!接)|娶)|\bwhen did .* (?:marry|get married|wed)\b",
            r"婚|嫁|娶|成亲|夫妻|领证|登记|喜结|牵手|拜堂|marri|\bmarry|\bwed|\bvows\b|\bknot\b|\bbride|\bgroom\b",
        ),
        (
            r"全(?:世界|球)|世界上|\bin the world\b|\bworldwide\b|\bglobally\b",
            r"世界|全球|各国|环球|地球|人类|国际|[内中]外|\bworld|\bglob|\bearth|\bplanet|international|\bcountr",
        ),
    )
)
# What it asks of an event or a thing. There are too many ways to say such things to know them all.
_EVENTS = tuple(
    (re.compile(asks), re.compile(says))
    for asks, says in (
        (
            r"在(?:哪里|哪儿|何[地处]|什么地方|哪一?[座个](?:城市|地方|城|市|省|国家|县))[^,，。]{0,3}"
            r"(?:召开|举[行办]|开会|开的?(?=\W*$))"
            r"|(?:召开|举[行办])[^,，。]{0,4}(?:在哪|地点)"
            r"|\b(?:where|in (?:which|what) (?!year|month|week|season|decade|century|order|way)\w+) .*"
            r"(?:\bheld\b|\btak(?:e|ing|en) place\b|\btook place\b)",
            rf"^(?:[^“\"]|{_QUOTED})*?(?:[在于到赴至]|召开|举[行办]|开幕|会场|地[点址]|[会选]址|主场|承办|东道|主办|移师|转战"
            r"|\b(?:at|near|outside|inside|behind|beside|under|around|along|across|over|by|aboard|to|from|host\w*|venue|locat\w+|held|where)\b"
            rf"|\bon (?:an?|the|board)\b|\bin (?!\d|(?:early|mid|late|{_MONTHS})\b))",
        ),
        (
            rf"{_WHEN}[^,，。]{{0,3}}(?:成立|创[办立建]|设立|组建)(?!的)|(?:成立|创[办立建]|设立|组建)[于在](?:什么时候|何时|哪一?年)"
            r"|\bwhen (?:was|were) [^,;]* (?:founded|established|set up|formed)\W*$",
            r"成立|创|建[立于成设校馆院厂]|始|[设开]立|[改增新]设|组建|诞生|起[源家]|历史|注册|批|挂牌|办[学起]|[兴合]办|开[办业馆园设]|组队|周年|自"
            r"|[改更]名|前身|\bfound"
            r"|\bestablish|\bset up|\bbeg[au]n|\bstart|\bform|\bcreat|\bsince\b|\bhistory|\bdat(?:es|ing)\b|\bopen"
            r"|-old\b|\bborn\b|\blaunch|\bcame (?:into|together)|\bg[eo]t together|\bbrought in|\bcharter"
            rf"|\borgani[sz]ed|\bincorporat|\bapprov|\bst?r?uck|\banniversary|{_YEARS}",
        ),
        (
            rf"{_WHEN}[^,，。]{{0,3}}(?:建[于造起](?!立)|修建|兴建)|(?<!创)建[于在成](?:什么时候|何时|哪一?年)",
            r"[建修造筑盖创挖]|始|落成|竣工|完工|年代|时期|历史|[开启投]|之前|以前|原|年初|\bbuil|\bconstruct|\bcomplet|\berect",
        ),
        (
            rf"{_WHEN}[^,，。]{{0,3}}(?:建成|完工|竣工|落成|建好)",
            r"建[成好于造]|完[工成]|竣工|落成|[投启]用|交付|开[放馆业通园幕张]|通[车航]|修[成好建]|[运试][营行]|并网|收尾|[筑造]成|\bbuil|\bcomplet|\bopen"
            r"|\bfinish|\bread[iy]|[—–~至]|到",
        ),
        (
            rf"{_WHEN}[^,，。]{{0,3}}上市|上市[于在](?:什么时候|何时|哪一?年)",
            r"上市|挂牌|发行|发售|开售|登陆|[推面]出|面世|敲[钟锣]|首发|亮相|开[摘采]|\blist|\bpublic\b|\bipo\b|\blaunch|\breleas|\bfloat",
        ),
        (
            r"(?<!最)多宽(?![限敞容裕带])|宽度?(?:是|有|为)?多少|\bhow wide\b",
            r"宽|跨|幅|红线|车道|[×x*乘]|\bwide|\bwidth|\bacross\b|\bbroad|\bby \d|\bspan|\bnarrow|\bfrom \w+ to \w+",
        ),
        (
            r"多深(?![圳入厚远])|深度?(?:是|有|为)?多少|\bhow deep\b",
            r"深|水位|埋|\bdeep|\bdepth|\bbelow\b|\bunder|\bdown\b",
        ),
        (
            r"(?:报道|文章|新闻|消息|稿件?)[^,，。]{0,14}(?:登[载出在于]|刊|发[表布]|见报)[^,，。]{0,4}(?:哪[年天一月]|什么时候|何时|几[月号])"
            r"|(?:登|刊|发[表布])[在于]哪[年天一月]|\b(?:publication|issue) date\b|\bdate of (?:publication|issue)\b"
            r"|\bwhen was (?:this|the) (?:news )?(?:article|report|story|piece|newspaper|notice)\b"
            r".*\b(?:published|printed|issued)",
            r"[刊登]|发[表布行]|出版|见报|今[日天]|本报|\bpublish|\bissue|\bprint|\breleas|\bappear|\bedition"
            r"|\btoday\b|\bcame out\b|\bput up\b"
            r"|^[^,，。]{0,24}[.。]?$",
        ),
        (
            r"谁[来去]?设计|由谁设计|设计[者师]是谁|\bwho designed\b|\bdesigned by wh",
            r"设计|建筑师|出自|手笔|作品|绘|规划|主持|[建修制营打]造|修建|操刀|\bdesign|\barchitect|\bengineer|\bplan|\bdr[ae]w"
            r"|\bbuil[td] by\b|\bwork of\b|\bcreat|\bmade by\b|\bby\b|之父",
        ),
    )
)
# What it asks of a name.
_NAMES = tuple(
    (re.compile(asks), re.compile(says))
    for asks, says in (
        (
            r"(?:名[字称]?|地名|得名|[两二三四]字)[”\"]?(?:到底|究竟|又)?(?:是|有)?(?:怎么|如何|从哪里?|从何|从哪儿)(?:而?来的?(?=\W*$)|得来|[取起](?![消得]))"
            r"|(?:名[字称]?|地名|[两二三四]字)[”\"]?的?(?:由来|来历|来源|出处|含义|寓意)|(?:怎么|如何|因何|为何|为什么)得名"
            r"|\bwhere (?:does|did|do) (?:(?:the|its|his|her|their) )?(?:[\w'’-]+ ){0,3}names?\b.* (?:come|derive)"
            r"|\b(?:origin|meaning)s? (?:of|behind) (?:the |its |his |her )?(?:[\w'’-]+ ){0,3}name\b"
            r"|\bhow did .* (?:get|come by) (?:its|his|her|the|their) name\b",
            r"名|叫|称|命|取自|源[于自]|寓|意[为思即]|谐音|故|\bname|\bcall|\bnick|\bknown as\b|\bderiv|\bmean|\borigin"
            r"|\bterm|\bafter\b|\bwords?\b|\btitle|\bdubbed|\bbecause\b|\bcoined|\brefer",
        ),
    )
)
_ASKS_KIN = (
    r"的(?:[大小长二三])?(?:{0})们?(?:的?[姓名]|叫|[都又]?[是有](?:谁|哪|几))"
    r"|\b(?:who|what) (?:is|was|are|were) (?:[\w'’-]+ ){{1,5}}(?:{1})(?:['’]s? (?:full )?names?| called| named)?\W*$"
)
# Kin that a question asks for, and what else says it.
_KIN = tuple(
    (re.compile(_ASKS_KIN.format(zh, en)), re.compile(rf"{said}|{also}"))
    for zh, en, said, also in (
        (
            "儿子",
            "sons?",
            "儿子|[长次幼独生之其一两二三]子|子女|孩子|男孩|儿女|育有(?!一女(?!一子))",
            r"\bsons?\b|\bchild|\bboys?\b",
        ),
        (
            "女儿",
            "daughters?",
            "女儿|[长次幼独生之其一两二三]女|子女|孩子|女孩|儿女|育有(?!一子(?!一女))|闺女",
            r"\bdaughter|\bchild|\bgirls?\b",
        ),
        (
            "父亲|爸爸|爹",
            "fathers?|dad",
            "父|爸|爹|之子|之女|的儿子|的女儿",
            r"\bfather|\bdad|\bparents?|\b(?:son|daughter) of\b",
        ),
        (
            "母亲|妈妈|娘",
            "mothers?|mum|mom",
            "母|妈|娘|之子|的儿子|的女儿",
            r"\bmother|\bmu?om|\bparents?|\b(?:son|daughter) of\b",
        ),
        (
            "妻子|老婆|太太|夫人",
            "wife|wives",
            "妻|夫[人妇]|太太|老[婆伴]|媳妇|婚|嫁|娶|爱人|配偶",
            r"\bwi[fv]e|\bmarri|\bspouse|\bpartner|\bwed|\bcouple|\bwidow",
        ),
        (
            "丈夫|老公",
            "husbands?",
            "夫|老[公伴]|婚|嫁|爱人|配偶",
            r"\bhusband|\bmarri|\bspouse|\bpartner|\bwed|\bcouple|\bwidow",
        ),
        ("哥哥|弟弟|兄弟|兄长", "brothers?", "哥|弟|兄|胞|排行", r"\bbrother|\bsibling|\btwin"),
        ("姐姐|妹妹|姐妹", "sisters?", "姐|妹|胞|排行", r"\bsister|\bsibling|\btwin"),
    )
)


def lacks_stage(question: str, sentence: str) -> bool:
    """Whether a question asks when somebody was born or died, or where they graduated, and a sentence says nothing of
    that.

    >>> lacks_stage("她是哪年出生的？", "他于1999年去世。"), lacks_stage("她是哪年出生的？", "她生于1999年。")
    (True, False)
    """
    return _lacks(_STAGES, question, sentence)


def lacks_life(question: str, sentence: str) -> bool:
    """Whether a question asks where somebody was born, is from or studied, when they married, or how much there is in
    the whole world, and a sentence says nothing of that.

    >>> [lacks_life("他老家在哪里？", said) for said in ("他在上海工作。", "他来自山东。")]
    [True, False]
    """
    return _lacks(_LIFE, question, sentence)


def may_lack(question: str, sentence: str) -> bool:
    """Whether a question asks where an event was held, when a thing was founded, built, listed or published, how wide
    or deep it is or who designed it, and a sentence has none of the usual words for that.

    >>> [may_lack("桥是谁设计的？", said) for said in ("桥于1652年通行。", "桥由李工设计。")]
    [True, False]
    """
    return _lacks(_EVENTS, question, sentence)


def lacks_origin(question: str, sentence: str) -> bool:
    """Whether a question asks where a name comes from, and a sentence says nothing of names.

    >>> lacks_origin("这个名字怎么来的？", "镇上有桥。")
    True
    """
    return _lacks(_NAMES, question, sentence)


def lacks_kin(question: str, passage: str) -> bool:
    """Whether a question asks for the kin of somebody, and a passage says nothing of such kin.

    >>> lacks_kin("他的儿子叫什么？", "他的妻子叫张兰。"), lacks_kin("他的儿子叫什么？", "他的长子张明。")
    (True, False)
    """
    return _lacks(_KIN, question, passage)


def _lacks(needs: _Needs, question: str, text: str) -> bool:
    return any(not says.search(fold(text)) for says in _asked_for(needs, question))


@lru_cache(maxsize=64)  # of one question it is asked for each sentence
def _asked_for(needs: _Needs, question: str) -> tuple[re.Pattern[str], ...]:
    """What must be said of each of the needs that a question has."""
    asked = fold(question)
    return tuple(says for asks, says in needs if asks.search(asked))
