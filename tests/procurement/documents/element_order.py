"""The order in which WordprocessingML wants the children of an element (ECMA-376 part 1, annex A).

Word calls a file damaged for a child at the wrong place; other programs read over it. Only children that we
write or take over are listed: one that is not listed is a fault too, until somebody looks it up.
"""

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_PARAGRAPH_LOOK = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
    " adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection"
    " textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_TEXT_LOOK = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl"
    " cs em lang eastAsianLayout specVanish oMath"
)
_STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
_SETTINGS = (
    "writeProtection view zoom mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl"
    " footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator"
)
ORDERS = {
    name: order.split()
    for name, order in {
        "pPr": _PARAGRAPH_LOOK,
        "rPr": _TEXT_LOOK,
        "style": _STYLE,
        "settings": _SETTINGS,
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "numPr": "ilvl numId",
        "numbering": "abstractNum num",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr",
        "num": "abstractNumId lvlOverride",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
        "sdt": "sdtPr sdtEndPr sdtContent",
        "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding date dropDownList",
        "date": "dateFormat lid storeMappedDataAs calendar",
        "tbl": "bookmarkStart tblPr tblGrid tr",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
        " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
        "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
        "tr": "trPr tc",
        "tc": "tcPr p",
        "tblBorders": "top left start bottom right end insideH insideV",
        "tblCellMar": "top left start bottom right end",
    }.items()
}


def misplaced(part: bytes) -> Iterator[str]:
    """Each child that stands too late, or that is not known at its place."""
    for node in etree.fromstring(part).iter():
        order = ORDERS.get(str(node.tag).removeprefix(W)) if str(node.tag).startswith(W) else None
        if order is None:
            continue
        names = [str(child.tag).removeprefix(W) for child in node if str(child.tag).startswith(W)]
        yield from (
            f"{node.tag.removeprefix(W)}: {name} is not listed" for name in names if name not in order
        )
        known = [order.index(name) for name in names if name in order]
        if known != sorted(known):
            yield f"{node.tag.removeprefix(W)}: {' '.join(names)}"
