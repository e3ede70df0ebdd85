"""A form as a whole: what it is for, whom it is for, what it asks, and its body (body.py)."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.forms.body import FormArticle, FormPart
from app.domain.forms.conditions import ALWAYS, NEVER, Condition, holds
from app.domain.words import Basis, Level, Word


class PaperKind(StrEnum):
    """Which base file (look) a paper takes."""

    REGULATION = "regulation"
    CONTRACT = "contract"
    PLEDGE = "pledge"
    REGISTER = "register"
    NOTICE = "notice"
    SUMMARY = "summary"


class Scene(Word):
    """When a paper is needed, in the order of the list of papers."""

    START = "start", "はじめたとき"
    HIRE = "hire", "人を雇う"
    DEAL = "deal", "取引を始める"
    PROJECT = "project", "開発を始める"
    VISIT = "visit", "見学・売込みが来る"
    TAKE_OUT = "take-out", "持ち出す・返す・捨てる"
    LEAVE = "leave", "人が辞める"
    INCIDENT = "incident", "事故が起きた"
    OTHER = "other", "そのほか"


class SignedBy(StrEnum):
    """Whose signature a paper waits for: all who work here, those whose last day is set, partners without an agreement."""

    NOBODY = ""
    EVERYONE = "everyone"
    LEAVERS = "leavers"
    PARTNERS = "partners"


class QuestionKind(StrEnum):
    """How an answer is typed and shown."""

    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    MONTH = "month"
    NUMBER = "number"


@dataclass(frozen=True)
class Question:
    """What the ledger does not know. `each`: every partner or person has an answer of their own."""

    name: str
    text: str
    kind: QuestionKind
    use: str
    default: str = ""
    each: bool = False


@dataclass(frozen=True)
class Said:
    """A sentence of the cover sheet, for the firms of which it is true."""

    text: str
    when: Condition = ALWAYS


@dataclass(frozen=True)
class Option:
    """One way of a choice."""

    name: str
    text: str


@dataclass(frozen=True)
class ChoiceGroup:
    """Alternatives of a form, exactly one of which is taken; `small` is the first choice of a firm of fewer than ten workers."""

    name: str
    text: str
    options: tuple[Option, ...]
    default: str
    small: str = ""

    def first(self, *, small: bool) -> str:
        """The option that holds while the owner has said nothing."""
        return self.small if small and self.small else self.default

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of its options."""
        return tuple(f"choice:{self.name}={option.name}" for option in self.options)


@dataclass(frozen=True, kw_only=True)
class Form:
    """One form. `per` is "person" or "partner" for papers made for each of them, "either" for one that fits both; `landscape`
    is when the paper lies on its side; `parts` is empty when only the head was read. `paper_title` is what stands on the paper
    where the list of papers says more; `on_paper` is what to mind when it is printed and kept. One that is `given_away` leaves
    the company's hands and bears no mark of a level. `stamp_box` is when there is a place for a 収入印紙 on it.

    `public_model` says where the authorities' own template for the same occasion is found, "" when none is known.

    A やさしい要約 names in `summary_of` the form that it retells. It asks and chooses nothing of its own: questions, choices and
    the answers to them are that form's, so the two cannot say different things.
    """

    id: str
    title: str
    code: str
    kind: PaperKind
    level: Level
    order: int
    use: str
    cautions: tuple[Said, ...]
    source: str
    basis: Basis
    public_model: str = ""
    landscape: Condition = NEVER
    per: str = ""
    scene: Scene = Scene.OTHER
    signed_by: SignedBy = SignedBy.NOBODY
    summary_of: str = ""
    paper_title: str = ""
    on_paper: tuple[Said, ...] = ()
    given_away: bool = False
    stamp_box: Condition = NEVER
    ask: tuple[Question, ...] = ()
    choices: tuple[ChoiceGroup, ...] = ()
    parts: tuple[FormPart, ...] = ()

    def told(self, tags: Set[str]) -> "Form":
        """The same form, with what its cover sheet says to a firm of which these tags hold."""
        cautions, on_paper = (tuple(s for s in said if holds(s.when, tags)) for said in (self.cautions, self.on_paper))
        same = (cautions, on_paper) == (self.cautions, self.on_paper)
        return self if same else replace(self, cautions=cautions, on_paper=on_paper)

    def answer_id(self, group: ChoiceGroup) -> str:
        """Where the ledger keeps which alternative is taken."""
        return f"choice.{self.summary_of or self.id}.{group.name}"

    def articles(self) -> Iterator[FormArticle]:
        """The articles in order, alternatives of one another too."""
        return (part for part in self.parts if isinstance(part, FormArticle))
