"""Tokens to printed lines and running text."""
