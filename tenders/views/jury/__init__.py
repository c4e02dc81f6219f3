"""The pages of the panel: for the assessors themselves, and for the officer who puts it together."""
