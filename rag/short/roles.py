"""Offices, trades and kin in both languages: who somebody is, as it stands beside a name."""

import re
from functools import lru_cache

_ROLES = tuple(
    (re.compile(rf"\b(?:{english})\b"), re.compile(f"(?:{chinese})"))
    for english, chinese in (
        ("mayor", "市长"),
        ("governor", "省长|州长"),
        ("minister", "部长|大臣"),
        ("director|head|chief", "主任|院长|局长|处长|科长|馆长|所长|台长|站长|部长|厂长|社长|园长|总监|负责人"),
        ("director|film-?maker", "导演"),
        ("head ?teacher|head ?master|principal|head", "校长"),
        ("president|chair(?:man|woman|person)?", "董事长|会长|主席|理事长|总裁|总统"),
        ("president", "校长"),
        ("ceo|chief executive", "首席执行官|总裁|总经理"),
        ("manager", "经理|店长|主管"),
        ("secretary", "书记|秘书"),
        ("chief engineer", "总工程师|总工"),
        ("engineer", "工程师"),
        ("architect", "建筑师|设计师"),
        ("designer", "设计师|设计者"),
        ("author|writer", "作者|作家|小说家"),
        ("editor", "主编|编辑"),
        ("translator", "译者|翻译"),
        ("curator", "馆长|策展人"),
        ("librarian", "馆长|馆员"),
        ("captain", "队长|船长|机长|上尉"),
        ("leader|team leader", "队长|领队|组长|负责人"),
        ("coach|trainer|manager", "主?教练"),
        ("referee|umpire", "主?裁判员?"),
        ("goalkeeper|keeper", "门将|守门员"),
        ("producer", "制片人|制作人"),
        ("founder", "创始人|创办人|创立者"),
        ("owner", "店主|老板|业主|主人|房东|车主|船主"),
        ("contact(?: person)?", "联系人"),
        ("spokes(?:man|woman|person)", "发言人"),
        ("reporter|journalist", "记者"),
        ("correspondent", "通讯员"),
        ("photographer", "摄影师|摄影"),
        ("teacher", "教师|老师"),
        ("professor", "教授"),
        ("tutor|supervisor|adviser|advisor|mentor", "导师|指导老师"),
        ("master", "师傅|师父"),
        ("apprentice|pupil", "徒弟|学徒"),
        ("student|pupil", "学生"),
        ("doctor|physician", "医生|大夫|医师"),
        ("surgeon", "外科医生|主刀医生"),
        ("nurse", "护士"),
        ("lawyer|solicitor", "律师"),
        ("judge", "法官"),
        ("driver", "司机|驾驶员"),
        ("pilot", "飞行员|机长"),
        ("baker", "面包师"),
        ("cook|chef", "厨师|主厨"),
        ("farmer", "农民|农户"),
        ("fisherman", "渔民"),
        ("firefighter|fireman", "消防员"),
        ("conductor", "指挥"),
        ("composer", "作曲家?|作曲者"),
        ("singer", "歌手|歌唱家"),
        ("actor|actress", "演员"),
        ("painter|artist", "画家|艺术家"),
        ("poet", "诗人"),
        ("botanist", "植物学家"),
        ("geologist", "地质学家"),
        ("zoologist", "动物学家"),
        ("historian", "历史学家|史学家"),
        ("scientist|researcher", "科学家|研究员"),
        ("keeper", "守[灯塔林山][塔]?人|看守|管理员"),
        ("predecessor", "前任"),
        ("successor", "继任者?|接班人"),
        ("husband", "丈夫"),
        ("wife", "妻子|夫人"),
        ("father", "父亲|爸爸"),
        ("mother", "母亲|妈妈"),
        ("son", "儿子|长子|次子|独子"),
        ("daughter", "女儿|长女|次女"),
        ("(?:older|elder|big) brother|brother", "哥哥|兄长"),
        ("(?:younger|little) brother|brother", "弟弟"),
        ("(?:older|elder|big) sister|sister", "姐姐"),
        ("(?:younger|little) sister|sister", "妹妹"),
        ("grandson", "孙子"),
        ("granddaughter", "孙女"),
        ("grandfather", "祖父|爷爷|外公"),
        ("grandmother", "祖母|奶奶|外婆"),
        ("friend", "朋友|好友"),
        ("colleague", "同事"),
        ("partner", "搭档|合伙人"),
    )
)
KIN = re.compile(
    r"\b(?:husband|wife|father|mother|son|daughter|(?:grand)?(?:son|daughter|father|mother)|brother|sister)\b"
    "|丈夫|妻子|夫人|父亲|母亲|爸爸|妈妈|儿子|女儿|哥哥|弟弟|姐姐|妹妹|孙子|孙女|祖父|祖母|爷爷|奶奶"
)
CHINESE_ROLE = re.compile("|".join(zh.pattern for _, zh in _ROLES))


@lru_cache(maxsize=256)
def role_across(role: str) -> re.Pattern[str] | None:
    """What a role is called in the other language; None where it is in no list.

    >>> role_across("mayor").pattern, bool(role_across("校长").search("the head teacher"))
    ('(?:市长)', True)
    """
    if role.isascii():
        found = [zh.pattern for en, zh in _ROLES if en.fullmatch(role) or en.fullmatch(role.rsplit(" ", 1)[-1])]
        exact = [zh.pattern for en, zh in _ROLES if en.fullmatch(role)]
        found = exact or found
    else:
        found = [en.pattern for en, zh in _ROLES if zh.fullmatch(role)]
    return re.compile("|".join(found)) if found else None
