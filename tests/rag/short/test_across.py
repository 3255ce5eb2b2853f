"""The short answer in a sentence of the other language: the one that is asked for, or none."""

import pytest

from rag.language import detect
from rag.short.shown import short_answer
from tests.rag.short.test_find import unit


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "How many elevators were installed in Linjiang this year by the end of October?",
            "记者从市住房和城乡建设局了解到，截至10月底，临江市今年已完成加装电梯143部，超过全年130部的目标。",
            "143部",
        ),
        ("How far does the light reach?", "鹿耳岛灯塔高二十二米，灯光射程二十四海里。", "二十四海里"),
        ("How many people can ride at once?", "电梯额定载重630公斤，一次可乘8人，由本市企业宏远机电公司承建。", "8人"),
        ("How many courses can one child take?", "每名学员最多可报3门课程，同一时段不得重复。", "3门"),
        (
            "How many households agreed?",
            "当时12户中有9户同意，但一楼的两户担心采光和噪音受影响，二楼的一户觉得自己用不上，事情就此搁置。",
            "9户",
        ),
        ("How tall is the tower?", "灯塔建于1908年，由英国工程师设计，塔身用本地花岗岩砌成，高二十二米。", "二十二米"),
        ("How many papers did she publish?", "除专著外，她发表论文87篇。", "87篇"),
        ("How many times did she enter the plateau?", "她的野外工作以横断山区为主，先后23次进入川西高原。", "23次"),
        (
            "How many times were the drawings changed?",
            "从2023年10月到2024年6月，她带着居民代表前后开了17次协商会，还请设计单位两次修改图纸。",
            "两次",
        ),
        (
            "How many seconds does it take now?",
            "以前抱着孩子、提着菜爬楼，要歇两次，最快也得4分钟；现在从一楼到五楼只要18秒。",
            "18秒",
        ),
        ("How much does a replacement card cost?", "刷卡才能乘梯，每户发卡4张，补办一张收10元。", "10元"),
        (
            "摄政电影院是哪一年开业的？",
            "The Regal opened in 1934 with 1,150 seats and showed its last film in 1983.",
            "1934",
        ),
        (
            "公司有多少客户？",
            "The company has 3.5 million customers in 12 countries and employs 840 people.",
            "3.5 million",
        ),
        ("她要了多长时间？", "Malinek asked for eight months and £6,000.", "eight months"),
        ("有几名厨师？", "The school has 24 teachers, 310 pupils and two cooks.", "two"),
        ("成人票多少钱？", "Adult tickets are £7 and children pay £3.50.", "£7"),
        ("失业率是多少？", "Unemployment fell to 4.1% while 62 per cent of adults were in work.", "4.1%"),
        ("How many teachers are there?", "全县共有12所中学、340名教师和5,600名学生，另有3座图书馆。", "340名"),
        (
            "How much is a second-class ticket?",
            "列车时速350公里，全程2小时40分钟，二等座票价263元，一等座票价421元。",
            "263元",
        ),
        ("What time does the exhibition open?", "展览每天上午9点开门，下午5点闭馆，周一休息。", "上午9点"),
        ("How wide is the bridge?", "大桥全长2.3公里，宽32米，双向六车道，总投资18.6亿元，2016年3月开工。", "32米"),
        (
            "By how much did the income grow?",
            "全村有耕地1,200亩，种植茶树的农户占七成，去年茶叶收入达到860万元，比前年增长15%。",
            "15%",
        ),
        ("How many boats were sent?", "救援队派出3架直升机、12艘快艇，转移群众430人，另有5人受轻伤。", "12艘"),
        ("How much is the entry fee?", "报名费每人80元，7月15日截止，比赛于8月2日上午8点在体育场举行。", "80元"),
        ("How many sons does he have?", "老人1931年生于苏州，1949年参军，育有三个儿子和两个女儿。", "三个"),
        ("Who did Shen Ruotang marry?", "1941年，沈若棠在昆明与地质学家陆承志结婚，育有一子一女。", "陆承志"),
        ("Who is the secretary of the community?", "转机来自社区书记丁秋萍。", "丁秋萍"),
        ("Who is his wife?", "邵阿海的妻子吴月娥在镇上的小学食堂做饭。", "吴月娥"),
        ("Who designed the bridge?", "大桥由工程师梁国栋设计，市长李志强为大桥剪彩。", "梁国栋"),
        ("Who wrote the novel?", "小说由林语堂撰写，张振玉翻译，1977年出版。", "林语堂"),
        ("Who is the headteacher of the school?", "校长赵一曼说，新校舍由企业家陈金富捐建。", "赵一曼"),
        ("Who wrote the letter?", "王丽给李明写了一封信。", "王丽"),
        (
            "谁报的警？",
            "The alarm was raised at 2.40am by Marek Dolan, a baker who was on his way to work.",
            "Marek Dolan",
        ),
        ("当时的市长是谁？", "The mayor of the day, Dorothy Gaines, bought her a new toothbrush.", "Dorothy Gaines"),
        ("谁创办了面包店？", "Anna Weiss founded the bakery in 1988; her son Paul Weiss runs it today.", "Anna Weiss"),
        (
            "How many nurses are there?",
            "青石镇卫生院现有医生18名、护士32名、病床60张，2023年门诊量达4.6万人次，比上年增长8%。",
            "32名",
        ),
        (
            "How many people died?",
            "台风“海葵”于9月5日凌晨登陆，最大风力12级，造成3人死亡、17人受伤，直接经济损失2.3亿元。",
            "3人",
        ),
        (
            "How much is dinner?",
            "学校食堂早餐6点30分开始供应，午餐11点40分，晚餐17点30分；一份午餐12元，晚餐10元。",
            "10元",
        ),
        (
            "How many bicycles does the factory make a year?",
            "该厂2005年投产，年产自行车120万辆，其中出口占65%，现有职工2,300人。",
            "120万辆",
        ),
        ("How long is the dam?", "水库库容1.8亿立方米，大坝高68米，长420米，1972年建成，灌溉农田35万亩。", "420米"),
        (
            "How much is the ticket?",
            "航班CA1835上午8点10分起飞，11点25分到达，票价920元，可免费托运行李20公斤。",
            "920元",
        ),
        ("How many seats are there?", "图书馆共五层，阅览座位1,800个，周二至周日9:00—21:00开放，周一闭馆。", "1,800个"),
        (
            "How many countries did they come from?",
            "马拉松比赛有来自36个国家的2.8万名选手参加，肯尼亚选手以2小时8分夺冠，奖金4万美元。",
            "36个",
        ),
        (
            "有多少护士？",
            "The hospital has 18 doctors, 32 nurses and 60 beds, and treated 46,000 patients in 2023.",
            "32",
        ),
        ("他哪年出生？", "Tom Hale was born in 1956, graduated in 1978 and retired in 2016.", "1956"),
        ("图书馆有几层？", "The library has five floors and 1,800 seats, and is open from 9am to 9pm.", "five"),
        ("熊每天吃多少竹子？", "The bear weighs 180 kilograms and eats 15 kilograms of bamboo a day.", "15 kilograms"),
        (
            "How far is the village from the county town?",
            "云雾村距县城42公里，全村98户、386人，人均年收入1.6万元，村里有一所小学，学生27名，教师4名。",
            "42公里",
        ),
        (
            "How many apprentices has he had?",
            "老木匠孙德海今年七十三岁，十六岁开始学手艺，一生做过两千多件家具，带过九个徒弟。",
            "九个",
        ),
        (
            "How many countries does it have offices in?",
            "2018年5月12日，公司在深圳成立，2021年在香港上市，目前在8个国家设有办事处，客户超过300万。",
            "8个",
        ),
        (
            "How much honey does he produce a year?",
            "张海生1992年当兵，2004年退伍后回乡养蜂，如今有蜂箱260个，年产蜂蜜8吨，收入40多万元。",
            "8吨",
        ),
        (
            "How much does the champion get?",
            "冠军获得奖金5万元，亚军3万元，季军1万元；报名截止时间为6月30日，决赛7月20日举行。",
            "5万元",
        ),
        (
            "How long is the documentary?",
            "导演陈思远拍摄这部纪录片用了三年，片长96分钟，耗资210万元，将于10月18日上映。",
            "96分钟",
        ),
        (
            "When does the school bus leave?",
            "校车早上7点10分从东门出发，下午4点40分返回，可坐45人，司机姓马。",
            "早上7点10分",
        ),
        (
            "What share of respondents use the phone more than 4 hours a day?",
            "报告显示，受访者中62%每天使用手机超过4小时，18%睡前仍在使用，样本为3,200名大学生。",
            "62%",
        ),
        ("When will the film be released?", "电影将于5月20日上映。", "5月20日"),
        ("When was the temple listed as protected?", "这座庙宇1956年被列为省级文物保护单位。", "1956"),
        ("When does the bus leave?", "班车每天早上6点30分发车。", "早上6点30分"),
        ("When does the performance begin?", "演出晚上7点半开演。", "晚上7点半"),
        ("When did she get her doctorate?", "2009年本科毕业，2014年获博士学位。", "2014"),
        ("When did he join the army?", "张海生1992年当兵，2004年退伍后回乡养蜂。", "1992"),
        ("地震是什么时候发生的？", "The quake struck at 3.12am.", "3.12am"),
        ("比赛几点开始？", "The next home game has its kick-off at 7.45pm.", "7.45pm"),
        ("什么时候重新开放？", "It reopens on Saturday 23 November at 8 am.", "on Saturday 23 November"),
        ("星期天几点关门？", "We are open from 9am to 6pm on weekdays and from 10am to 4pm on Sundays.", "4pm"),
        ("When does it open at weekends?", "营业时间：平日10:00—22:00，周末9:00—23:00。", "9:00"),
        ("When does the bank open?", "银行周一至周五9:00—17:00营业。", "周一至周五9:00—17:00"),
        ("How old was she when she died?", "她去世时92岁。", "92岁"),
        ("How old was he when he left home?", "他18岁离家。", "18岁"),
        ("How old must the children be?", "共招收学员120人，年龄8至14岁。", "8至14岁"),
        ("有多少人遇难？", "Eleven people lost their lives.", "Eleven people"),
        ("每个月租金是多少？", "Rent is £900 a month.", "£900"),
        ("How much do children pay?", "成人票128元，儿童票68元，65岁以上老人票80元。", "68元"),
        ("How much is a student ticket?", "成人票50元，学生票30元。", "30元"),
        ("How much is a single room?", "单人间每晚320元，双人间450元。", "320元"),
        ("What is the maximum depth of the lake?", "湖面积52平方公里，平均水深14米，最深处达73米。", "73米"),
        ("城堡离阿德芬多远？", "The castle stands 60 metres above the sea, 12 miles north of Ardfern.", "12 miles"),
        ("How many tourists visited the city?", "全年接待游客2,150万人次，旅游收入198亿元。", "2,150万人次"),
        ("How many SCI papers has she published?", "她发表论文32篇，其中SCI论文18篇。", "18篇"),
        ("How many papers has she published?", "她发表论文32篇，其中SCI论文18篇。", "32篇"),
        ("How many new energy vehicles are there?", "机动车保有量86万辆，其中新能源汽车7.3万辆。", "7.3万辆"),
        ("By how much did GDP grow?", "地区生产总值2,860亿元，增长6.1%；其中第一产业180亿元，增长3.2%。", "6.1%"),
        ("How many seats are there?", "阅览座位1,600个，比老馆多出900个。", "1,600个"),
        ("主楼有几层？", "The keep is 28 metres high, and has five storeys.", "five storeys"),
        ("Who is the principal?", "校长是李建华。", "李建华"),
        ("Who is the contact person?", "联系人：李晓红，电话5588120。", "李晓红"),
        ("Who was the referee?", "现场观众28,700人，主裁判是张雷。", "张雷"),
        ("教练是谁？", "The coach is David Marsh.", "David Marsh"),
        ("城堡是谁建的？", "It was built in 1385 by Walter Leslie.", "Walter Leslie"),
    ],
)
def test_it_is_what_is_counted_measured_or_said_to_have_happened(question: str, text: str, answer: str) -> None:
    short = short_answer(question, question, detect(question), unit(text))
    assert short is not None
    assert short.text == answer
