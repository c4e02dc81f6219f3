"""The digest of a document changes with its content and with nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from procurement.documents.canonical import canonical_form, content_digest
from procurement.documents.compose import bold, content, heading, paragraph, provision
from procurement.documents.model import Run
from tests.procurement.documents.examples import BLOCKS, CLAUSE, PROPERTIES, document

TREE = document(*BLOCKS)


def test_who_made_it_and_when_do_not_count():
    later = replace(PROPERTIES, author="Iemand", created=datetime(2027, 1, 1, tzinfo=UTC), digest="")

    assert content_digest(replace(TREE, properties=later, footer=content("x"))) == content_digest(TREE)


@pytest.mark.parametrize(
    "other",
    [
        replace(TREE, title="Anders"),
        replace(TREE, language="en"),
        document(*BLOCKS[:-1]),
        document(BLOCKS[1], BLOCKS[0], *BLOCKS[2:]),
        document(*(replace(CLAUSE, version="3") if block is CLAUSE else block for block in BLOCKS)),
    ],
    ids=["title", "language", "block", "order", "version"],
)
def test_every_change_of_the_content_counts(other):
    assert content_digest(other) != content_digest(TREE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (paragraph("a"), heading(1, "a")),
        (paragraph("a", "b"), paragraph("ab")),
        (paragraph("a"), paragraph(bold("a"))),
        (paragraph("a"), paragraph(Run("a", language="en"))),
        (paragraph('a"]'), paragraph("a")),
        (paragraph("\ud800"), paragraph("?")),
    ],
)
def test_texts_that_differ_in_one_thing_have_forms_that_differ(one, other):
    assert content_digest(document(one)) != content_digest(document(other))


def test_what_has_its_default_value_is_left_out():
    form = canonical_form(document(provision("a")))

    assert form == '"Overeenkomst"\n"nl"\n["Provision","content",[["Run","text","a"]]]'
