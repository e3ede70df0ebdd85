"""What a place's words say of it: in the cloud, locked, or open to whoever comes by. The owner writes places as they are called;
what the words do not say is not assumed.
"""

from functools import lru_cache

from app.domain.folding import plain_fold
from app.domain.ledger.records import Asset, Place
from app.domain.words import Medium

CLOUD = (
    "クラウド Googleドライブ GoogleDrive OneDrive Dropbox iCloud SharePoint Teams Slack Chatwork kintone キントーン LINEWORKS "
    "Microsoft365 Office365 AWS Azure サイボウズ ギガファイル firestorage オンラインストレージ Webメール Gmail"
)
LOCKED = "鍵 施錠 金庫 耐火庫 ロッカー ロック 暗証 ICカード 入室制限"
OPEN = "机 デスク 壁 掲示板 ホワイトボード 通路 受付 玄関 応接 会議室 休憩室 食堂 棚 ラック 現場 作業台 ライン 機械横 工場内 車 自宅 持ち帰り"  # as typed
NOT_LOCKED = (
    "鍵なし 鍵無し 鍵のない 鍵はかけていない 鍵をかけていない 施錠なし 無施錠 鍵がない 鍵が無い 鍵はない"  # as typed
)

PORTABLE = "USB SDカード メモリカード 外付け ポータブル タブレット ノートパソコン ノートPC 持出し 持ち出し 車 かばん 鞄"  # as typed
DISCARDED = "ごみ ゴミ 廃棄 古紙 資源回収 裏紙 損紙"
KEYS = "パスワード 暗証番号 アカウント一覧 ID一覧 ログイン情報 接続情報 鍵番号 合鍵"
PRIVATE = "私物 私用 個人のスマホ 個人のパソコン 個人のUSB 個人携帯 自分のスマホ 自分のパソコン 私有"


def is_cloud(place: Place) -> bool:
    """Whether it is kept with a service on the net."""
    return place.medium is Medium.DATA and _says(place, _CLOUD)


def is_open(place: Place) -> bool:
    """Whether anybody who comes by could take it: open by its words, and not locked by them."""
    touched = place.medium in (Medium.PAPER, Medium.THING)
    return touched and (_says(place, _NOT_LOCKED) or (_says(place, _OPEN) and not _says(place, _LOCKED)))


def is_private(place: Place) -> bool:
    """Whether it lies on a device of somebody's own."""
    return place.medium is Medium.DATA and _says(place, _PRIVATE)


def opens_others(asset: Asset) -> bool:
    """Whether it is a key to other things: a list of passwords, of codes, of who has which key."""
    told = _told(asset.name)
    return any(word in told for word in _KEYS)


def is_portable(place: Place) -> bool:
    """Whether it lies on something that is carried about."""
    return place.medium in (Medium.DATA, Medium.PAPER) and _says(place, _PORTABLE)


def is_discarded(place: Place) -> bool:
    """Whether it lies among what is thrown away."""
    return _says(place, _DISCARDED)


def _words(listed: str) -> tuple[str, ...]:
    return tuple(plain_fold(word) for word in listed.split())


def _says(place: Place, words: tuple[str, ...]) -> bool:
    told = _told(place.where)
    return any(word in told for word in words)


@lru_cache(20_000)
def _told(where: str) -> str:
    return plain_fold(where).replace(" ", "")


_CLOUD, _LOCKED, _OPEN, _NOT_LOCKED = _words(CLOUD), _words(LOCKED), _words(OPEN), _words(NOT_LOCKED)
_PRIVATE, _PORTABLE, _DISCARDED, _KEYS = _words(PRIVATE), _words(PORTABLE), _words(DISCARDED), _words(KEYS)
