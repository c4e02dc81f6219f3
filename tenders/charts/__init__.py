"""Charts as SVG text made on the server, pure: no script, no style attribute, no request.

Every chart has a title and a description for a screen reader, and stands beside a table with the same
figures. Colour never carries meaning alone: parts have a pattern and a label, lines have marks.
"""
