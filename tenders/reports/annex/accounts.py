"""Two chapters of the annex: what the law wants said in the documents, and the reasons of a lawyer."""

from collections.abc import Iterator
from dataclasses import replace

from procurement.documents.compose import CellText, heading, paragraph
from procurement.documents.model import Block, ParagraphStyle
from procurement.language import Text
from tenders.lint.draft import Draft
from tenders.lint.place_words import place_words
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tenders.lint.run import Accepted, judge
from tenders.lint.severity import Moment
from tenders.reports.annex.stated import Statement, statements_of
from tenders.reports.front import facts_table
from tenders.reports.legal import all_cited, all_cited_codes
from tenders.reports.quoted import explained, quoted
from tenders.reports.wording import Wording

STATED = Text(nl="Verantwoording", en="What the law asks us to state")
REASONS = Text(nl="Motivering van afwijkingen", en="Reasons for deviations")
_STATED_LEAD = Text(
    nl="De wet vraagt om dit in de aanbestedingsstukken te vermelden. Bij elk onderdeel staat het artikel.",
    en="The law asks to state this in the tender documents. The article stands with each part.",
)
_REASONS_LEAD = Text(
    nl="Op deze punten wijken deze stukken af van een regel van de juridische toets. Een jurist legde vast "
    "waarom dat hier mag.",
    en="On these points these documents deviate from a rule of the legality check. A lawyer recorded why "
    "that is allowed here.",
)
_BASIS = Text(nl="Grondslag: {basis}.", en="Legal basis: {basis}.")
_ARTICLE = Text(nl="Artikel", en="Article")
_PLACE = Text(nl="Plaats", en="Place")
_WORDS = Text(nl="Tekst waar het over gaat", en="Words that it is about")
_WHY = Text(nl="Motivering", en="Reason")
_GIVEN = Text(nl="Vastgelegd op", en="Recorded on")


def stated_blocks(draft: Draft, say: Wording) -> Iterator[Block]:
    """Nothing where nothing was answered."""
    statements = statements_of(draft)
    if statements:
        yield heading(1, say(STATED))
        yield paragraph(say(_STATED_LEAD))
        yield from explained(say)
    for each in statements:
        yield from _statement(each, say)


def _statement(statement: Statement, say: Wording) -> Iterator[Block]:
    yield heading(2, say(statement.title))
    for said in statement.said:
        if isinstance(said, Text):
            yield paragraph(say(said))
        else:
            yield from (paragraph(quoted(line.strip(), say)) for line in said.split("\n") if line.strip())
    basis = say(_BASIS, basis=all_cited_codes(statement.basis, say))
    yield paragraph(basis, style=ParagraphStyle.SMALL)


def reason_blocks(draft: Draft, say: Wording) -> Iterator[Block]:
    """Each reason about what the check still finds; nothing where there is none."""
    found = tuple(accepted_in(draft))
    if found:
        yield heading(1, say(REASONS))
        yield paragraph(say(_REASONS_LEAD))
        if not statements_of(draft):  # said there already
            yield from explained(say)
    for rule, accepted in found:
        yield heading(2, f"{rule.code} {say(rule.title)}")
        yield _table(rule, accepted, draft, say)


def accepted_in(draft: Draft) -> Iterator[tuple[Rule, Accepted]]:
    """In the order of the rules. A reason about words that are not there any more says nothing."""
    named = {reason.rule for reason in draft.reasons}
    for rule in RULES:
        if rule.code in named and rule.moment is Moment.PUBLICATION:
            yield from ((rule, each) for each in judge(rule, draft).accepted)


def _table(rule: Rule, accepted: Accepted, draft: Draft, say: Wording) -> Block:
    reason = accepted.reason
    lines: list[tuple[str, CellText]] = [
        (say(_ARTICLE), all_cited(rule.basis, say)),
        (say(_PLACE), say(place_words(reason.place, draft))),
        (say(_WORDS), quoted(reason.quote, say) if reason.quote else ""),
        (say(_WHY), quoted(reason.text, say)),
        (say(_GIVEN), say.day(reason.given_on) if reason.given_on else ""),
    ]
    return replace(facts_table(lines, alt=f"{rule.code} {say(rule.title)}", say=say), keep_together=True)
