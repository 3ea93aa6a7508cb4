"""The errors a person meets, each one sentence that names the place and the remedy."""

from __future__ import annotations


class LetopisError(Exception):
    """Base of every error that is the user's to mend; the command line prints it and exits non-zero."""


class SourceError(LetopisError):
    """A document that cannot be read: missing, empty, undecodable, of an unknown format or too large."""


class CatalogueError(LetopisError):
    """A catalogue entry that does not keep the catalogue's format."""


class ContextError(LetopisError):
    """What is said of a text beside it (`written`, `calendar`, `reference_date`) is not of the form it must have."""


class DataError(LetopisError):
    """Annotation or records that do not keep the contract."""


class ModelError(LetopisError):
    """A language model that is not installed or does not fit."""
