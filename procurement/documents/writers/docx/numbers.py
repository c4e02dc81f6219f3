"""Numbering that Word itself counts: headings, articles, bullets, and anew for every numbered list."""

from functools import cache

from procurement.documents.writers.docx.styles import W

HEADINGS, ARTICLES, BULLETS, STEPS, ANNEXES = (
    1,
    2,
    3,
    4,
    5,
)  # abstract numberings; also w:num ids, but for STEPS
NUMBER_INDENT = 709  # 1.25 cm: the width of "10.12"
POINT_INDENT = 567  # 1 cm
FIRST_LIST = 10  # w:num id of the first numbered list

_Level = tuple[str, str, str, int, int]
"""Number format, its text, linked style, left indent, hanging indent."""

_LEVELS: dict[int, tuple[_Level, ...]] = {
    HEADINGS: (
        ("decimal", "%1", "Heading1", NUMBER_INDENT, NUMBER_INDENT),
        ("decimal", "%1.%2", "Heading2", NUMBER_INDENT, NUMBER_INDENT),
        ("decimal", "%1.%2.%3", "Heading3", NUMBER_INDENT, NUMBER_INDENT),
    ),
    ARTICLES: (
        ("decimal", "%1", "Article", NUMBER_INDENT, NUMBER_INDENT),
        ("decimal", "%1.%2", "Provision", NUMBER_INDENT, NUMBER_INDENT),
        ("lowerLetter", "(%3)", "Point", NUMBER_INDENT + POINT_INDENT, POINT_INDENT),
        ("lowerRoman", "(%4)", "Subpoint", NUMBER_INDENT + 2 * POINT_INDENT, POINT_INDENT),
    ),
    BULLETS: (
        ("bullet", "•", "ListBullet", 397, 284),
        ("bullet", "–", "", 794, 284),
        ("bullet", "•", "", 1191, 284),
    ),
    STEPS: (
        ("decimal", "%1.", "", 397, 397),
        ("lowerLetter", "%2.", "", 794, 397),
        ("lowerRoman", "%3.", "", 1191, 397),
    ),
    ANNEXES: (
        ("upperLetter", "ANNEX %1.", "Annex1", 0, 0),
        ("decimal", "%1.%2", "Annex2", NUMBER_INDENT, NUMBER_INDENT),
        ("decimal", "%1.%2.%3", "Annex3", NUMBER_INDENT, NUMBER_INDENT),
    ),
}


def numbering_xml(annex: str, numbered_lists: int = 0, heading_levels: str = "") -> str:
    """The whole numbering part for a document with so many numbered lists; `annex`: the word before A.

    `heading_levels`: those of a house style, in place of ours.
    """
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = "".join(_num(FIRST_LIST + index, STEPS, restart) for index in range(numbered_lists))
    return f'<w:numbering xmlns:w="{W}">{_fixed(annex, heading_levels)}{lists}</w:numbering>'


@cache
def _fixed(annex: str, heading_levels: str) -> str:
    """What does not depend on the document: the levels of every numbering, and those that run through it."""
    written = {
        number: "".join(_level(at, each) for at, each in enumerate(levels))
        for number, levels in _LEVELS.items()
    }
    written[HEADINGS] = heading_levels or written[HEADINGS]
    abstract = "".join(_abstract(number, levels) for number, levels in written.items())
    numberings = "".join(_num(number, number) for number in (HEADINGS, ARTICLES, BULLETS, ANNEXES))
    return abstract.replace("ANNEX", annex) + numberings


def _abstract(number: int, levels: str) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'


def _level(index: int, level: _Level) -> str:
    number_format, text, style, left, hanging = level
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    space = "" if hanging else '<w:suff w:val="space"/>'  # a number that does not hang in the margin
    tab = f'<w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>' if hanging else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{linked}{space}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr>{tab}<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _num(number: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
