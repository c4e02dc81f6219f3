"""The one error of the documents engine."""


class DocumentError(ValueError):
    """A document or workbook cannot be written; the message names the place and what is wrong there."""
