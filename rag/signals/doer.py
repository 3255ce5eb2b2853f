"""Who did something: a sentence that names somebody and says nothing of the deed does not say who did it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.fold import fold


@dataclass(frozen=True, slots=True)
class _Deed:
    """A kind of deed: the verbs and the roles that ask who does it, and what says it. `done` is whether one to whom it
    is done, and nobody else, may be said, as of what was designed.
    """

    asks: re.Pattern[str]
    says: re.Pattern[str]
    done: bool = True


_BEGIN = r"(?:^(?:and |but |so |then )?|[.;:?!] |\b(?:know|say|says|tell me|remember) )"  # it is no relative clause
_WHO = rf"{_BEGIN}who (?:(?:first|also|then|once|actually|really|[a-z]+ly|had|has|will|would|is going to) )*"
_IS = rf"{_BEGIN}who (?:is|was|are|were) (?:the|its|their|his|her) (?:[\w-]+ ){{0,2}}?"
_BY = r"\b(?:by whom (?:is|was|are|were) .*|who (?:is|was|are|were) .*(?=\w+ by\W*$))"


def _deed(verbs: str, roles: str, verbs_zh: str, says: str, says_zh: str, done: bool = True) -> _Deed:
    asks = rf"{_WHO}(?:{verbs})\b|{_BY}\b(?:{verbs})\b"
    asks += rf"|{_IS}(?:{roles})\b(?! of (?:staff|police|state)\b)" if roles else ""
    asks += rf"|谁[^，,。？?谁]{{0,8}}?(?:{verbs_zh})|(?:{verbs_zh})[^，,。？?]{{0,8}}的?[^，,。？?]{{0,6}}是谁"
    return _Deed(re.compile(asks), re.compile(rf"\b(?:{says})|{says_zh}"), done)


_DEEDS = (
    _deed(
        "design(?:s|ed)?",
        "architects?|designers?",
        "设计",
        r"design|architect|dr[ae]w|plan(?:s|ned)?\b|conceiv|sketch|blueprint|layout|creat|devis|brainchild|invent|vision"
        "|work of",
        "设计|图纸|规划|构思|绘|操刀|手笔|出自|方案|创作|打造|样式",
    ),
    _deed(
        "buil[dt]s?|construct(?:s|ed)|erect(?:s|ed)",
        "builders?",
        "建造|修建|兴建|建的|建起|建成|盖的|承建",
        r"(?:re)?buil(?:ds?|ders?|t)\b|construct|erect|contract|put up|mason|carpent|made|cast\b|forge|laid\b|raised\b"
        "|found|commission|work of|complet|creat|assembl",
        "建|造|盖|修|砌|立|筑|兴|施工|承包|工程",
    ),
    _deed(
        "wr[io]te|writes|written|author(?:s|ed)|penned|compos(?:es|ed)",
        "authors?|writers?|composers?|poets?",
        "写(?!真)|撰写|作曲|作词|谱曲",
        r"wr[io]t|author|penned|compos|poe[mt]|novel|book|essay|column|publish|lyric|letter|script|by\b|sign|words|edit"
        "|report|music|biograph|memoir",
        "[写撰著编题笔诗曲词传]|作(?![为用业])(?<!工作)|出版|文章|论文|小说|署名|发表|记者",
    ),
    _deed(
        "invent(?:s|ed)|devised|discover(?:s|ed)",
        "inventors?|discoverers?",
        "发明|发现|研制",
        r"invent|devis|develop|creat|patent|pioneer|discover|found|first|detect|identif|describ|notic|came up|conceiv"
        "|brainchild|spot|stumbl|name|collect|record|report|unearth|dug|came (?:across|upon)|built|made",
        "发明|发现|研|创|首|最[早先]|开发|专利|找|挖|命名|出土|识|认出|看到|见|注意|察觉|报告|检|捡|采",
    ),
    _deed(
        "found(?:s|ed)|set up|establish(?:es|ed)|started|created|launched",
        "(?:co-?)?founders?|creators?",
        "创办|创立|创建|成立|设立|发起|开办",
        r"found|co-found|set|establish|start|creat|launch|open|beg[aiu]n|form|initiat|idea|pioneer|introduc|organi|buil[dt]"
        "|first|origin|brought|gave|invent|devis|develop|by\b",
        "[创办建设立开首起]|成立|组织|组建",
    ),
    _deed(
        "own(?:s|ed)?|buys|bought|acquire[sd]|purchase[sd]",
        "(?:\\w+ )?(?:owners?|proprietors?|landlords?|buyers?)",
        "买下|收购|拥有|买走",
        r"own|buy|bought|acquir|purchas|belong|propert|landlord|s[eo]ld|sell|take|took|possess|held|hold|proprietor|inherit"
        "|bequea|leas|transfer|hands|donat|bid|auction|its\b|famil|run|ran|founder|bequest",
        "[买购拥有属归卖售主转继承持]|收|产权|老板|东家",
    ),
    _deed(
        "s(?:old|ells)",
        "sellers?|vendors?",
        "卖掉|出售|卖给|转让",
        r"s[eo]ld|sell|sale|auction|vendor|dealer|from|trad|market|shop|store|stall|dispos|offer|transfer",
        "[卖售拍摊铺店商转从]|出让",
    ),
    _deed(
        "repair(?:s|ed)|fix(?:es|ed)|mend(?:s|ed)|restored?|restores|renovate[sd]",
        "restorers?|repairers?|repairm[ae]n",
        "修复|修好|修理|维修|翻修|修缮|修的",
        r"repair|fix|mend|restor|renovat|rebuil|replac|refurb|patch|overhaul|work|clean|conserv|apart|tune|put right"
        "|service|maint|sort|reopen|welded|made good",
        "修|补|换|翻新|整|保养|维护|弄好|施工",
    ),
    _deed(
        "paint(?:s|ed)|sculpted|carve[sd]",
        "painters?|sculptors?|carvers?",
        "画的|绘制|雕刻|雕的",
        r"paint|dr[ae]w|sculpt|carv|artist|mural|portrait|work|creat|craft|illustrat|etch|made|cast|by\b|sign",
        "[画绘雕刻塑作]",
    ),
    _deed(
        "pa(?:id|ys)(?: for)?|funds|funded|finance[sd]|sponsor(?:s|ed)?",
        "sponsors?|funders?",
        "出资|出钱|付钱|付款|资助|赞助|买单|掏钱",
        r"pa(?:id|y)|fund|financ|sponsor|grant|cost|donat|money|budget|expense|bill|contribut|g[ai]ve|raise|meet|met|cover"
        "|support|back|invest|subsid|charg|fee|free|provid|bought|buy|foot|out of|by\b|lent",
        "[资钱付费款捐投拨补]|助|买单|掏|承担|分摊|出[了的]",
    ),
    _deed(
        "killed|murdered|shot|assassinated",
        "(?:killer|murderer|gunman|assassin)s?",
        "杀害|杀死|打死|害死",
        r"kill|shot|shoot|murder|stab|attack|assassin|convict|guilty|arrest|charg|bomb|poison|execut|sl[ae][iyw]|hit|struck"
        "|crash|bit|suspect|gun|photo|film|picture|camera|strangl|confess|beat",
        "[杀害死]|凶|枪|刺|嫌|捕|撞|毒|刑|袭|开火",
        done=False,
    ),
    _deed(
        "stole|robbed|burgled",
        "(?:thie(?:f|ves)|robber|burglar)s?",
        "偷走|偷的|盗走|抢走",
        r"st[eo]l|theft|thie[fv]|rob|burgl|took|taken|arrest|suspect|charg|raid|br[eo]ke|loot|convict|confess",
        "[偷盗抢窃贼嫌捕]",
        done=False,
    ),
    _deed(
        "donate[sd]|bequeathed",
        "donors?",
        "捐赠|捐的|捐了|赠送|捐献",
        r"donat|g[ai]v|gift|present|contribut|bequea|left|hand|offer|award|provid|bought|lent|genero|from|sent|brought|paid"
        "|will\b|estate|fund",
        "[捐赠送给礼留]|出资|拿出|解囊",
    ),
    _deed(
        "translate[sd]|illustrate[sd]|edit(?:s|ed)",
        "translators?|illustrators?|editors?",
        "翻译",
        r"translat|illustrat|edit|version|render|dr[ae]w|picture|by\b",
        "[译编]|插图|版本",
    ),
    _deed("inscribed", "", "题写|题词|题字", r"inscri|calligra|wr[io]t|hand", "题|书写|手书|墨宝|书法|[亲手]笔"),
    _deed("unveiled|cut the ribbon", "", "剪彩|揭幕|揭牌", r"unveil|ribbon|curtain|plaque|open", "剪|揭"),
    _deed(
        "w(?:on|ins)",
        "winners?|champions?",
        "夺冠|赢得|夺得|获奖|得奖|获胜",
        r"w[io]n|victor|champion|prize|award|medal|first|beat|defeat|title|gold|troph|honou?r|claim|took|take|crown|secur|score"
        "|recipient|went to|given|lift|triumph|elect|finish|best|ahead|top|beaten|lost|led",
        "[赢获夺冠奖胜牌得选]|第一|最[佳优]|摘|捧|领先|击败",
        done=False,
    ),
    _deed(
        "married|marries",
        "",
        "结婚|嫁给|娶了",
        r"marr|wed|wife|wives|husband|spouse|couple|bride|widow|groom|partner",
        "[婚嫁娶妻夫]|成家|太太|老婆|爱人|配偶",
        done=False,
    ),
)
_CHIEF = _Deed(
    re.compile(
        rf"{_IS}(?:chief executive|ceo|managing director)\b|(?:首席执行官|总裁|总经理|董事长)[^，,。？?]{{0,3}}是谁"
    ),
    re.compile(
        r"\b(?:chief|ceo|boss|head|managing|manager|director|president|runs?\b|lead|led\b|chair|founder|owner|executive)"
        "|首席|总|董事|老板|负责人|当家|创始|领导"
    ),
    done=False,
)
# What was done, and nothing of who did it.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)(?: (?:[a-z]+ly|not|never|first|then|since|also|once|again))*"
    r" (?:[a-z]+(?<!n)ed|built|rebuilt|written|made|shot|sold|bought|drawn|paid|set up|stolen|found|taken|given)\b"
    r"(?![^.;]*\b(?:by|under|at the hands of|work of|to|from|with|for)\b)"
)


def lacks_deed(question: str, passage: str) -> bool:
    """Whether a question asks who did something, and a passage says nothing of such a deed.

    >>> [lacks_deed("Who designed it?", said) for said in ("Ann Lee sang in it.", "It was the plan of Ann Lee.")]
    [True, False]
    """
    folded = fold(passage)
    return any(not deed.says.search(folded) for deed in _asked_for(question))


def hides_doer(question: str, passage: str) -> bool:
    """Whether a question asks who did something, and a passage only says that it was done.

    >>> [hides_doer("Who built it?", f"It was built {said}.") for said in ("in 1930", "by Ann Lee")]
    [True, False]
    """
    deeds, folded = [deed for deed in _asked_for(question) if deed.done], fold(passage)
    left = _PASSIVE.sub(" ", folded) if deeds else folded
    return any(deed.says.search(folded) and not deed.says.search(left) for deed in deeds)


@lru_cache(maxsize=64)  # of one question it is asked for each sentence
def _asked_for(question: str) -> tuple[_Deed, ...]:
    """The deeds of which a question asks who did them."""
    asked = fold(question)
    return tuple(deed for deed in (*_DEEDS, _CHIEF) if deed.asks.search(asked))
