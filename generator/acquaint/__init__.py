"""Acquaint: a static community directory, built from one self-introduction per member."""

__version__ = "0.1.0"
