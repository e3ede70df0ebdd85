"""A table on the clipboard as HTML: merged cells say their words in every row, everything else as Excel's own text would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.columns import sheet_html

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color:black}</style></head><body>
<table border=0><!--StartFragment-->
 <col width=87><tr height=25><td height=25 class=xl65>部門</td><td>情報の
  名前</td><td>置き場所</td></tr>
 <tr><td rowspan=2 class=xl66>製造部</td><td>加工条件表</td><td>棚A<br>
  下段</td></tr>
 <tr><td>めっき条件</td><td></td></tr>
 <tr><td>設計</td><td colspan=2>A&amp;B &lt;b&gt;</td></tr><!--EndFragment--></table></body></html>"""


def test_a_merged_cell_stands_in_every_row_it_covers() -> None:
    assert sheet_html.rows(EXCEL) == [
        ["部門", "情報の 名前", "置き場所"],
        ["製造部", "加工条件表", "棚A\n下段"],
        ["製造部", "めっき条件", ""],
        ["設計", "A&B <b>", ""],
    ]
    assert sheet_html.merges(EXCEL) and not sheet_html.merges(EXCEL.replace("rowspan=2", "rowspan=1"))


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<table><tr><td>a<td>b<tr><td>c</table>", [["a", "b"], ["c", ""]]),
        ("<table><tr><th>名前</th></tr><tr><td>1</td></tr></table>", [["名前"], ["1"]]),
        (
            "<table><tr><td rowspan=3>x</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>",
            [["x", "1"], ["x", "2"], ["x", "3"]],
        ),
        ("<table><tr><td>1</td><td rowspan='2'>x</td></tr><tr><td>2</td></tr></table>", [["1", "x"], ["2", "x"]]),
        (
            '<TABLE><TR><TD ROWSPAN="2" COLSPAN="2">x</TD><TD>1</TD></TR><TR><TD>2</TD></TR></TABLE>',
            [["x", "", "1"], ["x", "", "2"]],
        ),
        ("<table><tr><td>a<table><tr><td>in</td></tr></table></td><td>b</td></tr></table>", [["ain", "b"]]),
        ("<table><tr><td>a</td></tr><tr><td></td></tr><tr><td>b</td></tr></table>", [["a"], [""], ["b"]]),
        ("<p>めっき</p><p>洗浄<br>液</p>", [["めっき"], ["洗浄"], ["液"]]),
        ("<table><tr><td rowspan=0 colspan=-1>a</td></tr></table><table><tr><td>other</td></tr></table>", [["a"]]),
        ("<script>alert(1)</script><style>p{}</style>", []),
        ("", []),
    ],
)
def test_tables_as_browsers_and_word_write_them(html: str, rows: list[list[str]]) -> None:
    assert sheet_html.rows(html) == rows


@given(st.text(alphabet="<>/tdrhablecowspn=\"'29 あ&;!-", max_size=200))
def test_no_piece_of_html_is_too_odd(html: str) -> None:
    rows = sheet_html.rows(f"<table><tr>{html}")
    assert len({len(row) for row in rows}) <= 1
