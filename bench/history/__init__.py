"""Invented histories of a plan, with the truth of which action is which: what linking is measured and fitted on."""
