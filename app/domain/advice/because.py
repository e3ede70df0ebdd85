"""Why a measure is suggested, in the words of this company: the thing that is worst exposed on the route, the person or partner, the
place, the day. Each sentence is said in one of three ways, so that three measures for one thing do not say the same three times.

Nothing here decides anything: `recommendation` hands over what a measure is for, and gets sentences back.
"""

from collections.abc import Callable, Iterator, Sequence

from app.domain import dates
from app.domain.advice.exposure import Exposure, Guarded, kept_out, still_named
from app.domain.handbook.library import Measure
from app.domain.ledger import places
from app.domain.ledger.company import Company
from app.domain.ledger.people import label
from app.domain.ledger.records import Person
from app.domain.naming import short
from app.domain.value import Value
from app.domain.words import Circumstance, Level, Medium, Route, Trait

WAYS = 3
"""How many measures may open with the same thing; from then on another one is named."""
NAMELESS = "名前のない情報"
MANY, MOST = 5, 3
"""People and things that a rule's sentence names; the others are counted."""


def opening(company: Company, route: Route, thing: Guarded, media: frozenset[Medium], way: int) -> str:
    """The first sentence on a measure for these media; `way` counts from 0 how often the thing was named before on this route."""
    return _OPENINGS[route](_Said(company, thing, dict(thing.routes)[route], media), way % WAYS)


class Named(Value):
    """The assets that a rule touches, by their places in the owner's order, and how one is found there."""

    places: Sequence[int]
    at: Callable[[int], Guarded]

    def __iter__(self) -> Iterator[Guarded]:
        return map(self.at, self.places)

    @property
    def listed(self) -> str:
        """「金型図面」「見積書」ほか3件."""
        told = "".join(f"「{short(self.at(place).asset.name) or NAMELESS}」" for place in self.places[:MOST])
        return told + (f"ほか{len(self.places) - MOST}件" if len(self.places) > MOST else "")


def filled(
    company: Company,
    template: str,
    route: Route,
    thing: Guarded,
    every: tuple[str, ...] = (),
    things: Named | None = None,
) -> str:
    """A rule's own sentence with the company's words in it. They are put in as they are, and not read again.

    `every` are all the people or partners whom the rule touches, and `things` all the assets, not only this one.
    """
    said = _Said(company, thing, dict(thing.routes)[route], frozenset(Medium))
    return template.format_map(_Words(said, route, every, things or Named((0,), lambda _: thing)))


class _Words(dict[str, str]):
    """What a rule's sentence may ask for, worked out when it does."""

    def __init__(self, said: "_Said", route: Route, every: tuple[str, ...], things: Named) -> None:
        super().__init__()
        self._said, self._route, self._every, self._things = said, route, every, things

    def __missing__(self, name: str) -> str:
        said = self._said
        match name:
            case "asset":
                return said.name
            case "assets":
                return self._things.listed
            case "level":
                return said.level
            case "who":
                return names(said.company, self._route, self._every or said.exposure.who, MANY)
            case "gone":
                left = (one for thing in self._things for one in still_named(said.company, thing.asset.id))
                return names(said.company, Route.LEAVERS, tuple(dict.fromkeys(left)), MANY)
            case "kept_out":
                out = (one for thing in self._things for one in kept_out(said.company, thing.asset.id))
                return names(said.company, Route.EMPLOYEES, tuple(dict.fromkeys(out)), MANY)
            case "day":
                return said.day
            case "place":
                return said.place
            case "readers":
                return str(said.exposure.readers)
        raise KeyError(name)


WORDS = ("asset", "assets", "level", "who", "gone", "kept_out", "day", "place", "readers")
"""What may stand in { } in a rule's sentence."""


def names(company: Company, route: Route, ids: tuple[str, ...], most: int = 2) -> str:
    """「佐藤 健さん」, 「佐藤 健さん、湊 誠一さんほか3人」, 「ほくと金型」, 「ほくと金型、南工業ほか1社」."""
    if route in (Route.EMPLOYEES, Route.LEAVERS):
        known = [called(company, one) for one in ids[:most] if one in company.people]
        return "、".join(known) + (f"ほか{len(ids) - most}人" if len(ids) > most else "")
    known = [short(company.partners[one].name) for one in ids if one in company.partners]
    return "、".join(known[:most]) + (f"ほか{len(known) - most}社" if len(known) > most else "")


def called(company: Company, person: str) -> str:
    """「佐藤 健さん」, and 「佐藤 健さん（営業）」 where two have the name."""
    name, told = company.person_name(person), label(company, person)
    apart = told.removeprefix(name) if name else ""
    return f"{short(name)}さん{apart}" if apart != told and apart else f"{short(told)}さん"


class _Said:
    """The words for one thing."""

    def __init__(self, company: Company, thing: Guarded, exposure: Exposure, media: frozenset[Medium]) -> None:
        self.company, self.thing, self.exposure, self.meant = company, thing, exposure, media
        self.media = (thing.media & media) or thing.media

    @property
    def name(self) -> str:
        return short(self.thing.asset.name) or NAMELESS

    @property
    def level(self) -> str:
        return self.company.level_name(self.thing.level)

    @property
    def it(self) -> str:
        """「加工条件表」（極秘）."""
        return f"「{self.name}」（{self.level}）"

    @property
    def place(self) -> str:
        """The first place where it is kept in these media, "" where none is written down."""
        kept = places.in_order(self.company.places_of(self.thing.asset.id))
        return short(next((p.where for p in kept if p.where and p.medium in self.media - {Medium.MEMORY}), ""))

    @property
    def kept(self) -> str:
        """「金型庫にあり、」, 「人の頭の中にあり、」 or nothing."""
        if self.place:
            return f"{self.place}にあり、"
        return "人の頭の中にあり、" if self.only_known else ""

    @property
    def only_known(self) -> bool:
        """Whether it is written nowhere."""
        return self.media == {Medium.MEMORY}

    @property
    def day(self) -> str:
        return dates.written(self.exposure.day, self.company.profile.western_dates)

    def who(self, route: Route) -> str:
        """Who it is that the route speaks of."""
        return names(self.company, route, self.exposure.who)

    @property
    def first(self) -> Person | None:
        return self.company.people.get(self.exposure.who[0]) if self.exposure.who else None


def _employees(said: _Said, way: int) -> str:
    traits, readers = said.exposure.traits, said.exposure.readers
    who = said.who(Route.EMPLOYEES)
    if Trait.SOLE in traits and Trait.LEAVING in traits:
        return (
            f"{said.it}を知るのは、{said.day}に辞める{who}だけです。",
            f"{who}が{said.day}に辞めると、{said.it}を知る人がいなくなります。",
            f"{said.it}は、{said.day}までは{who}の頭の中にあります。",
        )[way]
    if Trait.SOLE in traits:
        return (
            f"{said.it}を知るのは、{who}だけです。",
            f"{who}が休むと、{said.it}を知る人がいません。",
            f"{said.it}は、{who}の頭の中にしかありません。",
        )[way]
    if Trait.EVERYONE in traits:
        return (
            f"{said.it}は{said.kept}全員（{readers}人）が見てよいことになっています。",
            f"見てよい人を分けていない{said.it}があります（今は全員、{readers}人）。",
            f"{said.it}には、役目に関わらず{readers}人が届きます。",
        )[way]
    if Trait.NEWCOMER in traits and said.first is not None and said.first.previous:
        name = called(said.company, said.first.id)
        return (
            f"{short(said.first.previous)}から来た{name}も、{said.it}を見ます。",
            f"{said.it}を見る{readers}人のうち、{name}は入ったばかりです。",
            f"{said.it}は{said.kept}{who}が見ます。",
        )[way]
    if readers:
        return (
            f"{said.it}は{said.kept}{who}が{'知っています' if said.only_known else '見ます'}。",
            f"{who}が、仕事で{said.it}を使います。",
            f"{said.it}を{'知っている' if said.only_known else '見る'}人は{readers}人（{who}）です。",
        )[way]
    return (
        f"{said.it}は{said.kept}見てよい人がまだ決まっていません。",
        f"誰が{said.it}を見てよいか、まだ書いてありません。",
        f"{said.kept}誰でも見られるかもしれない{said.it}があります。",
    )[way]


def _leavers(said: _Said, way: int) -> str:
    traits, who = said.exposure.traits, said.who(Route.LEAVERS)
    if Trait.LEAVING in traits:
        first = called(said.company, said.exposure.who[0])
        if Trait.SOLE in traits:
            return (
                f"{said.it}を知るのは、{said.day}に辞める{first}だけです。",
                f"{first}が{said.day}に辞めると、{said.it}を知る人がいなくなります。",
                f"{said.it}は、{said.day}に辞める{first}の頭の中にしかありません。",
            )[way]
        return (
            f"{said.day}に辞める{first}は、{said.it}を見られます。",
            f"{said.it}を使ってきた{first}が、{said.day}に会社を離れます。",
            f"辞める{first}は、{said.it}を知っています（最終日 {said.day}）。",
        )[way]
    if Trait.LEFT in traits:
        return (
            f"{said.day}に辞めた{who}は、{said.it}を見ていました。",
            f"{who}が辞めて（{said.day}）からも、{said.it}は使われています。",
            f"{said.it}を知る{who}は、もう社内にいません（{said.day}まで）。",
        )[way]
    if said.exposure.readers:
        return (
            f"{said.it}を知る{who}が、いつか辞める日に備えます。",
            f"{who}が持つ{said.it}は、辞める時に話が難しくなります。",
            f"{said.it}を見られる{said.exposure.readers}人の誰かが辞めても、慌てないためです。",
        )[way]
    return (
        f"{said.it}を知る人が、いつか辞める日に備えます。",
        f"{said.kept}{said.it}は、辞める人が持って出られます。",
        f"誰が辞めても、{said.it}が残るようにします。",
    )[way]


def _partners(said: _Said, way: int) -> str:
    traits, who = said.exposure.traits, said.who(Route.PARTNERS)
    if Trait.OUT not in traits and not traits.isdisjoint({Trait.NO_AGREEMENT, Trait.ENDING}):
        ended = f"は{said.day}に切れています" if said.exposure.day else "は、まだありません"
        state = f"秘密を守る約束{ended if Trait.NO_AGREEMENT in traits else f'は{said.day}までです'}。"
        return (
            f"{who}から{said.it}を預かっています。{state}",
            f"{said.it}は{who}のものです。{state}",
            f"{who}の{said.it}が、{said.place or '社内'}にあります。{state}",
        )[way]
    if Trait.OUT not in traits:
        owner = who or "他社"
        return (
            f"{owner}から預かった{said.it}が、{said.place or '社内'}にあります。",
            f"{said.it}は{owner}のものです。約束どおりに扱います。",
            f"{owner}の{said.it}を、うちの物と混ぜないためです。",
        )[way]
    if Trait.NO_AGREEMENT in traits:
        state = f"秘密保持契約は{said.day}に切れています。" if said.exposure.day else "秘密保持契約は、まだありません。"
        bare = f"秘密保持契約が{said.day}に切れたまま" if said.exposure.day else "秘密保持契約のないまま"
        return (
            f"{said.it}は{who}に渡してあります。{state}",
            f"{who}が持つ{said.it}を、守る約束が今はありません。",
            f"{who}には、{bare}{said.it}があります。",
        )[way]
    if Trait.OVERDUE in traits:
        return (
            f"{who}に渡した{said.it}が、返してもらう日（{said.day}）を過ぎています。",
            f"{said.it}は、まだ{who}にあります（約束は{said.day}まで）。",
            f"{said.day}に戻るはずの{said.it}を、{who}が持っています。",
        )[way]
    if Trait.ENDING in traits:
        return (
            f"{who}との秘密保持契約は{said.day}までです。{said.it}を渡してあります。",
            f"{said.it}を持つ{who}との約束が、{said.day}に終わります。",
            f"{said.day}を過ぎても、{said.it}は{who}に残ります。",
        )[way]
    since = f"{said.day}から" if said.exposure.day else ""
    return (
        f"{said.it}を{since}{who}に渡してあります。",
        f"{who}では、誰が{said.it}を見ているか分かりません。",
        f"{who}が{since}使っている{said.it}も、うちの秘密です。",
    )[way]


def _outsiders(said: _Said, way: int) -> str:
    who, ticked = said.who(Route.OUTSIDERS), said.company.profile.circumstances
    if Trait.OUT in said.exposure.traits:
        return (
            f"{said.it}は、{who}にも扱ってもらっています。",
            f"{who}の人が、{said.it}に触れます。",
            f"{said.kept}{who}が出入りして、{said.it}のそばで働きます。",
        )[way]
    if said.only_known:
        return (
            f"{said.it}は、作業を見た外の人にも伝わることがあります。",
            f"{said.it}を使う手もとが、来客や業者から見えるかもしれません。",
            f"外の人が、{said.it}の手順を目で覚えて帰るおそれがあります。",
        )[way]
    if Circumstance.NETWORK in ticked and said.meant == {Medium.DATA}:
        return (
            f"{said.it}は{said.kept or 'データで、'}ネットの向こうからも狙われます。",
            f"ウイルスで{said.place or 'パソコン'}が開かなくなると、{said.it}を失います。",
            f"{said.it}のあるパソコンは、ネットにつながっています。",
        )[way]
    if who and said.media - {Medium.DATA}:
        return (
            f"{who}の人が出入りする所に、{said.it}があります。",
            f"{said.it}は{said.kept}{who}の目にも入ります。",
            f"{who}が来る日も、{said.it}は{said.place or '職場'}にあります。",
        )[way]
    if Circumstance.VISITORS in ticked and said.media - {Medium.DATA}:
        return (
            f"{said.it}は{said.kept}来客の目に入るかもしれません。",
            f"来客が{said.place or '職場'}を通ると、{said.it}が見えます。",
            f"見学の日も、{said.it}は{said.place or 'いつもの所'}にあります。",
        )[way]
    return (
        f"{said.it}は{said.kept}外から入った人に持ち出されるおそれがあります。",
        f"留守の間、{said.it}は{said.place or '社内'}に置いたままです。",
        f"{said.place or '社内'}の{said.it}を、よその人から遠ざけます。",
    )[way]


_OPENINGS: dict[Route, Callable[[_Said, int], str]] = {
    Route.EMPLOYEES: _employees,
    Route.LEAVERS: _leavers,
    Route.PARTNERS: _partners,
    Route.OUTSIDERS: _outsiders,
}


def nothing_there(company: Company, measure: Measure) -> str:
    """Why a measure has nothing to guard on its route: the fact that is missing."""
    if measure.route is Route.PARTNERS and Circumstance.ENTRUSTED in measure.when:
        return "他社から預かった情報が、台帳にありません。"
    if measure.route is Route.PARTNERS and not company.disclosures:
        return "社外に渡してある情報が、台帳にありません。渡したものを書くと、要るかどうか分かります。"
    lowest = company.level_name(min(measure.levels, key=lambda level: level.rank, default=Level.INTERNAL))
    kind = f"{'・'.join(medium.label for medium in measure.media)}の情報" if measure.media else "情報"
    there = "社外に渡した" if measure.route is Route.PARTNERS else ""
    return f"{there}「{lowest}」以上の{kind}が、まだないためです。"
