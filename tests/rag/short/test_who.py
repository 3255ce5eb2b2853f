"""Who did something, who was there, who holds an office now, and where something is."""

import pytest

from tests.rag.short.test_find import found

OPENING = "On May 9, the first meeting of Lund Harbor and Holm Harbor was held at the Lund Office. Photo by Ann Pole"


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Who attended the meeting?", OPENING, None),
        ("Who gave the green light to Lund Harbor?", OPENING, None),
        ("Who attended the meeting?", "First meeting of the two areas, held by video, looks at trade.", None),
        ("Who was present in the hall?", "The Orme Academy and the Lund School met in the Rose Hall.", None),
        ("Who led the work?", "They led the work with Marxist Thought for a New Era.", None),
        ("Who built the bridge?", "Danish engineers built the bridge.", None),
        ("Who built the bridge?", "Danish engineer Ada Lund built the bridge.", "Ada Lund"),
        ("Who wrote the song?", "The song was written by John Marsh and Ada Wood.", "John Marsh and Ada Wood"),
        ("Who opened the fair?", "The fair was opened by the Duke of Lund.", "Duke of Lund"),
        ("Who approved the harbor?", "In 1998, the Maritime Board approved the harbor.", "Maritime Board"),
        ("Who gave the harbor the go-ahead?", "The Maritime Board gave the harbor a licence.", "Maritime Board"),
        ("Who restored the mill?", "The mill was restored by the Holm Trust in 1950.", "Holm Trust"),
        ("Who owns the club?", "It is owned by Ian Cole and Pike Capital Group.", "Ian Cole and Pike Capital Group"),
        ("Who led the talks?", "Ian Cole and the Lund Union led the talks.", "Ian Cole"),
        ("Who signed the deal?", "The Orme School and the Lund Academy signed it.", "Orme School and the Lund Academy"),
    ],
)
def test_who_is_somebody_or_a_body_that_may_do_it(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Who came to the hall?",
            "At 9, the two heads, fifty teachers and a choir of children came to the hall and sang.",
            "the two heads, fifty teachers and a choir of children",
        ),
        (
            "Who attended the opening?",
            "Ann Lee and the members of both boards attended the opening.",
            "Ann Lee and the members of both boards",
        ),
        (
            "Who attended the meeting?",
            "At 9, the leaders of the two towns came to the Rose Hall and talked.",
            "the leaders of the two towns",
        ),
        (
            "Who attended the school?",
            "Several people attended the school, among them Tom Pike and Sam Lee.",
            "Tom Pike and Sam Lee",
        ),
        ("Who joined the strike?", "All employees, Tom Brown said, joined the strike.", "All employees"),
        ("Who met?", "In Holm, the three leaders met.", "the three leaders"),
        ("谁参加了比赛？", "志愿者为参加比赛的王芳加油。", "王芳"),
        ("谁参加了比赛？", "志愿者为家乡参加了比赛。", "志愿者"),
        ("谁出席了会议？", "下午，两镇负责人和代表来到会议室，座谈了两小时。", "两镇负责人和代表"),
        ("谁出席了仪式？", "省科技厅和市商务局负责人出席了仪式。", "省科技厅和市商务局负责人"),
        ("谁参加了座谈会？", "上午，镇干部和村民代表参加了座谈会，学习了李明书记的重要讲话精神。", "镇干部和村民代表"),
        ("谁参加了座谈会？", "座谈会在县里举行。记者 陈禾 摄", None),
        ("谁主持了座谈会？", "村民代表参加了座谈会，陈禾主持了座谈会。", "陈禾"),
    ],
)
def test_who_was_there_may_be_said_by_what_they_are(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Who is the new head?", "Our first head, Ian Cole, stepped down in May.", None),
        ("Who was the first head?", "Our first head, Ian Cole, stepped down in May.", "Ian Cole"),
        ("Who is the manager now?", "Ada Pike, the manager, left in March, and Tom Rudd took over.", "Tom Rudd"),
        ("Who runs the bakery now?", "Ada Moll ran the bakery until her son Peter took over.", "Peter"),
        ("Who is the current chair?", "Ruth Hale took over from Ian Cole as chair.", "Ruth Hale"),
        ("现任校长是谁？", "前任校长李明去年退休，王芳接任校长。", "王芳"),
        ("校长现在是谁？", "校长李明去年离任。", None),
        ("校长是谁？", "校长李明去年离任。", "李明"),
    ],
)
def test_who_holds_an_office_now_is_not_who_left_it(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Where does Ann Pole work?", OPENING, None),
        ("Where was it held?", "It was held at the Lund Office. Photo by Ann Pole", "Lund Office"),
        ("陈禾在哪里工作？", "大会在湖州举行。记者 陈禾 摄", None),
        ("大会在哪里举行？", "大会在湖州举行。记者 陈禾 摄", "湖州"),
    ],
)
def test_a_credit_says_nothing_of_who_took_the_picture(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("她读书靠谁养？", "她在上海养家，读书多年。", None),
        ("请假要谁批？", "子女去世的，批三天；祖父母去世的，批一天。", None),
    ],
)
def test_a_place_or_kin_in_general_is_nobody(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("少儿部在哪里？", "少儿部在二层；成人部在三层。", "二层"),
        ("成人部在几楼？", "少儿部在二层；成人部在三层。", "三层"),
        ("阅览室在几楼？", "阅览室设在图书馆三楼，每天开放。", "三楼"),
        ("停车场在哪里？", "停车场在地下一层。", "地下一层"),
        ("会议在哪里开？", "会议在三楼会议室召开。", "三楼会议室"),
        ("大楼一共几层？", "大楼共18层，会议室在15层。", "18层"),
        ("学校在哪里？", "学校建了三层楼，位于湖州市。", "湖州市"),
    ],
)
def test_where_may_be_a_floor(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("展览在哪里举行？", "展览在市美术馆拉开帷幕。", "市美术馆"),
        ("半岛的名称来自于哪里？", "名称来自于加拿大纽芬兰省东南部的阿瓦隆半岛。", "加拿大纽芬兰省东南部的阿瓦隆半岛"),
        ("他在哪里工作？", "他在北京的一所学校工作。", "北京"),
        ("文章发表在哪里？", "文章发表在《自然》杂志上。", "《自然》"),
        ("电影在哪里上映？", "电影《远山》在湖州上映。", "湖州"),
        ("王兰从小住在哪里？", "王兰出生于台北，但从小住在洛杉矶。", "洛杉矶"),
        ("滕皇后是哪里人？", "滕氏，北海剧县人，史书称之为滕夫人。", "北海剧县"),
        ("陈禾住在哪里？", "陈禾在母亲陪同下来到湖州，住在安吉。", "安吉"),
    ],
)
def test_a_place_is_whole_and_no_more_than_that(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Where did they move to?", "They moved from Hull to Leeds in 1990.", "Leeds"),
        ("Where did they come from?", "They came from Hull to Leeds in 1990.", "Hull"),
        ("Where did the delegation from Whitby go?", "The delegation from Whitby visited Hull.", "Hull"),
        ("Where does the train go?", "The train from Hull goes to Leeds.", "Leeds"),
        ("Where is the office of the firm from Hull?", "The firm from Hull has its office in Leeds.", "Leeds"),
        ("Where was he born?", "He was born in Lund in Sweden.", "Lund in Sweden"),
        ("Where was the treaty signed?", "The treaty was signed at Lund in May 1920.", "Lund"),
    ],
)
def test_of_a_way_only_the_end_asked_for_is_where(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer
