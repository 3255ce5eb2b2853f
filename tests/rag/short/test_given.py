"""Chinese names as the segmenter cuts them, whole again."""

import pytest

from rag.short.names import persons


def named(text: str) -> list[str]:
    return [text[span.start : span.end] for span in persons(text, "zh")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("公司由周立群于1998年创立。", ["周立群"]),
        ("王楚钦战胜樊振东。", ["王楚钦", "樊振东"]),
        ("校长胡天秀说，学校明年扩建。", ["胡天秀"]),
        ("该庙由李强建于1920年。", ["李强"]),
        ("李明，妻王芳，子李小明。", ["李明", "王芳", "李小明"]),
        ("项目负责人是李良玉，去年到任。", ["李良玉"]),
        ("实学者金堉的改革。", ["金堉"]),
        ("由当年的队长朱尔·雷邦德设计。", ["朱尔·雷邦德"]),
        ("英国人查理斯·莱尔的著作。", ["查理斯·莱尔"]),
        ("美国总统托马斯·伍德罗·威尔逊。", ["托马斯·伍德罗·威尔逊"]),
        ("君士坦丁大帝召开会议。", ["君士坦丁大帝"]),
        ("经达赖喇嘛同意。", ["达赖喇嘛"]),
    ],
)
def test_a_name_is_whole(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李明生于1950年。", ["李明"]),
        ("王芳平和地说。", ["王芳"]),
        ("日本关东军撤退。", []),
        ("他是文学家。", []),
        ("两位大师和三位法师到场。", []),
        ("莫斯科物理学院成立。", []),
        ("大王到了。", []),
        ("由市体育局主办。", []),
    ],
)
def test_what_follows_a_name_is_no_part_of_it_and_other_words_are_none(text: str, names: list[str]) -> None:
    assert named(text) == names
