"""媒体 and 置き場所: where an asset is kept, as one line each, and back from what the owner typed.

The ledger keeps one row a place. 「共有フォルダ」 speaks of every medium at once; where the media lie apart, the line says
「紙：金型庫／電子：共有フォルダ」, and one medium may be named twice.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Place
from app.domain.words import Medium

MEDIUM_WORDS: dict[str, Medium] = {
    "紙": Medium.PAPER,
    "書類": Medium.PAPER,
    "電子": Medium.DATA,
    "データ": Medium.DATA,
    "PC": Medium.DATA,  # as typed
    "物": Medium.THING,
    "現物": Medium.THING,
    "人の頭": Medium.MEMORY,
    "頭の中": Medium.MEMORY,
    "人の頭の中": Medium.MEMORY,
    "記憶": Medium.MEMORY,
    "人": Medium.MEMORY,
}
OTHER_WORDS: dict[Medium, str] = {
    Medium.PAPER: "文書 印刷 印刷物 帳票 帳簿 冊子 プリント 用紙 バインダー ノート",
    Medium.DATA: "デジタル EXCEL エクセル WORD ワード PDF CAD CSV USB USBメモリ CD DVD HDD サーバ サーバー クラウド メール パソコン",  # as typed
    Medium.THING: "実物 現品 試作品 サンプル 見本 治具 金型",
}
"""What owners' own sheets have in a column of media. In 「紙：金型庫」 they are part of the place."""
_ORDER = {medium: number for number, medium in enumerate(Medium)}
_SPLIT = re.compile(r"[、，,・／/\s　と]+")
_ENDINGS = ("媒体", "ファイル", "データ", "のデータ", "の紙", "文書")
_NAMED = re.compile(rf"(?:^|[／/;；\n])\s*({'|'.join(MEDIUM_WORDS)})\s*[：:]")

_MEDIA = MEDIUM_WORDS | {word: medium for medium, words in OTHER_WORDS.items() for word in words.split()}


@dataclass(frozen=True)
class Parsed:
    """What a typed line means: all places of the asset as they then are, or a problem. `guessed`: we chose the medium."""

    rows: tuple[Place, ...] = ()
    problem: str = ""
    guessed: bool = False


def media_text(company: Company, asset: Asset) -> str:
    """「紙・電子」."""
    return "・".join(dict.fromkeys(place.medium.label for place in in_order(company.places_of(asset.id))))


def places_text(company: Company, asset: Asset) -> str:
    """「共有 生産技術」, or 「紙：金型庫／電子：共有」 where the media lie apart."""
    places = in_order(company.places_of(asset.id))
    located = {place.medium for place in places if place.where}
    where = {place.where for place in places if place.where or place.medium not in located}
    if len(where) <= 1:
        return next(iter(where), "")
    return "／".join(f"{place.medium.label}：{place.where}" for place in places if place.where)


def in_order(places: Iterable[Place]) -> list[Place]:
    """Places by medium; those of one medium as they were put."""
    return sorted(places, key=lambda place: _ORDER[place.medium])


def with_media(asset: str, old: Sequence[Place], text: str, new_id: Callable[[], str]) -> Parsed:
    """The places once the asset has exactly these media. A medium that comes anew lies where all the others did."""
    words = [word for word in _SPLIT.split(text.strip()) if word]
    unknown = [word for word in words if _medium(word) is None]
    if unknown:
        return Parsed(problem=f"「{unknown[0]}」は媒体として読めません。紙・電子・物・人の頭 から書いてください。")
    where = {place.where for place in old}
    if not words and where - {""}:
        return Parsed(problem="置き場所が書いてあります。先に置き場所を消すと、媒体も空にできます。")
    wanted = dict.fromkeys(medium for medium in map(_medium, words) if medium is not None)
    kept = tuple(place for place in old if place.medium in wanted)
    shared = next(iter(where)) if len(where) == 1 else ""
    new = [medium for medium in wanted if medium not in {place.medium for place in kept}]
    return Parsed(kept + tuple(Place(id=new_id(), asset=asset, medium=medium, where=shared) for medium in new))


def with_places(asset: str, old: Sequence[Place], text: str, new_id: Callable[[], str]) -> Parsed:
    """The places once the line says this. A place without any medium is taken for data, as a guess."""
    named = _named(text)
    if not named and not old:
        only = (Place(id=new_id(), asset=asset, where=text.strip()),) if text.strip() else ()
        return Parsed(only, guessed=bool(only))
    media = dict.fromkeys(place.medium for place in in_order(old))
    if not named:
        named = [(medium, text.strip()) for medium in media]
    silent = [(medium, "") for medium in media if medium not in {medium for medium, _ in named}]
    free, rows = list(old), []
    for medium, where in dict.fromkeys([*named, *silent]):
        row = _taken(free, medium, where) or Place(id=new_id(), asset=asset, medium=medium)
        rows.append(replace(row, where=where))
    return Parsed(tuple(rows))


def _medium(word: str) -> Medium | None:
    """The medium that a word means: 紙, 紙媒体, ＰＤＦファイル, 電子データ."""
    plain = unicodedata.normalize("NFKC", word).upper()
    bare = (plain.removesuffix(ending) for ending in ("", *_ENDINGS))
    return next((_MEDIA[form] for form in bare if form in _MEDIA), None)


def _named(text: str) -> list[tuple[Medium, str]]:
    """「紙：A／電子：B」 as pairs; nothing where the line does not begin with a medium. A 「／」 elsewhere is part of a place."""
    heads = list(_NAMED.finditer(text.strip()))
    if not heads or heads[0].start():
        return []
    ends = [head.start() for head in heads[1:]] + [len(text.strip())]
    pairs = zip(heads, ends, strict=True)
    return [(MEDIUM_WORDS[head[1]], text.strip()[head.end() : end].strip()) for head, end in pairs]


def _taken(free: list[Place], medium: Medium, where: str) -> Place | None:
    """The row that goes on as this place: the very same one, else any of its medium. It is free no longer."""
    alike = [place for place in free if place.medium is medium]
    found = next((place for place in alike if place.where == where), alike[0] if alike else None)
    if found is not None:
        free.remove(found)
    return found
