"""The first sheet: what this workbook is, how to read it, and which snapshot it was made from."""

from collections.abc import Iterator, Sequence

from procurement.documents.formulas import on_sheet
from procurement.documents.workbook import Cell, Column, Link, Sheet, Style
from procurement.language import Text
from tenders.reports.edition import Assessment, Edition
from tenders.reports.matrix.grid import Grid, across
from tenders.reports.matrix.names import GUIDE, LotSheets
from tenders.reports.vocabulary import LOT, LOT_SHORT
from tenders.reports.wording import Wording

_TITLE = Text(nl="Beoordeling – {title}", en="Assessment – {title}")
_AUTHORITY = Text(nl="Aanbestedende dienst", en="Contracting authority")
_REFERENCE = Text(nl="Kenmerk", en="Reference")
_VERSION = Text(nl="Versie van de criteria", en="Version of the criteria")
_DIGEST = Text(nl="Controlegetal van de criteria (SHA-256)", en="Checksum of the criteria (SHA-256)")
_ASSESSED = Text(nl="Beoordeling {lot} (SHA-256)", en="Assessment of {lot} (SHA-256)")
_HOW = Text(nl="Zo leest u dit bestand", en="How to read this file")
_LINES = (
    Text(
        nl="‘Criteria en regels’ bevat alles wat bekend is gemaakt: gewichten, formules, niveaus en "
        "rekenregels.",
        en="‘Criteria and rules’ holds all that was published: weights, formulas, levels and rules.",
    ),
    Text(
        nl="Elk perceel heeft vijf bladen: Invoer (wat is geboden), Scores (deel en punten per criterium), "
        "Totaal (subtotalen, uitkomst en rang), Vergelijking (de inschrijvingen naast elkaar) en Wat als "
        "(andere gewichten proberen).",
        en="Each lot has five sheets: Input (what was offered), Scores (share and points for each "
        "criterion), Totals (subtotals, outcome and rank), Comparison (the bids side by side) and What if "
        "(trying other weights).",
    ),
    Text(
        nl="Alle scores, totalen en rangnummers zijn formules. Te wijzigen zijn alleen de cellen op de "
        "invoerbladen en uw eigen gewichten op de bladen ‘Wat als’.",
        en="All scores, totals and ranks are formulas. Only the cells on the input sheets can be changed, "
        "and your own weights on the sheets ‘What if’.",
    ),
    Text(
        nl="Een blad ‘Wat als’ rekent met gewichten die niet bekend zijn gemaakt. Wat daar uitkomt, is geen "
        "beoordeling.",
        en="A sheet ‘What if’ calculates with weights that were not published. What comes out there is no "
        "assessment.",
    ),
    Text(
        nl="Zet de status op ‘terzijde’ en de inschrijving telt niet meer mee, ook niet voor de scores van "
        "andere inschrijvers. Eisen, minimumscores en een plafond toetst het programma: dat doet dit bestand "
        "niet opnieuw.",
        en="Set the status to ‘set aside’ and the bid no longer counts, nor for the scores of other bidders. "
        "Requirements, minimum scores and a ceiling are tested by the program: this file does not test them "
        "again.",
    ),
    Text(
        nl="Afronden gebeurt zoals bekendgemaakt. Een formule rondt eerst af op 15 cijfers, omdat Excel met "
        "binaire getallen rekent, en daarna op het bekendgemaakte aantal decimalen.",
        en="Rounding is done as published. A formula first rounds to 15 digits, because Excel computes with "
        "binary numbers, and then to the published number of decimals.",
    ),
    Text(
        nl="Wie dit bestand wijzigt, wijzigt niets aan de beoordeling in het programma. Die blijft met het "
        "controlegetal hierboven na te rekenen.",
        en="Changing this file changes nothing in the assessment in the program. That can still be "
        "recalculated with the checksum above.",
    ),
)
_SHEETS = Text(nl="Bladen", en="Sheets")


def guide_sheet(
    edition: Edition, assessments: Sequence[tuple[LotSheets, Assessment]], others: Sequence[str], say: Wording
) -> Sheet:
    """`others` are the titles of the sheets besides those of the lots."""
    grid, links = Grid(), []
    grid.title(say(_TITLE, title=edition.tender.title))
    for label, text in _particulars(edition, assessments, say):
        grid.add(Cell(label, style=Style.BOLD), text)
    grid.blank()
    grid.section(say(_HOW), 2)
    for line in _LINES:
        grid.add(*across(say(line), Style.WRAPPED, 2))
    grid.blank()
    grid.section(say(_SHEETS), 2)
    for title, words in _sheets(assessments, others, say):
        row = grid.add(Cell(title, style=Style.LINK), words)
        links.append(Link(f"A{row}", on_sheet(title, "A1")))
    return Sheet(
        title=say(GUIDE),
        rows=grid.rows,
        columns=(Column(44, Style.WRAPPED), Column(96, Style.WRAPPED)),
        landscape=True,
        protected=True,
        links=tuple(links),
    )


def _particulars(
    edition: Edition, assessments: Sequence[tuple[LotSheets, Assessment]], say: Wording
) -> Iterator[tuple[str, str]]:
    yield say(_AUTHORITY), edition.tender.authority
    yield say(_REFERENCE), edition.tender.reference
    yield say(_VERSION), say(edition.version)
    yield say(_DIGEST), edition.digest
    for _names, each in assessments:
        yield say(_ASSESSED, lot=say(LOT_SHORT, code=each.lot.code).lower()), each.digest


def _sheets(
    assessments: Sequence[tuple[LotSheets, Assessment]], others: Sequence[str], say: Wording
) -> Iterator[tuple[str, str]]:
    yield others[0], ""
    for names, each in assessments:
        lot = say(LOT, code=each.lot.code, title=each.lot.title)
        yield from ((title, lot) for title in names.all)
    yield from ((title, "") for title in others[1:])
