"""What a comparison tells besides the verdict: words, values, newer versions, changes, comments, new text."""

import pytest

from clauses.assembly.assemble import assemble
from clauses.assembly.contract import contract
from clauses.assembly.markdown import Blank, CrossReference, Words
from clauses.returned import Piece
from procurement.documents.redline import redline
from tests.clauses.returned.contract import (
    HEAD,
    W,
    assembly,
    compared,
    control,
    edited,
    issued,
    paragraphs,
    replaced,
    run,
    xml,
)
from tests.clauses.returned.edits_blanks import field_filled_in_a_changed_line, field_filled_in_wrongly
from tests.clauses.returned.edits_marks import all_controls_removed
from tests.clauses.returned.edits_words import (
    AUTHOR,
    RAPPORT,
    one_word,
    point_added,
    tracked_word,
)


def test_a_change_is_told_in_words() -> None:
    (found,) = compared(edited(one_word)).touched

    (line,) = found.lines
    assert [piece for piece in line.pieces if piece[0] is not Piece.SAME] == [
        (Piece.DELETED, "een bron"),
        (Piece.INSERTED, "drie bronnen"),
    ]
    old = "".join(text for kind, text in line.pieces if kind is not Piece.INSERTED)
    assert old == RAPPORT


def test_a_tracked_change_is_told_with_who_and_when() -> None:
    found = compared(edited(tracked_word))

    told = [(each.kind, each.author, each.at, each.text) for each in found.changes]
    assert told == [
        ("del", "Jansen, jurist", "2026-11-23T10:00:00Z", "een bron"),
        ("ins", "Jansen, jurist", "2026-11-23T10:00:00Z", "drie bronnen"),
    ]


def test_the_text_for_a_deviation_keeps_blanks_references_and_points() -> None:
    def change(root) -> None:
        point_added(root)
        replaced(root, "definitions", "De Overeenkomst gaat in op", "De Overeenkomst begint op")

    found = next(each for each in compared(edited(change)).touched if each.code == "definitions")

    first, second, *_rest = found.provisions
    assert len(first.points) == 9
    assert first.points[0].pieces == (
        Words("Opdrachtgever", bold=True),
        Words(": "),
        *first.points[0].pieces[2:],
    )
    assert [piece.name for piece in first.points[0].pieces if isinstance(piece, Blank)] == [
        "contracting_authority"
    ]
    assert first.points[2].pieces == (Words("Leverancier: wie levert;"),)
    assert second.pieces[0] == Words("De Overeenkomst begint op ")
    assert [piece.name for piece in second.pieces if isinstance(piece, Blank)] == ["start_date", "end_date"]


def test_a_reference_in_a_changed_line_stays_one() -> None:
    def change(root) -> None:
        replaced(root, "change-of-law", "schriftelijk vastleggen", "samen kiezen")

    (found,) = compared(edited(change)).touched

    pieces = found.provisions[1].pieces
    assert [piece.code for piece in pieces if isinstance(piece, CrossReference)] == ["change-of-contract"]
    assert "samen kiezen" in "".join(piece.text for piece in pieces if isinstance(piece, Words))


def test_a_value_that_does_not_fit_says_why() -> None:
    (found,) = compared(edited(field_filled_in_wrongly)).touched

    (value,) = found.values
    assert (value.old, value.new, value.value) == ("", "zo snel mogelijk", "")
    assert value.problem is not None
    assert "is geen datum" in value.problem.nl


def test_a_value_in_a_changed_line_is_no_text() -> None:
    (found,) = compared(edited(field_filled_in_a_changed_line)).touched

    pieces = found.provisions[3].pieces
    assert found.values[0].value == "7.5"
    assert "".join(piece.text for piece in pieces if isinstance(piece, Words)).startswith(
        "De boetes en kortingen"
    )


def test_newer_versions_are_told_of_every_clause() -> None:
    found = compared(issued(), {"reporting": 3, "unknown": 9})

    assert {each.code: each.newer_version for each in found.clauses if each.newer_version} == {"reporting": 3}
    assert found.is_same


def test_a_comment_is_told_with_its_author() -> None:
    comments = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="5" w:author="Inkoop">'
        f"<w:p>{run('Kan dit korter?')}</w:p></w:comment></w:comments>"
    )
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"

    def link(root) -> None:
        child = root.makeelement(root[0].tag, {"Id": "rId99", "Type": links, "Target": "comments.xml"})
        root.append(child)

    def hang(root) -> None:
        paragraphs(root, "reporting")[1].append(xml('<w:r><w:commentReference w:id="5"/></w:r>'))

    with_link = edited(
        link, part="word/_rels/document.xml.rels", added={"word/comments.xml": comments.encode()}
    )
    found = compared(edited(hang, with_link))

    (comment,) = found.comments
    assert (comment.author, comment.text) == ("Inkoop", "Kan dit korter?")
    assert found.is_same


def test_our_own_redline_reads_as_the_new_text() -> None:
    """Somebody accepts nothing and sends the redline back."""
    new = contract(assembly(), HEAD)
    fewer = assemble(assembly().clauses[1:], None, assembly().values, "nl")
    marked = redline(contract(fewer, HEAD), new, author="Jurist", at=HEAD.created)

    found = compared(marked)

    assert found.touched == ()
    assert found.added == ()


def test_without_controls_everything_is_found_by_its_bookmark() -> None:
    def change(root) -> None:
        all_controls_removed(root)
        for text in root.iter(f"{W}t"):
            text.text = (text.text or "").replace("een bron", "drie bronnen")

    found = compared(edited(change))

    assert [each.code for each in found.touched] == ["reporting"]


def test_an_english_contract_reads_english_values() -> None:
    def change(root) -> None:
        for field in root.iter(f"{W}sdt"):
            tag = field.find(f"{W}sdtPr/{W}tag")
            if tag is not None and tag.get(f"{W}val") in ("field:late_report_penalty", "field:start_date"):
                held = field.find(f"{W}sdtContent")
                money = tag.get(f"{W}val") == "field:late_report_penalty"
                held[:] = [xml(run("€ 1,250.50" if money else "1 February 2027"))]

    found = compared(edited(change, issued("en")), language="en")

    values = {value.variable: value.value for each in found.touched for value in each.values}
    assert values == {"late_report_penalty": "1250.5", "start_date": "2027-02-01"}


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    def change(root) -> None:
        looks = paragraphs(root, "reporting")[2].find(f"{W}pPr")
        looks.append(xml(f"<w:rPr><w:del {AUTHOR}/></w:rPr>"))

    (found,) = compared(edited(change)).touched

    assert len(found.provisions) == 5


@pytest.mark.parametrize("looks", ["<w:strike/>", "<w:dstrike/>", "<w:vanish/>", '<w:color w:val="ffffff"/>'])
def test_text_that_was_struck_through_or_hidden_counts_as_gone(looks: str) -> None:
    found = compared(edited(lambda root: hide_first_provision(root, looks)))

    assert not found.is_same
    assert [each.code for each in found.touched] == ["reporting"]
    assert [each.kind for each in found.changes] == ["hidden"]
    assert any("doorgehaald, verborgen" in each.nl for each in found.problems)


def test_what_is_typed_at_the_foot_of_the_pages_is_told() -> None:
    def typed(root) -> None:
        text = next(root.iter(f"{W}t"))
        text.text = "De boete vervalt. " + (text.text or "")

    found = compared(edited(typed, part="word/footer1.xml"))

    assert not found.is_same
    assert any("De boete vervalt." in text for line in found.outside for _kind, text in line.pieces)
    assert found.added == ()


def hide_first_provision(root, looks: str) -> None:
    paragraph = next(
        p for p in list(control(root, "reporting").iter(f"{W}p"))[1:] if p.find(f"{W}r") is not None
    )
    run = paragraph.find(f"{W}r")
    old = run.find(f"{W}rPr")
    if old is not None:
        run.remove(old)
    run.insert(0, xml(f"<w:rPr>{looks}</w:rPr>"))


def test_a_title_typed_over_is_a_change_of_the_title_and_no_text_by_hand() -> None:
    def typed(root) -> None:
        title = next(each for each in root.iter(f"{W}t") if each.text == "Contractbijlage laptops")
        title.text = "Andere overeenkomst"

    found = compared(edited(typed))

    assert found.added == ()
    (line,) = found.outside
    assert {"laptops", "Andere"} <= {word for _kind, text in line.pieces for word in text.split()}
