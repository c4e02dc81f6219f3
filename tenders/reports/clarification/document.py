"""The nota van inlichtingen as a document."""

from collections.abc import Iterator

from procurement.citations import cite
from procurement.documents.compose import column, heading, paragraph, row, table
from procurement.documents.model import Block, Document
from procurement.language import Text
from tenders.procedure.deadlines import IN_TIME
from tenders.reports.clarification.model import ClarificationNote
from tenders.reports.edition import Edition, Stamp
from tenders.reports.front import footer, header, opening
from tenders.reports.legal import all_cited
from tenders.reports.log_head import log_line
from tenders.reports.wording import Wording

TITLE = Text(nl="Nota van inlichtingen {number}", en="Clarification {number}")
_OF = Text(nl="Datum van deze nota", en="Date of this clarification")
_NEW_DEADLINE = Text(nl="Nieuw uiterste moment van inschrijving", en="New deadline for bids")
_QUESTIONS = Text(nl="Vragen en antwoorden", en="Questions and answers")
_NUMBER = Text(nl="Nr.", en="No.")
_PLACE = Text(nl="Document en plaats", en="Document and place")
_QUESTION = Text(nl="Vraag", en="Question")
_ANSWER = Text(nl="Antwoord", en="Answer")
_NO_QUESTIONS = Text(nl="Deze nota beantwoordt geen vragen.", en="This clarification answers no questions.")
_CHANGES = Text(nl="Wijzigingen in de stukken", en="Changes in the documents")
_NO_CHANGES = Text(
    nl="De stukken wijzigen niet. {version} blijft gelden.",
    en="The documents do not change. {version} still holds.",
)
_OLD = Text(nl="Dit stond er", en="It said")
_NEW = Text(nl="Dit staat er nu", en="It says now")
_REASON = Text(nl="Reden van de wijziging: {reason}", en="Reason for the change: {reason}")
_SUBSTANTIAL = Text(
    nl="Dit is een aanzienlijke wijziging. Daarom is de termijn voor inschrijven verlengd.",
    en="This is a substantial change. The time for bidding has therefore been extended.",
)
_NOT_SUBSTANTIAL = Text(nl="Dit is geen aanzienlijke wijziging.", en="This is no substantial change.")
_WHY_NOT = Text(nl="Waarom niet: {reason}", en="Why not: {reason}")
_HOLDS = Text(
    nl="Vanaf nu geldt {version}. Versie {earlier} vervalt.",
    en="From now on {version} holds. Version {earlier} lapses.",
)
_FOR_BIDDERS = Text(nl="Wat dit voor uw inschrijving betekent", en="What this means for your bid")
_CONFIRM = Text(
    nl="Hebt u al ingeschreven op een eerdere versie? Bevestig dan vóór het uiterste moment dat uw "
    "inschrijving ook voor deze versie geldt, of vervang haar.",
    en="Did you bid on an earlier version already? Then confirm before the deadline that your bid also holds "
    "for this version, or replace it.",
)
_SAME = Text(
    nl="Een inschrijving die u al hebt ingediend, blijft gelden.",
    en="A bid that you handed in already still holds.",
)
_BASIS = Text(nl="Grondslag: {basis}.", en="Legal basis: {basis}.")
_ARTICLES = ("aw2012:2.53", "aw2012:2.54", "aw2012:2.73")


def clarification_document(edition: Edition, note: ClarificationNote) -> Document:
    """`edition` is the version that holds once this note is out."""
    say, title = Wording(edition.language), TITLE.format(number=str(note.number))
    stamp = Stamp(words=edition.version, digest=edition.digest, created=note.published_at)
    return Document(
        title=f"{say(title)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(title, stamp),
        blocks=tuple(_blocks(edition, note, title, say)),
        header=header(edition),
        footer=footer(stamp, say),
    )


def _blocks(edition: Edition, note: ClarificationNote, title: Text, say: Wording) -> Iterator[Block]:
    more = [(say(_OF), say.moment(note.published_at)), log_line(note.log_head, say)]
    if note.new_deadline is not None:
        more.insert(1, (say(_NEW_DEADLINE), say.moment(note.new_deadline)))
    yield from opening(edition, title, say, more)
    yield heading(1, say(_QUESTIONS))
    yield from _questions(note, say)
    yield heading(1, say(_CHANGES))
    yield from _changes(edition, note, say)
    yield heading(1, say(_FOR_BIDDERS))
    yield paragraph(say(_SAME if note.earlier_version is None else _CONFIRM))
    yield paragraph(say(IN_TIME))
    yield paragraph(say(_BASIS, basis=all_cited((cite(code) for code in _ARTICLES), say)))


def _questions(note: ClarificationNote, say: Wording) -> Iterator[Block]:
    if not note.answered:
        yield paragraph(say(_NO_QUESTIONS))
        return
    columns = (
        column(say(_NUMBER), 1),
        column(say(_PLACE), 3),
        column(say(_QUESTION), 5),
        column(say(_ANSWER), 5),
    )
    rows = (
        row(str(number), each.place or "–", each.question, each.answer)
        for number, each in enumerate(note.answered, 1)
    )
    yield table(columns, rows, alt=say(_QUESTIONS))


def _changes(edition: Edition, note: ClarificationNote, say: Wording) -> Iterator[Block]:
    if note.earlier_version is None:
        yield paragraph(say(_NO_CHANGES, version=_capital(say(edition.version))))
        return
    columns = (column(say(_PLACE), 4), column(say(_OLD), 5), column(say(_NEW), 5))
    rows = (row(say(each.place), say(each.old), say(each.new)) for each in note.changes)
    yield table(columns, rows, alt=say(_CHANGES))
    yield paragraph(say(_REASON, reason=note.reason))
    if note.is_substantial is not None:
        yield paragraph(say(_SUBSTANTIAL if note.is_substantial else _NOT_SUBSTANTIAL))
    if note.why_not_substantial:
        yield paragraph(say(_WHY_NOT, reason=note.why_not_substantial))
    yield paragraph(say(_HOLDS, version=edition.version, earlier=str(note.earlier_version)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
