"""The price sheet of a lot: as bidders get it, and what a filled-in one says. Nothing is stored here."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from procurement.documents.workbook import Workbook
from procurement.incoming import Refused as UnsafeFile
from procurement.language import Language, Text
from procurement.returned_pages import recognised, sheet_key
from procurement.returned_sheets import Form, Identity, Problem, Told, WrongSheet, happened, issued
from tenders.lifecycle.plan import Plan
from tenders.models import Lot, Publication, Tender
from tenders.procedure.deadlines import has_passed
from tenders.procedure.phases import SEALED, Phase
from tenders.publication.model import LotTerms, Published
from tenders.published_form import published_form, stored_form
from tenders.reports.wording import Wording
from tenders.scoring.files import UnreadableTender
from tenders.scoring.model import Kind
from tenders.scoring.model import Lot as ScoredLot
from tenders.services.editions import draft_words, version_words
from tenders.services.phases import Refused, require_phase
from tenders.workbooks.price import KIND, Asked, Stated, asks_a_price, price_form, stated_in
from tenders.workbooks.price_entries import TypedPrice

ONE_LOT = "prijzenblad.xlsx"
MOST_TOLD = 50  # problems at a time; who repairs these sees the others
_OF_LOT = re.compile(r"prijzenblad(?:-perceel-([1-9][0-9]{0,8}))?\.xlsx")
_LOT = Text(nl="Perceel {number}: {title}", en="Lot {number}: {title}")
_NO_SHEET = Text(
    nl="Dit perceel heeft geen prijzenblad. Typ de prijzen in het formulier.",
    en="This lot has no price sheet. Type the prices in the form.",
)
_AT = Text(nl="{place}: {text}", en="{place}: {text}")
_IN_TIME = Text(
    nl="Er is niets ingelezen. Typ zijn prijzen in het formulier, of vraag de inschrijver vóór het uiterste "
    "tijdstip om een nieuw prijzenblad.",
    en="Nothing was read in. Type the prices in the form, or ask the bidder for a new price sheet before the "
    "closing time.",
)
_TOO_LATE = Text(
    nl="Er is niets ingelezen. Na het uiterste tijdstip verandert de inschrijver niets meer: typ de prijzen "
    "in het formulier zoals ze op zijn blad staan.",
    en="Nothing was read in. After the closing time the bidder changes nothing: type the prices in the form "
    "as they stand on the sheet.",
)


def price_sheet_names(tender: Tender) -> tuple[str, ...]:
    """One for each lot that asks an amount line by line or for a calculation; of an unreadable draft none."""
    newest = tender.publications.order_by("-version").first()
    try:
        form = published_form(tender) if newest is None else stored_form(newest)
    except UnreadableTender:
        return ()
    lots = form.terms.lots if form.terms is not None else {}
    asking = [code for code, lot in lots.items() if _asks(lot)]
    return tuple(ONE_LOT if len(lots) == 1 else f"prijzenblad-perceel-{code}.xlsx" for code in asking)


def is_price_sheet(name: str) -> bool:
    return _OF_LOT.fullmatch(name) is not None


def lot_of_sheet(tender: Tender, name: str) -> Lot:
    """The lot whose sheet has this name. Raises `Lot.DoesNotExist`."""
    found = _OF_LOT.fullmatch(name)
    number = found[1] if found else None
    return tender.lots.get(number=int(number)) if number else tender.lots.order_by("number")[:1].get()


def price_sheet(lot: Lot, language: Language, publication: Publication | None = None) -> Workbook:
    """As bidders get it: of this version, else of the newest, else the draft, which nobody can hand in."""
    _asked, form = _sheet(lot, language, publication or _newest(lot))
    return issued(form, {}, sheet_key(), is_kept=True)


@sensitive_variables()
def read_price_sheet(lot: Lot, content: bytes, name: str, within: Collection[Phase] = SEALED) -> Stated:
    """What a filled-in sheet of the newest version says. Raises `Refused` with each place."""
    require_phase(lot, *(phase for phase in Phase if phase in within))
    publication = _newest(lot)

    def make(language: Language) -> Form:
        return _sheet(lot, language, publication)[1]

    def published(language: Language) -> bytes | None:
        return _kept(lot, language, publication)

    try:
        form, found = recognised(content, name, make, published)
    except UnsafeFile as unsafe:
        raise Refused([unsafe.refusal.text]) from None
    except WrongSheet as wrong:
        raise Refused(_of_another(lot, wrong.text)) from None
    if found.problems:
        raise Refused(_wrong_cells(lot, found.problems))
    language: Language = "en" if form.identity.language == "en" else "nl"
    return stated_in(_sheet(lot, language, publication)[0], found.answers, language)


def _of_another(lot: Lot, text: Text) -> list[Text]:
    """Another sheet may be chosen; one that is this bidder's and cannot be read is typed."""
    return [happened(text), _to_do(lot)] if isinstance(text, Told) else [text]


def _wrong_cells(lot: Lot, problems: Sequence[Problem]) -> list[Text]:
    """Who registers the bid may not mend the sheet of a bidder, so it is said what that person can do."""
    told = problems[:MOST_TOLD]
    return [*(_AT.format(place=each.place, text=happened(each.text)) for each in told), _to_do(lot)]


def _to_do(lot: Lot) -> Text:
    deadline = lot.tender.deadline
    return _TOO_LATE if deadline is not None and has_passed(deadline, timezone.now()) else _IN_TIME


def _kept(lot: Lot, language: Language, publication: Publication | None) -> bytes | None:
    """As it was published, in the words of the release of then."""
    if publication is None:
        return None
    names = (ONE_LOT, f"prijzenblad-perceel-{lot.number}.xlsx")
    row = publication.documents.filter(name__in=names, language=language).first()
    return None if row is None else bytes(row.content)


def _newest(lot: Lot) -> Publication | None:
    return lot.tender.publications.order_by("-version").first()


def _asks(terms: LotTerms) -> bool:
    return terms.life_cycle is not None and asks_a_price(terms.life_cycle)


def _sheet(lot: Lot, language: Language, publication: Publication | None) -> tuple[Asked, Form]:
    """Raises `Refused` where the lot has none, and `UnreadableTender` for a draft."""
    form = published_form(lot.tender) if publication is None else stored_form(publication)
    terms = form.terms.lots.get(str(lot.number)) if form.terms is not None else None
    if terms is None or not _asks(terms):
        raise Refused([_NO_SHEET])
    asked = _asked(form, terms, str(lot.number), language, publication)
    identity = Identity(
        kind=KIND,
        organisation=str(lot.tender.organisation_id),
        tender=lot.tender.reference,
        lot=str(lot.number),
        version="" if publication is None else str(publication.version),
        language=language,
    )
    return asked, price_form(asked, identity, language)


def _asked(
    form: Published, terms: LotTerms, code: str, language: Language, publication: Publication | None
) -> Asked:
    say, today = Wording(language), timezone.localdate()
    [lot] = (each for each in form.tender.lots if each.code == code)
    midnight = timezone.make_aware(datetime.combine(today, datetime.min.time()))
    return Asked(
        authority=form.tender.authority,
        tender=f"{form.tender.title} ({form.tender.reference})",
        lot=say(_LOT, number=code, title=lot.title),
        version=say(draft_words(today) if publication is None else version_words(publication)),
        plan=terms.life_cycle or Plan(),
        typed=tuple(_typed(lot, terms)),
        made_at=midnight if publication is None else publication.made_at,
    )


def _typed(lot: ScoredLot, terms: LotTerms) -> Iterator[TypedPrice]:
    """The prices that follow from nothing."""
    for leaf in lot.leaves():
        behind = terms.criteria.get(leaf.code)
        if leaf.kind is Kind.PRICE and (behind is None or behind.figure is None):
            yield TypedPrice(leaf.code, leaf.title)
