"""Chinese names of persons as the segmenter cuts them, put together again: 王楚 钦, 由田若兰于."""

import re
from collections.abc import Iterable, Iterator

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵汪祁毛禹狄米贝明臧计伏成戴宋茅庞熊纪舒屈项祝董"
    "梁杜阮蓝闵席季麻强贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁段富焦巴侯全班"
    "秋宫宁仇甘祖武符刘景詹束龙叶司白蒲从索赖卓蔺屠蒙池乔胥苍双闻党翟谭贡劳申冉桑桂牛寿通边燕冀温庄晏瞿阎连习艾容向古易廖耿匡"
    "文关东欧阳太上诸葛慕容令狐长孙宇丘肖覃储佟岳曾游桓楚涂牟佘辜简楼苻庾拓跋"
)
# Characters of given names that seldom begin what follows a name.
_GIVEN = frozenset(
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超兰霞桂华玉萍玲芬燕彬鹏浩宇轩梓涵豪雨欣怡嘉俊思志庆波晓文博群楚钦振佑鸣琪若曦泽鑫雪梅春"
    "德福贵荣昌盛康忠孝义仁礼智龙凤琴瑶琳琅璐莹晶晨旭辉耀祖宗启斌峰健凯翔辰茜倩蕾薇菲婷婉莉莎雅洁慧珍珊珠璇瑾瑜瑞瑛琼蓉蓓莲菊云飞"
    "霖霏露颖毅铭锋锐钧钰锦栋梁松柏森枫桐楠椿榕槐楷渊润淑滨潇澄瀚炎炜炳烨焕煜熙珂珏珺琛琦琨琰璋璞甫皓盈睿祥祺禄禾筠维绍绮翎翠翰"
    "聪航舒芝芸芷苑茂茵茹荃菁萌萱虎虹裕谦谨轶邦郁郎钊铮隆雁雄霄靖韬韵颂驰骁骏骥鸿鹃鹤麒麟黎国建海明东平红阳林山天民新兴良才亮"
    "冰心然诚勤宏安宁家宝富佳世伯仲叔季元达远光成生永利友学根福全权宪尧舜禹汉唐堃昊昕昱晖晗晟"
)
LEADS = frozenset("由与对跟被以将把为令及父母妻夫")  # in front of a surname it is no part of the name
_JOINTS = frozenset("于说和与在")
RUN_ON = re.compile(r"(?<=[\u4e00-\u9fff]{3})[于在曾从被向将说]$")  # what the segmenter takes for the end of a name
# Words with these that are no names: 生于, 学说, 平和.
_WORDS = re.compile(
    r"[生立位居处死终卒葬始忠善勇乐急属源强高优长先归富便利安精成平达远元建兴盛成新]于|[学传小听解讲]说|[平温共谦祥柔缓中随饱永]和|[存健实现]在"
)
_ALONE = frozenset("光成生永利安家全学达远元根建新东天民心良宝海国山林明平红")  # may well be words of their own

_BY_BODY = re.compile("[由被][市省县区镇村州国校院团]")
_NO_GIVEN = re.compile("家$|[东平海家汉民国红水]军$")  # 文学家, 关东军

_SECOND_LEVEL = 0xD8  # the first byte of a character of the second level of GB 2312

Tagged = tuple[str, str]


def with_given_names(tagged: Iterable[Tagged]) -> Iterator[Tagged]:
    """Words with their parts of speech, a surname and what stands behind it, if that is taken for a place or a brand,
    as one name; 连 is mostly no surname but even.

    >>> list(with_given_names([("周", "nr"), ("德顺", "ns"), ("来", "v")]))
    [('周德顺', 'nr'), ('来', 'v')]
    >>> list(with_given_names([("由王楚", "nr"), ("钦说", "v")]))
    [('由', 'p'), ('王楚钦', 'nr'), ('说', 'p')]
    """
    held: Tagged | None = None  # what may be the start of a name
    for word in _apart(tagged):
        if held and (joined := _joined(held[0], word)):
            held = joined[0] if _is_rare(word) and _may_go_on(joined[0]) else None
            yield from joined if held is None else ()
            continue
        if held:
            yield held
        held = word if _may_go_on(word) else None
        if held is None:
            yield word
    if held:
        yield held


def _apart(tagged: Iterable[Tagged]) -> Iterator[Tagged]:
    """The words, a name without the words beside it that the segmenter took for a part of it."""
    for whole, tag in tagged:
        led = _is_led(whole, tag)
        word = whole[led:]
        if led:
            yield whole[0], "p"
        if tag == "nr" and word[0] in SURNAMES and (end := RUN_ON.search(word)) and _are_given(word[1 : end.start()]):
            yield word[: end.start()], "nr"
            yield end[0], "p"
        else:
            yield word, "nr" if tag in ("n", "nz", "i", "l", "x", "v") and is_full(word) else tag


def _is_led(word: str, tag: str) -> bool:
    """Whether a word begins with one that leads a name or a body in: 由王楚, 由市."""
    if tag == "n":
        return _BY_BODY.fullmatch(word) is not None
    is_name = tag == "nr" and word[0] in LEADS and word[1:2] in tuple(SURNAMES)
    return is_name and (len(word) > 2 or word[0] in "由被")


def is_full(name: str) -> bool:
    """Whether a name is a surname with a given name of two of the usual characters."""
    return len(name) == 3 and name[0] in SURNAMES and _are_given(name[1:]) and not _NO_GIVEN.search(name)


def _may_go_on(word: Tagged) -> bool:
    said, tag = word
    return tag == "nr" and said[0] in SURNAMES and len(said) < 3 and said != "连"


def _are_given(said: str) -> bool:
    return all(character in _GIVEN for character in said)


def _joined(start: str, word: Tagged) -> list[Tagged] | None:
    """The whole name of which a word is the rest, and what else that word says; None where it is none."""
    said, tag = word
    if len(start) == 1:
        is_given = len(said) == 2 and (tag in ("ns", "nz") or (tag in ("nr", "n") and _are_given(said)))
        return [(start + said, "nr")] if is_given or _is_rare(word) else None
    if _is_rare(word):
        return [(start + said, "nr")]
    if said[0] not in _GIVEN or len(said) > 2 or tag == "x":
        return None
    if len(said) == 1:
        return None if said in _ALONE and tag not in ("nr", "zg", "ng") else [(start + said, "nr")]
    if said[1] not in _JOINTS or _WORDS.fullmatch(said):
        return None
    return [(start + said[0], "nr"), (said[1], "p")]


def _is_rare(word: Tagged) -> bool:
    """Whether a word is one rare character, of the second level of GB 2312 or outside it, of which nothing is known."""
    said, tag = word
    code = said.encode("gb2312", "ignore")
    return tag == "zg" and len(said) == 1 and (not code or code[0] >= _SECOND_LEVEL)
