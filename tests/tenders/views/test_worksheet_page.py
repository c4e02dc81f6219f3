"""An assessor takes the scores along as a workbook and brings them back: own scores, all or nothing."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Assessor, IndividualScore, Lot, Supplier
from tenders.procedure.phases import Phase
from tenders.services.scoring_alone import make_ready
from tests import cast, panel
from tests.guards import without_guards
from tests.panel import address, client_of
from tests.queries import queries

pytestmark = pytest.mark.django_db

WHY = "De monteur komt binnen vier uur en neemt een leentoestel mee naar de werkplek."
SHEET = "Beoordeling"


@pytest.fixture
def first() -> Assessor:
    return panel.declares(panel.assessor(panel.lot_in_assessment()))


def downloaded(client: Client, lot: Lot, kind: str = "excel") -> bytes:
    return client.get(address(lot, f"worksheet_{kind}")).content


def filled_in(content: bytes, fill: Callable[[Any], None]) -> bytes:
    """As somebody does in a program that does not calculate: the results of formulas are gone."""
    book = openpyxl.load_workbook(BytesIO(content))
    fill(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows_of(book: Any) -> list[int]:
    """The rows of the bids."""
    cells = book[SHEET]["A"]
    return [cell.row for cell in cells if re.fullmatch(r"(Inschrijver|Bidder) [A-Z]+", str(cell.value))]


def scored(*levels: str) -> Callable[[Any], None]:
    def fill(book: Any) -> None:
        for row, level in zip(rows_of(book), levels, strict=True):
            book[SHEET].cell(row, 2, level)
            book[SHEET].cell(row, 3, f"{WHY} In regel {row}.")

    return fill


def sent(client: Client, lot: Lot, content: bytes, name: str = "werkblad.xlsx") -> Any:
    return client.post(address(lot, "worksheet"), {"file": SimpleUploadedFile(name, content)})


def applied(client: Client, lot: Lot, compared: Any) -> Any:
    return client.post(address(lot, "worksheet"), {"waiting": compared.context["waiting"]})


def said(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def stored() -> dict[str, tuple[str, str]]:
    return {row.bid.code: (row.value, row.motivation) for row in IndividualScore.objects.all()}


def test_a_filled_in_sheet_is_shown_first_and_then_taken_over(first: Assessor) -> None:
    client = client_of(first)
    content = filled_in(downloaded(client, first.lot), scored("goed", "matig"))

    compared = sent(client, first.lot, content)

    assert (compared.status_code, stored()) == (200, {})
    assert "4 verschillen. Er is nog niets bewaard." in said(compared)
    assert [row[1:] for row in compared.context["differences"]][:2] == [
        ("blad Beoordeling, cel B8", "(leeg)", "goed"),
        ("blad Beoordeling, cel C8", "(leeg)", f"{WHY} In regel 8."),
    ]

    done = applied(client, first.lot, compared)

    assert done.status_code == 302
    assert sorted(stored().values()) == [("goed", f"{WHY} In regel 8."), ("matig", f"{WHY} In regel 9.")]
    [event] = Event.objects.filter(action="jury.sheet_taken_over")
    assert event.actor is None
    assert '"scores":2' in event.details.replace(" ", "")


def test_the_sheet_scores_the_bid_with_that_label_on_the_screen(first: Assessor) -> None:
    client = client_of(first)
    on_screen = {str(cell.label.nl): code for code, cell in panel.cells(client, first.lot).items()}
    book = openpyxl.load_workbook(BytesIO(downloaded(client, first.lot)))
    labels = [book[SHEET].cell(row, 1).value for row in rows_of(book)]

    applied(
        client,
        first.lot,
        sent(client, first.lot, filled_in(downloaded(client, first.lot), scored("goed", "matig"))),
    )

    assert {code: level for code, (level, _) in stored().items()} == dict(
        zip((on_screen[label] for label in labels), ("goed", "matig"), strict=True)
    )


@pytest.mark.parametrize("conflict", ["A", "B"])
def test_a_bid_with_a_conflict_is_not_in_the_sheet_and_the_other_keeps_its_label(
    first: Assessor, conflict: str
) -> None:
    """Of both, because the label of only one of them could change."""
    panel.declares(first, conflict)
    client = client_of(first)

    book = openpyxl.load_workbook(BytesIO(downloaded(client, first.lot)))

    on_screen = [cell.label.nl for cell in panel.cells(client, first.lot).values()]
    assert len(on_screen) == 1
    assert [book[SHEET].cell(row, 1).value for row in rows_of(book)] == on_screen


def test_the_same_file_twice_changes_nothing(first: Assessor) -> None:
    client = client_of(first)
    content = filled_in(downloaded(client, first.lot), scored("goed", "matig"))
    applied(client, first.lot, sent(client, first.lot, content))
    before, events = list(IndividualScore.objects.values()), Event.objects.count()

    again = sent(client, first.lot, content)
    applied(client, first.lot, again)

    assert "Er is niets over te nemen." in said(again)
    assert (list(IndividualScore.objects.values()), Event.objects.count()) == (before, events)


def test_a_sheet_holds_what_was_scored_so_far(first: Assessor) -> None:
    panel.scores(first, A="goed")
    client = client_of(first)

    book = openpyxl.load_workbook(BytesIO(downloaded(client, first.lot)), data_only=True)

    filled = {book[SHEET].cell(row, 2).value: book[SHEET].cell(row, 3).value for row in rows_of(book)}
    assert filled == {"goed": panel.WHY.format(code="A"), None: None}
    assert (book[SHEET]["B4"].value, book[SHEET]["C4"].value) == (
        1,
        "Nog in te vullen: 1 van 2. Kijk in de kolom Controle.",
    )


def test_an_opendocument_sheet_comes_back_too(first: Assessor) -> None:
    panel.scores(first, A="goed", B="matig")
    client = client_of(first)
    content = downloaded(client, first.lot, "ods")
    IndividualScore.objects.filter(bid__code="A").update(value="matig")

    compared = sent(client, first.lot, content, "werkblad.ods")

    assert [row[2:] for row in compared.context["differences"]] == [("matig", "goed")]


def refused(client: Client, lot: Lot, content: bytes, name: str = "werkblad.xlsx") -> str:
    answer = sent(client, lot, content, name)
    assert (answer.status_code, stored()) == (422, {})
    return said(answer)


def test_somebody_elses_sheet_is_refused(first: Assessor) -> None:
    second = panel.declares(panel.assessor(first.lot, "juror-2"))
    content = downloaded(client_of(second), first.lot)

    assert "Dit blad is van iemand anders." in refused(client_of(first), first.lot, content)


def test_a_sheet_of_another_version_is_refused(first: Assessor) -> None:
    client = client_of(first)
    content = downloaded(client, first.lot)
    with without_guards("tenders_criterion"):
        first.lot.criteria.filter(code="K").update(title="Andere titel")

    assert "oudere versie" in refused(client, first.lot, content)


def test_a_sheet_from_before_a_conflict_is_refused(first: Assessor) -> None:
    client = client_of(first)
    content = downloaded(client, first.lot)
    panel.declares(first, "A")

    assert "oudere versie" in refused(client, first.lot, content)


@pytest.mark.parametrize(
    ("place", "value", "sentence"),
    [
        ("A8", "Inschrijver Z", "cel A8: Deze cel is veranderd."),
        ("D8", "Alles goed", "cel D8: De uitkomst in deze cel hoort niet bij wat is ingevuld."),
        ("B8", "Uitmuntend", "cel B8: ‘Uitmuntend’ staat niet in de keuzelijst."),
        ("B8", '=IF(1=1,"goed","")', "cel B8: Hier staat een formule."),
        ("C8", 8, "cel C8: ‘8’ is hier als getal of datum bewaard."),
        ("C8", "x" * 8_001, "cel C8: Deze tekst heeft 8001 tekens."),
        ("F9", "nog een antwoord", "cel F9: Hier hoort niets te staan."),
    ],
)
def test_what_does_not_belong_is_told_with_its_place(
    first: Assessor, place: str, value: object, sentence: str
) -> None:
    client = client_of(first)

    def fill(book: Any) -> None:
        scored("goed", "matig")(book)
        book[SHEET][place] = value

    words = refused(client, first.lot, filled_in(downloaded(client, first.lot), fill))

    assert sentence in words
    assert "Er is niets bewaard." in words


@pytest.mark.parametrize("conflicts", ["", "A"])
def test_without_a_file_nothing_is_compared(first: Assessor, conflicts: str) -> None:
    panel.declares(first, *conflicts)

    answer = client_of(first).post(address(first.lot, "worksheet"))

    assert (answer.status_code, "is_compared" in answer.context) == (422, False)


def test_another_file_is_refused(first: Assessor) -> None:
    client = client_of(first)

    assert "niet met Tenderwijzer gemaakt" in refused(client, first.lot, b"a;b\n1;2\n", "lijst.csv")
    assert "beschadigd" in refused(client, first.lot, b"PK\x03\x04 geen zip")


def test_what_another_window_saved_is_shown_and_nothing_is_lost(first: Assessor) -> None:
    client = client_of(first)
    compared = sent(client, first.lot, filled_in(downloaded(client, first.lot), scored("goed", "matig")))
    panel.scores(first, A="matig")

    late = applied(client, first.lot, compared)

    assert late.status_code == 409
    assert "Intussen is er iets anders opgeslagen." in said(late)
    assert stored() == {"A": ("matig", panel.WHY.format(code="A"))}
    assert applied(client, first.lot, late).status_code == 302
    assert len(stored()) == 2


def test_final_scores_stay_as_they_are(first: Assessor) -> None:
    panel.scores(first, A="goed", B="matig")
    client = client_of(first)
    content = filled_in(downloaded(client, first.lot), scored("matig", "goed"))
    compared = sent(client, first.lot, content)
    make_ready(assessor=first, at=cast.NOW)
    before = stored()

    answers = [applied(client, first.lot, compared), sent(client, first.lot, content)]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert all("Uw scores zijn definitief." in said(answer) for answer in answers)
    assert stored() == before


def test_the_answers_that_wait_are_of_one_person(first: Assessor) -> None:
    second = panel.declares(panel.assessor(first.lot, "juror-2"))
    client = client_of(first)
    compared = sent(client, first.lot, filled_in(downloaded(client, first.lot), scored("goed", "matig")))

    answers = [
        applied(client_of(second), first.lot, compared),
        client.post(address(first.lot, "worksheet"), {"waiting": compared.context["waiting"][:-2] + "AA"}),
        client.post(address(first.lot, "worksheet"), {"waiting": "{}"}),
    ]

    assert [answer.status_code for answer in answers] == [409, 409, 409]
    assert stored() == {}


def test_before_the_declaration_there_is_no_sheet() -> None:
    who = panel.assessor(panel.lot_in_assessment())
    client = client_of(who)

    answers = [
        client.get(address(who.lot, name)) for name in ("worksheet", "worksheet_excel", "worksheet_ods")
    ]

    assert {answer["Location"] for answer in answers} == {address(who.lot, "declaration")}


@pytest.mark.parametrize("phase", [Phase.OPENING, Phase.CONSENSUS])
def test_outside_the_assessment_there_is_no_sheet(first: Assessor, phase: Phase) -> None:
    content = downloaded(client_of(first), first.lot)
    cast.in_phase(first.lot, phase)
    client = client_of(first)

    answers = [client.get(address(first.lot, name)) for name in ("worksheet", "worksheet_excel")]

    assert [answer.status_code for answer in (*answers, sent(client, first.lot, content))] == [404, 404, 404]


def everything_in(content: bytes) -> bytes:
    """Every part of the package as it is, with the names of the parts and the comment."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        names = " ".join(packed.namelist()).encode()
        return names + packed.comment + b"".join(packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize("kind", ["excel", "ods"])
def test_no_name_no_price_and_no_other_score_is_anywhere_in_the_file(first: Assessor, kind: str) -> None:
    cast.bid(first.lot, "Z", "8675309.17", "voldoende", "280")
    panel.declares(first)
    second = panel.declares(panel.assessor(first.lot, "juror-2"))
    panel.scores(second, A="goed", B="matig")
    secrets = list(Supplier.objects.values_list("name", flat=True))
    secrets += [panel.WHY.format(code=code) for code in "AB"]
    secrets += [second.seed, first.seed, "juror-1", "juror-2", "8675309", "8.675.309"]
    assert len(secrets) == 12

    content = everything_in(downloaded(client_of(first), first.lot, kind))

    found = [each for each in secrets if each.encode() in content]
    assert found == []
    assert b"Inschrijver A" in content


@pytest.mark.parametrize("role", [Role.OFFICER, Role.AUDITOR, Role.LAWYER])
def test_nobody_else_gets_a_sheet(first: Assessor, role: Role) -> None:
    client = Client()
    client.force_login(cast.person(role))

    assert client.get(address(first.lot, "worksheet_excel")).status_code == 404


def test_many_bids_cost_no_more_queries_than_few(first: Assessor) -> None:
    client = client_of(first)
    pages = ("worksheet", "worksheet_excel")
    few = [queries(client, address(first.lot, page)) for page in pages]
    for number in range(12):
        cast.bid(first.lot, f"X{number}", "900", "voldoende", "280")
    panel.declares(first)

    many = [queries(client, address(first.lot, page)) for page in pages]

    assert many == few
    assert len(rows_of(openpyxl.load_workbook(BytesIO(downloaded(client, first.lot))))) == 14
