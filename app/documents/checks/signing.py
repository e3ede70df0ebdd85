"""What is wrong with a form as a promise: somebody promises and does not sign, or a paper leaves the house with a mark on it.

Looks at the words of the form, whatever the company.
"""

import re
from collections.abc import Iterator, Mapping

from app.domain.forms.body import FormSign, Part, SignerKind, Words, pieces_of, walk
from app.domain.forms.form import Form, PaperKind
from app.frontmatter import Fault

_ADDRESSED = re.compile(r"貴社と私|(?:貴社|会社|当社)は、[^。]*(?:(?<!義務を負い)ません|します|しない|約束する)。")
"""The company promises: what it may do (できます) and what it does not owe are no promises."""
_COPY = "写しを受け取"
_PROMISES = (PaperKind.PLEDGE, PaperKind.CONTRACT)


def faults(forms: Mapping[str, Form], folder: str = "forms") -> list[Fault]:
    """Every promise without its signer, every mark that goes out of the house."""
    return [fault for form in forms.values() for fault in _form(form, f"{folder}/{form.id}.md")]


def _form(form: Form, file: str) -> Iterator[Fault]:
    sentences = [(part.line, _words(part)) for part in walk(form.parts)]
    signers = [signer for part in walk(form.parts) if isinstance(part, FormSign) for signer in part.signers]
    if form.kind is PaperKind.PLEDGE and not any(signer.kind is SignerKind.COMPANY for signer in signers):
        for line, text in sentences:
            if found := _ADDRESSED.search(text):
                what = f"「{found[0]}」と会社が約束しているのに、署名欄に会社（company）がいません"
                yield Fault(file, line, what)
    if form.kind is PaperKind.CONTRACT:
        for party in ("甲", "乙"):
            if not any(signer.party == party for signer in signers):
                yield Fault(file, 0, f"署名欄に{party}がいません")
    leaves = form.kind in _PROMISES or form.summary_of or any(_COPY in text for _, text in sentences)
    if leaves and form.level.rank and not form.given_away:
        what = "会社の外に出る紙なので、区分を印刷しません（given-away: yes か level: open）"
        yield Fault(file, 0, what)


def _words(part: Part) -> str:
    return "".join(piece.text if isinstance(piece, Words) else "□" for piece in pieces_of(part))
