"""The scorecard of each supplier beside the ranking: what the promised values rest on, and until when."""

from collections.abc import Iterator, Sequence
from datetime import date

from procurement.documents.compose import column, heading, paragraph, row, table
from procurement.documents.model import Block, Row
from procurement.language import Text
from tenders.reports.legal import all_cited_codes
from tenders.reports.proof import SupplierProof
from tenders.reports.wording import Wording
from tenders.scorecard.model import Line
from tenders.scorecard.uses import USES

_HEADING = Text(nl="Bewijs van de leveranciers", en="Evidence of the suppliers")
_WEIGHED = Text(
    nl="Het bewijs is gewogen op {day}. Grondslag: {basis}.",
    en="The evidence was weighed on {day}. Legal basis: {basis}.",
)
_PART = Text(nl="Onderdeel", en="Part")
_COUNTS = Text(nl="Telt", en="Counts")
_YES_NO = {True: Text(nl="ja", en="yes"), False: Text(nl="nee", en="no")}
_WITH_POINTS = Text(nl="{answer}: {points} van {maximum} punten", en="{answer}: {points} of {maximum} points")
_WHY = Text(nl="Waarom", en="Why")
_EVIDENCE = Text(nl="Bewijs", en="Evidence")
_UNTIL = Text(nl="Geldig tot en met", en="Valid until")
_LAPSES = Text(
    nl="{day}. Verloopt vóór het einde van de overeenkomst: vraag een vernieuwd bewijs.",
    en="{day}. Lapses before the end of the contract: ask for renewed evidence.",
)
_IT_COUNTS = Text(nl="{title} telt.", en="{title} counts.")
_NOTHING = Text(nl="Geen bewijs ingediend.", en="No evidence submitted.")
_NONE_COUNTS = Text(
    nl="Geen van de ingediende bewijsmiddelen telt.", en="None of the evidence submitted counts."
)
_NO_END = Text(nl="geen einddatum", en="no end date")


def supplier_blocks(
    proofs: Sequence[SupplierProof], contract_end: date | None, say: Wording
) -> Iterator[Block]:
    """Nothing where no evidence is known."""
    if not proofs:
        return
    use = USES["proof"]
    yield heading(2, say(_HEADING))
    yield paragraph(say(use.explanation))
    basis = all_cited_codes(use.basis, say)
    yield paragraph(say(_WEIGHED, day=say.day(proofs[0].card.on), basis=basis))
    for proof in proofs:
        yield _card(proof, contract_end, say)


def _card(proof: SupplierProof, contract_end: date | None, say: Wording) -> Block:
    return table(
        (
            column(say(_PART), 4),
            column(say(_COUNTS), 2),
            column(say(_WHY), 8),
            column(say(_EVIDENCE), 4),
            column(say(_UNTIL), 4),
        ),
        (_line(line, contract_end, say) for line in proof.card.lines),
        caption=proof.name,
    )


def _line(line: Line, contract_end: date | None, say: Wording) -> Row:
    return row(
        say(line.title),
        counts(line, say),
        reasons(line, say),
        used_evidence(line),
        until(line, contract_end, say),
    )


def counts(line: Line, say: Wording) -> str:
    """Does any piece of evidence count? With its points only where the tender published them."""
    answer = say(_YES_NO[line.used is not None])
    if line.points is None or line.maximum is None:
        return answer
    return say(_WITH_POINTS, answer=answer, points=say.number(line.points), maximum=say.number(line.maximum))


def reasons(line: Line, say: Wording) -> str:
    """Why it counts or not, what did not count and why, and what to know about the label."""
    refused = [f"{each.evidence.title or each.evidence.number}: {say(each.reason)}" for each in line.refused]
    return "\n".join((_judged(line, say), *refused, *(say(remark) for remark in line.remarks)))


def _judged(line: Line, say: Wording) -> str:
    if line.used is not None:
        return say(_IT_COUNTS, title=line.used.title or line.title)
    return say(_NONE_COUNTS if line.refused else _NOTHING)


def used_evidence(line: Line) -> str:
    if line.used is None:
        return "–"
    number = "" if line.used.number in line.used.title else line.used.number
    parts = (line.used.title, number, line.used.body)
    return ", ".join(part for part in parts if part) or "–"


def until(line: Line, contract_end: date | None, say: Wording) -> str:
    if line.used is None:
        return "–"
    if line.expires is None:
        return say(_NO_END)
    if contract_end is not None and line.expires < contract_end:
        return say(_LAPSES, day=say.day(line.expires))
    return say.day(line.expires)
