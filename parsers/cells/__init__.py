"""Cells gather their ink, and what meets inside them is told apart."""
