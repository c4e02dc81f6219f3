"""What a caller gets when a document or workbook cannot be made."""


class DocumentError(ValueError):
    """A document or workbook that would be wrong or damaged; the message says where and what to change.

    `place` names the cell as Excel does ('Criteria en regels'!B30), where there is one.
    """

    def __init__(self, message: str, *, place: str = "") -> None:
        super().__init__(message)
        self.place = place
