"""The record of the consensus meeting of one lot: what each assessor scored, and what they agreed on."""
