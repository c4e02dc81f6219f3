"""Where in a page the piece of HTML comes to stand."""

from dataclasses import dataclass
from enum import StrEnum

from procurement.documents.errors import DocumentError


class Landmark(StrEnum):
    """The element around the document; a page has one `main` and may have more of the others."""

    MAIN = "main"
    ARTICLE = "article"
    SECTION = "section"
    DIV = "div"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """`heading_level`: of the document's title, 1 to 3; the rest follows below it without gaps.

    `prefix` begins every id, so that two documents fit on one page: a letter, then letters, digits and -.
    """

    heading_level: int = 2
    landmark: Landmark = Landmark.ARTICLE
    prefix: str = "doc-"

    def __post_init__(self) -> None:
        if self.heading_level not in (1, 2, 3):
            raise DocumentError(f"heading level {self.heading_level}: allowed are 1 to 3")
        if not (
            self.prefix[:1].isalpha() and self.prefix.isascii() and self.prefix.replace("-", "").isalnum()
        ):
            raise DocumentError(f"prefix {self.prefix!r}: a letter, then letters, digits and hyphens")
