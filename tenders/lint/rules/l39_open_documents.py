"""L39: all documents are online for free from the notice on, and nothing is opened before the deadline."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_NOT_ONLINE = Text(
    nl="Niet alle stukken staan vrij online, en er is geen uitzondering genoemd.",
    en="Not all documents are freely online, and no exception is named.",
)
_PUBLISH = Text(
    nl="Zet alle stukken online, of noem de uitzondering van art. 2.66 lid 3 of 4.",
    en="Put all documents online, or name the exception of art. 2.66(3) or (4).",
)
_SEALED = Wanted(
    "opened_before_deadline",
    False,
    Text(
        nl="Iemand kan een inschrijving openen voor het uiterste tijdstip.",
        en="Somebody can open a bid before the deadline.",
    ),
    Text(
        nl="Laat inschrijvingen versleuteld binnenkomen.",
        en="Let bids come in encrypted.",
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    documents = draft.legal.documents
    yield from missing(documents, "legal.documents", "free_and_complete")
    if documents.free_and_complete is False and documents.not_online_ground is None:
        yield wrong("legal.documents.not_online_ground", _NOT_ONLINE, _PUBLISH)
    yield from against(documents, "legal.documents", (_SEALED,))


RULE = Rule(
    code="L39",
    title=Text(
        nl="Alle stukken staan vanaf de aankondiging gratis online; niets gaat te vroeg open",
        en="All documents are online for free from the notice on; nothing is opened too early",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.66(1)"),
        cite("aw2012:2.66(3)"),
        cite("aw2012:2.66(4)"),
        cite("aw2012:2.108"),
        cite("dir2014-24:22(3)"),
    ),
    wrong=Text(
        nl="Stukken zijn niet vrij te downloaden, of iemand kan een inschrijving zien voor het uiterste "
        "tijdstip.",
        en="Documents cannot be downloaded freely, or somebody can see a bid before the deadline.",
    ),
    why=Text(
        nl="Iedere ondernemer krijgt tegelijk dezelfde stukken, kosteloos en volledig. Alleen voor "
        "stukken die niet elektronisch kunnen, of die vertrouwelijk zijn, geldt een uitzondering. "
        "Niemand kent een inschrijving voor het uiterste tijdstip.",
        en="Every operator gets the same documents at the same time, free and complete. There is an "
        "exception only for documents that cannot be electronic or are confidential. Nobody knows a "
        "bid before the deadline.",
    ),
    instead=Text(
        nl="Publiceer alle stukken tegelijk met de aankondiging en houd inschrijvingen gesloten.",
        en="Publish all documents together with the notice and keep bids sealed.",
    ),
    bad=Text(
        nl="Het contract krijgt u op verzoek.",
        en="You get the contract on request.",
    ),
    good=Text(
        nl="Alle stukken staan vanaf de aankondiging op TenderNed; de inschrijvingen blijven tot het "
        "uiterste tijdstip gesloten.",
        en="All documents are on TenderNed from the notice on; the bids stay sealed until the deadline.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
