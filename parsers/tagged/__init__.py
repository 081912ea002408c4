"""The tagged eye: tables that the document's own structure tree names."""
