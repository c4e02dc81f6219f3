"""The record of the openings of one lot: who opened what and when, and what became of each bid."""
