"""Items c, d, e, g and h: who was admitted, rejected and chosen, and why."""

from collections.abc import Iterator

from procurement.documents.compose import bullets, column, content, field, numbers, paragraph, row, table
from procurement.documents.model import Block, Content
from procurement.language import Text
from tenders.reports.award.outcome import shown_figure, shown_points
from tenders.reports.edition import Edition
from tenders.reports.quoted import MARK, lines, quoted, quoting_at, quoting_within
from tenders.reports.record.model import Bidder, Record
from tenders.reports.vocabulary import figure_title, shown_values
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Criterion, Lot
from tenders.scoring.result import BidResult, Exclusion, LotResult

_NO_SELECTION = Text(
    nl="Niet van toepassing: in deze procedure was er geen aparte selectie van gegadigden. Toegelaten tot de "
    "beoordeling zijn de inschrijvers die aan de eisen voldeden:",
    en="Not applicable: there was no separate selection of candidates in this procedure. Admitted to the "
    "evaluation are the bidders that met the requirements:",
)
_SELECTED = Text(nl="Geselecteerde gegadigden en de motivering: ", en="Candidates selected and the reasons: ")
_SELECTED_FIELD = Text(nl="namen en motivering", en="names and reasons")
_NO_CANDIDATES = Text(
    nl="Niet van toepassing: deze procedure kende geen gegadigden.",
    en="Not applicable: this procedure had no candidates.",
)
_REJECTED_CANDIDATES = Text(
    nl="Uitgesloten en afgewezen gegadigden en de motivering: ",
    en="Candidates excluded and rejected and the reasons: ",
)
_BIDDER = Text(nl="Inschrijver", en="Bidder")
_REASON = Text(nl="Reden", en="Reason")
_RANK = Text(nl="Rang", en="Rank")
_CRITERION = Text(nl="Gunningscriterium", en="Award criterion")
_OFFERED = Text(nl="Aanbod", en="Offer")
_POINTS = Text(nl="Score", en="Score")
_AS_OFFERED = Text(nl="telt zoals geboden", en="counts as offered")
_BY_FORMULA = Text(nl="Volgt uit de bekendgemaakte formule.", en="Follows from the published formula.")
_LATER = Text(
    nl="Deze plaatsen zijn van berekening {number}. Wie daarna is afgewezen, staat bij onderdeel e.",
    en="These places are of calculation {number}. Who was rejected after it is under item e.",
)
_FELL = Text(nl="Vervallen na de opening: {reason}", en="Fell away after the opening: {reason}")
_LOST = Text(
    nl="Plaats {rank} van {count}: {figure} tegenover {best} van de winnaar.",
    en="Place {rank} of {count}: {figure} against {best} of the winner.",
)
_NONE_REJECTED = Text(nl="Er zijn geen inschrijvers afgewezen.", en="No bidders were rejected.")
_NONE_RANKED = Text(nl="Er is geen rangorde berekend.", en="No ranking was calculated.")
_WINNER = Text(
    nl="{winner}, bij beslissing van {day}. Deze inschrijving eindigde op plaats 1 van {count} met {figure}, "
    "volgens de bekendgemaakte criteria en berekening {number}. De motivering per gunningscriterium:",
    en="{winner}, by decision of {day}. This bid ended in place 1 of {count} with {figure}, under the "
    "published criteria and calculation {number}. The reasons per award criterion:",
)
_NO_WINNER = Text(
    nl="Niet van toepassing: de opdracht is niet gegund.", en="Not applicable: no contract was awarded."
)
_SUBCONTRACTING = Text(
    nl="Deel dat de winnaar in onderaanneming geeft, en de voornaamste onderaannemers: ",
    en="Part that the winner subcontracts, and the main subcontractors: ",
)
_SUBCONTRACTING_FIELD = Text(nl="onbekend, of welk deel en wie", en="unknown, or which part and who")


def selected(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    if record.procedure in ("restricted", "negotiated"):
        yield paragraph(say(_SELECTED), field("selected", say(_SELECTED_FIELD)))
        return
    yield paragraph(say(_NO_SELECTION))
    yield from _ranking(record, say)


def candidates(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    if record.procedure in ("restricted", "negotiated"):
        yield paragraph(say(_REJECTED_CANDIDATES), field("rejected", say(_SELECTED_FIELD)))
    else:
        yield paragraph(say(_NO_CANDIDATES))


def rejected(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    rows = [row(name, lines(reasons)) for name, reasons in _rejections(record, say)]
    if rows:
        yield table((column(say(_BIDDER), 4), column(say(_REASON), 9)), rows, alt=say(_REASON))
    else:
        yield paragraph(say(_NONE_REJECTED))


def winner(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    decided = record.standing
    result = record.assessment.result if record.assessment else None
    if decided is None or record.assessment is None or result is None or result.winner is None:
        yield paragraph(say(_NO_WINNER))
        return
    figure = f"{shown_figure(result.lot, result.winner, say)} ({what_counts(record, say)})"
    yield paragraph(
        say(
            _WINNER,
            winner=decided.winner,
            day=say.day(decided.at.date()),
            count=str(len(result.ranking)),
            figure=figure,
            number=str(record.assessment.number),
        )
    )
    yield _motivation(result, result.winner, say)
    if decided.reason:
        yield paragraph(quoted(decided.reason, say))
    yield paragraph(say(_SUBCONTRACTING), field("subcontracting", say(_SUBCONTRACTING_FIELD)))


def _motivation(result: LotResult, winner: BidResult, say: Wording) -> Block:
    """Item h asks for the reasons themselves, so they are here and not only in the award report."""
    columns = (
        column(say(_CRITERION), 4),
        column(say(_OFFERED), 4),
        numbers(say(_POINTS), 3),
        column(say(_REASON), 6),
    )
    rows = (
        row(
            content(f"{leaf.code} ", quoted(leaf.title, say)),
            _offer(leaf, winner, say),
            _score(result, winner, leaf, say),
            _why(winner.bid.motivations.get(leaf.code, "").strip(), say),
        )
        for leaf in result.lot.leaves()
    )
    return table(columns, rows, alt=say(_REASON))


def _offer(leaf: Criterion, winner: BidResult, say: Wording) -> Content:
    """A level by its published title, a number in the language of the record."""
    shown = shown_values(leaf, winner.bid.values[leaf.code], say)
    return content(quoted(shown, say) if leaf.levels else shown)


def _why(motivation: str, say: Wording) -> Content:
    return content(quoted(motivation, say) if motivation else say(_BY_FORMULA))


def _score(result: LotResult, winner: BidResult, leaf: Criterion, say: Wording) -> str:
    if leaf.code not in winner.scores:
        return say(_AS_OFFERED)
    return shown_points(result.lot, winner.scores[leaf.code].points, say)


def _ranking(record: Record, say: Wording) -> Iterator[Block]:
    """Of the bids that are admitted now, also where a calculation was made before one was rejected."""
    admitted = {each.code: each.name for each in record.bidders if each.is_admitted}
    if record.assessment is None:
        yield paragraph(say(_NONE_RANKED))
        if admitted:
            yield bullets(*admitted.values())
        return
    result = record.assessment.result
    ranked = [each for each in result.ranking if each.bid.code in admitted]
    rows = [row(str(each.rank), each.bid.name, shown_figure(result.lot, each, say)) for each in ranked]
    columns = (column(say(_RANK), 2), column(say(_BIDDER), 8), numbers(what_counts(record, say), 4))
    yield table(columns, rows, alt=say(_RANK))
    if len(ranked) < len(result.ranking):
        yield paragraph(say(_LATER, number=str(record.assessment.number)))


def what_counts(record: Record, say: Wording) -> str:
    assert record.assessment is not None
    return figure_title(AWARDS[record.assessment.lot.award.method], say)


def _rejections(record: Record, say: Wording) -> Iterator[tuple[str, list[Content]]]:
    """Who lost, then who was set aside: by what was recorded, and by the calculation where there is one."""
    result = record.assessment.result if record.assessment is not None else None
    lot = result.lot if result is not None else None
    set_aside = {each.bid.code: each for each in result.excluded} if result is not None else {}
    gone = {each.code for each in record.bidders if not each.is_admitted}
    best = result.winner if result is not None and record.standing is not None else None
    for each in result.ranking if result is not None and best is not None else ():
        if best is not None and each.bid.code not in {best.bid.code, *gone}:
            yield each.bid.name, [content(_lost(result, each, best, say))]
    for bidder in record.bidders:
        if not bidder.is_admitted or bidder.code in set_aside:
            yield bidder.name, list(_grounds(bidder, set_aside.get(bidder.code), lot, say))


def _lost(result: LotResult | None, each: BidResult, best: BidResult, say: Wording) -> str:
    assert result is not None, "who lost was ranked"
    figure, of_best = shown_figure(result.lot, each, say), shown_figure(result.lot, best, say)
    return say(_LOST, rank=str(each.rank), count=str(len(result.ranking)), figure=figure, best=of_best)


def _grounds(bidder: Bidder, aside: Exclusion | None, lot: Lot | None, say: Wording) -> Iterator[Content]:
    """Every ground; what happened after the calculation is not in its reason."""
    if aside is not None:
        requirements, leaves = (lot.requirements, lot.leaves()) if lot is not None else ((), ())
        titles = [*(each.title for each in requirements), *(each.title for each in leaves)]
        typed = [*aside.bid.failed.values(), *titles, aside.bid.fallen]
        yield quoting_within(say(aside.reason), typed, say)
    else:
        yield from (content(quoted(each, say)) for each in bidder.failed)
    if bidder.fallen and (aside is None or not aside.bid.fallen):
        yield quoting_at(say(_FELL, reason=MARK), bidder.fallen, say)
