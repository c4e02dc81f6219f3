"""Frozen values of a tender to documents and workbooks. Nothing here queries or knows Django."""
