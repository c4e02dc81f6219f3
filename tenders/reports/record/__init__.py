"""The record of the award of one lot with every item of art. 2.132 of the Public Procurement Act 2012."""
