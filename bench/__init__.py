"""Measured against the peers, in one run over the same PDFs."""
