"""Whether an asset may be treated as a secret at all. What tells of something against the law is no trade secret worth protecting,
and a promise to keep quiet about it must never come out of this program (不正競争防止法 2条6項の有用性、公益通報者保護法).

Every asset can be asked 「法律違反や通報に当たる内容がある？」. Where nobody has answered, a word in its name, kind or note raises the
question by itself. Until the answer is 「ない」 no level is suggested, and no paper names the asset.

The words are kept here, beside the rule, and not in a file that somebody could forget to read: a company without them would be unsafe.
One reviewed line a group; they are compared folded (width, kana and kanji variants do not matter).
"""

from functools import lru_cache

from app.domain.folding import plain_fold
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset
from app.domain.words import Level, YesNo

TELL_TALE = """
不正 違法 法令違反 法律違反 不法 脱法 無許可 無届 無資格 無認可 違反行為
改ざん 改竄 ねつ造 捏造 偽装 偽造 虚偽 水増し 書換え 書き換え 差替え 差し替え ごまかし 検査飛ばし 検査省略 未検査
隠し 隠ぺい 隠蔽 もみ消し 口止め 裏マニュアル 裏帳簿 裏金 二重帳簿 架空
脱税 申告漏れ 所得隠し 粉飾 横領 着服 背任 使い込み 循環取引
談合 カルテル 贈賄 収賄 賄賂 キックバック 下請いじめ 買いたたき
不法投棄 不法就労 無断排出 基準超過
未払い残業 未払残業 サービス残業 残業代未払 偽装請負 労災隠し 過労死 ハラスメント いじめ 差別
リコール隠し クレーム隠し 不適合隠し 欠陥隠し 産地偽装 期限偽装
内部通報 公益通報 内部告発 告発
"""
HARMLESS = """
不正競争 不正アクセス 不正使用防止 不正防止 不正検知 不正ログイン 改ざん防止 改ざん検知 偽造防止 偽装防止 ハラスメント防止 ハラスメント研修
目隠し 隠し味 隠しねじ 隠しビス 隠し釘 隠し蝶番 内部通報窓口 内部通報規程 公益通報者保護 差別化 無差別 部品差替え 部品差し替え
"""
"""What holds a word of the list and tells of nothing."""


def _words(listed: str) -> tuple[str, ...]:
    return tuple(sorted((plain_fold(word) for word in listed.split()), key=len, reverse=True))


_TELL_TALE, _HARMLESS = _words(TELL_TALE), _words(HARMLESS)


def tell_tale(asset: Asset) -> str:
    """The word that raises the question, as it is compared; "" where none does."""
    return _telling(asset.name, asset.kind, asset.note)


@lru_cache(20_000)
def _telling(*words: str) -> str:
    """Asked of every asset after each edit of a person or partner, which changes no word."""
    text = " ".join(map(plain_fold, words))
    for word in _HARMLESS:
        text = text.replace(word, " ")
    return next((word for word in _TELL_TALE if word in text), "")


def held_back(company: Company, asset: Asset) -> bool:
    """Whether the asset is kept out of every level, pledge, list and evidence: 「ある」, 「分からない」, or asked by its own words."""
    return company.of(asset.id, held_back_here)


def asked(asset: Asset) -> bool:
    """Whether the question stands open: raised by a word, and not answered."""
    return asset.unlawful is None and bool(tell_tale(asset))


def held_back_here(_: Company, asset: Asset) -> bool:
    """The same, to be remembered of every asset."""
    return asset.unlawful in (YesNo.YES, YesNo.UNKNOWN) or asked(asset)


def level_on_paper(company: Company, asset: Asset) -> Level | None:
    """The decided level, unless the asset is held back."""
    return None if held_back(company, asset) else company.level_of(asset.id)
