"""The few words of WordprocessingML that a paper needs, written as text.

Text is much faster than building elements one by one, and reads like the result. Everything that comes from outside goes
through `clean` and `escape` here and nowhere else.
"""

from html import escape

from app.domain.plain_text import clean

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"


def attribute(text: str) -> str:
    """The text inside the quotation marks of an attribute, on one line."""
    return escape(" ".join(clean(text).split()), quote=False).replace('"', "&quot;")


def part(root: str, content: str) -> bytes:
    """A whole part of the file: `root` is its outermost element."""
    return f"{_DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a style (its id). `properties` in the order that the schema asks for."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def run(text: str, style: str = "") -> str:
    """A run of letters; line breaks and tabs become Word's."""
    letters = (
        escape(clean(text), quote=False)
        .replace("\n", f"{_CLOSE}<w:br/>{_OPEN}")
        .replace("\t", f"{_CLOSE}<w:tab/>{_OPEN}")
    )
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{properties}{_OPEN}{letters}{_CLOSE}</w:r>"


def field(instruction: str, shown: str) -> str:
    """A field with the text that it shows until Word counts anew."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(number: int, name: str, content: str) -> str:
    """The content as a place that fields can refer to."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def table(style: str, widths: list[int], rows: str, *, headed: bool, title: str, description: str) -> str:
    """A table of fixed widths: LibreOffice goes by the grid, Word by the cells, so both say the same.

    One without a row of titles has its titles in the first column. Title and description are what a screen reader says.
    """
    first_row, first_column, look = (1, 0, "0620") if headed else (0, 1, "0680")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="left"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}" w:firstRow="{first_row}" w:lastRow="0" '
        f'w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(title)}"/><w:tblDescription w:val="{attribute(description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def drawing(widths: list[int], rows: str, *, title: str, description: str) -> str:
    """A table whose cells draw a picture: it has no rules but those that they bring."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margins = "".join(f'<w:{side} w:w="60" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="left"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{margins}</w:tblCellMar><w:tblLook w:val="0600" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(title)}"/><w:tblDescription w:val="{attribute(description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def drawn_row(cells: str, height: int, *, exact: bool = False) -> str:
    """A row of a picture, as high as that or at least so."""
    rule = "exact" if exact else "atLeast"
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="{rule}"/></w:trPr>{cells}</w:tr>'


def drawn_cell(width: int, content: str, *, span: int = 1, merge: str = "", rules: str = "", fill: str = "") -> str:
    """A cell of a picture over `span` columns, with lines at these sides (in the order top left bottom right); one that goes
    on over the rows below has the merge "restart", and "continue" there."""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    lines = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="595959"/>' for side in rules.split())
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{span}"/>{merged}'
        f'<w:tcBorders>{lines}</w:tcBorders>{ground}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def row(cells: str, *, header: bool = False, least: int = 0, whole: bool = True) -> str:
    """A row at least so many twips high; no page break cuts a whole one, and a header row is repeated on every page."""
    height = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""
    properties = f"{'<w:cantSplit/>' if whole else ''}{height}{'<w:tblHeader/>' if header else ''}"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def cell(width: int, content: str, *, fill: str = "", middle: bool = False) -> str:
    """A cell; `fill` is the colour of its ground, `middle` sets its words half-way down."""
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    height = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{ground}{height}</w:tcPr>{content}</w:tc>'
