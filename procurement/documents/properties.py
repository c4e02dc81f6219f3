"""What a file says about itself: author, subject, and which tender it was made from."""

from dataclasses import dataclass
from datetime import UTC, datetime

from procurement.documents.errors import DocumentError

SHORT_DIGEST = 8  # hexadecimal places


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """`created` is passed in, so that the same snapshot gives the same bytes; it needs a time zone.

    `tender`, `version` and `digest` (SHA-256 of the snapshot) become custom properties of the file. With
    `contract`, the code of a contract, version and digest are those of the contract: of its canonical form.
    """

    author: str
    created: datetime
    subject: str = ""
    keywords: str = ""
    tender: str = ""
    version: str = ""
    digest: str = ""
    contract: str = ""

    def __post_init__(self) -> None:
        if not self.author.strip():
            raise DocumentError("properties: a document needs an author")
        if self.created.tzinfo is None:
            raise DocumentError("properties: 'created' needs a time zone")

    @property
    def stamp(self) -> str:
        """The moment of making in UTC, as the package formats write it."""
        return self.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def custom(self) -> tuple[tuple[str, str], ...]:
        """The custom properties that have a value, by name."""
        about = (
            ("ContractVersion", "ContractSha256") if self.contract else ("TenderVersion", "SnapshotSha256")
        )
        named = (
            ("TenderId", self.tender),
            ("ContractId", self.contract),
            *zip(about, (self.version, self.digest), strict=True),
        )
        return tuple((name, value) for name, value in named if value)

    @property
    def short_digest(self) -> str:
        """The first places, enough to tell two versions on paper apart."""
        return self.digest[:SHORT_DIGEST]
