"""A list of which a single 号 stays is said in one sentence."""

from app.documents import plain
from app.documents.tree import Document
from app.domain.ledger.company import Company
from app.domain.ledger.records import Choice, Profile
from app.domain.words import Level, State
from tests.documents.small_company import TODAY
from tests.documents.small_forms import USES_CHOICE, composed

LIST = (
    USES_CHOICE
    + """
## （措置） {#steps}
会社は、次に掲げる措置を講ずる。
{: #list alone="会社は、{{ item }}とする。" }

1. 鍵を掛けること {when="measure:lock"}
2. 印を付けること {#mark when="measure:mark"}

## （区分） {#levels}
区分は、次の各号に掲げるとおりとする。
{: alone="区分は、{{ term }}とし、{{ meaning }}をこれに指定する。" }

1. {{ level-secret }}　{{ company }}を損なう情報 {when="level:secret"}
2. {{ level-internal }}　外に出せない情報 {when="level:internal"}
"""
)


def made(*measures: str, levels: tuple[Level, ...] = (Level.SECRET, Level.INTERNAL)) -> Document:
    adopted = [Choice(id=measure, state=State.ADOPTED) for measure in measures]
    return composed(LIST, Company(on=TODAY).after([Profile(name="会社", levels=levels), *adopted]))


def test_two_are_a_list() -> None:
    text = plain.text(made("lock", "mark"))
    assert "会社は、次に掲げる措置を講ずる。\n" in text and "(2)　印を付けること" in text


def test_a_single_one_is_a_sentence_with_its_measure() -> None:
    document = made("mark")
    assert (
        "会社は、印を付けることとする。" in plain.text(document)
        and "(1)"
        not in plain.text(
            made("lock"),
        )[:80]
    )
    (steps,) = (article for article in document.articles() if article.id == "steps")
    assert steps.paragraphs[0].items == () and steps.paragraphs[0].measures == ("mark",)


def test_none_takes_the_article_along() -> None:
    assert "（措置）" not in plain.text(made())


def test_a_term_and_its_meaning_can_stand_apart() -> None:
    text = plain.text(made(levels=(Level.SECRET,)))
    assert "区分は、秘とし、会社を損なう情報をこれに指定する。" in text
