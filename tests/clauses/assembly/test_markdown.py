"""The Markdown of a clause: what is read, and what is refused with its line."""

import pytest

from clauses.assembly.markdown import Blank, CrossReference, Point, Provision, Words, WrongText, provisions


def test_a_list_becomes_provisions_with_points() -> None:
    text = (
        "1. **Wie** levert {kg} kg, zie artikel [#two]:\n"
        "   - punt {a};\n"
        "   - **punt {b}**.\n"
        "2. Klaar\n"
        "   met alles.\n"
    )

    assert provisions(text) == (
        Provision(
            pieces=(
                Words("Wie", bold=True),
                Words(" levert "),
                Blank("kg", 1),
                Words(" kg, zie artikel "),
                CrossReference("two", 1),
                Words(":"),
            ),
            points=(
                Point((Words("punt "), Blank("a", 2), Words(";")), 2),
                Point((Words("punt ", bold=True), Blank("b", 3, bold=True), Words(".")), 3),
            ),
            line=1,
        ),
        Provision(pieces=(Words("Klaar "), Words("met alles.")), points=(), line=4),
    )


def test_underscores_in_names_are_no_mark_up() -> None:
    (provision,) = provisions("1. Waarde {kg_per_unit} en {days_left}.")

    names = [piece.name for piece in provision.pieces if isinstance(piece, Blank)]

    assert names == ["kg_per_unit", "days_left"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("Los.\n\n1. Lid.", 1),
        ("1. Lid.\n\nLos.", 3),
        ("- Punt.", 1),
        ("1. Lid.\n\n   Tweede alinea.", 3),
        ("1. Lid.\n   - punt\n     - dieper", 3),
        ("1. Een *schuin* woord.", 1),
        ("1. Een {Naam}.", 1),
        ("1. Een\n   {{ naam }}.", 2),
        ("1. Een {naam", 1),
        ("1. {% if x %}", 1),
        ("1. Zie [#Two].", 1),
        ("1. <b>vet</b>", 1),
        ("1. Zie https://example.org.", 1),
        ("1. Een `code`.", 1),
        ("1. Eén.\n2. Regel  \n   hard.", 2),
    ],
)
def test_anything_else_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(WrongText) as refusal:
        provisions(text)

    assert refusal.value.line == line
