"""Workbooks that people fill in elsewhere, each a `Form` of `procurement.returned_sheets`. No Django."""
