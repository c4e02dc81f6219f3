"""Content controls to fill in, through python-docx."""

from docx.oxml.ns import qn

from procurement.documents.model import Field, FieldKind
from tests.procurement.documents.docx_oracle_xml import clean, element

LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def add_field(oracle, paragraph, field: Field) -> None:
    run = paragraph.add_run(f"[{clean(field.label)}]", style="Nog in te vullen")
    content = oracle.control(paragraph._p, f"field:{field.name}", field.label)
    content.append(run._r)
    properties = content.getparent().find(qn("w:sdtPr"))
    element("w:showingPlcHdr", properties)
    match field.kind:
        case FieldKind.CHOICE:
            listing = element("w:dropDownList", properties)
            for choice in field.choices:
                element("w:listItem", listing, displayText=clean(choice), value=clean(choice))
        case FieldKind.DATE:
            date = element("w:date", properties)
            element("w:dateFormat", date, val="d MMMM yyyy")
            element("w:lid", date, val=LOCALES[oracle.tree.language])
            element("w:storeMappedDataAs", date, val="dateTime")
            element("w:calendar", date, val="gregorian")
