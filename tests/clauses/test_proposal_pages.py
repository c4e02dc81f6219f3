"""The editor of a text, handing it in, and deciding about it, as people do it."""

import pytest

from clauses.drafts import clause_from
from clauses.loading import load_library
from clauses.models import ClauseProposal, ClauseVersion
from procurement.organisations.models import Role
from tests.clauses.own_texts import NOW, proposed, submitted
from tests.clauses.proposal_pages import MODEL, faults, step, typed
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[MODEL])


def blank(number: int = 0, **values: str) -> dict[str, str]:
    told = {"name": "kg", "kind": "number", "source": "bid", "label_nl": "Kilo", "label_en": "Kilos"}
    return {f"blanks-{number}-{name}": value for name, value in {**told, **values}.items()} | {
        "blanks-TOTAL_FORMS": str(number + 1)
    }


def test_a_new_clause_is_written_handed_in_approved_and_listed() -> None:
    officer, lawyer = client_of(Role.OFFICER), client_of(Role.LAWYER)

    officer.post("/clausules/nieuw/", typed())
    row = ClauseProposal.objects.get()
    step(officer, row, "indienen")
    step(lawyer, row, "goedkeuren")

    version = ClauseVersion.objects.get(organisation=row.organisation)
    read = clause_from(version.source)
    assert (row.code, version.number, read.title.en) == (
        "own-toegang-tot-gebouw",
        1,
        "Access to the building",
    )
    assert read.basis == ("aw2012:2.80",)


def test_what_is_hostile_stays_words() -> None:
    odd = '"""\n+++\n# English\n\\ {x} <b>&'
    client_of(Role.OFFICER).post("/clausules/nieuw/", typed(purpose_nl=odd, title_nl='"][{<script>'))

    row = ClauseProposal.objects.get()
    page = client_of(Role.OFFICER).get(f"/clausules/voorstellen/{row.pk}/").content.decode()
    assert clause_from(row.source).purpose.nl == odd.strip()
    assert "<script>alert" not in page
    assert '"][{<script>' not in page


@pytest.mark.parametrize(
    ("field", "text", "line"),
    [
        ("text_nl", "1. Goed.\n2. Zie <a>.", "Regel 2: "),
        ("text_nl", "1. Goed.\n\n# English\n\n1. Text.", "Regel 3: "),
        ("text_en", "1. Good.\n2. {gone}.", "Regel 2: "),
        ("text_en", "1. Good.\n2. Two provisions.", "De Nederlandse tekst heeft 1 leden, de Engelse 2."),
        ("text_en", "1. Good.\n   - A point.", "Lid 1 heeft in het Nederlands 0 punten, in het Engels 1."),
        ("text_nl", "Geen lijst.", "Regel 1: "),
        ("text_nl", "1. `{% load %}`", "Regel 1: "),
        ("basis", "aw2012:2.80\nxyz", "Regel 2: xyz staat niet bij de bronnen."),
    ],
)
def test_what_is_wrong_names_its_line(field: str, text: str, line: str) -> None:
    found = faults(typed(**{field: text}))

    assert [fault[: len(line)] for fault in found[field]][:1] == [line]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"rung": "acceptable"}, "__all__"),
        ({"review_by": "2026-10-01"}, "__all__"),
        ({"kpi_title_nl": "Kilo", "kpi_title_en": "Kilos"}, "__all__"),
        ({"reason": ""}, "reason"),
        ({"condition": "subject:everything"}, "condition"),
        ({"condition": "as-it-was"}, "condition"),
        ({"title_nl": "x" * 201}, "title_nl"),
        ({"text_nl": "1. " + "x" * 20_001}, "text_nl"),
    ],
)
def test_a_head_that_is_not_whole_is_refused(changes: dict[str, str], field: str) -> None:
    assert field in faults(typed(**changes))


def test_a_blank_becomes_a_variable() -> None:
    blanks = blank(minimum="0", maximum="1.500,5")
    texts = {"text_nl": "1. Het zijn {kg} kg.", "text_en": "1. It is {kg} kg."}

    client_of(Role.OFFICER).post("/clausules/nieuw/", {**typed(**texts), **blanks})

    (variable,) = clause_from(ClauseProposal.objects.get().source).variables
    assert (variable.name, str(variable.minimum), str(variable.maximum)) == ("kg", "0", "1500.5")


def test_a_wrong_blank_is_said_beside_it() -> None:
    sent = {**typed(), **blank(minimum="veel", options="a = b")}

    response = client_of(Role.OFFICER).post("/clausules/nieuw/", sent)

    assert response.status_code == 422
    assert set(response.context["blanks"].forms[0].errors) == {"minimum", "options"}


def test_what_is_typed_is_checked_without_saving() -> None:
    sent = typed(text_nl="1. Gemeten volgens ISO 14067.", text_en="1. Measured.")

    page = client_of(Role.OFFICER).post("/clausules/nieuw/toets/", sent).content.decode()
    wrong = (
        client_of(Role.OFFICER)
        .post("/clausules/nieuw/toets/", typed(text_nl="1. Goed.\n2. {x}."))
        .content.decode()
    )

    assert "L10" in page
    assert "Regel 2" in wrong
    assert not ClauseProposal.objects.exists()


def test_what_blocks_is_not_handed_in_and_what_asks_a_reason_is_not_approved_without() -> None:
    officer, lawyer = client_of(Role.OFFICER), client_of(Role.LAWYER)
    blocked = proposed(nl="1. Gemeten volgens ISO 14067.")
    vague = submitted("own-vague", "1. De apparaten zijn klimaatneutraal.")

    assert step(officer, blocked, "indienen") == [
        "De tekst kan zo niet. Los eerst op wat de toets van de tekst noemt."
    ]
    assert step(lawyer, vague, "goedkeuren") == [
        "De toets van de tekst noemt een punt. Schrijf op waarom de tekst toch goed is."
    ]
    step(lawyer, vague, "goedkeuren", reason="Bedoeld als titel.")
    assert ClauseVersion.objects.filter(clause__code="own-vague").exists()
