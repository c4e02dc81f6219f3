"""A sentence that is offered in one click is lawful for every rule that reads texts."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenders.lint.draft import PassageKind
from tenders.lint.finding import GoTo, Rewrite
from tenders.lint.rules import RULES
from tenders.lint.run import lint
from tenders.lint.severity import CheckedBy
from tests.tenders.lint.drafts import HERE, text_draft

READERS = tuple(rule for rule in RULES if CheckedBy.TEXT in rule.checked_by)


def failing_texts() -> Iterator[tuple[str, PassageKind, str]]:
    for path in sorted(Path(HERE / "cases").glob("L*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["failing"]:
            if "text" in case:
                name = f"{path.stem} {case['name']}"
                yield name, PassageKind(case.get("kind", "requirement")), case["text"]


TEXTS = list(failing_texts())


@pytest.mark.parametrize(("kind", "text"), [each[1:] for each in TEXTS], ids=[each[0] for each in TEXTS])
def test_every_rule_that_reads_texts_passes_what_is_offered(kind: PassageKind, text: str) -> None:
    report = lint(text_draft(kind, text), READERS)

    for judged in report.judged:
        for finding in judged.open:
            if isinstance(finding.fix, Rewrite):
                assert finding.fix.old in text
                mended = text.replace(finding.fix.old, finding.fix.new)
                again = lint(text_draft(kind, finding.fix.new), READERS)
                assert [each.rule.code for each in again.judged if each.open] == [], mended


def test_a_label_and_a_norm_are_mended_in_one_sentence() -> None:
    text = "De laptop heeft TCO Certified en is gemeten volgens IEC 62623."

    fixes = [
        finding.fix
        for each in lint(text_draft(PassageKind.REQUIREMENT, text), READERS).judged
        for finding in each.open
    ]

    assert len(fixes) == 2
    assert all(isinstance(fix, Rewrite) and "technisch dossier" in fix.new for fix in fixes)


def test_a_norm_beside_a_brand_is_not_mended_by_one_word() -> None:
    text = "De Intel Core i5 is gemeten volgens IEC 62623."

    report = lint(text_draft(PassageKind.REQUIREMENT, text), READERS)

    fixes = {each.rule.code: finding.fix for each in report.judged for finding in each.open}
    assert sorted(fixes) == ["L10", "L11"]
    assert all(isinstance(fix, GoTo) for fix in fixes.values())


def test_the_rewrite_keeps_the_rest_of_the_sentence() -> None:
    text = "De ISO 14067-berekening (CO₂ per laptop) hoort bij de inschrijving."

    report = lint(text_draft(PassageKind.PROOF, text), [RULES["L10"]])

    assert [finding.fix for each in report.judged for finding in each.open] == [
        Rewrite(text, "De ISO 14067-berekening of gelijkwaardig (CO₂ per laptop) hoort bij de inschrijving.")
    ]


def test_the_words_come_after_the_whole_name_of_a_label() -> None:
    text = "De monitor heeft het keurmerk TCO Certified."

    offered = {
        found.fix.new
        for judged in lint(text_draft(PassageKind.REQUIREMENT, text), READERS).judged
        for found in judged.open
        if isinstance(found.fix, Rewrite)
    }

    assert [new[:61] for new in offered] == ["De monitor heeft het keurmerk TCO Certified of gelijkwaardig,"]
