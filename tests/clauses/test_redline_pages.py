"""The contract in Word with its changes marked, against the library and against a final version."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from clauses.loading import load_library
from procurement.organisations.models import Role
from tests.clauses.assembly.builders import WHO, clause
from tests.clauses.final_contracts import NOW, approved, changed, draft, final
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(autouse=True)
def library() -> None:
    text = clause("text", "1. De leverancier levert elk jaar een rapport.\n2. Het rapport is openbaar.")
    load_library(at=NOW, clauses=[text, clause("blank", "1. {who} tekent.", more=WHO)])


def test_the_differences_with_the_library_in_word() -> None:
    row = draft()
    changed(row)

    answer = client_of(Role.CONTRACT_MANAGER).get(f"/contracts/{row.pk}/verschillen/bibliotheek/")

    text = _text(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="verschillen-t-1-bibliotheek.docx"'
    assert "De leverancier levert elk jaar een rapport." in "".join(
        each.text or "" for each in text.iter(f"{W}delText")
    )
    assert {each.get(f"{W}author") for each in text.iter(f"{W}ins")} == {"Amaranth"}


def test_the_differences_with_a_final_version_in_word() -> None:
    row = draft()
    row.chosen.filter(version__clause__code="blank").update(values={"who": "De wethouder"})
    final(row)
    approved(changed(row))
    client = client_of(Role.OFFICER)

    answer = client.get(f"/contracts/{row.pk}/verschillen/1/")

    assert list(_text(answer.content).iter(f"{W}ins"))
    assert client.get(f"/contracts/{row.pk}/verschillen/2/").status_code == 404
    assert client.get(f"/contracts/{row.pk}/verschillen/anders/").status_code == 404


def _text(content: bytes):
    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))
