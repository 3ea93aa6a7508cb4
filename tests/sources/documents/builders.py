"""Documents of every format and encoding, built here of paragraphs."""

import io
import zipfile
from html import escape

PARAGRAPHS = ["С. Отрадное, 14 марта 1834 года.", "Любезный брат! Письмо твоё я получил.", "Твой Николай Ртищев."]
TEXT = "\n\n".join(PARAGRAPHS)


def zipped(members):
    """A zip file of `members`, name to content."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def docx(body, main="word/document.xml", **parts):
    """A docx file of the paragraphs `body`; `parts` are its footnotes and endnotes."""
    links = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for name in ("footnotes", "endnotes")
        if name in parts
    )
    folder, _, file = main.rpartition("/")
    document = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="{main}"/>'
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f"<Relationships {RELATIONSHIPS}>{document}</Relationships>",
        main: f"<w:document {W}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{file}.rels": f"<Relationships {RELATIONSHIPS}>{links}</Relationships>",
    }
    members |= {f"{folder}/{name}.xml": f"<w:{name} {W}>{content}</w:{name}>" for name, content in parts.items()}
    return zipped(members)


def odt(body):
    ns = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {ns}>{inner}</office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub(*pages):
    items = "".join(f'<item id="p{i}" href="p%20{i}.xhtml"/>' for i in range(len(pages)))
    spine = "".join(f'<itemref idref="p{i}"/>' for i in range(len(pages)))
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/b.opf"/></rootfiles></container>',
        "OPS/b.opf": f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>",
    }
    members |= {f"OPS/p {i}.xhtml": f"<html><body>{page}</body></html>" for i, page in enumerate(pages)}
    return zipped(members)


def tei(body):
    header = "<teiHeader><fileDesc><titleStmt><title>Не текст</title></titleStmt></fileDesc></teiHeader>"
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>'.encode()


def pdf(lines):
    """A one-page PDF whose text layer has `lines`, through a font with its own map to Unicode."""
    letters = sorted(set("".join(lines)))
    codes = {letter: i + 1 for i, letter in enumerate(letters)}
    chars = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{chars}\nendbfchar\nendcmap end end"
    ).encode()
    shown = "\n".join(f"<{''.join(f'{codes[c]:02X}' for c in line)}> Tj T*" for line in lines)
    page = f"BT /F1 12 Tf 14 TL 50 700 Td\n{shown}\nET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times /ToUnicode 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    ]
    out = b"%PDF-1.4\n"
    places = []
    for i, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    count = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        count,
        table,
        count,
        start,
    )


def page(*lines):
    shown = "".join(f"<TextLine><TextEquiv><Unicode>{line}</Unicode></TextEquiv></TextLine>" for line in lines)
    return f"<TextRegion id='r{lines[0]}'>{shown}</TextRegion>"


def marked_down(paragraphs):
    """`paragraphs` as Markdown, with such marks as it has."""
    first, *rest = paragraphs
    return "\n\n".join([f"# {first}", *(f"> {text}" for text in rest)]) + "\n"


def every_format(paragraphs=PARAGRAPHS):
    """A document of `paragraphs` in each format: its file's name, and the bytes."""
    said = [escape(text, quote=False) for text in paragraphs]
    p = [f"<p>{text}</p>" for text in said]
    page_head = "<?xml version='1.0' encoding='UTF-8'?><PcGts xmlns='http://schema.primaresearch.org/PAGE'><Page>"
    return {
        "letter.txt": "\n\n".join(paragraphs).encode(),
        "letter-1251.txt": "\n\n".join(paragraphs).encode("cp1251"),
        "letter.md": marked_down(paragraphs).encode(),
        "letter.html": f"<!DOCTYPE html><html><head><title>t</title></head><body>{''.join(p)}</body></html>".encode(),
        "letter-1251.html": f'<html><head><meta charset="windows-1251"></head><body>{"".join(p)}</body></html>'.encode(
            "cp1251"
        ),
        "letter.xml": tei("\n  ".join(p)),
        "letter.docx": docx("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>\n" for text in said)),
        "letter.odt": odt("".join(f"<text:p>{text}</text:p>" for text in said)),
        "letter.epub": epub("".join(p[:2]), "".join(p[2:])),
        "letter.hocr": "".join(
            ["<html><body><div class='ocr_page'>"]
            + [f"<p class='ocr_par'><span class='ocr_line'>{text}</span></p>" for text in said]
            + ["</div></body></html>"]
        ).encode(),
        "letter.page.xml": (page_head + "".join(page(text) for text in said) + "</Page></PcGts>").encode(),
        "letter.alto.xml": (
            "<alto><Layout><Page><PrintSpace>"
            + "".join(
                "<TextBlock><TextLine>"
                + "<SP/>".join(f'<String CONTENT="{escape(word)}"/>' for word in text.split())
                + "</TextLine></TextBlock>"
                for text in paragraphs
            )
            + "</PrintSpace></Page></Layout></alto>"
        ).encode(),
    }
