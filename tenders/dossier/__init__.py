"""The dossier of an award: one file with all that an award rests on, that can be checked offline. Pure."""
