"""Blanks and unprintable characters inside a line."""

import pytest

from corpus.clean import clean


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("规划面积为 1578 平方公里", "规划面积为1578平方公里"),
        (
            "3 月 5 日，全市 经济工作会议 召开 ，总投资 1,578.6 亿元。",
            "3月5日，全市经济工作会议召开，总投资1,578.6亿元。",
        ),
        ("核 心 提 示", "核心提示"),
        ("短 评", "短评"),
        ("说 “你好” ，他 走 了 。", "说“你好”，他走了。"),
        ("抢抓“双城”重大机遇 约定联手六项任务", "抢抓“双城”重大机遇 约定联手六项任务"),
        ("机遇　　2020年两会 特别报道", "机遇 2020年两会 特别报道"),
        ("举行。 记者 郑宇 摄", "举行。 记者 郑宇 摄"),
        ("（记者　张三　通讯员　李四）会议召开。", "（记者 张三 通讯员 李四）会议召开。"),
        ("（记者 张三，通讯员 李四）全市 会议（第三次） 召开。", "（记者 张三，通讯员 李四）全市会议（第三次）召开。"),
        ("使用 Python 3 版本 的人 很多。", "使用 Python 3 版本的人很多。"),
        ("时间：3月1日 地点：重庆", "时间：3月1日 地点：重庆"),
        ("张三 12 重庆", "张三 12 重庆"),
        ("1 总则", "1 总则"),
        ("第四条 茶农负责采茶，茶商负责销售。", "第四条 茶农负责采茶，茶商负责销售。"),
        ("two  spaces", "two spaces"),
    ],
)
def test_stray_spaces_go_and_spaces_that_part_two_things_stay(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\ufeff两\u200b江\x00新\x1f区\u2060", "两江新区"),
        ("inter\xadnational", "international"),
        ("👨\u200d👩 家\u200d庭", "👨\u200d👩 家庭"),
        ("a\ud800b\ufffe", "ab"),
        ("ＧＤＰ：１２％，“双城”", "ＧＤＰ：１２％，“双城”"),
        ("", ""),
        (" \n\u3000\n\xad\n", ""),
    ],
)
def test_unprintable_characters_go_and_full_width_ones_stay(raw: str, expected: str) -> None:
    assert clean(raw).text == expected
