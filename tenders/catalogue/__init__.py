"""The catalogue of sustainability criteria for ICT and the ready-made sets built from it. Pure: no Django."""
