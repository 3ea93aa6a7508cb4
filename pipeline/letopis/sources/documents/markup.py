"""XML and HTML parsed with entities, document types and the network off."""

from __future__ import annotations

import re
from typing import Any

from letopis.errors import SourceError
from letopis.sources.decode import decode

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def library(module: str, name: str) -> Any:
    """The imported `module`; raise `SourceError` that `name` needs it where it is not installed."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        top = module.partition(".")[0]
        raise SourceError(f"{name} needs {top} to be read: run `pip install 'letopis[formats]'`.") from None


def xml(data: bytes, name: str) -> Any:
    """The root element of the XML `data`; raise `SourceError` where it is not well-formed or declares entities."""
    etree = library("lxml.etree", name)
    refuse_entities(data, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        at = f" at line {error.lineno}" if isinstance(error, etree.XMLSyntaxError) else ""
        raise SourceError(f"{name} is broken XML{at}: mend it and read it again.") from error


def refuse_entities(data: bytes, name: str) -> None:
    """Raise `SourceError` where the XML `data` declares entities."""
    if _ENTITY.search(data):
        raise SourceError(f"{name} declares XML entities, which are not read: write their text out.")


def html(data: bytes, name: str, encoding: str | None = None) -> Any:
    """The root element of the HTML `data`, in the encoding it declares or else the one told from its bytes."""
    etree, parser = library("lxml.etree", name), library("lxml.html", name)
    declared = _CHARSET.search(data[:4096])
    try:
        text, _ = decode(data, name, encoding or (declared.group(1).decode("ascii") if declared else None))
    except SourceError:
        # A page may declare an encoding that it is not in; one that the user names is final.
        if encoding or not declared:
            raise
        text, _ = decode(data, name)
    try:
        return parser.document_fromstring(_DECLARATION.sub("", text, count=1))
    except (etree.ParserError, ValueError) as error:
        raise SourceError(f"{name} is empty: there is nothing to read in it.") from error


def local(element: Any) -> str:
    """The element's name without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """The attribute `name`, whatever its namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)
