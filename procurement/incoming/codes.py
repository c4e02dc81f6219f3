"""The reasons for which a file is refused."""

from enum import StrEnum


class Code(StrEnum):
    """One reason each; the sentences stand in `sentences`."""

    EMPTY = "empty"
    FILE_TOO_LARGE = "file_too_large"
    UNKNOWN_TYPE = "unknown_type"
    WRONG_TYPE = "wrong_type"
    OLD_FORMAT = "old_format"
    ENCRYPTED = "encrypted"

    BROKEN_ZIP = "broken_zip"
    UNSUPPORTED_ZIP = "unsupported_zip"
    HIDDEN_DATA = "hidden_data"
    TOO_MANY_ENTRIES = "too_many_entries"
    ENTRY_TOO_LARGE = "entry_too_large"
    TOTAL_TOO_LARGE = "total_too_large"
    TOO_COMPRESSED = "too_compressed"
    CHECKSUM = "checksum"
    ODD_PATH = "odd_path"
    DUPLICATE_ENTRY = "duplicate_entry"
    NOT_A_FILE = "not_a_file"
    MISSING_PART = "missing_part"

    DOCTYPE = "doctype"
    ENCODING = "encoding"
    BROKEN_XML = "broken_xml"
    XML_TOO_DEEP = "xml_too_deep"
    XML_TOO_LARGE = "xml_too_large"

    MACROS = "macros"
    SCRIPT = "script"
    ACTIVE_CONTROL = "active_control"
    EMBEDDED_FILE = "embedded_file"
    DATA_CONNECTION = "data_connection"
    OUTSIDE_SOURCE = "outside_source"
    UNSAFE_LINK = "unsafe_link"
    ACTIVE_FIELD = "active_field"

    NOT_A_TABLE = "not_a_table"
    NOT_A_TEXT = "not_a_text"
    TOO_MANY_SHEETS = "too_many_sheets"
    FAR_CELL = "far_cell"
    TOO_MANY_CELLS = "too_many_cells"
    LONG_TEXT = "long_text"
    TOO_MUCH_TEXT = "too_much_text"
    CELL_TWICE = "cell_twice"
    NULL_CHARACTERS = "null_characters"
    UNKNOWN_CHARACTERS = "unknown_characters"
    OPEN_QUOTE = "open_quote"

    TOO_HEAVY = "too_heavy"
    UNREADABLE = "unreadable"
