"""Who gets what at every address outside the admin, in every phase: the one place to look.

One letter for each person, in the order of `PEOPLE` of the journey:

    nobody, assessor, assessor with a conflict about A, assessor of no lot | officer, lawyer, project lead,
    contract manager, auditor, administrator of the organisation, officer elsewhere, superuser

    o 200   > 302   b 400   x 403   - 404   m 405   c 409 not now   u 422 wrong input

Each line holds at every stop of the journey, except at those that follow with their own letters:

    P preparation   U published, bids handed in   O opening   A assessment   C consensus
    V scores locked, prices sealed   E evaluation   S stopped   W award   K contract

An address asks for bid A, the first file, the first document. A POST carries no field that means anything;
what somebody may really change is tested with each page.
"""

from functools import cache

from tests.access_table_of_clauses import CLAUSES

STOPS = "PUOACVESWK"
MEANINGS = {"o": 200, ">": 302, "b": 400, "x": 403, "-": 404, "m": 405, "c": 409, "u": 422}

TABLE = """
home                        get   >>>>>>>>>>>>
home                        post  >>>>>>>>>>>>
password                    get   >ooooooooooo
password                    post  >ooooooooooo
security                    get   >ooooooooooo
security                    post  >ooooooooooo
set_language                get   >>>>>>>>>>>>
set_language                post  >>>>>>>>>>>>
sign_in                     get   o>>>>>>>>>>>
sign_in                     post  o>>>>>>>>>>>
sign_in_code                get   >>>>>>>>>>>>
sign_in_code                post  >>>>>>>>>>>>
sign_out                    get   mmmmmmmmmmmm
sign_out                    post  >>>>>>>>>>>>
tenders:award               get   >---ooooo--o
tenders:award               post  >---uuuxx--x
tenders:bid                 get   >---ooooo--o  PU=>-----------
tenders:bid                 post  >--->xxxx--x  PU=>-----------
tenders:bid_file            get   >---ooooo--o  PU=>-----------
tenders:bid_file            post  >mmmmmmmmmmm
tenders:bids                get   >---ooooo--o
tenders:bids                post  >---cxxxx--x  PU=>---uxxxx--x
tenders:board_report        get   >---uuuuuuuu
tenders:board_report        post  >mmmmmmmmmmm
tenders:calculation         get   >---ooooo--o
tenders:calculation         post  >---xxxxx--x  P=>---uxxxx--u
tenders:catalogue           get   >ooooooooooo
tenders:catalogue           post  >mmmmmmmmmmm
tenders:check               get   >---ooooo--o
tenders:check               post  >---uxuxx--x
tenders:clarification       get   >---ooooo--o  P=>-----------
tenders:clarification       post  >---bbbbb--b  P=>-----------
tenders:clarifications      get   >---ooooo--o
tenders:clarifications      post  >---cxcxx--c  U=>--->x>xx--c
tenders:consensus           get   >---ooooo--o
tenders:consensus           post  >---bxbxx--x
tenders:consensus_record    get   >-----------  CVESWK=>---ooooo--o
tenders:consensus_record    post  >mmmmmmmmmmm
tenders:copy_criteria       get   >mmmmmmmmmmm
tenders:copy_criteria       post  >---xxxxx--x  P=>---bxxxx--b
tenders:copy_requirement    get   >mmmmmmmmmmm
tenders:copy_requirement    post  >---xxxxx--x  P=>---bxxxx--b
tenders:cost_workbook       get   >-----------
tenders:cost_workbook       post  >mmmmmmmmmmm
tenders:criteria            get   >---ooooo--o
tenders:criteria            post  >---xxxxx--x  P=>---oxxxx--o
tenders:document            get   >---ooooo--o
tenders:document            post  >mmmmmmmmmmm
tenders:documents           get   >---ooooo--o
tenders:documents           post  >mmmmmmmmmmm
tenders:deviations          get   >---oooooooo
tenders:deviations          post  >mmmmmmmmmmm
tenders:deviations_workbook get   >---oooooooo
tenders:deviations_workbook post  >mmmmmmmmmmm
tenders:dossier             get   >---oooxo--o
tenders:dossier             post  >---cccxc--c  ESWK=>---oooxo--o
tenders:evaluation_check    get   >---ooooo--o
tenders:evaluation_check    post  >---uuuuu--u
tenders:evidence            get   >---ooooo--o
tenders:evidence            post  >---uxuux--x
tenders:evidence_add        get   >---oxxxx-ox
tenders:evidence_add        post  >---uxxxx-ux
tenders:evidence_change     get   >---oxxxx--x
tenders:evidence_change     post  >---uxxxx--x
tenders:evidence_file       get   >---ooooo--o
tenders:evidence_file       post  >mmmmmmmmmmm
tenders:evidence_register   get   >---ooooo-oo
tenders:evidence_register   post  >mmmmmmmmmmm
tenders:evidence_sheet      get   >---oxxxx--x
tenders:evidence_sheet      post  >---uxxxx--x
tenders:evidence_sheet_excel get  >---oxxxx--x
tenders:evidence_sheet_excel post >mmmmmmmmmmm
tenders:evidence_sheet_ods  get   >---oxxxx--x
tenders:evidence_sheet_ods  post  >mmmmmmmmmmm
tenders:evidence_workbook   get   >---ooooo-oo
tenders:evidence_workbook   post  >mmmmmmmmmmm
tenders:explanation         get   >-----------  ESWK=>---ooooo--o
tenders:explanation         post  >mmmmmmmmmmm
tenders:fallen              get   >---ooooo--o
tenders:fallen              post  >---uxuxx--x
tenders:follow_consensus    get   >-----------  CVESWK=>oo---------
tenders:follow_consensus    post  >mmmmmmmmmmm
tenders:jury                get   >---ooooo--o
tenders:jury                post  >---cxxxx--x  UOA=>--->xxxx--x
tenders:jury_declaration    get   >-----------  OAC=>oo---------
tenders:jury_declaration    post  >-----------  AC=>>>---------  O=>uu---------
tenders:jury_file           get   >-----------  AC=>o----------
tenders:jury_file           post  >mmmmmmmmmmm
tenders:jury_practice       get   >-----------  UO=>oo---------
tenders:jury_practice       post  >-----------
tenders:jury_ready          get   >-----------  A=>oo---------
tenders:jury_ready          post  >-----------  A=>>>---------
tenders:jury_samples        get   >---oxxxx--x
tenders:jury_samples        post  >----xxxx--x
tenders:jury_save           get   >mmmmmmmmmmm
tenders:jury_save           post  >o----------  PUO=>-----------
tenders:jury_scores         get   >oo---------  PUO=>-----------
tenders:jury_scores         post  >>>---------  PUO=>-----------
tenders:jury_worksheet      get   >-----------  A=>oo---------
tenders:jury_worksheet      post  >-----------  A=>uu---------
tenders:jury_worksheet_excel get  >-----------  A=>oo---------
tenders:jury_worksheet_excel post >mmmmmmmmmmm
tenders:jury_worksheet_ods  get   >-----------  A=>oo---------
tenders:jury_worksheet_ods  post  >mmmmmmmmmmm
tenders:jury_withdraw       get   >mmmmmmmmmmm
tenders:jury_withdraw       post  >----xxxx--x
tenders:ladder              get   >---ooooo--o
tenders:ladder              post  >---cxccx--x
tenders:law                 get   >ooooooooooo
tenders:law                 post  >mmmmmmmmmmm
tenders:legal_questions     get   >---ooooo--o
tenders:legal_questions     post  >---xxxxx--x  P=>---bxxxx--b
tenders:legal_rule          get   >ooooooooooo
tenders:legal_rule          post  >mmmmmmmmmmm
tenders:legal_rules         get   >ooooooooooo
tenders:legal_rules         post  >mmmmmmmmmmm
tenders:legality            get   >---ooooo--o
tenders:legality            post  >---bbbbb--b
tenders:legality_checklist  get   >---ooxxo--o
tenders:legality_checklist  post  >mmmmmmmmmmm
tenders:letter              get   >-----------  WK=>---ooooo--o
tenders:letter              post  >mmmmmmmmmmm
tenders:letters             get   >---ooooo--o
tenders:letters             post  >---cxxxx--x  WK=>---uxxxx--x
tenders:life_cycle          get   >---ooooo--o
tenders:life_cycle          post  >mmmmmmmmmmm
tenders:life_cycle_sheet    get   >-----------
tenders:life_cycle_sheet    post  >mmmmmmmmmmm
tenders:log                 get   >---ooo-o-oo
tenders:log                 post  >mmmmmmmmmmm
tenders:low_prices          get   >---ooooo--o
tenders:low_prices          post  >---uxuxx--x
tenders:panels              get   >ooooooooooo
tenders:panels              post  >mmmmmmmmmmm
tenders:policy              get   >---oooooooo
tenders:policy              post  >---xuxxxxxx
tenders:procedure           get   >---ooooo--o
tenders:procedure           post  >---uuuuu--u
tenders:product_table       get   >---ooooo--o
tenders:product_table       post  >---uuuuu--u
tenders:price_lines         get   >---ooooo--o
tenders:price_lines         post  >---xxxxx--x  P=>---uxxxx--u
tenders:proof               get   >---ooooo--o
tenders:proof               post  >----x-xx--x
tenders:published_document  get   >---ooooo--o  P=>-----------
tenders:published_document  post  >mmmmmmmmmmm
tenders:record              get   >-----------  SWK=>---ooooo--o
tenders:record              post  >mmmmmmmmmmm
tenders:result              get   >---ooooo--o
tenders:result              post  >---uxxxx--x  E=>--->xxxx--x  SWK=>---cxxxx--x
tenders:rule                get   >---ooooo--o
tenders:rule                post  >---xxxxx--x  P=>--->xxxx-->
tenders:scorecard           get   >---ooooo--o
tenders:scorecard           post  >---xxxxx--x  P=>--->xxxx-->
tenders:scores              get   >---ooooo--o
tenders:scores              post  >---cxxxx--x  OAC=>--->xxxx--x
tenders:signed_record       get   >-----------  VESWK=>---ooooo--o
tenders:signed_record       post  >-----------  VESWK=>---uxuxx--x
tenders:sources             get   >ooooooooooo
tenders:sources             post  >mmmmmmmmmmm
tenders:start_contract      get   >mmmmmmmmmmm
tenders:start_contract      post  >--->>xxx-->
tenders:targets             get   >---ooooo-oo
tenders:targets             post  >---xuxxx-xx
tenders:try_method          get   >ooooooooooo
tenders:try_method          post  >mmmmmmmmmmm
tenders:what_if             get   >-----------
tenders:what_if             post  >mmmmmmmmmmm
"""


_LINES = f"{CLAUSES}{TABLE}".split("\n")


@cache
def table() -> dict[tuple[str, str], dict[str, str]]:
    """By address and method, the letters of the people at each stop of `STOPS`."""
    return {(words[0], words[1]): _at_stops(words[2:]) for words in map(str.split, filter(None, _LINES))}


def _at_stops(cells: list[str]) -> dict[str, str]:
    found = dict.fromkeys(STOPS, cells[0])
    for cell in cells[1:]:
        stops, letters = cell.split("=")
        found |= dict.fromkeys(stops, letters)
    return found
