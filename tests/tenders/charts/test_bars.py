"""A stacked bar carries its figures as text, tells its parts apart without colour, and escapes names."""

from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

from tenders.charts.bars import Bar, Part, stacked_bars

SVG = "{http://www.w3.org/2000/svg}"


def drawing(*bars: Bar, series: tuple[str, ...] = ("Prijs", "Kwaliteit")) -> Element:
    svg = stacked_bars(
        name="rank",
        title="Punten",
        description="Per inschrijving",
        series=series,
        bars=bars,
        maximum=Decimal(100),
    )
    return fromstring(svg)


def bar(name: str, *values: str) -> Bar:
    parts = tuple(Part(Decimal(value), value) for value in values)
    return Bar(name, parts, str(sum((part.value for part in parts), Decimal(0))))


def widths(root: Element, series: int) -> list[str]:
    found = root.findall(f"{SVG}rect[@class='share share-{series}'][@height='26']")
    return [rect.attrib["width"] for rect in found]


def test_the_width_of_a_part_is_its_share_of_the_maximum() -> None:
    root = drawing(bar("A", "60", "30"), bar("B", "30", "40"))

    assert (widths(root, 1), widths(root, 2)) == (["342", "171"], ["171", "228"])


def test_a_part_of_nothing_is_not_drawn() -> None:
    assert widths(drawing(bar("A", "0", "30")), 1) == []


def test_a_negative_part_is_left_to_the_table() -> None:
    assert widths(drawing(bar("A", "60", "-5")), 2) == []


def test_each_bar_ends_in_its_total() -> None:
    root = drawing(bar("A", "60", "30"), bar("B", "30", "40"))

    assert [text.text for text in root.findall(f"{SVG}text[@class='total']")] == ["90", "70"]


def test_parts_after_the_first_are_hatched() -> None:
    root = drawing(bar("A", "60", "30"))

    assert [rect.attrib["fill"] for rect in root.findall(f"{SVG}rect[@fill]")] == ["url(#rank-hatch-1)"] * 2


def test_title_and_description_name_the_image() -> None:
    root = drawing(bar("A", "60", "30"))

    assert root.attrib["aria-labelledby"] == "rank-title rank-description"
    assert [root.find(f"{SVG}{tag}").text for tag in ("title", "desc")] == ["Punten", "Per inschrijving"]  # type: ignore[union-attr]


def test_a_name_is_text_and_never_markup() -> None:
    svg = stacked_bars(
        name="x",
        title="<b>",
        description="d",
        series=('"><script>',),
        bars=(bar("A & <B>", "1"),),
        maximum=Decimal(1),
    )

    assert svg.count("<script") == 0
    assert [text.text for text in fromstring(svg).findall(f"{SVG}text[@x='0']")] == ["A & <B>"]


def test_all_at_zero_draws_no_part() -> None:
    svg = stacked_bars(
        name="x", title="t", description="d", series=("s",), bars=(bar("A", "0"),), maximum=Decimal(0)
    )

    assert widths(fromstring(svg), 1) == []
