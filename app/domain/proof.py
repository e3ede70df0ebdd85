"""The closed words of 三要件 (不正競争防止法 2条6項): what has to be shown, to whom, and by which facts of the ledger.

handbook_content/requirements speaks in these words; app/domain/advice/grounds.py looks each fact up.
"""

from app.domain.words import Word


class Requirement(Word):
    """One of the three conditions that a trade secret fulfils."""

    SECRECY = "secrecy", "秘密管理性"
    USEFUL = "useful", "有用性"
    NOT_PUBLIC = "not_public", "非公知性"

    @property
    def plain(self) -> str:
        """The question in the owner's words."""
        return {
            Requirement.SECRECY: "秘密として管理しているか",
            Requirement.USEFUL: "事業の役に立つか",
            Requirement.NOT_PUBLIC: "世の中に出ていないか",
        }[self]


class Aspect(Word):
    """What a fact shows. 秘密管理性 has two sides, and both are needed: that the firm said so, and that people could know."""

    INTENT = "intent", "意思の表示"
    RECOGNITION = "recognition", "認識可能性"
    USE = "use", "役に立つこと"
    UNKNOWN = "unknown", "知られていないこと"

    @property
    def requirement(self) -> Requirement:
        """The condition that it belongs to."""
        if self in (Aspect.INTENT, Aspect.RECOGNITION):
            return Requirement.SECRECY
        return Requirement.USEFUL if self is Aspect.USE else Requirement.NOT_PUBLIC


class Audience(Word):
    """Towards whom it would have to be shown; the guideline of 2025 asks differently for each."""

    EMPLOYEES = "employees", "従業員"
    LEAVERS = "leavers", "退職者"
    PARTNERS = "partners", "取引先"


class Fact(Word):
    """What the ledger can say today of one asset."""

    DECIDED = "decided", "区分を決めてある"
    NOT_OPEN = "not_open", "「一般」ではない区分に決めてある"
    DATED = "dated", "決めた日が残っている"
    MEASURE = "measure", "対策（measures のどれか）をしている"
    PAPER = "paper", "書類（forms のどれか）を作ってある"
    READERS_NAMED = "readers_named", "見てよい人が決まっている"
    NOT_EVERYONE = "not_everyone", "全員が見られるのではない"
    NOT_MANY = "not_many", "見てよい人が多くない"
    SOME_PLEDGED = "some_pledged", "見てよい人の誰かが誓約書に署名した"
    ALL_PLEDGED = "all_pledged", "見てよい人の全員が誓約書に署名した"
    NOT_IN_THE_OPEN = "not_in_the_open", "鍵のない所に置いていない"
    LEAVERS_PLEDGED = "leavers_pledged", "辞めた人・辞める人が退職時の誓約書に署名した"
    LEAVERS_SHUT_OUT = "leavers_shut_out", "辞めた人が見てよい人に残っていない"
    NOTHING_OUT = "nothing_out", "社外に渡していない"
    AGREED = "agreed", "渡した相手と秘密保持契約を結んだ"
    UNEXPIRED = "unexpired", "渡した相手との秘密保持契約が切れていない"
    RECORDED = "recorded", "いつ何を渡したかが残っている"
    BACK_IN_TIME = "back_in_time", "返してもらう日を過ぎていない"
    VALUE_ANSWERED = "value_answered", "値打ちの問いに答えてある"
    VALUABLE = "valuable", "仕事の役に立つと答えた"
    KNOWN_ANSWERED = "known_answered", "世の中に出ているかの問いに答えてある"
    NOT_PUBLISHED = "not_published", "世の中に出ていないと答えた"
    NOT_PARTLY = "not_partly", "一部も出ていないと答えた"
