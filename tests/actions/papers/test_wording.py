"""An article reworded, switched off and given back to the model, on a real ledger file: one step each, kept over a restart."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from app.actions.papers import make as papers
from app.actions.papers import wording as own_wording
from app.actions.papers.make import Paper
from app.actions.papers.wording import About
from app.desk import Desk
from app.documents import plain
from app.documents.word import file as word
from app.documents.word.check import reopen_text
from app.domain.forms.body import RefSlot, ValueSlot, Words
from app.domain.forms.own_rows import Row
from app.domain.ledger.records import Choice
from app.domain.words import State
from tests.domain.forms.test_own_rows import says
from tests.domain.forms.test_own_wording import HOSTILE

RULES = "information-rules"
NOW = datetime(2026, 11, 17, 9, 0)
TODAY = date(2026, 11, 17)
OWN = [
    says("従業員等は、工場の外に図面を持ち出さない。"),
    Row(0, (Words("ただし、"), RefSlot("scope"), Words("の者を除く。"))),
]


def made(desk: Desk) -> Paper:
    return papers.make(desk, RULES, NOW)


def lines(desk: Desk) -> list[str]:
    return plain.lines(made(desk).document)


def label(desk: Desk, article: str) -> str:
    return next(one.label for one in made(desk).document.articles() if one.id == article)


def about(desk: Desk, article: str) -> About:
    found = own_wording.about(desk, made(desk), article)
    assert found
    return found


def loose(desk: Desk) -> tuple[str, str]:
    """An article at which nothing points: its id, and its caption without brackets."""
    paper = made(desk)
    free = (one for one in paper.document.articles() if not about(desk, one.id).stays)
    return next((one.id, one.caption.strip("（）")) for one in free)


def test_rewording_is_one_step_that_undo_takes_back(sample_desk: Desk) -> None:
    before, number = lines(sample_desk), label(sample_desk, "copying")
    own_wording.reword(sample_desk, made(sample_desk), "copying", OWN)
    assert sample_desk.undo_label == f"{number}の言葉を直す"
    assert f"{number}　従業員等は、工場の外に図面を持ち出さない。" in lines(sample_desk)
    assert "2　ただし、第2条の者を除く。" in lines(sample_desk)
    sample_desk.undo()
    assert lines(sample_desk) == before
    sample_desk.redo()
    assert "2　ただし、第2条の者を除く。" in lines(sample_desk)


def test_own_words_are_there_after_a_restart_and_back_to_the_model_is_a_step(opened: Callable[[], Desk]) -> None:
    desk = opened()
    before = lines(desk)
    own_wording.reword(desk, made(desk), "copying", OWN)
    desk = opened()
    assert about(desk, "copying").own
    assert [row.pieces for row in own_wording.rows(desk, desk.forms[RULES], "copying")] == [row.pieces for row in OWN]
    own_wording.back_to_model(desk, made(desk), "copying")
    assert desk.undo_label.endswith("をひな形に戻す") and lines(desk) == before
    assert not desk.company.own_articles
    desk = opened()
    desk.undo()
    assert "2　ただし、第2条の者を除く。" in lines(desk)


def test_every_row_gets_a_name_that_stays(sample_desk: Desk) -> None:
    form = sample_desk.forms[RULES]
    own_wording.reword(sample_desk, made(sample_desk), "copying", OWN)
    first, second = own_wording.rows(sample_desk, form, "copying")
    assert first.id.startswith("own-") and second.id.startswith("own-") and first.id != second.id
    own_wording.reword(sample_desk, made(sample_desk), "copying", [says("前に足す。"), second, first])
    assert [row.id for row in own_wording.rows(sample_desk, form, "copying")][1:] == [second.id, first.id]


def test_words_that_say_what_the_model_says_are_the_models(sample_desk: Desk) -> None:
    form, step = sample_desk.forms[RULES], sample_desk.undo_label
    model = own_wording.rows(sample_desk, form, "copying")
    own_wording.reword(sample_desk, made(sample_desk), "copying", model)
    assert not sample_desk.company.own_articles and sample_desk.undo_label == step
    own_wording.reword(sample_desk, made(sample_desk), "copying", OWN)
    own_wording.reword(sample_desk, made(sample_desk), "copying", [*model, says(" ")])
    assert not sample_desk.company.own_articles and sample_desk.undo_label.endswith("をひな形に戻す")


def test_words_that_say_nothing_are_refused(sample_desk: Desk) -> None:
    before = sample_desk.company
    told = own_wording.reword(sample_desk, made(sample_desk), "copying", [says("　"), Row(1, ())])
    assert told.startswith("言葉が一つもありません。") and sample_desk.company == before


def test_an_article_goes_and_comes_back(sample_desk: Desk) -> None:
    (article, caption), before = loose(sample_desk), lines(sample_desk)
    number = label(sample_desk, article)
    own_wording.switch(sample_desk, made(sample_desk), article, False)
    assert sample_desk.undo_label == f"{number}を外す"
    assert f"（{caption}）" not in lines(sample_desk)
    assert own_wording.off(sample_desk, sample_desk.forms[RULES]) == [(article, caption)]
    own_wording.switch(sample_desk, made(sample_desk), article, True)
    assert sample_desk.undo_label == f"「{caption}」の条を戻す"
    assert lines(sample_desk) == before and not sample_desk.company.own_articles


def test_own_words_wait_while_an_article_is_off(sample_desk: Desk) -> None:
    article, _ = loose(sample_desk)
    own_wording.reword(sample_desk, made(sample_desk), article, OWN)
    own_wording.switch(sample_desk, made(sample_desk), article, False)
    assert not any(line.startswith("2　ただし、") for line in lines(sample_desk))
    own_wording.switch(sample_desk, made(sample_desk), article, True)
    assert any(line.startswith("2　ただし、") for line in lines(sample_desk))


def test_an_article_that_is_referred_to_stays_and_says_why(sample_desk: Desk) -> None:
    paper = made(sample_desk)
    why = about(sample_desk, "disclosure").stays
    assert "「適用範囲」の条" in why
    assert own_wording.switch(sample_desk, paper, "disclosure", False) == why
    assert "（第三者への開示及び来訪者）" in lines(sample_desk)


def test_a_choice_that_changes_the_model_beneath_is_told_until_the_words_are_kept_again(sample_desk: Desk) -> None:
    desk = sample_desk
    own_wording.reword(desk, made(desk), "removal", OWN)
    assert not about(desk, "removal").changed_beneath
    form = desk.forms[RULES]
    papers.choose(desk, form, next(group for group in form.choices if group.name == "removal"), "forbid")
    assert about(desk, "removal").changed_beneath
    assert any(
        "持出しをしてはならない。ただし、納入" in line
        for line in own_wording.model_text(desk, made(desk), "removal", TODAY)
    )
    own_wording.reword(desk, made(desk), "removal", own_wording.rows(desk, form, "removal"))
    assert not about(desk, "removal").changed_beneath


def test_measures_come_and_go_around_own_words(sample_desk: Desk) -> None:
    desk = sample_desk
    points = Row(0, (Words("見よ、"), RefSlot("personal-media")))
    desk.change("採る", [Choice(id="personal-media-limit", state=State.ADOPTED)])
    own_wording.reword(desk, made(desk), "copying", [points])
    there = lines(desk)
    desk.change("やめる", [Choice(id="personal-media-limit", state=State.DECLINED)])
    away = lines(desk)
    assert any("見よ、第" in line or "見よ、次" in line for line in there)
    assert any("見よ、〔参照先なし〕" in line for line in away)
    assert "lost:personal-media" in {blank.key for blank in made(desk).document.blanks}


def test_what_is_said_of_an_article(sample_desk: Desk) -> None:
    found = about(sample_desk, "removal")
    assert "removal" in [group.name for group in found.choices]
    assert ("outside" in dict(found.pointed_at_by)) == (
        "outside" in {a.id for a in made(sample_desk).document.articles()}
    )
    assert not found.own and not found.changed_beneath
    assert found.called == f"{label(sample_desk, 'removal')}　持出し及び送信"
    assert own_wording.about(sample_desk, made(sample_desk), "no-such-article") is None
    levels = about(sample_desk, "levels")
    assert all(words.startswith("第") for _, words in (*levels.points_at, *levels.pointed_at_by))
    assert "definitions" in dict(levels.pointed_at_by)


def test_values_of_one_person_are_offered_only_where_the_paper_is_for_one(sample_desk: Desk) -> None:
    rules = own_wording.values(sample_desk, made(sample_desk), TODAY)
    pledge = own_wording.values(sample_desk, papers.make(sample_desk, "joining-pledge", NOW), TODAY)
    assert rules["company"].text and "person" not in rules and "partner" not in rules
    assert "person" in pledge and "partner-address" not in pledge


def test_hostile_words_reach_the_word_file_as_they_were_typed(sample_desk: Desk, tmp_path: Path) -> None:
    rows = [Row(0, (Words(typed), ValueSlot("company"))) for typed in HOSTILE]
    own_wording.reword(sample_desk, made(sample_desk), "copying", rows)
    target = tmp_path / "規程.docx"
    target.write_bytes(word.to_bytes(made(sample_desk).document, NOW))
    company = sample_desk.company.profile.name
    text = reopen_text(target)
    assert [typed for typed in HOSTILE if f"{typed}{company}" not in text] == []


def test_the_cover_names_what_is_in_the_companys_own_words(sample_desk: Desk) -> None:
    def cover() -> list[str]:
        return plain.lines(made(sample_desk).cover)

    assert "会社が言葉を直した条" not in cover()
    number = label(sample_desk, "copying")
    own_wording.reword(sample_desk, made(sample_desk), "copying", OWN)
    assert f"1　{number}（複製、印刷及び撮影）" in cover()
