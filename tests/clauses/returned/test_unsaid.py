"""Files in which every word is the same and the meaning is not."""

import pytest

from tests.clauses.returned.contract import W, compared, control, edited, issued, paragraphs, xml

ELSEWHERE = "Een verwijzing leidt in het bestand naar een andere plaats"
NUMBERED = "In het bestand is de nummering of het niveau veranderd van"


def reference_turned(root):
    fields = control(root, "change-of-law").iter(f"{W}fldSimple")
    found = next(each for each in fields if " REF r_clause_" in each.get(f"{W}instr"))
    found.set(f"{W}instr", " REF r_clause_audit_right \\r \\h ")


def number_switched_off(root):
    look = paragraphs(root, "reporting")[1].find(f"{W}pPr")
    look.append(xml('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'))


def provision_made_a_point(root):
    paragraphs(root, "reporting")[1].find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Point")


@pytest.mark.parametrize(
    ("change", "told"),
    [(reference_turned, ELSEWHERE), (number_switched_off, NUMBERED), (provision_made_a_point, NUMBERED)],
)
def test_what_changed_without_a_word_is_told(change, told):
    found = compared(edited(change))

    assert [each.nl.partition(":")[0] for each in found.unsaid] == [told]
    assert not found.is_same


def test_a_file_that_nobody_touched_says_nothing():
    assert compared(issued()).unsaid == ()
