"""The page about the rules prints every rule as the program holds it."""

from pathlib import Path

from django.core.management import call_command

from tenders.lint.handbook import handbook_lines
from tenders.lint.rules import RULES

ROOT = Path(__file__).resolve().parents[3]
START = "## The rules\n\n"


def test_the_page_and_the_rules_say_the_same() -> None:
    page = (ROOT / "docs" / "legality-check.md").read_text(encoding="utf-8")

    assert page.split(START)[1] == "\n".join(handbook_lines(RULES, "en"))


def test_every_rule_has_its_section_in_both_languages() -> None:
    for language in ("nl", "en"):
        lines = list(handbook_lines(RULES, language))

        heads = [line for line in lines if line.startswith("### ")]
        assert heads == [f"### {rule.code} {rule.title.to(language)}" for rule in RULES]


def test_show_rules_prints_the_handbook(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w", encoding="utf-8") as out:
        call_command("show_rules", language="nl", stdout=out)

    printed = (tmp_path / "out").read_text(encoding="utf-8")
    assert printed.splitlines() == list(handbook_lines(RULES, "nl"))
