"""Questions made of frames, since people ask in another way than books and reports speak."""

import random
import re
from collections.abc import Iterator, Sequence

from rag.embedding.pairs import Pair

# Chinese, English; X and Y stand for any name or noun, N for a year.
FRAMES = [
    ("X是什么？", "What is X?"),
    ("什么是X？", "What is X?"),
    ("X是谁？", "Who is X?"),
    ("X是什么意思？", "What does X mean?"),
    ("X在哪里？", "Where is X?"),
    ("X位于哪个国家？", "In which country is X located?"),
    ("X位于什么地方？", "Where is X located?"),
    ("X出生于哪一年？", "In what year was X born?"),
    ("X是什么时候出生的？", "When was X born?"),
    ("X是哪一年去世的？", "What year did X die?"),
    ("X在哪里去世？", "Where did X die?"),
    ("X是哪里人？", "Where is X from?"),
    ("X的国籍是什么？", "What nationality is X?"),
    ("X什么时候成立？", "When was X established?"),
    ("X成立于哪一年？", "In what year was X founded?"),
    ("谁创立了X？", "Who founded X?"),
    ("谁发明了X？", "Who invented X?"),
    ("谁发现了X？", "Who discovered X?"),
    ("X是由谁设计的？", "Who designed X?"),
    ("X是谁写的？", "Who wrote X?"),
    ("X的作者是谁？", "Who is the author of X?"),
    ("X有多少人口？", "How many people live in X?"),
    ("X的人口是多少？", "What is the population of X?"),
    ("X的面积有多大？", "How large is the area of X?"),
    ("X有多高？", "How tall is X?"),
    ("X有多长？", "How long is X?"),
    ("X距离Y有多远？", "How far is X from Y?"),
    ("X花了多少钱？", "How much did X cost?"),
    ("X的价格是多少？", "What is the price of X?"),
    ("X占Y的百分之几？", "What percentage of Y is X?"),
    ("X有多少个Y？", "How many Y does X have?"),
    ("X是什么时候开始的？", "When did X begin?"),
    ("X持续了多久？", "How long did X last?"),
    ("X是什么时候结束的？", "When did X end?"),
    ("X在什么时候发布？", "When was X released?"),
    ("X是什么时候建成的？", "When was X built?"),
    ("X哪一年当选？", "In what year was X elected?"),
    ("X的首都是哪里？", "What is the capital of X?"),
    ("X的领导人是谁？", "Who is the leader of X?"),
    ("X的主要产品是什么？", "What is the main product of X?"),
    ("X的主要产业有哪些？", "What are the main industries of X?"),
    ("X的目标是什么？", "What is the goal of X?"),
    ("X有什么作用？", "What is X used for?"),
    ("X是由什么组成的？", "What is X made of?"),
    ("X属于哪一类Y？", "What type of Y is X?"),
    ("X的原因是什么？", "What is the cause of X?"),
    ("为什么X很重要？", "Why is X important?"),
    ("X为什么反对Y？", "Why did X oppose Y?"),
    ("X为什么离开Y？", "Why did X leave Y?"),
    ("X如何影响Y？", "How does X affect Y?"),
    ("X和Y有什么区别？", "What is the difference between X and Y?"),
    ("X和Y之间是什么关系？", "What is the relationship between X and Y?"),
    ("X对Y有什么看法？", "What did X think of Y?"),
    ("X在Y中扮演什么角色？", "What role does X play in Y?"),
    ("X在Y期间做了什么？", "What did X do during Y?"),
    ("X什么时候加入Y？", "When did X join Y?"),
    ("X什么时候去了Y？", "When did X go to Y?"),
    ("X在哪所学校学习Y？", "At what school did X study Y?"),
    ("X在Y担任什么职务？", "What position did X hold at Y?"),
    ("X为哪家公司工作？", "What company did X work for?"),
    ("X赢得了什么奖？", "What award did X win?"),
    ("X打败了谁？", "Who did X defeat?"),
    ("谁在Y中击败了X？", "Who beat X in Y?"),
    ("X的妻子是谁？", "Who was the wife of X?"),
    ("X的父亲是做什么的？", "What did the father of X do?"),
    ("X以什么闻名？", "What is X known for?"),
    ("X还叫什么名字？", "What is another name for X?"),
    ("X说什么语言？", "What language is spoken in X?"),
    ("X使用什么货币？", "What currency is used in X?"),
    ("X信仰什么宗教？", "What is the religion of X?"),
    ("X最大的城市叫什么？", "What is the name of the largest city in X?"),
    ("哪条河流经X？", "Which river flows through X?"),
    ("哪个机构负责X？", "Which organization is responsible for X?"),
    ("哪个国家拥有最多的X？", "Which country has the most X?"),
    ("哪些城市属于X？", "Which cities belong to X?"),
    ("谁批准了X？", "Who approved X?"),
    ("谁负责X的Y？", "Who is in charge of the Y of X?"),
    ("X的总投资是多少？", "What is the total investment in X?"),
    ("X何时获得批准？", "When was X approved?"),
    ("X何时在Y开幕？", "When did X open in Y?"),
    ("X的第一任Y是谁？", "Who was the first Y of X?"),
    ("X有哪些类型的Y？", "What types of Y does X have?"),
    ("请介绍一下X。", "Tell me about X."),
    ("X的历史有多久？", "How old is X?"),
    ("X和Y哪个更大？", "Which is bigger, X or Y?"),
    ("在X，Y是什么时候被禁止的？", "When was Y banned in X?"),
    ("根据X，Y意味着什么？", "According to X, what does Y mean?"),
    ("X之后发生了什么？", "What happened after X?"),
    ("X之前谁统治Y？", "Who ruled Y before X?"),
    ("多少人参加了X？", "How many people took part in X?"),
    ("N年X发生了什么？", "What happened in X in N?"),
    ("谁在N年赢得了X？", "Who won X in N?"),
    ("到N年，X有多少Y？", "How many Y did X have by N?"),
    ("X在N年之前叫什么？", "What was X called before N?"),
    ("N年谁在X执政？", "Who ruled X in N?"),
]


def ask(names: Sequence[Pair], nouns: Sequence[Pair], number: int, chance: random.Random) -> Iterator[Pair]:
    """`number` questions; X is mostly a name, Y as often a noun."""
    for _ in range(number):
        chinese, english = chance.choice(FRAMES)
        x = chance.choice(names if chance.random() < 0.7 else nouns)
        y = chance.choice(names if chance.random() < 0.5 else nouns)
        year = str(chance.randint(1500, 2030))
        yield Pair(_fill(chinese, x.chinese, y.chinese, year), _fill(english, x.english, y.english, year))


def _fill(frame: str, x: str, y: str, year: str) -> str:
    return re.sub(r"[XYN](?![a-z])", lambda slot: {"X": x, "Y": y, "N": year}[slot[0]], frame)
