"""The legality check on paper: every rule, its outcome, the reason that was given, and a line to sign.

A rule that guards another step than the one that was checked is named with that step, so that nothing is
left out. A reason is that of a lawyer, by role and day: the paper goes into files that many people read, so
it names no person. Who it was stands on the page of the check and in the log.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from procurement.documents.compose import (
    bold,
    bullets,
    column,
    heading,
    note,
    paragraph,
    row,
    subtitle,
    table,
    title,
)
from procurement.documents.model import Block, Document, PageCount, PageNumber, ParagraphStyle, Run
from procurement.documents.properties import Properties
from procurement.language import Language, Text
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.place_words import place_words
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tenders.lint.run import Judged, Outcome, Report
from tenders.lint.severity import Moment
from tenders.lint.words import DOUBT, MOMENTS, OUTCOMES, QUOTE, way_out
from tenders.reports.front import facts_table, grouped
from tenders.reports.legal import all_cited
from tenders.reports.wording import Wording

TITLE = Text(nl="Juridische toets", en="Legality check")
_REFERENCE = Text(nl="Kenmerk", en="Reference")
_LAW_OF = Text(nl="Recht van", en="Law of")
_CHECKED = Text(nl="Getoetst op", en="Checked on")
_DIGEST = Text(nl="Controlegetal van het getoetste concept (SHA-256)", en="Checksum of the draft (SHA-256)")
_PARTICULARS = Text(nl="Gegevens van deze toets", en="Particulars of this check")
_RULES = Text(nl="Alle regels", en="All rules")
_RULE = Text(nl="Regel", en="Rule")
_BASIS = Text(nl="Grondslag", en="Basis")
_OUTCOME = Text(nl="Uitkomst", en="Outcome")
_REASON = Text(nl="Gegeven reden", en="Reason given")
_FOUND = Text(nl="Wat is gevonden", en="What was found")
_NOTHING = Text(nl="Er is niets gevonden dat iets vraagt.", en="Nothing was found that asks for anything.")
_AT = Text(nl="Plaats: {place}", en="Place: {place}")
_GIVEN = Text(nl="{place}: {reason} (jurist, {day})", en="{place}: {reason} (lawyer, {day})")
_LATER = Text(nl="Hoort bij een latere stap", en="Belongs to a later step")
_EARLIER = Text(nl="Hoort bij een eerdere stap", en="Belongs to an earlier step")
_STEP = Text(nl="{when}: {moment}", en="{when}: {moment}")
_SIGNING = Text(nl="Ondertekening", en="Signature")
_READ = Text(
    nl="De ondergetekende heeft deze toets gelezen en de redenen erin vastgelegd. De toets helpt bij het "
    "oordeel van de jurist en komt daar niet voor in de plaats.",
    en="The undersigned has read this check and recorded the reasons in it. The check helps the lawyer to "
    "judge and does not replace that judgement.",
)
_NAME = Text(nl="Naam", en="Name")
_ROLE = Text(nl="Functie", en="Position")
_DATE = Text(nl="Datum", en="Date")
_SIGNATURE = Text(nl="Handtekening", en="Signature")
_PAGE = Text(nl="pagina ", en="page ")
_OF = Text(nl=" van ", en=" of ")


def checklist_document(
    draft: Draft, report: Report, *, digest: str, at: datetime, language: Language
) -> Document:
    """`digest` is the SHA-256 of what was checked, `at` the moment of the check, with its time zone."""
    say = Wording(language)
    return Document(
        title=f"{say(TITLE)} – {draft.tender.title}",
        language=language,
        properties=Properties(
            author=draft.tender.authority,
            created=at,
            subject=say(TITLE),
            tender=draft.tender.reference,
            digest=digest,
        ),
        blocks=tuple(_blocks(draft, report, digest, at, say)),
        header=(Run(f"{draft.tender.title}\t{draft.tender.reference}"),),
        footer=(Run(f"SHA-256 {digest[:16]}…\t{say(_PAGE)}"), PageNumber(), Run(say(_OF)), PageCount()),
    )


def _blocks(draft: Draft, report: Report, digest: str, at: datetime, say: Wording) -> Iterator[Block]:
    yield title(say(TITLE))
    yield subtitle(draft.tender.title)
    yield paragraph(draft.tender.authority, style=ParagraphStyle.LEAD)
    lines = [
        (say(_REFERENCE), draft.tender.reference),
        (say(_LAW_OF), say.day(draft.on)),
        (say(_CHECKED), say.moment(at)),
        (say(_DIGEST), grouped(digest)),
        *((say(OUTCOMES[each]), str(len(report.with_outcome(each)))) for each in Outcome),
        *((say(when), str(count)) for when, count in _of_other_steps(report).items()),
    ]
    yield facts_table(lines, alt=say(_PARTICULARS), say=say)
    yield heading(1, say(_FOUND))
    yield from _found(draft, report, say)
    yield heading(1, say(_RULES))
    yield _rules(draft, report, say)
    yield heading(1, say(_SIGNING))
    yield note(say(_READ))
    columns = (
        column(say(_NAME), 4),
        column(say(_ROLE), 3),
        column(say(_DATE), 2),
        column(say(_SIGNATURE), 4),
    )
    yield replace(table(columns, (row("", "", "", "\n\n"),), alt=say(_SIGNING)), keep_together=True)


def _found(draft: Draft, report: Report, say: Wording) -> Iterator[Block]:
    asking = [each for each in report.judged if each.open]
    if not asking:
        yield paragraph(say(_NOTHING))
    for judged in asking:
        rule = judged.rule
        yield heading(2, f"{rule.code} {say(rule.title)}", numbered=False)
        yield paragraph(bold(say(OUTCOMES[judged.outcome])), f". {all_cited(rule.basis, say)}")
        if rule.doubt:
            yield note(say(DOUBT, doubt=rule.doubt))
        yield bullets(*(_told(finding, draft, say) for finding in judged.open))


def _told(finding: Finding, draft: Draft, say: Wording) -> str:
    parts = [say(finding.message), f"{say(_AT, place=place_words(finding.place, draft))}."]
    if finding.quote:
        parts.append(say(QUOTE, quote=finding.quote))
    if finding.fix:
        parts.append(say(way_out(finding.fix)))
    return " ".join(parts)


def _rules(draft: Draft, report: Report, say: Wording) -> Block:
    columns = (
        column(say(_RULE), 6),
        column(say(_BASIS), 5),
        column(say(_OUTCOME), 3),
        column(say(_REASON), 5),
    )
    judged = {each.rule.code: each for each in report.judged}
    rows = (
        row(
            f"{rule.code} {say(rule.title)}",
            all_cited(rule.basis, say),
            *(
                _judged(judged[rule.code], draft, say)
                if rule.code in judged
                else _other_step(rule, report, say)
            ),
        )
        for rule in RULES
    )
    return table(columns, rows, alt=say(_RULES))


def _judged(judged: Judged, draft: Draft, say: Wording) -> tuple[str, str]:
    return say(OUTCOMES[judged.outcome]), _reasons(judged, draft, say)


def _other_step(rule: Rule, report: Report, say: Wording) -> tuple[str, str]:
    return say(_STEP, when=_when(rule, report), moment=MOMENTS[rule.moment]), ""


def _when(rule: Rule, report: Report) -> Text:
    """Compared with the step that was checked; steps stand in the order of the procedure."""
    order = list(Moment)
    checked = max((order.index(each.rule.moment) for each in report.judged), default=0)
    return _LATER if order.index(rule.moment) > checked else _EARLIER


def _of_other_steps(report: Report) -> Counter[Text]:
    judged = {each.rule.code for each in report.judged}
    return Counter(_when(rule, report) for rule in RULES if rule.code not in judged)


def _reasons(judged: Judged, draft: Draft, say: Wording) -> str:
    return " ".join(
        say(
            _GIVEN,
            place=place_words(each.finding.place, draft),
            reason=each.reason.text,
            day=say.day(each.reason.given_on),
        )
        for each in judged.accepted
        if each.reason.given_on
    )
