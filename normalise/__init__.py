"""Understand: tables of cells become a Review. Pure: no files, no clock, no database."""
