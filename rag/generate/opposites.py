"""Words of Chinese and English that say the opposite of each other."""

# One opposition a line, its two sides parted by a stroke.
_LINES = """
increase increased increases increasing rise rose risen rising 增长 增加 上升 提高 上涨 增多 增至 扩大 升高 | \
decrease decreased decreases decreasing fall fell fallen falling 下降 减少 下跌 降低 减至 缩小 下滑 降
grow grew grown growing growth gained climbed | drop dropped decline declined shrink shrank lost reduced reduce reduces
more greater higher larger 多于 高于 大于 超过 以上 更多 更高 更大 exceed exceeded exceeds over | \
less fewer lower smaller 少于 低于 小于 不足 不到 以下 更少 更低 更小 under
before 之前 以前 前 | after 之后 以后 后
first earliest 最早 首先 最初 | last final latest 最后 最终 最晚
most largest biggest highest longest best 最大 最多 最高 最长 最好 | \
least smallest lowest shortest worst 最小 最少 最低 最短 最差
north northern 北 北部 北方 | south southern 南 南部 南方
east eastern 东 东部 东方 | west western 西 西部 西方
win won wins winning victory 赢 获胜 战胜 胜 | lose lost loses losing defeat 输 落败 战败 失败
support supported supports supporting favour favor 支持 赞成 同意 | oppose opposed opposes against 反对
allow allowed allows permit permitted 允许 准许 可以 | forbid forbidden banned ban prohibited prohibits 禁止
begin began begun start started starts 开始 启动 | end ended ends finish finished stopped 结束 终止 停止
accept accepted accepts 接受 | reject rejected rejects refuse refused 拒绝
buy bought buys purchase purchased 购买 买入 收购 | sell sold sells 出售 卖出 销售
import imported imports 进口 | export exported exports 出口
open opened opens 开放 开幕 | closed close closes 关闭 闭幕
high 高 | low 低
old 旧 | new 新
male men 男性 男 | female women 女性 女
success succeeded successful successfully 成功 | failure failed fail unsuccessful 失败
strengthen strengthened improve improved 加强 改善 | weaken weakened worsen worsened 削弱 恶化
"""
OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, _, other in (line.partition("|") for line in _LINES.strip().splitlines())
)
