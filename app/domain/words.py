"""The closed word lists of the handbook and their Japanese names.

Each word is a StrEnum, so that what is stored, written in a head and compared in code is the same plain string.
"""

from enum import StrEnum
from functools import cached_property


class Word(StrEnum):
    """A word with the name that the owner reads."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Word":
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label or value
        return word


class Level(Word):
    """区分. Ordered from open to top secret; the company may give its own names to all but `open`."""

    OPEN = "open", "一般"
    INTERNAL = "internal", "社外秘"
    SECRET = "secret", "秘"
    TOP_SECRET = "top_secret", "極秘"

    @cached_property
    def rank(self) -> int:
        """0 for open … 3 for top secret."""
        return list(Level).index(self)


class Route(Word):
    """漏えいのルート (ハンドブック 第3章 3-4)."""

    EMPLOYEES = "employees", "従業員等"
    LEAVERS = "leavers", "退職者等"
    PARTNERS = "partners", "取引先"
    OUTSIDERS = "outsiders", "外部者"


class Purpose(Word):
    """対策の目的 (ハンドブック 第3章)."""

    ACCESS = "access", "接近の制御"
    REMOVAL = "removal", "持出し困難化"
    VISIBILITY = "visibility", "視認性の確保"
    AWARENESS = "awareness", "認識向上"
    TRUST = "trust", "信頼関係"

    @property
    def plain(self) -> str:
        """The name in the owner's words."""
        return {
            Purpose.ACCESS: "近づけにくく",
            Purpose.REMOVAL: "持出しにくく",
            Purpose.VISIBILITY: "見つかりやすく",
            Purpose.AWARENESS: "秘密と分かる",
            Purpose.TRUST: "信頼を保つ",
        }[self]


class Medium(Word):
    """媒体."""

    PAPER = "paper", "紙"
    DATA = "data", "電子"
    THING = "thing", "物"
    MEMORY = "memory", "人の頭"


class Effort(Word):
    """手間: low = from today and nearly free; medium = weeks or some 10,000 yen; high = more, or running costs."""

    LOW = "low", "軽い"
    MEDIUM = "medium", "中くらい"
    HIGH = "high", "重い"


class Strength(Word):
    """How far a measure speaks for 秘密管理性."""

    STRONG = "strong", "強い"
    MEDIUM = "medium", "中くらい"
    WEAK = "weak", "弱い"


class Basis(Word):
    """確かさ: where a text stands, see handbook_content/README.md."""

    SEED = "seed", "経済産業省の紹介資料による"
    PUBLIC = "public", "公開資料で確認"
    RECALLED = "recalled", "原典で要確認"
    OURS = "ours", "まもり帳の提案"


class Circumstance(Word):
    """What is the case in this company; decides which measures and clauses make sense."""

    VISITORS = "visitors", "来客・工場見学がある"
    TELEWORK = "telework", "自宅や出張先で仕事をする人がいる"
    CLOUD = "cloud", "クラウドのサービスを使っている"
    AI = "ai", "生成AIや翻訳サイトを使うことがある"
    SUBCONTRACT = "subcontract", "外注・業務委託に出している"
    ENTRUSTED = "entrusted", "取引先から図面や型を預かっている"
    PARTNERS = "partners", "取引先に大事な情報を見せることがある"
    DIVERSE = "diverse", "雇い方や国籍がさまざまな人が働いている"
    LEAVERS = "leavers", "この1年で辞めた人・辞める予定の人がいる"
    MOBILE = "mobile", "ノートパソコンや携帯を外に持ち出す"
    SERVER = "server", "サーバーや共有フォルダがある"
    NETWORK = "network", "社内のパソコンがインターネットにつながっている"
    MANY_READERS = "many_readers", "同じ情報を見る人が多い"
    MEMORY = "memory", "人の頭の中にしかない情報がある"
    WORK_RULES = "work_rules", "働く人は10人に満たないが、就業規則がある"
    WRONGDOING = "wrongdoing", "法律違反や通報に当たるかもしれない記録がある"


class Trait(Word):
    """What is true of an asset on one of the routes; rules speak of it."""

    EVERYONE = "everyone", "全員が見てよい"
    MANY = "many", "5人以上が見る"
    FEW = "few", "見る人が4人まで"
    SOLE = "sole", "知る人が一人だけ"
    LEAVING = "leaving", "辞める予定の人が見られる"
    SOON = "soon", "120日のうちに辞める人が見られる"
    AT_ONCE = "at_once", "45日のうちに辞める人が見られる"
    LEFT = "left", "この1年で辞めた人が見られた"
    NEWCOMER = "newcomer", "よそから入ったばかりの人が見られる"
    OUT = "out", "社外に渡してある"
    ENTRUSTED = "entrusted", "他社から預かっている"
    NO_AGREEMENT = "no_agreement", "渡した相手と、今ある秘密保持契約がない"
    ENDING = "ending", "渡した相手との秘密保持契約が、90日のうちに切れる"
    OVERDUE = "overdue", "返してもらう日を過ぎている"
    SUBCONTRACTED = "subcontracted", "外注先に渡してある"
    ABROAD = "abroad", "海外の相手に渡してある"
    CLOUD = "cloud", "クラウドに置いてある"
    OPEN = "open", "鍵のない所に置いてある"
    PRIVATE = "private", "私物の端末に入っている"
    STALE = "stale", "辞めた人の名前が、見てよい人に残っている"
    PORTABLE = "portable", "持ち歩ける物に入っている"
    DISCARDED = "discarded", "捨てる物の中にある"
    KEYS = "keys", "パスワードや鍵の番号の一覧"
    PERSONAL = "personal", "個人の情報が入っている"
    NEEDED_WIDELY = "needed_widely", "仕事に要る人が5人以上いる（名前や部門で分かっている人だけを数える）"
    NEEDED_UNSEEN = "needed_unseen", "仕事に要るのに、見てよい人に入っていない人がいる"
    NOT_EMPLOYED = "not_employed", "社員ではない人（派遣・委託・学生・顧問など）も見る"


class Effect(Word):
    """What a rule does to the measures of which it speaks."""

    DEMAND = "demand", "必ず入れる"
    RAISE = "raise", "先にする"
    LOWER = "lower", "後にする"
    FORBID = "forbid", "勧めない"


class Stage(Word):
    """When a suggested measure is begun."""

    WEEK = "week", "今週"
    MONTH = "month", "今月"
    QUARTER = "quarter", "3か月"
    YEAR = "year", "1年"


class Owner(Word):
    """自社のものか、他社から預かったものか."""

    OWN = "own", "自社"
    ENTRUSTED = "entrusted", "預かり"


class Known(Word):
    """Whether it is already out (非公知性)."""

    NO = "no", "いいえ"
    PARTLY = "partly", "一部"
    YES = "yes", "はい"


class YesNo(Word):
    """An answer that may be unknown."""

    YES = "yes", "ある"
    NO = "no", "ない"
    UNKNOWN = "unknown", "不明"


class Protection(Word):
    """権利化との比較: keep it secret, or seek a patent."""

    SECRET = "secret", "隠す"
    PATENT = "patent", "特許"
    UNSURE = "unsure", "迷う"


class State(Word):
    """採否 of a measure. No choice at all reads 「まだ」."""

    ADOPTED = "adopted", "採用"
    DONE = "done", "済み"
    LATER = "later", "後で"
    DECLINED = "declined", "合わない"

    @property
    def in_force(self) -> bool:
        """Whether papers follow from it."""
        return self in (State.ADOPTED, State.DONE)


class Reader(Word):
    """Who an access row speaks of."""

    PERSON = "person", "人"
    DEPARTMENT = "department", "部門"
    TITLE = "title", "役職"
    EVERYONE = "everyone", "全員"


class CaseKind(Word):
    """What a case tells: what a company did well, or what went wrong."""

    PRACTICE = "practice", "取組み"
    INCIDENT = "incident", "漏えい事件"


class Relation(Word):
    """What a partner is to us."""

    CUSTOMER = "customer", "お客様"
    SUPPLIER = "supplier", "仕入先"
    SUBCONTRACTOR = "subcontractor", "外注先"
    SERVICE = "service", "業者・専門家"
    RESEARCH = "research", "共同開発の相手"


class Act(Word):
    """What kind of step an entry of the history tells of."""

    CHANGE = "change", "変更"
    UNDO = "undo", "元に戻した"
    REDO = "redo", "やり直した"
    LOAD = "load", "作成・読み込み"
    RECORD = "record", "確定・署名"
