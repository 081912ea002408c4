"""Invented reviews with their truth, drawn from a seed and laid out by two engines: layouts that nobody wrote by hand.

A seed draws what is said (`draw`), how it is built (`traits`) and how it looks (`look`); `compose` puts it on a
`paper`, which `flow` and `web` print; `truth` tells what is printed, `judge` lays what was read beside it.
"""
