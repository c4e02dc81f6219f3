"""The page about the procedure prints the table that the program follows."""

from io import StringIO

from django.core.management import call_command

from tests.tree import ROOT


def test_the_page_holds_every_step_as_the_program_knows_it() -> None:
    page = (ROOT / "docs" / "procedure.md").read_text(encoding="utf-8")
    shown = StringIO()

    call_command("show_procedure", language="en", stdout=shown)

    assert [line for line in page.splitlines() if line.startswith("|")] == shown.getvalue().splitlines()
