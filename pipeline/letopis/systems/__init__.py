"""Letopis and its peers behind one call, so that one scorer measures them all: one file a system.

A system is opened by `registry.open_system("natasha")` and gives a record dict for a text. What it cannot do it
leaves out; what it says in other terms (its labels, its values) its file puts into the contract's terms. A system
that is not installed raises `ModelError`.
"""
