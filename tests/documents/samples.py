"""Made-up papers that hold every kind of block, for the tests of the writers."""

from app.documents.tree import (
    Article,
    Blank,
    Block,
    Chapter,
    Column,
    Document,
    Heading,
    Inline,
    Item,
    PaperKind,
    Paragraph,
    Prose,
    Ref,
    Signature,
    Table,
    Text,
    Value,
)

COMPANY = Value("company", "株式会社髙﨑製作所")
KANA = "アイウエオ"


def texts(*pieces: str | Inline) -> tuple[Inline, ...]:
    """Plain words as Text, other pieces as they are."""
    return tuple(Text(piece) if isinstance(piece, str) else piece for piece in pieces)


def items(prefix: str, *words: str | Inline | tuple[str | Inline, ...], kana: tuple[str, ...] = ()) -> tuple[Item, ...]:
    """号 (1), (2) …; the last one takes `kana` as its 細号."""
    inner = tuple(Item(f"{prefix}-{KANA[n]}", KANA[n], texts(word)) for n, word in enumerate(kana))
    made = [
        Item(f"{prefix}-{n}", f"({n})", texts(*(word if isinstance(word, tuple) else (word,))))
        for n, word in enumerate(words, start=1)
    ]
    if inner:
        made[-1] = Item(made[-1].id, made[-1].label, made[-1].inlines, inner)
    return tuple(made)


def paragraph(id: str, number: int, *pieces: str | Inline, items: tuple[Item, ...] = ()) -> Paragraph:
    """項; the first of an article shows no number."""
    return Paragraph(id, "" if number == 1 else str(number), texts(*pieces), items)


def article(number: int, caption: str, *paragraphs: Paragraph) -> Article:
    """条."""
    return Article(f"a{number}", number, f"第{number}条", f"（{caption}）" if caption else "", paragraphs)


def regulation() -> Document:
    """章, 条, 項, 号, 細号, references of every sort, a table, 附則 with numbered paragraphs, 別紙 on a new page."""
    long = "従業員は、会社の秘密情報を取り扱うに当たり、この規程及び会社の指示に従い、漏えい、滅失又は毀損を防ぐために必要な注意を払わなければならない。"
    blocks: tuple[Block, ...] = (
        Chapter(1, "第1章", "総則"),
        article(
            1,
            "目的",
            paragraph(
                "a1-1",
                1,
                "この規程は、",
                COMPANY,
                "（以下「会社」という。）の秘密情報を守り、正しく活かすために必要な事項を定める。",
            ),
        ),
        article(
            2,
            "適用範囲",
            paragraph("a2-1", 1, "この規程は、会社の役員及び従業員に適用する。"),
            paragraph("a2-2", 2, "派遣労働者及び出向者には、派遣元又は出向元との契約に基づき、この規程を守らせる。"),
        ),
        article(
            3,
            "統括責任者",
            paragraph("a3-1", 1, "秘密情報の管理を統べる者として、統括責任者を置き、代表取締役をもって充てる。"),
            paragraph("a3-2", 2, "統括責任者は、点検を行う者として", Blank("inspector", "点検する人"), "を指名する。"),
            paragraph(
                "a3-3",
                3,
                "統括責任者は、次に掲げる者を定める。",
                items=items(
                    "a3-3",
                    "管理責任者",
                    "事務局",
                    ("点検者。ただし、", Ref("a3-2", "前項"), "の者を除く。"),
                    kana=("製造部門", "管理部門"),
                ),
            ),
        ),
        Chapter(2, "第2章", "秘密情報の取扱い"),
        article(
            4,
            "持出しの禁止",
            paragraph(
                "a4-1",
                1,
                "従業員は、次に掲げる行為をしてはならない。",
                items=items("a4-1", "私物の記録媒体を使用すること", "許可を受けずに秘密情報を社外に送ること"),
            ),
            paragraph(
                "a4-2",
                2,
                Ref("a4-1", "前項"),
                "の規定にかかわらず、",
                Ref("a3", "第3条"),
                "に定める者が認めたときは、この限りでない。",
            ),
            paragraph(
                "a4-3", 3, Ref("a3-2", "第3条第2項"), "の者は、", Ref("a4-1-2", "第4条第1項第2号"), "の状況を点検する。"
            ),
        ),
        article(
            5,
            "事故の報告",
            paragraph(
                "a5-1",
                1,
                "従業員は、漏えい又はそのおそれを知ったときは、直ちに",
                Blank("night", "夜間の連絡先"),
                "に知らせる。",
                Ref("a3-3-3", "第3条第3項第3号"),
                "の者も同様とする。",
            ),
            paragraph(
                "a5-2",
                2,
                Ref("a4", "前条"),
                "及び",
                Ref("annex-1", "別紙1"),
                "の定めは、",
                Ref("a4-3", "前条第3項"),
                "の場合にも適用する。",
            ),
        ),
        *(
            article(
                n,
                f"取扱い{n}",
                paragraph(f"a{n}-1", 1, long),
                *(paragraph(f"a{n}-{k}", k, long) for k in range(2, n % 4 + 2)),
            )
            for n in range(6, 25)
        ),
        Heading("supplement", "附則"),
        Prose(texts("この規程は、", Value("date", "令和8年12月1日"), "から施行する。"), "1"),
        Prose(
            texts(
                "この規程の施行前に秘密とした情報は、", Ref("a4", "第4条"), "の規定による秘密とみなす。次の場合を除く。"
            ),
            "2",
            items=items("s", "公知のもの", "返したもの", kana=("原本", "写し")),
        ),
        Heading("annex-1", "別紙1　区分と取扱い", new_page=True),
        Prose(texts("この別紙は、", Ref("a3", "第3条"), "の区分ごとの取扱いを定める。")),
        Table(
            "handling",
            "区分ごとの取扱い",
            (Column("区分", 15, "center"), Column("保管", 35), Column("持出し", 35), Column("数", 15, "right")),
            (
                ("極秘", "施錠した書庫に置く。\n鍵は統括責任者が持つ。", "禁止する。", "3"),
                ("秘", "施錠した場所に置く。", "許可を受けて持ち出す。", "12"),
                ("社外秘", "事務所の中に置く。", "仕事に要る範囲に限る。", "25"),
            ),
        ),
    )
    return Document(
        "information-rules",
        PaperKind.REGULATION,
        "情報管理規程",
        COMPANY.text,
        "社外秘",
        "第1版　令和8年12月1日施行",
        COMPANY.text,
        ("令和8年12月1日施行",),
        False,
        blocks,
    )


def contract() -> Document:
    """前文, articles, two signatures with seals."""
    partner = Value("partner", "A&B<精密>製作所")
    blocks: tuple[Block, ...] = (
        Prose(
            texts(
                COMPANY,
                "（以下「甲」という。）と",
                partner,
                "（以下「乙」という。）は、",
                Blank("purpose", "目的"),
                "（以下「本目的」という。）のために互いに開示する秘密情報の取扱いについて、次のとおり契約する。",
            )
        ),
        article(
            1,
            "秘密情報",
            paragraph(
                "a1-1",
                1,
                "秘密情報とは、次に掲げるものをいう。",
                items=items("a1-1", "図面、仕様書及び見本", "口頭で開示され、開示の日から14日以内に書面で示されたもの"),
            ),
            paragraph("a1-2", 2, Ref("a1-1", "前項"), "の規定にかかわらず、既に公知のものを除く。"),
        ),
        *(
            article(
                n,
                f"約束{n}",
                paragraph(
                    f"a{n}-1",
                    1,
                    "甲及び乙は、相手方の書面による承諾なしに、秘密情報を第三者に開示し、又は本目的のほかに使用してはならない。",
                ),
                paragraph(f"a{n}-2", 2, Ref("a1-2", "第1条第2項"), "の規定は、この場合に準用する。"),
            )
            for n in range(2, 11)
        ),
        Prose(texts("本契約の成立を証するため、本書2通を作成し、甲乙が記名押印の上、各1通を保有する。")),
        Prose(texts(Value("today", "令和8年11月17日")), align="right"),
        Signature(
            "甲",
            (
                ("住所", texts("愛知県海辺市港町一丁目2番3号 臨海工業団地第二区画 中央管理棟")),
                ("会社名", texts(COMPANY)),
                ("代表取締役", texts("髙﨑 𠮷郎")),
            ),
        ),
        Signature(
            "乙",
            (
                ("住所", texts(Blank("partner-address", "取引先の住所"))),
                ("会社名", texts(partner)),
                ("代表者", texts(Blank("partner-representative", "代表者の氏名"))),
            ),
        ),
    )
    return Document("nda", PaperKind.CONTRACT, "秘密保持契約書", COMPANY.text, "", "", COMPANY.text, (), False, blocks)


def pledge() -> Document:
    """An address, numbered prose with items, one signature: about two pages."""
    promise = "私は、次に掲げる情報（以下「秘密情報」という。）について、在職中はもとより退職した後も、会社の許可なく、使用し、開示し、又は漏らしません。"
    blocks: tuple[Block, ...] = (
        Prose(texts(COMPANY, "\n代表取締役　髙﨑 𠮷郎　殿")),
        Prose(texts("私は、貴社の従業員として、次のことを誓約します。")),
        *(
            article(
                n,
                f"誓い{n}",
                paragraph(
                    f"a{n}-1",
                    1,
                    promise,
                    items=items(f"a{n}", "製造の条件と手順", "図面、見積り及び原価", "取引先から預かった情報"),
                ),
                paragraph(
                    f"a{n}-2",
                    2,
                    Ref(f"a{n}-1", "前項"),
                    "の秘密情報が記された物は、",
                    Ref("a1", "第1条"),
                    "に従って扱います。",
                ),
            )
            for n in range(1, 7)
        ),
        Prose(texts("次の物を返します。"), items=items("back", "入館証", "貸与品", kana=("パソコン", "携帯電話"))),
        Signature(
            "",
            (
                ("", texts(Blank("signed-on", "署名の日", "令和　　年　　月　　日"))),
                ("所属", texts("製造部")),
                ("氏名", texts(Value("person", "髙﨑 葛\U000e0100子"))),
            ),
        ),
        Signature("立会人", (("住所", ()), ("氏名", ()))),
        Signature("見届けた人", (("住所", ()), ("氏名", ())), seal=False),
    )
    return Document(
        "pledge-entry",
        PaperKind.PLEDGE,
        "秘密保持誓約書",
        COMPANY.text,
        "",
        "令和8年11月17日",
        COMPANY.text,
        ("令和8年11月17日",),
        False,
        blocks,
    )


def register(rows: int = 40) -> Document:
    """A wide table over several pages."""
    columns = (
        Column("番号", 5, "right"),
        Column("名前", 23),
        Column("部門", 10),
        Column("区分", 8, "center"),
        Column("媒体と置き場所", 22),
        Column("見てよい人", 18),
        Column("管理責任者", 14),
    )
    lines = tuple(
        (
            str(n),
            f"曲げ戻りの勘所　その{n}",
            "製造部",
            "秘",
            "紙：書庫3段目\nデータ：共有フォルダー",
            "製造部の全員、社長",
            "髙﨑 𠮷郎",
        )
        for n in range(1, rows + 1)
    )
    blocks: tuple[Block, ...] = (
        Prose(texts("この台帳は、", COMPANY, "が持つ情報のうち、守ると決めたものの一覧である。")),
        Table("assets", "情報資産の一覧", columns, lines),
    )
    return Document(
        "asset-register",
        PaperKind.REGISTER,
        "情報資産管理台帳",
        COMPANY.text,
        "秘",
        "令和8年11月17日現在",
        COMPANY.text,
        (),
        True,
        blocks,
    )


def notice() -> Document:
    """Headings, prose in three alignments, a table with an empty cell."""
    blocks: tuple[Block, ...] = (
        Prose(texts("全従業員の皆さんへ")),
        Prose(texts("代表取締役　髙﨑 𠮷郎"), align="right"),
        Heading("", "体制"),
        Prose(texts("秘密を守る役は、次のとおりです。迷ったときは、事務局に聞いてください。")),
        Table(
            "roles",
            "",
            (Column("役", 30), Column("人", 30), Column("連絡先", 40)),
            (
                ("統括責任者", "髙﨑 𠮷郎", "内線 10"),
                ("事務局", "", "〔　　　　〕"),
            ),
            (Blank("secretariat-phone", "事務局の電話"),),
        ),
        Prose(texts("以上"), align="center"),
    )
    return Document(
        "roles",
        PaperKind.NOTICE,
        "体制図・役割分担表",
        COMPANY.text,
        "社外秘",
        "第1版",
        COMPANY.text,
        (),
        False,
        blocks,
    )


def record() -> Document:
    """A 記入票 without a row of titles, rows for the hand, and a box."""
    blocks: tuple[Block, ...] = (
        Prose(texts("気付いた人が、その日のうちに書く。")),
        Table(
            "sheet",
            "起きたこと",
            (Column("", 18, label=True), Column("", 32), Column("", 18, label=True), Column("", 32)),
            (("日時", "　　年　　月　　日", "場所", ""), ("気付いた人", "〔　　　　〕", "種類", "□紙　□電子")),
            (Blank("person", "本人の氏名"),),
            (10, 30),
        ),
        Table("steps", "", (Column("時刻", 20), Column("したこと", 80)), (("", ""),) * 4, (), (10,) * 4),
    )
    return Document(
        "record",
        PaperKind.REGISTER,
        "事故の記録",
        COMPANY.text,
        "秘",
        "",
        COMPANY.text,
        blocks=blocks,
    )


ALL = (regulation, contract, pledge, register, notice, record)
