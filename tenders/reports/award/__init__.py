"""The award report: the ranking, every score with its working and reason, and how firm the outcome is."""
