"""署名欄: the parties of a paper in Japanese order, 住所 → 会社名 → 役職・氏名, with room for the seal."""

from collections.abc import Callable, Iterator

from app.documents.tree import Blank, Inline, Prose, Signature, Text, Value
from app.domain.forms.body import FormSign, Signer, SignerKind
from app.domain.forms.facts import Facts

Values = Callable[[str], Value | Blank]
BY_HAND: tuple[Inline, ...] = ()


def blocks(sign: FormSign, facts: Facts, value: Values) -> Iterator[Prose | Signature]:
    """The date line and the signatures, as the form lists them."""
    for signer in sign.signers:
        if signer.kind is SignerKind.DATE:
            yield Prose((Text(facts.signing_date),))
        else:
            yield Signature(signer.party, tuple(_lines(signer, value)))


def _lines(signer: Signer, value: Values) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    match signer.kind:
        case SignerKind.COMPANY:
            yield from _company(value, "")
        case SignerKind.PARTNER:
            yield from _company(value, "partner-")
        case SignerKind.PERSON:
            yield "所属", (value("person-department"),)
            yield "住所", BY_HAND
            yield "", BY_HAND
            yield "氏名", BY_HAND
        case SignerKind.OUTSIDER:
            yield "会社・団体", BY_HAND
            yield "氏名", BY_HAND
        case SignerKind.NAME:
            yield "氏名", BY_HAND
        case _:
            yield "住所", BY_HAND
            yield "", BY_HAND
            yield "氏名", BY_HAND


def _company(value: Values, side: str) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    yield "住所", (value(f"{side}address"),)
    yield "会社名", (value("partner" if side else "company"),)
    yield "代表者", (value(f"{side}representative-title"), Text("　"), value(f"{side}representative"))
