"""The transcript eye: tables inside text that another tool made."""
