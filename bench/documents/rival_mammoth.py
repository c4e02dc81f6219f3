"""The preview of the contract as mammoth makes it: from the Word file, with its styles named."""

from io import BytesIO

import mammoth

STYLES = "\n".join(
    (
        "p[style-name='Artikel'] => h3:fresh",
        "p[style-name='Artikellid'] => ol > li:fresh",
        "p[style-name='Artikelonderdeel'] => ol > li > ol > li:fresh",
    )
)


def write(word: bytes) -> str:
    return mammoth.convert_to_html(BytesIO(word), style_map=STYLES).value
