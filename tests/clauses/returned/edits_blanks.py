"""Blanks that were filled in or changed, in a form field or typed. Each with its verdict."""

from tests.clauses.returned.contract import W, paragraphs, replaced, run, xml


def _value(root, code, old, new):
    for place in paragraphs(root, code):
        words = "".join(place.itertext(f"{W}t"))
        if old in words:
            looks = place.find(f"{W}pPr")
            for each in list(place):
                if each is not looks:
                    place.remove(each)
            place.append(xml(run(words.replace(old, new, 1))))
            return
    raise AssertionError(old)


def value_changed(root):
    _value(root, "audit-right", "10 werkdagen", "15 werkdagen")


def value_that_does_not_fit(root):
    _value(root, "audit-right", "10 werkdagen", "veel werkdagen")


def value_and_words(root):
    _value(root, "audit-right", "10 werkdagen", "15 werkdagen")
    _value(root, "audit-right", "onderwerp en gevraagde stukken", "het onderwerp")


def _field(root, name):
    return next(
        each
        for each in root.iter(f"{W}sdt")
        if each.find(f"{W}sdtPr/{W}tag") is not None and each.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == name
    )


def _fill(root, name, text):
    field = _field(root, name)
    hint = field.find(f"{W}sdtPr/{W}showingPlcHdr")
    if hint is not None:
        hint.getparent().remove(hint)
    held = field.find(f"{W}sdtContent")
    held[:] = [xml(run(text))]


def field_filled_in(root):
    _fill(root, "field:penalty_cap", "7,5%")


def fields_filled_in(root):
    _fill(root, "field:contractor", "Leverancier BV")
    _fill(root, "field:start_date", "1 februari 2027")
    _fill(root, "field:end_date", "31-01-2031")
    _fill(root, "field:late_report_penalty", "€ 1.250,50")


def field_filled_in_wrongly(root):
    _fill(root, "field:start_date", "zo snel mogelijk")


def field_typed_over(root):
    """The control went, the words stand in its place."""
    field = _field(root, "field:contractor")
    field.getparent().replace(field, xml(run("Leverancier BV")))


def field_filled_in_a_changed_line(root):
    _fill(root, "field:penalty_cap", "7,5%")
    replaced(root, "penalties", "Alle boetes", "De boetes en kortingen")


BLANKS = {
    value_changed: {"value:audit-right.notice_days=15"},
    value_that_does_not_fit: {"value:audit-right.notice_days=?"},
    value_and_words: {"changed:audit-right"},
    field_filled_in: {"value:penalties.penalty_cap=7.5"},
    fields_filled_in: {
        "value:definitions.contractor=Leverancier BV",
        "value:definitions.start_date=2027-02-01",
        "value:definitions.end_date=2031-01-31",
        "value:penalties.late_report_penalty=1250.5",
    },
    field_filled_in_wrongly: {"value:definitions.start_date=?"},
    field_typed_over: {"value:definitions.contractor=Leverancier BV"},
    field_filled_in_a_changed_line: {"changed:penalties", "value:penalties.penalty_cap=7.5"},
}
