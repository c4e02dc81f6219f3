"""Tracked changes: accepting all gives the new document, rejecting all gives the old one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from procurement.documents.compose import (
    bold,
    bullets,
    column,
    content,
    field,
    footnote,
    heading,
    paragraph,
    point,
    provision,
    ref,
    row,
    steps,
    table,
    title,
)
from procurement.documents.model import Clause, Document, SectionBreak, TableOfContents
from procurement.documents.redline import redline
from procurement.documents.writers.docx import docx_bytes
from tests.procurement.documents.examples import BLOCKS, PROPERTIES
from tests.procurement.documents.redline.oracle import W, accepted, canonical, controls, part, rejected

AT = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


def document(*blocks) -> Document:
    return Document(title="Contract", language="nl", properties=PROPERTIES, blocks=blocks)


def clause(code, *words, points=(), title_words="", version="1") -> Clause:
    body = (provision(*words, points=points), provision(f"Tweede lid van {code}."))
    return Clause(
        code=code, version=version, digest="ab" * 32, title=content(title_words or f"Titel {code}"),
        body=body, anchor=f"clause-{code}",
    )  # fmt: skip


LONG = "De opdrachtnemer levert ieder jaar een rapport over het verbruik van de apparaten."
A, B, C = clause("a", LONG), clause("b", "Zie artikel ", ref("clause-a"), "."), clause("c", f"{LONG} Ook c.")
LAST = paragraph("Aldus overeengekomen.")
SCORES = table(
    [column("Meting", 3), column("Waarde")], [row("een", "1"), row("twee", "2")], caption="Metingen"
)


def _shorter(block):
    return replace(block, body=block.body[:2]) if isinstance(block, Clause) else block


PAIRS = {
    "nothing": ((A, B, LAST), (A, B, LAST)),
    "a word": ((A, LAST), (clause("a", LONG.replace("jaar", "kwartaal")), LAST)),
    "a number with decimals": (
        (clause("a", "Boete 1.234,50 euro."), LAST),
        (clause("a", "Boete 1.334,50 euro."), LAST),
    ),
    "looks": ((clause("a", "Dit is ", bold("niet"), " zo."), LAST), (clause("a", "Dit is niet zo."), LAST)),
    "a clause more": ((A, C, LAST), (A, B, C, LAST)),
    "a clause less": ((A, B, C, LAST), (A, C, LAST)),
    "the last clause": ((A, C), (A,)),
    "all clauses": ((A, B, C, LAST), (LAST,)),
    "a clause moved up": ((A, B, C, LAST), (C, A, B, LAST)),
    "a clause moved down and changed": ((A, B, C, LAST), (B, C, clause("a", f"Nu {LONG} Altijd."), LAST)),
    "two clauses moved": ((A, B, C, clause("d", "D."), LAST), (clause("d", "D."), C, B, A, LAST)),
    "another title": ((A, LAST), (clause("a", LONG, title_words="Rapport"), LAST)),
    "another version": ((A, LAST), (clause("a", LONG, version="2"), LAST)),
    "points": (
        (clause("a", "Hij noemt:", points=[point("het verbruik;"), point("de uitstoot.")]), LAST),
        (
            clause(
                "a", "Hij noemt:", points=[point("het verbruik;"), point("het water;"), point("de uitstoot.")]
            ),
            LAST,
        ),
    ),
    "a blank filled in": (
        (clause("a", "Boete: ", field("x", "bedrag"), "."), LAST),
        (clause("a", "Boete: € 5."), LAST),
    ),
    "a blank opened": (
        (clause("a", "Boete: € 5."), LAST),
        (clause("a", "Boete: ", field("x", "bedrag"), "."), LAST),
    ),
    "a reference more": ((A, clause("b", "Zie elders."), LAST), (A, B, LAST)),
    "a row more": ((SCORES, LAST), (replace(SCORES, rows=(*SCORES.rows, row("drie", "3"))), LAST)),
    "a row less": ((SCORES, LAST), (replace(SCORES, rows=SCORES.rows[1:]), LAST)),
    "a cell": ((SCORES, LAST), (replace(SCORES, rows=(row("een", "9"), SCORES.rows[1])), LAST)),
    "a caption": ((SCORES, LAST), (replace(SCORES, caption="Alle metingen"), LAST)),
    "a table more": ((LAST,), (SCORES, LAST)),
    "a table less": ((SCORES, LAST), (LAST,)),
    "a column more": (
        (SCORES, LAST),
        (table([column("a"), column("b"), column("c")], [row("1", "2", "3")], caption="Metingen"), LAST),
    ),
    "lists": (
        (steps("een", "twee"), bullets("x"), LAST),
        (steps("een", "drie"), steps("nieuw"), bullets("x", "y"), LAST),
    ),
    "all lists gone": ((steps("een", "twee"), LAST), (LAST,)),
    "a list more": ((LAST,), (steps("een", "twee"), LAST)),
    "headings": ((heading(1, "Een"), heading(2, "Twee"), LAST), (heading(1, "Eén"), LAST)),
    "contents": (
        (title("T"), TableOfContents("Inhoud", 2), A, LAST),
        (title("T"), TableOfContents("Inhoud", 2), A, C, LAST),
    ),
    "wide pages at the end": ((A, LAST), (A, SectionBreak(landscape=True), SCORES)),
    "no wide pages any more": ((A, SectionBreak(landscape=True), SCORES), (A, LAST)),
    "from nothing": ((), BLOCKS),
    "to nothing": (BLOCKS, ()),
    "every kind of block": (BLOCKS, tuple(_shorter(each) for each in BLOCKS if each != BLOCKS[6])),
}


@pytest.mark.parametrize("name", PAIRS)
def test_accepting_all_gives_the_new_document_and_rejecting_all_the_old_one(name: str) -> None:
    old, new = (document(*blocks) for blocks in PAIRS[name])

    marked = redline(old, new, author="Jurist", at=AT)

    assert canonical(accepted(marked)) == canonical(part(docx_bytes(new)))
    assert canonical(rejected(marked)) == canonical(part(docx_bytes(old)))


def test_nothing_changed_leaves_no_marks() -> None:
    same = document(*BLOCKS)

    marked = redline(same, same, author="Jurist", at=AT)

    assert not list(part(marked).iter(f"{W}ins", f"{W}del", f"{W}pPrChange", f"{W}tblPrChange", f"{W}moveTo"))


def test_the_paper_of_the_last_pages_is_tracked_with_author_and_date() -> None:
    old, new = (document(*blocks) for blocks in PAIRS["wide pages at the end"])

    text = part(redline(old, new, author="Jurist", at=AT))

    (change,) = text.iter(f"{W}sectPrChange")
    assert (change.get(f"{W}author"), change.get(f"{W}date")) == ("Jurist", "2026-11-22T08:30:00Z")
    assert change.getparent()[-1] is change
    widths = [each.get(f"{W}w") for each in change.getparent().iter(f"{W}pgSz")]
    assert widths == ["16838", "11906"]
    assert not list(change.iter(f"{W}headerReference", f"{W}footerReference"))


def test_a_change_is_one_word_with_author_and_date() -> None:
    old, new = (document(*blocks) for blocks in PAIRS["a word"])

    text = part(redline(old, new, author="Gemeente & Co", at=AT))

    assert [each.text for each in text.iter(f"{W}delText")] == ["jaar"]
    inserted = next(text.iter(f"{W}ins"))
    assert "".join(inserted.itertext()) == "kwartaal"
    assert inserted.get(f"{W}author") == "Gemeente & Co"
    assert inserted.get(f"{W}date") == "2026-11-22T08:30:00Z"


@pytest.mark.parametrize("name", PAIRS)
def test_every_reference_leads_to_the_one_bookmark_of_its_clause(name: str) -> None:
    old, new = (document(*blocks) for blocks in PAIRS[name])

    marked = redline(old, new, author="Jurist", at=AT)

    for document_left in (part(marked), accepted(marked), rejected(marked)):
        names = [each.get(f"{W}name") for each in document_left.iter(f"{W}bookmarkStart")]
        assert len(names) == len(set(names))
    for document_left in (accepted(marked), rejected(marked)):
        assert _led_to(document_left) <= _titles(document_left).keys()


def test_a_reference_to_a_clause_that_moved_leads_to_it_in_both_texts() -> None:
    old, new = document(A, C, B, LAST), document(C, B, A, LAST)

    marked = redline(old, new, author="Jurist", at=AT)

    for document_left in (accepted(marked), rejected(marked)):
        (name,) = _led_to(document_left)
        assert _titles(document_left)[name] == "Titel a"


def _led_to(text) -> set[str]:
    """The bookmarks that references name, in fields of either kind."""
    simple = [each.get(f"{W}instr") for each in text.iter(f"{W}fldSimple")]
    written = [each.text for each in text.iter(f"{W}instrText")]
    return {words.split()[1] for words in (*simple, *written) if words.split()[0] == "REF"}


def _titles(text) -> dict[str, str]:
    """Bookmark → the words of the paragraph that it stands in."""
    return {
        each.get(f"{W}name"): "".join(each.getparent().itertext(f"{W}t"))
        for each in text.iter(f"{W}bookmarkStart")
    }


def test_content_controls_stand_around_the_clauses_that_both_have() -> None:
    old, new = document(A, B, C, LAST), document(A, C, clause("d", "Nieuw."), LAST)

    marked = redline(old, new, author="Jurist", at=AT)

    assert [tag.partition("@")[0] for tag in controls(part(marked))] == ["clause:a", "clause:c"]


def sourced(code, words, *sources) -> Clause:
    return clause(code, words, *(footnote(source) for source in sources))


NOTED = {
    "a source more": (("een",), ("een", "twee")),
    "a source less": (("een", "twee"), ("twee",)),
    "other sources": (("een", "twee"), ("drie", "vier", "vijf")),
    "in another order": (("een", "twee"), ("twee", "een")),
    "no sources any more": (("een", "twee"), ()),
    "none before": ((), ("een",)),
}


@pytest.mark.parametrize("name", NOTED)
def test_footnotes_of_both_texts_are_there_once_and_each_sign_leads_to_its_own(name: str) -> None:
    before, after = NOTED[name]
    old, new = (document(sourced("a", LONG, *sources), LAST) for sources in (before, after))

    marked = redline(old, new, author="Jurist", at=AT)

    notes = [each for each in part(marked, "word/footnotes.xml") if each.get(f"{W}type") is None]
    numbers = [each.get(f"{W}id") for each in notes]
    assert len(numbers) == len(set(numbers))
    assert set(numbers) == {each.get(f"{W}id") for each in part(marked).iter(f"{W}footnoteReference")}
    words = {each.get(f"{W}id"): "".join(each.itertext(f"{W}t")).strip() for each in notes}
    assert _sources(accepted(marked), words) == list(after)
    assert _sources(rejected(marked), words) == list(before)


def _sources(text, words: dict[str, str]) -> list[str]:
    """The words of the notes in the order of their signs."""
    return [words[each.get(f"{W}id")] for each in text.iter(f"{W}footnoteReference")]
