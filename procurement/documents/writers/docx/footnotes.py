"""The part with the footnotes: two separators that Word asks for, and the notes in order."""

from collections.abc import Iterator

from procurement.documents.package import XML
from procurement.documents.writers.docx.styles import W

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The ids by kind; settings.xml names them too."""


def footnotes_pieces(written: list[str]) -> Iterator[str]:
    yield f'{XML}<w:footnotes xmlns:w="{W}">'
    for kind, number in SEPARATORS.items():
        yield (
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr>'
            '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
            f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        )
    yield from written
    yield "</w:footnotes>"
