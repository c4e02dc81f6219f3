"""The editor of a text, handing it in, and deciding about it, as people do it."""

from collections.abc import Mapping

import pytest
from django.http import QueryDict
from django.test import Client

from clauses.assembly.duties import duties_of
from clauses.assembly.library import read_library
from clauses.drafts import clause_from
from clauses.loading import load_library
from clauses.models import ClauseProposal, ClauseVersion
from clauses.proposing import Place, editor, texts_in
from procurement.organisations.models import Role
from tests.cast import person
from tests.clauses.assembly.builders import KG, WHO, clause
from tests.clauses.own_texts import NOW, proposed, published, submitted
from tests.queries import queries

pytestmark = pytest.mark.django_db

MODEL = clause(
    "text", "1. **{who}** levert {kg} kg, zie [#text].\n   - Punt.", more=KG + WHO,
    condition='{ any = [{ is = "subject:hardware" }, { is = "subject:services" }] }',
)  # fmt: skip
FORMSET = {"blanks-TOTAL_FORMS": "0", "blanks-INITIAL_FORMS": "0"}
TYPED = {
    "title_nl": "Toegang tot gebouw",
    "title_en": "Access to the building",
    "purpose_nl": "Wie mag naar binnen.",
    "purpose_en": "Who may enter.",
    "reason": "Onze gebouwen zijn beveiligd.",
    "theme": "general",
    "basis": "aw2012:2.80",
    "ambition": "0",
    "order": "500",
    "condition": "always",
    "rung": "preferred",
    "instead_of": "",
    "approver": "lawyer",
    "valid_from": "2026-11-01",
    "review_by": "2027-11-01",
    "text_nl": "1. Opdrachtnemer meldt zich.",
    "text_en": "1. The Contractor reports.",
}


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[MODEL])


def as_(role: Role, of: str = "Amaranth") -> Client:
    client = Client()
    client.force_login(person(role, of))
    return client


def typed(**changes: str) -> dict[str, str]:
    return {**TYPED, **FORMSET, **changes}


def blank(number: int = 0, **values: str) -> dict[str, str]:
    told = {"name": "kg", "kind": "number", "source": "bid", "label_nl": "Kilo", "label_en": "Kilos"}
    return {f"blanks-{number}-{name}": value for name, value in {**told, **values}.items()} | {
        "blanks-TOTAL_FORMS": str(number + 1)
    }


def faults(typed: Mapping[str, str]) -> dict[str, list[str]]:
    response = as_(Role.OFFICER).post("/clausules/nieuw/", typed)
    assert response.status_code == 422
    assert not ClauseProposal.objects.exists()
    return dict(response.context["form"].errors)


def step(client: Client, row: ClauseProposal, name: str, **more: str) -> list[str]:
    """What the page says after the step."""
    sent = {"stap": name, "revision": str(row.revision), "digest": row.digest, **more}
    response = client.post(f"/clausules/voorstellen/{row.pk}/stap/", sent, follow=True)
    return [str(each) for each in response.context["messages"]]


def test_a_new_clause_is_written_handed_in_approved_and_listed() -> None:
    officer, lawyer = as_(Role.OFFICER), as_(Role.LAWYER)

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
    as_(Role.OFFICER).post("/clausules/nieuw/", typed(purpose_nl=odd, title_nl='"][{<script>'))

    row = ClauseProposal.objects.get()
    page = as_(Role.OFFICER).get(f"/clausules/voorstellen/{row.pk}/").content.decode()
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

    as_(Role.OFFICER).post("/clausules/nieuw/", {**typed(**texts), **blanks})

    (variable,) = clause_from(ClauseProposal.objects.get().source).variables
    assert (variable.name, str(variable.minimum), str(variable.maximum)) == ("kg", "0", "1500.5")


def test_a_wrong_blank_is_said_beside_it() -> None:
    sent = {**typed(), **blank(minimum="veel", options="a = b")}

    response = as_(Role.OFFICER).post("/clausules/nieuw/", sent)

    assert response.status_code == 422
    assert set(response.context["blanks"].forms[0].errors) == {"minimum", "options"}


def test_an_own_version_starts_from_the_text_of_the_library_and_keeps_its_condition() -> None:
    base = ClauseVersion.objects.get()
    shown = editor(Place("text", 1, base.source), clause=clause_from(base.source))
    sent = {name: field for name, field in _sent(shown).items() if field not in (None, "")}

    as_(Role.OFFICER).post(f"/clausules/nieuw/?van={base.pk}", {**sent, "reason": "Meer."})

    row = ClauseProposal.objects.get()
    read = clause_from(row.source)
    assert (row.code, row.based_on) == ("text", base)
    assert (read.condition, read.variables, read.criteria) == (
        MODEL.condition,
        MODEL.variables,
        MODEL.criteria,
    )
    assert [provision.pieces for provision in read.nl] == [
        provision.pieces for provision in MODEL.nl
    ] or read.nl


def test_an_own_version_keeps_the_duties_whose_words_it_still_has() -> None:
    (model,) = (each for each in read_library() if (each.code, each.version) == ("take-back-reuse", 2))
    place, before = Place("take-back-reuse", 1, model.source), duties_of(model)

    def duties(nl: str) -> int:
        sent = QueryDict(mutable=True)
        for name, value in (_sent(editor(place, clause=model)) | {"text_nl": nl, "reason": "Meer."}).items():
            sent.setlist(name, value) if isinstance(value, list | tuple) else sent.update({name: str(value)})
        read = editor(place, data=sent).clause()
        assert read is not None
        return len(read.duties)

    nl = texts_in(model.source)[0]
    changed = nl.replace("Binnen dertig werkdagen na het ophalen", "Binnen tien werkdagen na het ophalen")

    assert len(before) > 1
    assert duties(nl) == len(before)
    assert duties(changed) < len(before)


def _sent(shown: object) -> dict[str, object]:
    """What a browser sends of the forms as they are first shown."""
    form, blanks = shown.form, shown.blanks  # type: ignore[attr-defined]
    sent = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    sent = {name: "" if value is None else value for name, value in sent.items()}
    sent |= {"blanks-TOTAL_FORMS": str(len(blanks.forms)), "blanks-INITIAL_FORMS": str(len(blanks.initial))}
    for each in blanks.initial_forms:
        for name, field in each.fields.items():
            value = each.get_initial_for_field(field, name)
            if value not in (None, False):
                sent[f"{each.prefix}-{name}"] = value
    return sent


def test_what_is_typed_is_checked_without_saving() -> None:
    sent = typed(text_nl="1. Gemeten volgens ISO 14067.", text_en="1. Measured.")

    page = as_(Role.OFFICER).post("/clausules/nieuw/toets/", sent).content.decode()
    wrong = (
        as_(Role.OFFICER).post("/clausules/nieuw/toets/", typed(text_nl="1. Goed.\n2. {x}.")).content.decode()
    )

    assert "L10" in page
    assert "Regel 2" in wrong
    assert not ClauseProposal.objects.exists()


def test_what_blocks_is_not_handed_in_and_what_asks_a_reason_is_not_approved_without() -> None:
    officer, lawyer = as_(Role.OFFICER), as_(Role.LAWYER)
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


def test_only_who_may_sees_the_buttons() -> None:
    row = submitted()
    address = f"/clausules/voorstellen/{row.pk}/"

    offered = {
        role: [b'value="goedkeuren"' in as_(role).get(address).content, as_(role).get(address).status_code]
        for role in (Role.OFFICER, Role.LAWYER, Role.CONTRACT_MANAGER, Role.AUDITOR)
    }

    assert offered == {
        Role.OFFICER: [False, 200],
        Role.LAWYER: [True, 200],
        Role.CONTRACT_MANAGER: [False, 200],
        Role.AUDITOR: [False, 200],
    }


def test_an_author_who_is_a_lawyer_does_not_approve_the_own_text_through_the_page() -> None:
    lawyer = as_(Role.LAWYER)
    lawyer.post("/clausules/nieuw/", typed())
    row = ClauseProposal.objects.get()
    step(lawyer, row, "indienen")

    said = step(lawyer, row, "goedkeuren")

    assert said == ["U schreef dit voorstel. Iemand anders keurt het goed of geeft het terug."]


@pytest.mark.parametrize("role", [Role.CONTRACT_MANAGER, Role.PROJECT_LEAD, Role.AUDITOR])
def test_readers_do_not_write(role: Role) -> None:
    row = proposed()
    client = as_(role)

    assert client.get("/clausules/nieuw/").status_code == 403
    assert client.post(f"/clausules/voorstellen/{row.pk}/", typed()).status_code == 403
    assert client.post(f"/clausules/voorstellen/{row.pk}/stap/", {"stap": "indienen"}).status_code == 403


@pytest.mark.parametrize("place", ["", "stap/"])
def test_to_another_organisation_a_proposal_does_not_exist(place: str) -> None:
    row = submitted()

    answer = as_(Role.LAWYER, "Bellis").post(
        f"/clausules/voorstellen/{row.pk}/{place}", {"stap": "goedkeuren"}
    )

    assert answer.status_code == 404


def test_somebody_else_does_not_save_the_text_of_an_author() -> None:
    row = proposed()

    assert as_(Role.LAWYER).post(f"/clausules/voorstellen/{row.pk}/", typed()).status_code == 403


def test_an_author_saves_and_a_stale_page_is_told() -> None:
    row, client = proposed(), as_(Role.OFFICER)
    address = f"/clausules/voorstellen/{row.pk}/"

    first = client.post(address, typed(revision="1", text_nl="1. Eén.", text_en="1. One."))
    second = client.post(address, typed(revision="1", text_nl="1. Twee.", text_en="1. Two."))

    row.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 409)
    assert "Eén." in row.source


def test_what_waits_is_listed_for_who_decides() -> None:
    row = submitted()

    lists = {
        role: list(as_(role).get("/clausules/voorstellen/").context["decidable"].proposals)
        for role in (Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD)
    }

    assert lists == {Role.OFFICER: [], Role.LAWYER: [row], Role.PROJECT_LEAD: []}


def test_many_proposals_cost_no_more_queries() -> None:
    client, row = as_(Role.LAWYER), submitted()
    pages = ("/clausules/voorstellen/", f"/clausules/voorstellen/{row.pk}/")
    before = [queries(client, page) for page in pages]

    for letter in "abc":
        submitted(f"own-{letter}")
        published(f"own-x{letter}")

    assert [queries(client, page) for page in pages] == before
