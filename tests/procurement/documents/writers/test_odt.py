"""The OpenDocument file as a package: what it says about itself, and what its parts promise."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from procurement.documents.compose import (
    bold,
    bullets,
    column,
    content,
    field,
    heading,
    paragraph,
    point,
    provision,
    ref,
    row,
    steps,
    table,
)
from procurement.documents.errors import DocumentError
from procurement.documents.model import (
    Clause,
    Listing,
    ListItem,
    PageBreak,
    Run,
    SectionBreak,
    TableOfContents,
)
from procurement.documents.text import cleaned
from procurement.documents.writers.odt import odt_bytes
from tests.procurement.documents.examples import BLOCKS, CLAUSE, SCORES, document
from tests.procurement.documents.writers.odt_parts import KEPT, SPACES, found, part, parts, shown

TEXTS = st.sampled_from(
    ("A & B <BV>", "</text:p>", "]]>", '"', "\x00\x0b\ud800", "\u202egnp", "  two  \t\n end ", "")
) | st.text(st.characters(exclude_categories=(), exclude_characters=KEPT), max_size=30)


def test_the_first_part_says_what_the_file_is_and_is_not_compressed():
    with zipfile.ZipFile(BytesIO(odt_bytes(document(*BLOCKS)))) as package:
        first = package.infolist()[0]

        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert package.read("mimetype") == b"application/vnd.oasis.opendocument.text"


def test_the_manifest_names_every_part():
    package = parts(document(*BLOCKS))

    listed = found(etree.fromstring(package["META-INF/manifest.xml"]), "//@manifest:full-path")
    assert sorted(listed) == sorted({"/", *package} - {"mimetype", "META-INF/manifest.xml"})


def test_the_same_tree_gives_the_same_bytes():
    assert odt_bytes(document(*BLOCKS)) == odt_bytes(document(*BLOCKS))


def test_the_file_says_what_it_is_and_what_it_rests_on():
    meta = part(document(), "meta.xml")

    assert found(meta, "//dc:title/text()") == ["Overeenkomst"]
    assert found(meta, "//meta:initial-creator/text()") == ["Inkoop"]
    assert found(meta, "//meta:user-defined/@meta:name") == ["TenderId", "TenderVersion", "SnapshotSha256"]


@pytest.mark.parametrize(("language", "locale"), [("nl", ("nl", "NL")), ("en", ("en", "GB"))])
def test_the_language_of_the_text_is_set(language, locale):
    styles = part(document(language=language), "styles.xml")

    default = found(styles, "//style:default-style[@style:family='paragraph']/style:text-properties")[0]
    assert (default.get(f"{{{SPACES['fo']}}}language"), default.get(f"{{{SPACES['fo']}}}country")) == locale


def test_every_style_the_text_uses_exists():
    tree = replace(document(*BLOCKS), landscape=True)
    styles, body = part(tree, "styles.xml"), part(tree, "content.xml")

    known = {name for root in (styles, body) for name in found(root, "//@style:name")}
    used = {
        name
        for root in (styles, body)
        for name in found(root, "//@text:style-name | //@table:style-name | //@style:parent-style-name")
    }
    assert used - known == set()


def test_a_section_changes_the_page_style_of_what_follows_it():
    tree = document(paragraph("a"), SectionBreak(landscape=True), SCORES, SectionBreak(), heading(1, "b"))

    body = part(tree, "content.xml")

    masters = found(body, "//style:style[@style:master-page-name]")
    assert [each.get(f"{{{SPACES['style']}}}master-page-name") for each in masters] == ["Wide", "Standard"]


def test_a_page_break_goes_with_the_next_block():
    body = part(document(paragraph("a"), PageBreak(), paragraph("b")), "content.xml")

    styles = found(body, "//office:text/text:p/@text:style-name")
    assert styles == ["Body", "Body.page"]


def test_the_heading_row_of_a_table_repeats_and_the_table_is_described():
    body = part(document(SCORES), "content.xml")

    assert len(found(body, "//table:table-header-rows/table:table-row")) == 1
    assert found(body, "//table:table/table:desc/text()") == ["Duurzaamheid"]


def test_a_table_of_signatures_stays_on_one_page():
    signatures = replace(table([column("Naam")], [row("a")], alt="Ondertekening"), keep_together=True)

    body = part(document(signatures), "content.xml")

    assert found(body, "//style:table-properties/@style:may-break-between-rows") == ["false"]


def test_articles_are_one_list_through_the_document_and_steps_begin_again():
    body = part(document(CLAUSE, steps("a"), steps("b"), replace(CLAUSE, anchor="", body=())), "content.xml")

    lists = found(body, "//office:text/text:list[@text:style-name='Articles']")
    continued = [each.get(f"{{{SPACES['text']}}}continue-list") for each in lists]
    assert continued == [None, "articles", "articles", "articles", "articles"]
    assert found(body, "//text:list[@text:style-name='Steps']/@text:continue-list") == []


def test_items_stand_as_deep_as_the_tree_says():
    items = (ListItem(content("a")), ListItem(content("b"), 2), ListItem(content("c"), 1))
    body = part(document(Listing(items)), "content.xml")

    depths = {
        shown(node): len(found(node, "ancestor::text:list"))
        for node in found(body, "//text:list-item/text:p")
    }
    assert depths == {"a": 1, "b": 3, "c": 2}


def test_a_reference_leads_to_its_bookmark_and_holds_the_number():
    body = part(document(CLAUSE, paragraph("Zie ", ref("co2.move"), ".")), "content.xml")

    last = found(body, "//text:bookmark-ref[@text:ref-name='co2.move']")[-1]
    assert last.text == "1.2(b)(ii)"
    assert len(found(body, "//text:bookmark-start[@text:name='co2.move']")) == 1


def test_a_reference_to_nothing_is_refused_with_its_place():
    with pytest.raises(DocumentError, match="in 'Zie artikel ': a reference to 'weg'"):
        odt_bytes(document(paragraph("Zie artikel ", ref("weg"))))


def test_an_open_field_becomes_its_label():
    body = part(document(paragraph("Prijs: ", field("price", "bedrag"))), "content.xml")

    assert [shown(node) for node in found(body, "//office:text/text:p")] == ["Prijs: [bedrag]"]


def test_white_space_that_a_person_typed_is_kept():
    body = part(document(paragraph("  twee  spaties ", bold(" vet\ttab\nregel "))), "content.xml")

    assert [shown(node) for node in found(body, "//office:text/text:p")] == [
        "  twee  spaties  vet\ttab\nregel "
    ]


@settings(max_examples=60)
@given(TEXTS, TEXTS, st.booleans(), st.booleans())
def test_no_text_whatever_damages_the_file(one, two, bold_too, italic):
    tree = replace(
        document(
            TableOfContents("Inhoud"),
            heading(1, one, anchor="a&<" + cleaned(two)),
            paragraph(one, Run(two, bold=bold_too, italic=italic), field("name", one)),
            bullets(two),
            table([column(one)], [row(two)], caption=f"x{two}", alt=f"y{one}"),
            Clause(code="c", version="1", title=content(two), body=(provision(one, points=[point(two)]),)),
        ),
        title=one,
        header=content(two),
    )

    package = parts(tree)

    roots = [etree.fromstring(text) for name, text in package.items() if name.endswith(".xml")]
    written = found(etree.fromstring(package["content.xml"]), "//office:text/text:p")[0]
    assert len(roots) == 5
    assert shown(written) == cleaned(f"{one}{two}[{one}]")
