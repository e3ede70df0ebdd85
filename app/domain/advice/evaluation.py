"""B 秘密の決定: a suggested level with its reasons; the owner decides.

The viewpoints are the handbook's (情報の価値, 漏えい時の損失, 権利化の意義 and more); the scale of points is our own guide for
small factories: 0–2 一般, 3–5 社外秘, 6–8 秘, 9–12 極秘, over four viewpoints of 0–3 each. A duty by law or contract lifts to 秘,
and keeps what is out already at 社外秘.
"""

from collections.abc import Iterator

from app.domain.ledger.company import Company
from app.domain.ledger.readers import open_to_all, viewers
from app.domain.ledger.records import Asset, Evaluation
from app.domain.ledger.surroundings import opens_others
from app.domain.ledger.tell_tale import tell_tale
from app.domain.ledger.unlawful import asked, held_back
from app.domain.value import Value
from app.domain.words import Basis, Known, Level, Owner, Protection, YesNo

VIEWPOINTS = ("value", "loss", "rival", "trust")
STEPS = ((9, Level.TOP_SECRET), (6, Level.SECRET), (3, Level.INTERNAL), (0, Level.OPEN))
FEW = 5

DECK = "経済産業省 紹介資料（平成28年4月）"
OURS = "まもり帳"

SENTENCES: dict[str, tuple[str, str, str, str]] = {
    "value": (
        "受注や利益には、あまり関わらない情報です。",
        "仕事に少し役立っている情報です。",
        "受注や利益を支えている情報です。",
        "これがあるから受注できている情報です。",
    ),
    "loss": (
        "漏れても、売上や価格はほとんど傷みません。",
        "漏れると、少し困ります。",
        "漏れると、売上や価格がかなり傷みます。",
        "漏れると、事業の柱が傷みます。",
    ),
    "rival": (
        "よその会社が手に入れても、得をしません。",
        "よその会社には、少し役に立ちます。",
        "よその会社が手に入れると、開発の手間が省けます。",
        "よその会社が、いちばん欲しがる情報です。",
    ),
    "trust": (
        "漏れても、取引先の信用には響きません。",
        "漏れると、取引先に少し迷惑がかかります。",
        "漏れると、取引先の信用をかなり失います。",
        "漏れると、取引が止まりかねません。",
    ),
}


class Reason(Value):
    """One sentence, with where it comes from."""

    text: str
    source: str = OURS
    basis: Basis = Basis.OURS


class Suggestion(Value):
    """A level and why. `level` is None while the two first questions are open and nothing else speaks."""

    level: Level | None
    reasons: tuple[Reason, ...]


def suggest(company: Company, asset: Asset) -> Suggestion:
    """The level that the answers on an asset speak for."""
    if held_back(company, asset):
        return Suggestion(None, _why_held_back(asset))
    answers = company.evaluations.get(asset.id) or Evaluation(id=asset.id)
    duties = tuple(_duties(asset, answers))
    if answers.known is Known.YES:
        out = Reason("もう世の中に出ているので、秘密としては守れません。", DECK, Basis.SEED)
        return Suggestion(_in_use(company, Level.INTERNAL) if duties else Level.OPEN, (out, *duties))
    scored = _by_points(answers)
    level = max(
        filter(None, (scored, _by_duty(answers, bool(duties)))), key=lambda candidate: candidate.rank, default=None
    )
    if level is None:
        return Suggestion(None, (Reason("はじめの二つの問いに答えると、提案が出ます。"),))
    level = _in_use(company, level)
    reasons = (*duties, *_spoken(answers), *_notes(company, asset, answers, level))
    return Suggestion(level, reasons)


def effective_level(company: Company, asset: Asset) -> Level | None:
    """The decided level, else the suggested one; none while the asset is held back."""
    if held_back(company, asset):
        return None
    return company.level_of(asset.id) or company.of(asset.id, suggest).level


def _why_held_back(asset: Asset) -> tuple[Reason, ...]:
    """No level for what tells of something against the law, and none while nobody has said that it does not."""
    if asked(asset):
        ask = f"「{tell_tale(asset)}」という言葉があるので、秘密にするかどうかの前に、一つだけ確かめます。"
        return (Reason(ask), Reason("「ない」と答えると、区分の提案が出ます。"))
    if asset.unlawful is YesNo.UNKNOWN:
        return (Reason("法律違反や通報に当たる内容かどうか、まだ分かりません。分かるまで、秘密には指定しません。"),)
    return (
        Reason("法律に反する内容は、営業秘密として守れません（有用性がありません）。", DECK, Basis.SEED),
        Reason("誓約書にも一覧にも載せません。消さずに残し、専門家に相談します。"),
    )


def _by_points(answers: Evaluation) -> Level | None:
    points = [score for name in VIEWPOINTS if (score := getattr(answers, name)) is not None]
    if answers.value is None or answers.loss is None:
        return None
    total = round(sum(points) / len(points) * len(VIEWPOINTS))
    level = next(level for least, level in STEPS if total >= least)
    few_answers = len(points) == 2 and sum(points) < 6
    return Level.SECRET if few_answers and level is Level.TOP_SECRET else level


def _by_duty(answers: Evaluation, bound: bool) -> Level | None:
    if not bound:
        return None
    return Level.TOP_SECRET if answers.duty is YesNo.YES and answers.loss == 3 else Level.SECRET


def _duties(asset: Asset, answers: Evaluation) -> Iterator[Reason]:
    if asset.owner is Owner.ENTRUSTED:
        yield Reason("他社から預かった情報です。約束どおりに扱います。", DECK, Basis.SEED)
    if answers.duty is YesNo.YES:
        yield Reason("契約や法律で守る約束があります。")
    if opens_others(asset):
        yield Reason("ほかの秘密を開ける鍵になる情報です。")
    if asset.personal is YesNo.YES:
        yield Reason("個人の情報なので、法律の決まりもあります。", "個人情報保護法", Basis.RECALLED)
    if asset.export is YesNo.YES:
        yield Reason("輸出管理に当たる技術です。渡す前の確認が要ります。", "外為法", Basis.RECALLED)


def _spoken(answers: Evaluation) -> Iterator[Reason]:
    """The viewpoints that weigh most, strongest first; with low scores only, the first one says so."""
    scores = [(score, name) for name in VIEWPOINTS if (score := getattr(answers, name)) is not None]
    strong = sorted((pair for pair in scores if pair[0] >= 2), key=lambda pair: (-pair[0], VIEWPOINTS.index(pair[1])))
    for score, name in strong or scores[:2]:
        yield Reason(SENTENCES[name][score], DECK if name in ("value", "loss") else OURS, _viewpoint_basis(name))


def _viewpoint_basis(name: str) -> Basis:
    return Basis.SEED if name in ("value", "loss") else Basis.OURS


def _notes(company: Company, asset: Asset, answers: Evaluation, level: Level) -> Iterator[Reason]:
    if answers.known is Known.PARTLY:
        yield Reason("一部はもう出ています。出ていない所だけを秘密にします。", DECK, Basis.SEED)
    if answers.known is Known.NO:
        yield Reason("まだ世の中に出ていません。", DECK, Basis.SEED)
    if answers.protection is Protection.PATENT:
        yield Reason("特許を考えるなら、出願まで誰にも見せません。")
    readers = viewers(company, asset)
    if level is Level.TOP_SECRET and open_to_all(company, asset.id):
        yield Reason("今は全員が見てよい情報です。見る人を絞ってから決めます。")
    elif level is Level.SECRET and readers > FEW and Level.TOP_SECRET in company.profile.levels:
        yield Reason(f"見てよい人が{readers}人。名前で絞る「{company.level_name(Level.TOP_SECRET)}」には多めです。")


def _in_use(company: Company, level: Level) -> Level:
    """The nearest level that this company uses: the next higher one, else its highest."""
    if level is Level.OPEN or level in company.profile.levels:
        return level
    used = sorted(company.profile.levels, key=lambda candidate: candidate.rank)
    return next((candidate for candidate in used if candidate.rank > level.rank), used[-1] if used else level)
