"""Folding text for comparing: width, case, kana, invisible signs, variants of kanji and spelling do not matter. What is stored is
never folded.

NFKC and casefold, katakana → hiragana, 髙 → 高, then a reviewed table of spellings (漏えい・漏洩, 持出し・持ち出し), longest first, alike for
text and query. `positions` leads from a folded character back to the one that was written, so that a hit can be shown where it stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

_NUMBER = re.compile(r"([0-9]{1,4000})")  # longer ones Python does not make numbers of
_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}

VARIANTS = """
高髙 崎﨑嵜碕 斎斉齋齊 辺邊邉 沢澤 浜濱濵 桜櫻 広廣 国國 吉𠮷 島嶋嶌 富冨 恵惠 真眞 竜龍 栄榮 徳德 曽曾 槙槇 桧檜 峰峯 鉄鐵 万萬 会會 円圓 塩鹽
関關 児兒 実實 寿壽 条條 静靜 瀬瀨 滝瀧 伝傳 与與 来來 礼禮 蔵藏 黒黑 緑綠 歩步 薫薰 渋澁 将將 巣巢 蛍螢 鶏鷄 遥遙 尭堯 渓溪 剣劍劔
検檢 県縣 芸藝 乗乘 粋粹 繊纖 装裝 総總 荘莊 尽盡 灯燈 稲稻 様樣 頼賴 涼凉 塁壘 闘鬪 鋳鑄 弁辨瓣辯 予豫 余餘 両兩 励勵 応應 横橫 温溫 画畫
楽樂 気氣 帰歸 勲勳 駆驅 径徑 経經 継繼 撃擊 権權 顕顯 厳嚴 効效 号號 済濟 剤劑 雑雜 湿濕 写寫 釈釋 従從 縦縱 処處 称稱 焼燒 証證 奨奬 嬢孃 譲讓
図圖 数數 声聲 専專 戦戰 浅淺 践踐 銭錢 双雙 捜搜 争爭 騒騷 増增 属屬 続續 帯帶 対對 体體 台臺 択擇 担擔 単單 団團 断斷 昼晝 虫蟲 庁廳 聴聽
鎮鎭 点點 転轉 当當 党黨 独獨 読讀 弐貳 売賣 発發 髪髮 仏佛 変變 宝寶 豊豐 麦麥 満滿 黙默 訳譯 薬藥 揺搖 覧覽 霊靈 齢齡 恋戀 炉爐 労勞 楼樓 湾灣
"""
"""Kanji that are written differently by one family and its neighbours; the first of a group stands for all (人名で見る異体字・旧字体)."""
_ONE_FORM = {ord(other): group[0] for group in VARIANTS.split() for other in group[1:]}
# Written but not seen: variation selectors, zero-width signs, soft hyphens, marks of direction.
_UNSEEN = dict.fromkeys(
    [0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
)
_UNSEEN |= dict.fromkeys([0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0)])
_UPRIGHT = _UNSEEN | _ONE_FORM
_TABLE = _UPRIGHT | _HIRAGANA
_VERB = re.compile(r"[\u3400-\u9fff][ぁ-ゖ]+")
_JOINS = "\uff9e\uff9f"  # the marks that make ｶﾞ of ｶ: of half width, and no combining characters by their class


def plain_fold(text: str) -> str:
    """NFKC, casefold, katakana to hiragana, one form of each kanji, nothing unseen; white space as one blank."""
    return " ".join(_letters(text).split())


def upright(text: str) -> str:
    """Folded like `plain_fold`, but katakana stays: where the script changes a word ends. `in_hiragana` does the rest."""
    shown = unicodedata.normalize("NFKC", text.translate(_UNSEEN)).casefold().translate(_UPRIGHT)
    return " ".join(shown.split())


def in_hiragana(text: str) -> str:
    """Katakana as hiragana, letter for letter."""
    return text.translate(_HIRAGANA)


@lru_cache(20_000)
def name_key(name: str) -> str:
    """A name as it is compared: folded, without any space."""
    return "".join(_letters(name).split())


def _letters(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_UNSEEN)).casefold().translate(_TABLE)


def natural(text: str) -> tuple[int | str, ...]:
    """By what words are sorted: folded, and numbers by their size, so that No.9 comes before No.10. Nothing for no words."""
    folded = plain_fold(text)
    parts = _NUMBER.split(folded)  # words and numbers by turns, words first
    return tuple(int(part) if turn % 2 else part for turn, part in enumerate(parts)) if folded else ()


@dataclass(frozen=True)
class Spellings:
    """Groups of spellings of one word; the first of a group stands for all. `similar` are groups of other words for one thing."""

    groups: tuple[tuple[str, ...], ...] = ()
    similar: tuple[tuple[str, ...], ...] = ()
    _canonical: dict[str, str] = field(init=False, repr=False, compare=False)
    _pattern: "re.Pattern[str] | None" = field(init=False, repr=False, compare=False)
    _words: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _heads: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        canonical = {plain_fold(word): plain_fold(group[0]) for group in self.groups for word in group[1:]}
        longest_first = sorted(canonical, key=lambda word: (-len(word), word))
        pattern = re.compile("|".join(map(re.escape, longest_first))) if canonical else None
        object.__setattr__(self, "_canonical", canonical)
        object.__setattr__(self, "_pattern", pattern)
        object.__setattr__(self, "_words", {self.fold(word): group for group in self.similar for word in group})
        object.__setattr__(
            self, "_heads", {verb_head(self.fold(w)): g for g in self.similar for w in g if verb_head(w)}
        )

    @property
    def known(self) -> Iterator[str]:
        """All words of the tables, as written there."""
        yield from chain.from_iterable((*self.groups, *self.similar))

    def fold(self, text: str) -> str:
        """The text as it is compared."""
        return self.respell(plain_fold(text))

    def respell(self, folded: str) -> str:
        """A plainly folded text with every spelling as the first of its group."""
        if self._pattern is None:
            return folded
        return self._pattern.sub(lambda match: self._canonical[match[0]], folded)

    def alternatives(self, word: str) -> tuple[str, ...]:
        """A folded word and the other words for the same thing, folded, the word itself first."""
        return tuple(dict.fromkeys([word, *(self.fold(other) for other in self._words.get(word, ()))]))

    def akin(self, word: str) -> tuple[str, ...]:
        """Other words for the same thing as a word of a sentence, in whatever ending: 辞めて like 辞める."""
        group = self._words.get(word) or self._heads.get(verb_head(word) or word, ())
        return tuple(dict.fromkeys(other for other in map(self.fold, group) if other != word))

    def positions(self, text: str) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the place in `text` that it came from."""
        letters: list[str] = []
        places: list[int] = []
        for place, cluster in _clusters(text):
            for folded in _letters(cluster):
                blank = folded.isspace()
                if not (blank and (not letters or letters[-1] == " ")):
                    letters.append(" " if blank else folded)
                    places.append(place)
        return self._respelled("".join(letters), places)

    def _respelled(self, folded: str, places: Sequence[int]) -> tuple[str, list[int]]:
        if self._pattern is None:
            return folded, list(places)
        written, kept, end = [], list[int](), 0
        for match in self._pattern.finditer(folded):
            word = self._canonical[match[0]]
            written += [folded[end : match.start()], word]
            kept += [*places[end : match.start()], *[places[match.start()]] * len(word)]
            end = match.end()
        return "".join([*written, folded[end:]]), [*kept, *places[end:]]


def verb_head(word: str) -> str:
    """The one kanji of a verb with its ending in kana (辞める, 捨てて), "" for any other word."""
    return word[0] if _VERB.fullmatch(word) else ""


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """The letters of a text and where each begins; か and its mark are one, and what is not seen belongs to what stands before."""
    start = 0
    for place in range(1, len(text) + 1):
        goes_on = place < len(text) and (
            unicodedata.combining(text[place]) or text[place] in _JOINS or ord(text[place]) in _UNSEEN
        )
        if not goes_on and start < len(text):
            yield start, text[start:place]
            start = place


def read_groups(lines: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Groups from a table file: one a line, words separated by spaces; `#` begins a remark."""
    words = (tuple(line.partition("#")[0].split()) for line in lines)
    return tuple(group for group in words if len(group) > 1)
