"""Words of an asset that raise the question whether it tells of something against the law (see unlawful.py).

They stand here, beside the code, and not in a file that somebody could forget to read: a company without them would be unsafe. A
false alarm costs the owner one press of 「ない」, a miss may muzzle a whistleblower; so a word that is mostly harmless is listed, and so
is the harmless company it keeps. A tell-tale word counts unless it lies wholly within a harmless one.

One line a group after the first, which is a remark; (甲|乙|) stands for each of its spellings. Words are compared folded and without
blanks: width, kana and variants of kanji do not matter, and katakana is compared as hiragana (「うそ」 would find ヨウ素 in kana, so only
嘘 is here).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from app.domain.folding import Spellings, plain_fold
from app.domain.ledger.records import Asset

TELL_TALE = """# as typed
不正 違法 (法|法律|法令|基準|規格|協定)違反 違反行為 不法 脱法 無許可 無届 無資格 無免許 無認可 未認可
改ざん 改竄 ねつ造 捏造 でっち上げ でっちあげ 虚偽 偽 偽(装|造|り|名|物|の) 嘘 水増し すり替え ごまかし 誤魔化し つじつま 辻褄 帳尻
書(き|)換 書(き|)直し(た|て) 差(し|)替 直した(数字|成績書|検査記録|試験記録) 数(字|値)(の|)(操作|細工|いじ|合わせ) データ(の|を|)(細工|いじ|改変)
鉛筆(を|)なめ バックデート 日付(を|の|)(遡|さかのぼ|ずら) 後から(書いた|作った)(記録|議事録|書類)
実(測|際|態)(値|の値|の数字|の数値|)(と|とは|は|)(違|異な|合わな) 事実と(違|異な|反) (記録|成績書)と実(際|態)
検査(を|の|は|)(飛ばし|とばし|省略|抜き|抜い|せず|していない) 未検査 未検査(品|)(の|を|)出荷 手抜き (測っ|測定し)ていない 測らず 測定せず
(不合格|規格外|不適合|不良)(品|)(の|を|)(出荷|合格) 合格(にした|に変え|に直し|扱い) 期限切れ(の|)(材料|原料|品|部品)(の|を|)使用 サイレントチェンジ
無断(変更|特採|出荷|排出|転用) (客先|顧客|得意先|お客|お客様)に(は|)(黙って|無断で|内緒で|伏せて)
(監査|検査官|役所|労基|労基署|税務署|保健所)(に|では|には|で)(見せない|見せられない|言わない|言えない|内緒|伏せ|黙)
隠し 隠ぺい 隠蔽 (不具合|欠陥|クレーム|事故|不良|不適合|違反|売上|所得|労災|損失|赤字)(を|の|)(隠|かくし|伏せ) もみ消 揉み消 口止め 口裏
裏(帳簿|金|契約|取引|口座|マニュアル|手順) 闇取引 やみ取引 架空 簿外 二重(帳簿|契約|請求) 使途不明 (工数|費用|経費|原価)(の|)(付け|付)替 過大請求
脱税 無申告 申告漏れ 売上除外 重加算 粉飾 利益操作 循環取引 横領 着服 背任 使い込み 横流し 名義(貸|借|だけ) 空(出張|残業|発注|請求|領収書|雇用)
(補助金|助成金)(の|を|)(目的外|流用|だまし) 利益供与 談合 入札(妨害|調整) 価格協定 カルテル 贈賄 収賄 賄賂 袖の下 キックバック
下請いじめ 買いたたき 買い叩き 不当(な|)減額 不当表示 不法投棄 垂れ流し たれ流し 野焼き 未処理排水 基準(値|)(を|)(超|オーバー) 迂回輸出 制裁逃れ 盗用
未払(い|)残業 サービス残業 サビ残 残業(代|)(の|を|)(未払|不払|カット|つけない|付けない) 賃金(の|を|)(未払|不払) 最低賃金(を|の|)(割|以下|下回) 最賃割れ
労災(を|)使わせ 過労死 不当解雇 不法就労 オーバーステイ (パスポート|旅券|在留カード)(の|を|)(取り上げ|取上げ|預かり) 人権侵害 差別 いじめ
ハラスメント (パワ|セク|マタ|モラ)ハラ 安全装置(の|を|)(外し|取り外し|取外し|無効|切っ)
是正勧告 書類送検 行政処分 業務改善命令 営業停止 排除措置 課徴金 (内部|公益)通報 内部告発 告発 通報(者|内容|記録) 通報窓口(の|)(記録|内容|受付) 投書
"""
HARMLESS = """# as typed
不正競争防止法 不正(アクセス|侵入|ログイン|咬合) 不正(な|)(使用|利用|持出し|持ち出し|コピー|複製|開封|改造|取得|)(の|を|)(防止|対策|検知|検出)
(改ざん|改竄|偽造|偽造品|偽装|偽物|偽ブランド)(の|を|)(防止|対策|検知|検出|判別) 真偽
偽(陽性|陰性|欠陥|信号|色|警報) 不法侵入 違法(ダウンロード|コピー)(の|)(防止|対策)
無許可(の|での|)(持込み|持ち込み|持込|立入り|立ち入り|立入|撮影|持出し|持ち出し)(の|)(禁止|防止)
目隠し 隠して(おく|おき|守|いる|います) (社名|会社名|名前|氏名|個人名|図番|顔)(を|の|)隠し
隠し(味|ねじ|ビス|釘|くぎ|蝶番|丁番|ボルト|扉|引出し|引き出し|収納|溶接|線|文字|印刷|金具|フランジ|ポケット|縫い|ファスナー|配線|コマンド|メニュー|パラメータ|レイヤ|シート|行|列)
(ねじ|ビス|釘|ボルト|配線|穴|継目|継ぎ目|端部|目地|小口|面|箱)(を|)隠し 裏金(型|具|物|網) 架空(線|配線|ケーブル|電線|送電|地線|配管) 架空請求(の|)(対策|注意)
(部品|図面|入子|入れ子|型|治具|工具|刃|電極|ページ|版|写真|砥石|フィルタ|カートリッジ)(の|を|)(差替|差し替)
(差替|差し替)え(式|可能|用|手順) 名義書(き|)換
(プログラム|ROM|PLC|ファーム|ファームウェア|フラッシュ|メモリ|レシピ|制御|ソフト|タグ|ラダー)(の|を|)(書換|書き換) (書換|書き換)え(可能|寿命|回数|手順|装置|用)
(図面|図|手順書|原稿|案|仕様書|標準書|マニュアル|絵)(の|を|は|)(書直し|書き直し)(た|て) 未検査品 二重請求(の|を|)(防止|確認) 相談合
ハラスメント(の|)(防止|研修|対策) (いじめ|差別)(の|)防止 差別化 無差別 キックバック(の|)(防止|対策|現象) (内部|公益)通報(窓口|規程|制度|の窓口) 公益通報者保護法
基準(値|)(を|)(超過|超え|オーバー)(の|)(アラーム|警報|検知)
"""
"""What holds a tell-tale word and tells of nothing."""

Words = Mapping[str, tuple[str, ...]]


def tell_tale(asset: Asset) -> str:
    """The word that raises the question, as the owner wrote it; "" where none does."""
    return _telling(asset.name, asset.kind, asset.note)


@lru_cache(20_000)
def _telling(*words: str) -> str:
    """Asked of every asset after each edit of a person or partner, which changes no word."""
    return next(filter(None, map(_found, words)), "")


def _found(text: str) -> str:
    folded = plain_fold(text).replace(" ", "")
    for hit in _spans(folded, _words(TELL_TALE)):
        if not any(_within(hit, harmless) for harmless in _spans(folded, _words(HARMLESS))):
            return _as_written(text, hit)
    return ""


def _spans(folded: str, words: Words) -> Iterator[range]:
    """Where words of a list stand, from the left, at each place the longest first."""
    for start, letter in enumerate(folded):
        for word in words.get(letter, ()):
            if folded.startswith(word, start):
                yield range(start, start + len(word))


def _within(inner: range, outer: range) -> bool:
    return outer.start <= inner.start and inner.stop <= outer.stop


@cache
def _words(listed: str) -> Words:
    """Every spelling by its first letter, so that most letters of a text are passed over at once."""
    found: dict[str, list[str]] = {}
    for entry in plain_fold(listed.partition("\n")[2]).split():
        choices = (part.strip("()").split("|") for part in re.findall(r"\(.*?\)|[^()]+", entry))
        for word in map("".join, product(*choices)):
            found.setdefault(word[0], []).append(word)
    return {letter: tuple(sorted(words, key=len, reverse=True)) for letter, words in found.items()}


def _as_written(text: str, hit: range) -> str:
    places = [place for letter, place in zip(*Spellings().positions(text), strict=True) if letter != " "]
    return text[places[hit.start] : [*places, len(text)][hit.stop]].strip()
