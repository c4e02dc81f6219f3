"""What each action in the log is called by people; the code of the action stands beside it."""

from procurement.language import Text
from tenders.procedure.transitions import TRANSITIONS

_STEP = "procedure."

LOG_WORDS: dict[str, Text] = {
    "access.refused": Text(nl="Poging geweigerd", en="Attempt refused"),
    "account.added": Text(nl="Account toegevoegd", en="Account added"),
    "account.changed": Text(nl="Account gewijzigd", en="Account changed"),
    "account.role_given": Text(nl="Rol gegeven", en="Role given"),
    "account.access_reset": Text(nl="Toegang van een account hersteld", en="Access to an account reset"),
    "account.own_password": Text(nl="Zelf een wachtwoord gekozen", en="Chose a password oneself"),
    "account.role_refused": Text(nl="Rol niet gegeven", en="Role not given"),
    "account.role_taken": Text(nl="Rol weggenomen", en="Role taken away"),
    "account.second_factor_on": Text(nl="Inloggen met code aangezet", en="Sign-in code turned on"),
    "account.second_factor_off": Text(nl="Inloggen met code uitgezet", en="Sign-in code turned off"),
    "account.recovery_codes_renewed": Text(nl="Nieuwe herstelcodes gemaakt", en="Recovery codes renewed"),
    "award.withdrawn": Text(nl="Gunningsbeslissing ingetrokken", en="Award decision withdrawn"),
    "bid.evidence_chosen": Text(nl="Bewijs bij een inschrijving gekozen", en="Evidence of a bid chosen"),
    "bid.fell_away": Text(nl="Inschrijving vervallen", en="Bid fell away"),
    "bid.readmission_signed": Text(
        nl="Herstel van een oordeel over een eis: eerste handtekening",
        en="Undoing a judgement about a requirement: first signature",
    ),
    "bid.readmitted": Text(
        nl="Onterecht oordeel over een eis hersteld", en="Wrong judgement about a requirement undone"
    ),
    "bid.reinstated": Text(nl="Onterechte afwijzing hersteld", en="Wrong rejection undone"),
    "bid.reinstatement_signed": Text(
        nl="Herstel van een afwijzing: eerste handtekening", en="Undoing a rejection: first signature"
    ),
    "bid.version_answered": Text(
        nl="Vastgelegd of een eerdere versie is bevestigd", en="Confirmation of an earlier version recorded"
    ),
    "bid.requirements_checked": Text(nl="Eisen van een inschrijving beoordeeld", en="Requirements judged"),
    "bids.late_price_signed": Text(nl="Late prijs: eerste handtekening", en="Late price: first signature"),
    "bids.late_replacement_signed": Text(
        nl="Late vervanging: eerste handtekening", en="Late replacement: first signature"
    ),
    "bids.list_sealed": Text(nl="Lijst met inschrijvingen verzegeld", en="List of bids sealed"),
    "bids.opened": Text(nl="Inschrijvingen geopend", en="Bids opened"),
    "bids.price_sealed": Text(nl="Prijs in de kluis gelegd", en="Price put in the vault"),
    "bids.read_refused": Text(nl="Lezen van een inschrijving geweigerd", en="Reading a bid refused"),
    "bids.replaced_late": Text(
        nl="Inschrijving na het uiterste tijdstip vervangen", en="Bid replaced after the deadline"
    ),
    "bids.receipts_shown": Text(nl="Eigen ontvangstnummers getoond", en="Own receipt numbers shown"),
    "bids.scored": Text(nl="Aangeboden waarde gewijzigd", en="Offered value changed"),
    "bids.sealed": Text(nl="Inschrijving verzegeld", en="Bid sealed"),
    "bids.withdrawn": Text(nl="Verzegelde inschrijving ingetrokken", en="Sealed bid withdrawn"),
    "clarification.amending": Text(nl="Stukken opengezet in een nota", en="Documents opened for change"),
    "clarification.discarded": Text(nl="Nota verworpen", en="Clarification discarded"),
    "clarification.published": Text(nl="Nota van inlichtingen gepubliceerd", en="Clarification published"),
    "clarification.restored": Text(nl="Stukken teruggezet", en="Documents restored"),
    "clarification.saved": Text(nl="Nota opgeslagen", en="Clarification saved"),
    "clarification.started": Text(nl="Nota begonnen", en="Clarification started"),
    "clause_proposal.approved": Text(nl="Eigen clausule vastgesteld", en="Own clause approved"),
    "clause_proposal.sent_back": Text(nl="Voorstel voor een clausule teruggestuurd", en="Clause sent back"),
    "clause_proposal.started": Text(nl="Voorstel voor een clausule begonnen", en="Clause proposed"),
    "clause_proposal.submitted": Text(nl="Voorstel voor een clausule ingediend", en="Clause handed in"),
    "clause_proposal.withdrawn": Text(nl="Voorstel voor een clausule ingetrokken", en="Clause withdrawn"),
    "clause_proposal.written": Text(nl="Voorstel voor een clausule opgeslagen", en="Clause saved"),
    "consensus.agreed": Text(nl="Score vastgesteld in het overleg", en="Score agreed in the meeting"),
    "consensus.locked": Text(nl="Scores op slot", en="Scores locked"),
    "consensus.minutes": Text(nl="Verslag van het overleg opgeslagen", en="Minutes saved"),
    "consensus.record_signed": Text(nl="Getekend verslag vastgelegd", en="Signed record registered"),
    "consensus.revealed": Text(nl="Scores onthuld", en="Scores revealed"),
    "contract.made_final": Text(nl="Overeenkomst definitief gemaakt", en="Contract made final"),
    "contract_deviation.decided": Text(nl="Over een afwijking besloten", en="Deviation decided"),
    "contract_deviation.recorded": Text(nl="Afwijking van een clausule vastgelegd", en="Deviation recorded"),
    "contract_draft.clauses_chosen": Text(nl="Clausules gekozen", en="Clauses chosen"),
    "contract_draft.filled_in": Text(nl="Overeenkomst ingevuld", en="Contract filled in"),
    "contract_draft.prefilled": Text(nl="Overeenkomst vooraf ingevuld", en="Contract prefilled"),
    "contract_draft.started": Text(nl="Overeenkomst begonnen", en="Contract started"),
    "contract_draft.taken_in": Text(nl="Teruggekomen overeenkomst verwerkt", en="Returned contract taken in"),
    "criteria.added": Text(nl="Criteria toegevoegd", en="Criteria added"),
    "criteria.saved": Text(nl="Criteria opgeslagen", en="Criteria saved"),
    "dossier.written": Text(nl="Dossier geschreven", en="Dossier written"),
    "evidence.checked": Text(nl="Bewijsmiddel gecontroleerd", en="Evidence checked"),
    "evidence.file_added": Text(nl="Bestand bij een bewijsmiddel gevoegd", en="File added to evidence"),
    "evidence.registered": Text(nl="Bewijsmiddel vastgelegd", en="Evidence recorded"),
    "evidence.sheet_taken_over": Text(
        nl="Ingevuld register van bewijsmiddelen ingelezen", en="Filled-in register of evidence read in"
    ),
    "evidence.revised": Text(
        nl="Beschrijving van een bewijsmiddel gewijzigd", en="Description of evidence changed"
    ),
    "house_style.added": Text(nl="Huisstijl toegevoegd", en="House style added"),
    "house_style.chosen": Text(nl="Huisstijl gekozen", en="House style chosen"),
    "jury.anonymised": Text(nl="Beoordelaars vergeten", en="Assessors forgotten"),
    "jury.declared": Text(nl="Belangenverklaring afgelegd", en="Conflict of interest declared"),
    "jury.file_read": Text(nl="Bestand gelezen door een beoordelaar", en="File read by an assessor"),
    "jury.panel_changed": Text(nl="Beoordelaars aangewezen", en="Assessors appointed"),
    "jury.ready": Text(nl="Scores van een beoordelaar definitief", en="Scores of an assessor final"),
    "jury.reopened": Text(nl="Scores van een beoordelaar heropend", en="Scores of an assessor reopened"),
    "jury.sample_discussed": Text(nl="Oefenantwoord besproken", en="Sample discussed"),
    "jury.sample_written": Text(nl="Oefenantwoord geschreven", en="Sample written"),
    "jury.sheet_taken_over": Text(
        nl="Werkblad van een beoordelaar overgenomen", en="Worksheet of an assessor taken over"
    ),
    "jury.withdrawn": Text(nl="Beoordelaar teruggetrokken", en="Assessor withdrawn"),
    "ladder.proof_recorded": Text(
        nl="Bewijs voor de CO2-Prestatieladder vastgelegd", en="Proof for the CO2 Performance Ladder recorded"
    ),
    "legal_answers.saved": Text(nl="Juridische vragen beantwoord", en="Legal questions answered"),
    "legal_reason.given": Text(nl="Motivering van een jurist vastgelegd", en="Reason of a lawyer recorded"),
    "legal_reason.taken_back": Text(nl="Motivering teruggenomen", en="Reason taken back"),
    "legal_rewrite.accepted": Text(nl="Voorgestelde zin overgenomen", en="Suggested sentence accepted"),
    "letters.prepared": Text(nl="Brieven voorbereid", en="Letters prepared"),
    "letters.sent": Text(nl="Brieven verzonden", en="Letters sent"),
    "notices.sent": Text(nl="Mededelingen verzonden", en="Notices sent"),
    "life_cycle.figures_saved": Text(
        nl="Berekende waarden van criteria gekozen", en="Calculated values of criteria chosen"
    ),
    "life_cycle.plan_saved": Text(
        nl="Berekening over de levensduur opgeslagen", en="Life-cycle calculation saved"
    ),
    "lot.awarded": Text(nl="Gunningsbeslissing genomen", en="Award decided"),
    "lot.drawn": Text(nl="Loting vastgelegd", en="Draw recorded"),
    "lot.evaluated": Text(nl="Rangorde berekend", en="Ranking calculated"),
    "lot.rule_saved": Text(nl="Gunningsregels opgeslagen", en="Award rules saved"),
    "lot.scorecard_rules_saved": Text(nl="Regels van de scorekaart opgeslagen", en="Scorecard rules saved"),
    "low_bid.answered": Text(
        nl="Toelichting op een lage prijs vastgelegd", en="Explanation of a low price recorded"
    ),
    "low_bid.asked": Text(nl="Toelichting op een lage prijs gevraagd", en="Explanation of a low price asked"),
    "low_bid.judged": Text(nl="Lage prijs beoordeeld", en="Low price judged"),
    "price_lines.saved": Text(nl="Prijzenblad opgeslagen", en="Price sheet saved"),
    "prices.opened": Text(nl="Prijzen geopend", en="Prices opened"),
    "procedure.first_signature": Text(nl="Eerste handtekening gezet", en="First signature given"),
    "procedure.refused": Text(nl="Stap van twee personen geweigerd", en="Step of two people refused"),
    "proceedings.cleared": Text(
        nl="Kort geding staat niet meer in de weg", en="Proceedings no longer in the way"
    ),
    "proceedings.ended": Text(nl="Kort geding beslist", en="Interim proceedings ended"),
    "proceedings.started": Text(nl="Kort geding gemeld", en="Interim proceedings recorded"),
    "proof.verified": Text(nl="Bewijs gecontroleerd", en="Proof checked"),
    "requirement.added": Text(nl="Eis toegevoegd", en="Requirement added"),
    "standstill.waived": Text(
        nl="Opschortende termijn niet nodig verklaard", en="Standstill declared not needed"
    ),
    "target.stated": Text(
        nl="Doel voor circulair inkopen vastgelegd", en="Target for circular buying recorded"
    ),
    "tender.approved": Text(nl="Concept goedgekeurd door een jurist", en="Draft approved by a lawyer"),
    "tender.disapproved": Text(nl="Concept afgekeurd door een jurist", en="Draft not approved by a lawyer"),
    "tender.published": Text(nl="Stukken gepubliceerd", en="Documents published"),
    "vault.key_destroyed": Text(nl="Sleutel van de kluis vernietigd", en="Vault key destroyed"),
    "vault.key_replaced": Text(nl="Sleutel van de kluis vervangen", en="Vault key replaced"),
    "weight_policy.stated": Text(
        nl="Minimum voor duurzaamheid vastgelegd", en="Minimum for sustainability recorded"
    ),
}
_ROW = {
    "added": Text(nl="Toegevoegd in het beheer", en="Added in the admin"),
    "changed": Text(nl="Gewijzigd in het beheer", en="Changed in the admin"),
    "deleted": Text(nl="Verwijderd in het beheer", en="Deleted in the admin"),
}


def words_of(action: str) -> Text | None:
    """None for an action that this version of the program does not know."""
    step = action.removeprefix(_STEP)
    if step != action and step in TRANSITIONS.codes:
        return TRANSITIONS[step].title
    return LOG_WORDS.get(action) or _ROW.get(action.rpartition(".")[2])
