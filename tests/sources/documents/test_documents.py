import json
import zipfile

import pytest

from letopis.errors import SourceError
from letopis.sources.mend import mend
from letopis.sources.read import read

from .builders import PARAGRAPHS, TEXT, docx, epub, every_format, odt, page, pdf, tei, zipped

BOMB = b"\0" * 60_000_000


@pytest.mark.parametrize("name", every_format())
def test_documents_give_the_same_text(write, name):
    (source,) = read(write(name, every_format()[name]))
    assert source.text.strip() == TEXT
    assert mend(source.text).text == "\n".join(PARAGRAPHS)
    assert source.id == name.rpartition(".")[0]


@pytest.mark.parametrize("name", every_format())
def test_documents_are_told_without_suffix(write, name):
    if name.endswith(".md"):
        pytest.skip("only its suffix tells Markdown")
    assert read(write("dokument", every_format()[name]))[0].text.strip() == TEXT


def test_pdf_lines(write):
    (source,) = read(write("a.pdf", pdf(["Письмо твоё от 20 фев-", "раля я получил."])))
    assert mend(source.text).text == "Письмо твоё от 20 февраля я получил."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>вес-<lb/>не</p>", "вес-\nне"),
        ("<p>вес<lb break='no'/>не</p>", "весне"),
        ("<p>вес-<lb break='no'/>не</p>", "вес-\nне"),
        ("<p>был <choice><sic>тутъ</sic><corr>там</corr></choice> он</p>", "был тутъ он"),
        ("<p>в <choice><abbr>г.</abbr><expan>городе</expan></choice> он</p>", "в г. он"),
        ("<p>мир<note>Прим.</note> был</p><p>да</p>", "мир был\n\nда\n\nПрим."),
        ("<lg><l>Раз</l><l>два</l></lg>", "Раз\nдва"),
        ("<p>до<pb n='2'/> после<fw>— 2 —</fw></p>", "до после"),
        ("<p>был <del>не</del> он, <persName>Иван\n   Петров</persName></p>", "был он, Иван Петров"),
    ],
)
def test_tei(write, body, text):
    assert read(write("a.xml", tei(body)))[0].text == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:r><w:t>одна</w:t><w:br/><w:t>две</w:t></w:r></w:p>", "одна\nдве"),
        ("<w:p><w:r><w:t>не</w:t></w:r><w:del><w:r><w:delText>нет</w:delText></w:r></w:del></w:p>", "не"),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:t>а</w:t></w:p></w:tc><w:tc><w:p><w:t>б</w:t></w:p></w:tc></w:tr></w:tbl>",
            "а\n\nб",
        ),
        ("<w:p><w:ins w:id='1'><w:r><w:t>вставка</w:t></w:r></w:ins></w:p>", "вставка"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>поле</w:t></w:r></w:p></w:sdtContent></w:sdt>", "поле"),
        ("<w:p>\n  <w:r>\n  <w:t>сло</w:t></w:r>\n <w:r><w:t>во</w:t></w:r></w:p>", "слово"),
    ],
)
def test_docx(write, body, text):
    assert read(write("a.docx", docx(body)))[0].text == text


def test_docx_notes_come_last(write):
    notes = "<w:footnote w:id='2'><w:p><w:r><w:t>Прим.</w:t></w:r></w:p></w:footnote>"
    body = "<w:p><w:r><w:t>мир</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    assert read(write("a.docx", docx(body, footnotes=notes)))[0].text == "мир\n\nПрим."


def test_docx_main_part_may_have_any_name(write):
    data = docx("<w:p><w:r><w:t>мир</w:t></w:r></w:p>", main="word/document2.xml")
    assert read(write("a.docx", data))[0].text == "мир"


def test_docx_entities(write):
    body = "<w:p><w:r><w:t>мир</w:t></w:r></w:p>"
    data = docx(body, endnotes="<!ENTITY a SYSTEM 'file:///etc/passwd'>")
    with pytest.raises(SourceError, match="declares XML entities"):
        read(write("a.docx", data))


def test_odt_signs(write):
    body = (
        "<text:h>Глава</text:h><text:p>а<text:s text:c='2'/>б<text:line-break/>в<text:note>Прим.</text:note></text:p>"
    )
    assert read(write("a.odt", odt(body)))[0].text == "Глава\n\nа б\nв\n\nПрим."


def test_page_reading_order(write):
    data = (
        "<PcGts><Page><ReadingOrder><OrderedGroup><RegionRefIndexed index='1' regionRef='a'/>"
        "<RegionRefIndexed index='0' regionRef='b'/></OrderedGroup></ReadingOrder>"
        "<TextRegion id='a'><TextEquiv><Unicode>второй</Unicode></TextEquiv></TextRegion>"
        "<TextRegion id='b'><TextLine><Word><TextEquiv><Unicode>пер-</Unicode></TextEquiv></Word></TextLine>"
        "<TextLine><TextEquiv><Unicode>вый</Unicode></TextEquiv></TextLine></TextRegion>"
        f"{page('третий')}</Page></PcGts>"
    )
    assert read(write("a.xml", data.encode()))[0].text == "пер-\nвый\n\nвторой\n\nтретий"


def test_alto_broken_word(write):
    whole = 'SUBS_CONTENT="феврале"'
    lines = [
        f'<String CONTENT="в"/><SP/><String CONTENT="фев" SUBS_TYPE="HypPart1" {whole}/><HYP CONTENT="-"/>',
        f'<String CONTENT="рале" SUBS_TYPE="HypPart2" {whole}/><SP/><String CONTENT="ме"/><HYP/>',
        '<String CONTENT="сяце"/>',
    ]
    data = "<alto><TextBlock>" + "".join(f"<TextLine>{line}</TextLine>" for line in lines) + "</TextBlock></alto>"
    assert read(write("a.xml", data.encode()))[0].text == "в феврале\nме-\nсяце"


def test_html_leaves_scripts(write):
    data = "<html><body><script>var x</script><nav>меню</nav><p>раз<br>два <b>три</b>четыре</p>хвост</body></html>"
    assert read(write("a.html", data.encode()))[0].text == "раз\nдва тричетыре\n\nхвост"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**важно** и __тоже__, `код`", "важно и тоже, код"),
        ("5 * 3 * 2 и snake_case_name", "5 * 3 * 2 и snake_case_name"),
        ("* хлеб\n+ соль", "— хлеб\n— соль"),
        ("![рис](a.png) текст[^1]", "рис текст"),
        ("<!-- нет -->да", "да"),
        ("Глава\n=====\nтекст", "Глава\n\nтекст"),
    ],
)
def test_markdown(write, markdown, text):
    assert read(write("a.md", markdown.encode()))[0].text == text


def test_json_lines(write):
    rows = [{"id": "к-1", "text": "раз"}, {"text": "два"}, {"id": 3, "text": "три"}]
    data = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
    sources = read(write("a.jsonl", data.encode()))
    assert [(s.id, s.text) for s in sources] == [("к-1", "раз"), ("a-2", "два"), ("3", "три")]


@pytest.mark.parametrize("line", ['{"body": "x"}', '{"text"', "[1]"])
def test_json_lines_one_bad_line_never_loses_the_others(write, line):
    file = write("a.jsonl", f'{{"text": "раз"}}\n{line}\n{{"text": "два"}}\n'.encode())
    told = []
    assert [source.text for source in read(file, on_fault=told.append)] == ["раз", "два"]
    assert len(told) == 1 and "line 2" in str(told[0])


@pytest.mark.parametrize("comma", [",", ";", "\t"])
def test_csv(write, comma):
    data = f'id{comma}body\n1{comma}"раз{comma} два\nтри"\n2{comma}да\n'
    sources = read(write("a.csv", data.encode("cp1251")), text_field="body", encoding="cp1251")
    assert [(s.id, s.text) for s in sources] == [("1", f"раз{comma} два\nтри"), ("2", "да")]


def test_zip_of_documents(write):
    members = {
        "б/второй.txt": "два".encode(),
        "а.docx": docx("<w:p><w:t>раз</w:t></w:p>"),
        ".скрыто": b"\0",
        "catalogue.toml": "x",
    }
    file = write("архив.zip", zipped(members))
    sources = read(file)
    assert [(s.id, s.text) for s in sources] == [("а", "раз"), ("второй", "два")]
    assert sources[1].path == f"{file.as_posix()}/б/второй.txt"


def test_zip_never_leaves_the_archive(write, tmp_path):
    sources = read(write("a.zip", zipped({"../../вне.txt": "да".encode(), "/корень.txt": "нет".encode()})))
    assert sorted(s.text for s in sources) == ["да", "нет"]
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


ENTITY = b'<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]><TEI><text><p>&a;</p></text></TEI>'
LAUGHS = b'<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><TEI><text><p>&b;</p></text></TEI>'


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.xml", ENTITY, "declares XML entities"),
        ("a.xml", LAUGHS, "declares XML entities"),
        ("a.xml", b"<TEI><text>", "broken XML at line 1"),
        ("a.xml", b"<?xml version='1.0'?><rss><p>x</p></rss>", "XML of an unknown kind"),
        ("a.zip", b"PK\x03\x04junk", "broken zip"),
        ("a.docx", docx("<w:p><w:t>")[:-40], "broken"),
        ("a.docx", docx("<w:p><w:t>"), "broken docx"),
        ("a.docx", docx("<w:p/>"), "is empty"),
        ("a.epub", zipped({"META-INF/container.xml": "<container/>"}), "names no package"),
        ("a.epub", zipped({"META-INF/container.xml": '<c><rootfile full-path="x"/></c>'}), "lacks its part x"),
        ("a.zip", zipped({"b.zip": zipped({"c.txt": "да"})}), "archive in an archive"),
        ("a.zip", zipped({"b.txt": BOMB}), "more than the"),
        ("a.pdf", b"%PDF-1.4\njunk", "broken PDF"),
        ("a.pdf", pdf([""]), "no text layer"),
        ("a.rtf", b"{\\rtf1 x}", "is RTF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "old or an encrypted Office file"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "is an image"),
        ("a.gz", b"\x1f\x8b\x08", "gzipped"),
        ("a.jsonl", b'{"text": "x"}\n{"text"\n', "no JSON at line 2"),
        ("a.jsonl", b'{"body": "x"}\n', "no text field 'text' at line 1"),
        ("a.csv", b"id,body\n1,x\n", "no column 'text'"),
    ],
)
def test_documents_refuse(write, name, data, message):
    file = write(name, data)
    with pytest.raises(SourceError, match=message) as error:
        read(file, max_bytes=10_000_000)
    assert file.as_posix() in str(error.value)
    assert "\n" not in str(error.value)


def test_zip_leaves_out_a_member_without_a_name(write):
    data = zipped({"a.txt": "да".encode(), "б.txt": "нет".encode()})
    assert [source.text for source in read(write("a.zip", data.replace(b"a.txt", b"\0.txt")))] == ["нет"]


def test_zip_encrypted(write):
    data = bytearray(zipped({"a.txt": "да".encode()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(SourceError, match="encrypted"):
        read(write("a.zip", bytes(data)))


def test_documents_load_no_library_for_text(write):
    import subprocess
    import sys

    file = write("a.txt", "Да, текст.".encode())
    code = (
        "import sys; from pathlib import Path; from letopis.sources.read import read; "
        f"read(Path({str(file)!r})); print([m for m in ('lxml', 'pypdf', 'mammoth', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_flow_is_not_recursive(write):
    deep = 200
    body = "<p>" + "<hi>" * deep + "да" + "</hi>" * deep + "</p>"
    assert read(write("a.xml", tei(body)))[0].text == "да"


def test_zipfile_is_the_only_archive(write):
    assert zipfile.is_zipfile(write("a.epub", epub("<p>да</p>")))


@pytest.mark.parametrize(("encoding", "flag"), [("utf-8", 0x800), ("utf-8", 0), ("cp866", 0)])
def test_zip_names_in_cyrillic(write, encoding, flag):
    data = zipped({"дело/XXXXXX.txt".replace("дело", "delo"): "да".encode()})
    name = "письмо".encode(encoding)
    short = name[:6].ljust(6, b"_")
    data = bytearray(data.replace(b"XXXXXX", short))
    data[7] |= flag >> 8
    data[data.index(b"PK\x01\x02") + 9] |= flag >> 8
    (source,) = read(write("a.zip", bytes(data)))
    assert source.id == short.decode(encoding)


def test_zip_faults_name_the_archive(write):
    faults = []
    file = write("a.zip", zipped({"1.jpg": b"\xff\xd8\xff", "2.txt": "да", "3.zip": zipped({"x": "y"})}))
    assert [source.id for source in read(file, on_fault=faults.append)] == ["2"]
    assert all(str(fault).startswith(file.as_posix()) for fault in faults) and len(faults) == 2


def test_a_member_whose_name_has_a_line_break_is_named_on_one_line(write):
    (source,) = read(write("a.zip", zipped({"опись\n2.txt": "Письмо получено."})))
    assert source.id == "опись\\n2"
    with pytest.raises(SourceError, match=r"^[^\n]*$"):
        read(write("b.zip", zipped({"опись\n2.txt": b"\x00\x01" * 40})))
