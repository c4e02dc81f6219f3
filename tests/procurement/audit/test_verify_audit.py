"""The command that checks the log: whole, tampered with, cut off, rewritten, exported."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from procurement.audit.chain import GENESIS
from procurement.audit.log import head
from procurement.audit.models import Event
from procurement.organisations.models import Organisation
from tenders.reports.front import grouped
from tests.guards import lift_guards

pytestmark = pytest.mark.django_db


def tamper(statement: str) -> None:
    lift_guards("audit_event")
    with connection.cursor() as cursor:
        cursor.execute(statement)


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        call_command("verify_audit", *arguments)
    assert ended.value.code == 1
    return capsys.readouterr().err.strip()


@pytest.mark.usefixtures("log_of_three")
def test_a_whole_log(ministry: Organisation, capsys: pytest.CaptureFixture[str]) -> None:
    last = head(ministry)

    call_command("verify_audit", "--head", str(last))

    told = f"Ministerie (voorbeeld): het log klopt. Gebeurtenissen: 3. Eindpunt: 3:{last.hash}\n"
    assert capsys.readouterr().out == told


@pytest.mark.usefixtures("log_of_three")
def test_the_first_bad_event_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    tamper("UPDATE audit_event SET subject = 'tender 2' WHERE sequence >= 2")

    told = "Ministerie (voorbeeld): fout bij gebeurtenis 2. De inhoud hoort niet bij de hash."
    assert refusal(capsys) == f"{told} De gebeurtenis is gewijzigd."


@pytest.mark.usefixtures("log_of_three")
def test_a_cut_tail_shows_against_the_head(
    ministry: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    last = head(ministry)
    tamper("DELETE FROM audit_event WHERE sequence = 3")

    told = f"Ministerie (voorbeeld): fout bij gebeurtenis 3. Het eerder genoteerde eindpunt {last} ontbreekt:"
    assert refusal(capsys, "--head", str(last)) == (f"{told} het log eindigt bij 2. Het einde is afgeknipt.")


@pytest.mark.usefixtures("log_of_three")
def test_a_broken_log_does_not_hide_another(
    ministry: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    Organisation.objects.create(name="Zeestad (voorbeeld)", kind=Organisation.Kind.OTHER)
    tamper("UPDATE audit_event SET details = '{}' WHERE sequence = 1")

    with pytest.raises(SystemExit):
        call_command("verify_audit")

    assert capsys.readouterr().out.startswith("Zeestad (voorbeeld): het log klopt. Gebeurtenissen: 0.")


@pytest.mark.usefixtures("log_of_three")
def test_an_export_is_checked_without_the_database(
    ministry: Organisation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, last = tmp_path / "log.jsonl", head(ministry)
    call_command("verify_audit", "--export", str(file), "--organisation", ministry.name)
    lift_guards("audit_event")
    Event.objects.all().delete()
    capsys.readouterr()

    call_command("verify_audit", "--file", str(file), "--head", last.hash)

    assert capsys.readouterr().out.endswith(f"Gebeurtenissen: 3. Eindpunt: {last}\n")
    file.write_bytes(file.read_bytes().replace(b"opened", b"closed"))
    assert "fout bij gebeurtenis 3" in refusal(capsys, "--file", str(file))


@pytest.mark.usefixtures("log_of_three")
@pytest.mark.parametrize("form", ["{sequence}:{hash}", "{hash}", "as printed"])
def test_a_head_is_sought_in_every_log(
    ministry: Organisation, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    Organisation.objects.create(name="Zeestad (voorbeeld)", kind=Organisation.Kind.OTHER)
    last = head(ministry)
    printed = form.format(sequence=last.sequence, hash=last.hash) if "{" in form else grouped(last.hash)

    call_command("verify_audit", "--head", printed)

    assert capsys.readouterr().out.count("het log klopt") == 2


@pytest.mark.usefixtures("log_of_three")
def test_a_head_that_is_in_no_log(ministry: Organisation, capsys: pytest.CaptureFixture[str]) -> None:
    Organisation.objects.create(name="Zeestad (voorbeeld)", kind=Organisation.Kind.OTHER)

    assert refusal(capsys, "--head", "ab" * 32).count("fout bij gebeurtenis") == 2


@pytest.mark.usefixtures("log_of_three")
@pytest.mark.parametrize("known", [GENESIS, f"0:{GENESIS}"])
def test_the_start_of_every_log_proves_nothing(capsys: pytest.CaptureFixture[str], known: str) -> None:
    assert "fout bij gebeurtenis" in refusal(capsys, "--head", known)


def test_an_unknown_organisation() -> None:
    with pytest.raises(CommandError, match="Nergens"):
        call_command("verify_audit", "--organisation", "Nergens")


def test_states_before_and_after_are_part_of_the_event(ministry: Organisation, happened_with) -> None:
    event = happened_with(before="a" * 64, after="b" * 64)

    assert event.details == f'{{"after":"{"b" * 64}","before":"{"a" * 64}","n":"1.50"}}'


@pytest.mark.usefixtures("log_of_three")
def test_a_clock_that_was_put_back_is_a_warning(
    dated: Callable[[timedelta], Event], capsys: pytest.CaptureFixture[str]
) -> None:
    for moved in (timedelta(hours=1), timedelta(minutes=50), timedelta(minutes=55)):
        dated(moved)

    call_command("verify_audit")

    told = capsys.readouterr()
    assert told.out.startswith("Ministerie (voorbeeld): het log klopt. Gebeurtenissen: 6.")
    assert told.err == (
        "Ministerie (voorbeeld): let op, gebeurtenis 5 heeft een eerder tijdstip dan de gebeurtenis ervoor. "
        "Kijk of de klok van de server is teruggezet.\n"
    )
