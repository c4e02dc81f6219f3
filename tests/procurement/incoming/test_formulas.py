"""Which formulas fetch or start something, whatever stands in texts and quoted names."""

import pytest

from procurement.incoming.guard.formulas import fetches_in_calc, fetches_in_excel

FETCHES = (
    'WEBSERVICE("https://x")',
    '_xlfn.WEBSERVICE("https://x")',
    "1+rtd (A1)",
    'REGISTER.ID("a")',
    'REGISTER("a")',
    "'a'&CALL\n(1)",
    "[Boek.xlsx]Blad1!A1",
    "'C:\\[Boek.xlsx]Blad'!A1",
    "'https://x'#$Blad.A1",
    "[.A1]+['File:///etc/passwd'#$Blad.A1]",
    'IF(A1="""";IMAGE("x");0)',
    "'een''[x]'!A1",
)
LAWFUL = (
    "SUM(A1:A9)",
    '"WEBSERVICE(" & A1',
    'A1&"zeg ""CALL("""',
    "MYCALL(A1)",
    "X.RTD(1)",
    "RTD1(1)",
    "CALLS(1)",
    "[.A1]+[.B2]",
    "Tabel1[[#This Row],[Prijs]]*2",
    "'Blad een'!A1",
    '"[x]y!"',
    '"\'file:"',
    "IMAGE",
)


@pytest.mark.parametrize("formula", FETCHES)
def test_a_formula_that_fetches_is_seen_in_both_programs(formula: str) -> None:
    assert (fetches_in_excel(formula), fetches_in_calc(formula)) == (True, True)


@pytest.mark.parametrize("formula", LAWFUL)
def test_a_formula_that_only_calculates_is_let_through(formula: str) -> None:
    assert (fetches_in_excel(formula), fetches_in_calc(formula)) == (False, False)


@pytest.mark.parametrize(
    ("formula", "starts"),
    [("cmd|'/c calc'!A0", True), ("'a|b'!A1", False), ('"a|b"', False), ('"|', True), ("{1|2}", True)],
)
def test_a_bare_pipe_talks_to_another_program_in_excel_alone(formula: str, starts: bool) -> None:
    assert (fetches_in_excel(formula), fetches_in_calc(formula)) == (starts, False)


@pytest.mark.parametrize("sign", ['"', "'", "[", "]", "(", "!", "[]a", "aRTD(", "RTD ", "w"])
def test_a_formula_that_is_as_long_as_it_may_be_is_looked_at(sign: str) -> None:
    formula = (sign * 8_192)[:8_192]

    assert (fetches_in_excel(formula), fetches_in_excel(formula + " ")) == (False, True)
