"""The legality check: a draft is read as a lawyer would, and every finding cites its article.

Pure: no Django. `draft` holds what is read, `rules` one rule a file, `run` puts the two together.
"""
