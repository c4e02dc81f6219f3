"""The page of the house style: who may do what, what it tells, and what a bad file gets."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from clauses.models import HouseStyleChoice, HouseStyleVersion
from procurement.audit.models import Event
from procurement.documents.house_style.reading import LIMITS
from procurement.organisations.models import Role
from tests.cast import organisation, person
from tests.clauses.final_contracts import draft
from tests.clauses.house_styles import added, choose, chosen, own_file
from tests.procurement.documents.house_styles import as_template, repacked
from tests.procurement.incoming.hostile_zips import compound
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def page(rest: str = "") -> str:
    return f"/huisstijl/{organisation().pk}/{rest}"


def upload(content: bytes, name: str = "huisstijl.docx", role: Role = Role.LAWYER) -> HttpResponse:
    return client_of(role).post(page(), {"file": SimpleUploadedFile(name, content)})


def linked(kind: str, target: str, mode: str = "") -> bytes:
    link = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'.encode()
    return repacked(
        own_file(), {RELATIONS: lambda part: part.replace(b"</Relationships>", link + b"</Relationships>")}
    )


def inflating() -> bytes:
    """A few kilobytes that become 60 MB."""
    stream = BytesIO(own_file())
    with ZipFile(stream, "a", ZIP_DEFLATED) as package:
        package.writestr("word/media/big.png", bytes(60 * 1024 * 1024))
    return stream.getvalue()


def test_a_lawyer_adds_a_file_looks_at_it_and_chooses_it() -> None:
    client = client_of(Role.LAWYER)
    file = SimpleUploadedFile("../../Huis\u202estijl.docx", own_file())

    answer = client.post(page(), {"file": file}, follow=True)
    chosen_answer = client.post(page("kies/"), {"version": "1"}, follow=True)

    row = HouseStyleVersion.objects.get()
    assert answer.redirect_chain == [(page("?versie=1"), 302)]
    assert (row.number, row.name, bytes(row.content)) == (1, "Huisstijl.docx", own_file())
    assert HouseStyleChoice.objects.get().version == row
    assert "in gebruik" in chosen_answer.content.decode()


def test_an_administrator_of_the_organisation_adds_a_template() -> None:
    answer = upload(as_template(own_file()), "huisstijl.dotx", Role.ORGANISATION_ADMIN)

    assert answer.status_code == 302
    assert HouseStyleVersion.objects.get().uploaded_by == person(Role.ORGANISATION_ADMIN)


def test_the_page_tells_what_is_taken_over_and_what_stands_in() -> None:
    added()

    text = client_of(Role.OFFICER).get(page()).content.decode()

    for said in (
        "Papier van 210 bij 297 mm",
        "Verdana",
        "De voettekst.",
        "Afbeeldingen in de kop- of voettekst: 1.",
        "Deze lettertypen staan niet in het document",
        "Artikellid",  # a style of ours that the file does not have
    ):
        assert said in text


def test_the_sample_is_written_in_the_version_that_was_asked_for() -> None:
    added()
    added(font="Georgia")

    answer = client_of(Role.OFFICER).get(page("1/voorbeeld/"))

    with ZipFile(BytesIO(answer.content)) as package:
        styles = package.read("word/styles.xml").decode()
    assert answer["Content-Disposition"] == 'attachment; filename="voorbeeld-huisstijl-1.docx"'
    assert ('"Verdana"' in styles, '"Georgia"' in styles) == (True, False)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (lambda: linked("vbaProject", "vbaProject.bin"), "a.docx", "macro"),
        (own_file, "a.docm", ".docx of .dotx"),
        (
            lambda: linked("attachedTemplate", "https://example.org/x.dotm", ' TargetMode="External"'),
            "a.docx",
            RELATIONS,
        ),
        (lambda: compound(encrypted=True), "a.docx", "wachtwoord"),
        (lambda: compound(encrypted=False), "a.docx", "oud"),
        (lambda: compound(encrypted=False), "a.doc", ".docx of .dotx"),
        (inflating, "a.docx", "uitgepakt groter dan 15 MB"),
        (lambda: own_file()[:3000], "a.docx", "a.docx"),
        (lambda: b"PK" + bytes(LIMITS.file_bytes), "a.docx", "groter dan 5 MB"),
        (
            lambda: repacked(
                own_file(), {"word/footer1.xml": lambda part: part.replace(b'"Footer"', b'"Weg"')}
            ),
            "a.docx",
            "word/footer1.xml: Hier staat een stijl die het bestand niet heeft: Weg.",
        ),
    ],
    ids=["macro", "docm", "outside", "encrypted", "doc renamed", "doc", "bomb", "damaged", "large", "style"],
)
def test_a_bad_file_gets_a_message_and_writes_nothing(content, name, said) -> None:
    answer = upload(content(), name)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not HouseStyleVersion.objects.exists()
    assert not Event.objects.filter(action__startswith="house_style.").exists()


def test_without_a_file_there_is_a_message() -> None:
    answer = client_of(Role.LAWYER).post(page())

    assert answer.status_code == 422
    assert 'id="error_1_id_file"' in answer.content.decode()


@pytest.mark.parametrize("typed", ["", "7", "1.0", "²", "-1"])
def test_what_is_no_version_is_not_chosen(typed: str) -> None:
    added()

    answer = client_of(Role.LAWYER).post(page("kies/"), {"version": typed}, follow=True)

    assert "Kies een huisstijl." in answer.content.decode()
    assert not HouseStyleChoice.objects.exists()


def test_back_to_the_style_of_the_program() -> None:
    chosen()

    client_of(Role.ORGANISATION_ADMIN).post(page("kies/"), {"version": "geen"})

    assert HouseStyleChoice.objects.latest("pk").version is None


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CONTRACT_MANAGER, Role.PROJECT_LEAD, Role.AUDITOR])
def test_others_read_and_change_nothing(role: Role) -> None:
    added()
    client = client_of(role)

    shown = client.get(page())
    answers = [upload(own_file("Georgia"), role=role), client.post(page("kies/"), {"version": "1"})]

    assert shown.status_code == 200
    assert b'type="file"' not in shown.content
    assert b"Gebruik versie" not in shown.content
    assert [each.status_code for each in answers] == [403, 403]
    assert HouseStyleVersion.objects.count() == 1
    assert not HouseStyleChoice.objects.exists()


@pytest.mark.parametrize(
    ("role", "of"), [(Role.JUROR, "Amaranth"), (Role.LAWYER, "Bellis"), (Role.ORGANISATION_ADMIN, "Bellis")]
)
def test_to_others_it_does_not_exist(role: Role, of: str) -> None:
    added()
    client = client_of(role, of)

    answers = [
        client.get(page()),
        client.post(page(), {"file": SimpleUploadedFile("a.docx", own_file("Georgia"))}),
        client.post(page("kies/"), {"version": "1"}),
        client.get(page("1/voorbeeld/")),
    ]

    assert [each.status_code for each in answers] == [404] * 4
    assert HouseStyleVersion.objects.count() == 1


def test_a_version_of_another_organisation_is_not_found_by_its_number() -> None:
    added("Bellis")

    answer = client_of(Role.LAWYER).get(page("1/voorbeeld/"))

    assert answer.status_code == 404


def test_many_versions_take_no_more_queries_than_one() -> None:
    client = client_of(Role.LAWYER)
    choose(added())
    one = queries(client, page())

    added(font="Georgia")
    added(font="Arial")

    assert queries(client, page()) == one


@pytest.mark.parametrize("role", [Role.LAWYER, Role.OFFICER])
def test_it_is_linked_from_the_library_and_from_the_final_contracts(role: Role) -> None:
    row = draft()

    texts = [
        client_of(role).get(each).content.decode()
        for each in ("/clausules/", f"/contracts/{row.pk}/definitief/")
    ]

    assert [f'href="{page()}"' in text for text in texts] == [True, True]


def test_the_administrator_comes_by_way_of_the_organisation() -> None:
    answer = client_of(Role.ORGANISATION_ADMIN).get(
        f"/admin/organisations/organisation/{organisation().pk}/change/"
    )

    assert f'href="{page()}"' in answer.content.decode()
