"""The award-criteria annex as a document."""

from collections.abc import Iterator

from procurement.documents.compose import bullets, column, formula, heading, paragraph, row, table
from procurement.documents.model import Block, Document, PageBreak, ParagraphStyle, TableOfContents
from procurement.language import Text
from tenders.procedure.deadlines import IN_TIME
from tenders.reports.annex.accounts import reason_blocks, stated_blocks
from tenders.reports.annex.calculation import calculation_blocks
from tenders.reports.annex.example import Illustration, illustration_of, leaf_example, total_example
from tenders.reports.annex.leaf import leaf_blocks
from tenders.reports.annex.parameters import parameter_blocks
from tenders.reports.annex.rules import rule_blocks
from tenders.reports.annex.scorecard import scorecard_blocks
from tenders.reports.annex.tree import tree_table
from tenders.reports.edition import Edition
from tenders.reports.front import footer, header, opening
from tenders.reports.legal import all_cited, all_cited_codes
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording
from tenders.scorecard.model import CardRules
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Criterion, Lot

TITLE = Text(nl="Bijlage gunningscriteria", en="Annex: award criteria")
_CONTENTS = Text(nl="Inhoud", en="Contents")
_SUBJECT = Text(nl="Wat wij kopen", en="What we buy")
_ON_TIME = Text(nl="Wanneer een inschrijving op tijd is", en="When a bid is in time")
_UNTIL = Text(
    nl="Inschrijven kan tot en met {moment}.", en="Bids can be handed in up to and including {moment}."
)
_LOTS = Text(nl="Deze opdracht heeft {count} percelen:", en="This contract has {count} lots:")
_SEALED = Text(
    nl="Deze bijlage is gemaakt uit één vastgelegde versie van de criteria ({version}). Het controlegetal "
    "(SHA-256) hoort bij precies die versie: wijzigt er één gewicht of woord, dan wijzigt het getal.",
    en="This annex was made from one recorded version of the criteria ({version}). The checksum (SHA-256) "
    "belongs to exactly that version: if one weight or word changes, the number changes.",
)
_METHOD = Text(nl="Gunningsmethode", en="Award method")
_WE_USE = Text(nl="Wij gunnen met de methode ‘{title}’. {words}", en="We award with ‘{title}’. {words}")
_FIGURE = Text(nl="uitkomst = {formula}", en="outcome = {formula}")
_SUM = Text(nl="Σ punten (de punten op alle criteria opgeteld)", en="Σ points (of all criteria together)")
_BASIS = Text(nl="Grondslag: {basis}.", en="Legal basis: {basis}.")
_REQUIREMENTS = Text(nl="Eisen waaraan elke inschrijving voldoet", en="Requirements that every bid meets")
_KNOCK_OUT = Text(
    nl="Een inschrijving die aan één van deze eisen niet voldoet, leggen wij terzijde. Zij krijgt geen "
    "score.",
    en="A bid that does not meet one of these requirements is set aside. It gets no score.",
)
_REQUIREMENT = Text(nl="Eis", en="Requirement")
_TEXT = Text(nl="Wat wij eisen", en="What we require")
_PROOF = Text(nl="Bewijs", en="Proof")
_CRITERIA = Text(nl="Criteria en gewichten", en="Criteria and weights")
_EACH = Text(nl="De criteria een voor een", en="The criteria one by one")
_PARTS = Text(nl="Samen {weight}, verdeeld over: {parts}.", en="Together {weight}, divided over: {parts}.")
_PART = Text(nl="{code} {title} {weight}", en="{code} {title} {weight}")
_GROUP = Text(nl="{code} {title} ({weight})", en="{code} {title} ({weight})")


def award_annex(edition: Edition) -> Document:
    say = Wording(edition.language)
    return Document(
        title=f"{say(TITLE)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(TITLE),
        blocks=tuple(_blocks(edition, say)),
        header=header(edition),
        footer=footer(edition.stamp, say),
    )


def _blocks(edition: Edition, say: Wording) -> Iterator[Block]:
    yield from opening(edition, TITLE, say)
    yield paragraph(say(_SEALED, version=edition.version), style=ParagraphStyle.SMALL)
    yield TableOfContents(say(_CONTENTS), levels=2)
    yield PageBreak()
    yield from _subject(edition, say)
    yield from _on_time(edition, say)
    for lot in edition.tender.lots:
        yield heading(1, say(LOT, code=lot.code, title=lot.title))
        yield from _lot(lot, say)
        if lot.code in edition.plans:
            figures = edition.figures.get(lot.code, {})
            yield from calculation_blocks(lot, edition.plans[lot.code], figures, say)
        yield from scorecard_blocks(edition.cards.get(lot.code, CardRules()), say)
    if edition.draft is not None:
        yield from stated_blocks(edition.draft, say)
        yield from reason_blocks(edition.draft, say)


def _subject(edition: Edition, say: Wording) -> Iterator[Block]:
    tender = edition.tender
    yield heading(1, say(_SUBJECT))
    for part in (tender.subject or tender.title).split("\n"):
        if part.strip():
            yield paragraph(part.strip())
    if len(tender.lots) > 1:
        yield paragraph(say(_LOTS, count=str(len(tender.lots))))
        yield bullets(*(say(LOT, code=lot.code, title=lot.title) for lot in tender.lots))


def _on_time(edition: Edition, say: Wording) -> Iterator[Block]:
    deadline = edition.particulars.deadline
    if deadline is not None:
        yield heading(1, say(_ON_TIME))
        yield paragraph(say(_UNTIL, moment=say.moment(deadline)), " ", say(IN_TIME))


def _lot(lot: Lot, say: Wording) -> Iterator[Block]:
    illustration = illustration_of(lot, say)
    yield from _method(lot, say)
    if lot.requirements:
        yield from _requirements(lot, say)
    yield heading(2, say(_CRITERIA))
    yield tree_table(lot, say)
    yield heading(2, say(_EACH))
    for node in lot.criteria:
        yield from _node(lot, node, illustration, say)
    if illustration is not None:
        yield from total_example(illustration, say)
    yield from rule_blocks(lot, say)


def _method(lot: Lot, say: Wording) -> Iterator[Block]:
    award = AWARDS[lot.award.method]
    yield heading(2, say(_METHOD))
    yield paragraph(say(_WE_USE, title=award.title, words=award.words))
    yield formula(say(_FIGURE, formula=_SUM if award.formula == "Σ" else award.formula))
    yield from parameter_blocks(award.parameters, lot.award.parameters, None, say)
    yield paragraph(say(_BASIS, basis=all_cited(award.basis, say)))


def _requirements(lot: Lot, say: Wording) -> Iterator[Block]:
    yield heading(2, say(_REQUIREMENTS))
    yield paragraph(say(_KNOCK_OUT))
    rows = (
        row(
            f"{each.code} {each.title}",
            "\n".join(part for part in (each.text, all_cited_codes(each.basis, say)) if part) or "–",
            each.proof or "–",
        )
        for each in lot.requirements
    )
    columns = (column(say(_REQUIREMENT), 3), column(say(_TEXT), 6), column(say(_PROOF), 4))
    yield table(columns, rows, alt=say(_REQUIREMENTS))


def _node(lot: Lot, node: Criterion, illustration: Illustration | None, say: Wording) -> Iterator[Block]:
    if not node.children:
        yield from leaf_blocks(lot, node, say)
        if illustration is not None:
            yield from leaf_example(illustration, node, say)
        return
    yield heading(3, say(_GROUP, code=node.code, title=node.title, weight=say.percent(node.weight)))
    if node.account.description:
        yield paragraph(node.account.description)
    parts = (
        say(_PART, code=child.code, title=child.title, weight=say.percent(child.weight))
        for child in node.children
    )
    yield paragraph(say(_PARTS, weight=say.percent(node.weight), parts="; ".join(parts)))
    for child in node.children:
        yield from _node(lot, child, illustration, say)
