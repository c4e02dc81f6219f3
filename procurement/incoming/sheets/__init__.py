"""Sheets of cells out of a file that passed the guard: values as they stand, never calculated."""
