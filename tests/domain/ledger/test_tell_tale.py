"""Words that raise the question whether an asset tells of something unlawful, and words of the trades that only look like them."""

import pytest

from app.domain.ledger.records import Asset
from app.domain.ledger.tell_tale import tell_tale
from tests.firms import library

TELLS = (
    "検査の実測値と違う数字",
    "成績書を書き直したもの",
    "名義貸しの一覧",
    "検査データ改竄の経緯",
    "産地偽装のメモ",
    "排水の基準値を超えた日",
    "マニフェストの書換",
    "残業代の未払い一覧",
    "裏帳簿",
    "ﾘｺｰﾙ隠し",
    "社長が着服した件",
    "かるてるの打合せ",
    "下請法違反の指摘",
    "虚偽の報告書",
    "検査を省略したロット",
    "未検査品の出荷一覧",
    "不合格品を合格にした記録",
    "つじつま合わせの台帳",
    "在庫の水増し",
    "技能実習生のパスポート預かり",
    "監査では見せない手順書",
    "不正競争防止法違反の疑い",
    "内部通報窓口の受付簿",
    "工数の付け替え",
    "偽の成績書",
    "不具合を隠す打合せ",
    "空出張の精算",
    "日付をさかのぼった議事録",
    "安全装置を外した機械の一覧",
    "廃油の不法　投棄",
)

TELLS_NOTHING = (
    "金型図面・金型データ",
    "目隠しパネルの図面",
    "隠しネジの構造",
    "隠し味の配合",
    "裏金型の図面",
    "架空配線の施工図",
    "プログラム書き換え手順",
    "ＰＬＣの書換え",
    "図面差替え一覧",
    "入子の差し替え表",
    "未検査品置場の配置",
    "偽陽性率のデータ",
    "偽造防止ラベルの構造",
    "不正アクセス対策",
    "不正競争防止法の研修資料",
    "差別化の戦略",
    "図面を書き直した版",
    "ハラスメント防止規程",
    "内部通報窓口の案内",
    "キックバック防止機構の図面",
    "技術相談合同会議の議事録",
    "ヨウ素の濃度",
    "バレル研磨の条件",
    "客先に見せない原価表",
    "20年かけて作ったデータ",
    "クレーム・回収の記録",
    "特許を出さずに隠すノウハウ",
    "検査基準書・限度見本",
    "基準値オーバー警報の設定",
    "架空請求の注意喚起",
)


@pytest.mark.parametrize("name", TELLS)
@pytest.mark.parametrize("field", ["name", "kind", "note"])
def test_what_may_tell_of_something_unlawful_is_asked_about(name: str, field: str) -> None:
    assert tell_tale(Asset(id="a", **{"name": "資料", field: name}))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", TELLS_NOTHING)
def test_a_word_of_the_trade_raises_no_question(name: str) -> None:
    assert tell_tale(Asset(id="a", name=name)) == ""


def test_a_harmless_word_does_not_hide_a_telling_one_beside_it() -> None:
    assert tell_tale(Asset(id="a", name="目隠しパネルの検査成績書の改ざん")) == "改ざん"


def test_the_word_is_shown_as_it_was_written() -> None:
    assert tell_tale(Asset(id="a", name="同業との　カルテル")) == "カルテル"
    assert tell_tale(Asset(id="a", name="ﾘｺｰﾙ隠し")) == "隠し"
    assert tell_tale(Asset(id="a", name="検査　を 省略")) == "検査　を 省略"


def test_no_typical_information_is_suspected() -> None:
    assert {one.title: tell_tale(Asset(id="a", name=one.title)) for one in library().assets.values()} == dict.fromkeys(
        (one.title for one in library().assets.values()), ""
    )
