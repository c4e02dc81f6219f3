"""The scoring workbook: every score, subtotal, total and rank is a live formula with our value beside it."""
