"""Pages of one scan, a file each, in a folder or a zip file."""

from itertools import groupby
from operator import itemgetter

import pytest

from letopis.dimensions.context import NOTHING_KNOWN
from letopis.errors import SourceError
from letopis.pipeline import annotate
from letopis.sources.documents.volume import is_mets, numeric
from letopis.sources.mend import mend
from letopis.sources.read import find, read

from .builders import zipped

LINES = {
    1: ["В 1834 году купец Семён Ря-"],
    2: ["бов продал крестьянам соседней", "деревни сорок пудов ржа-"],
    10: ["ной муки и уехал в Казань."],
}
WHOLE = "В 1834 году купец Семён Рябов продал крестьянам соседней деревни сорок пудов ржаной муки и уехал в Казань."


def page(lines):
    shown = "".join(f"<TextLine><TextEquiv><Unicode>{line}</Unicode></TextEquiv></TextLine>" for line in lines)
    return f"<?xml version='1.0'?><PcGts><Page><TextRegion>{shown}</TextRegion></Page></PcGts>"


def alto(lines):
    shown = "".join(
        "<TextLine>" + "<SP/>".join(f'<String CONTENT="{word}"/>' for word in line.split()) + "</TextLine>"
        for line in lines
    )
    block = f"<PrintSpace><TextBlock>{shown}</TextBlock></PrintSpace>"
    return f"<?xml version='1.0'?><alto><Layout><Page>{block}</Page></Layout></alto>"


def hocr(lines):
    shown = "".join(f"<span class='ocr_line'>{line}</span>" for line in lines)
    return f"<html><body><div class='ocr_page'><p class='ocr_par'>{shown}</p></div></body></html>"


FORMATS = {"page": (page, "xml"), "alto": (alto, "xml"), "hocr": (hocr, "hocr")}


def pages(format="page", folder=""):
    make, suffix = FORMATS[format]
    return {f"{folder}p{number}.{suffix}": make(lines) for number, lines in LINES.items()}


def mets(*hrefs, ordered=None):
    files = "".join(f'<file ID="f{n}"><FLocat xlink:href="{href}"/></file>' for n, href in enumerate(hrefs))
    order = "".join(f'<div><fptr FILEID="f{n}"/></div>' for n in ordered or [])
    return (
        '<?xml version="1.0"?><mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<fileSec><fileGrp USE="image"><file ID="i"><FLocat xlink:href="1.jpg"/></file></fileGrp>'
        f"<fileGrp>{files}</fileGrp></fileSec><structMap>{order}</structMap></mets>"
    )


def made(place, members, packed):
    """`members` in the zip file or the folder `scan` under `place`."""
    if packed:
        (place / "scan.zip").write_bytes(zipped(members))
        return place / "scan.zip"
    for name, content in members.items():
        file = place / "scan" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return place / "scan"


@pytest.fixture(params=[True, False], ids=["zip", "folder"])
def scan(request, tmp_path):
    """Makes a zip file or a folder of members, and gives what is read of it."""

    def documents(members, **options):
        path = made(tmp_path, members, request.param)
        join = options.get("join_pages", False)
        return [source for file in find([path], join_pages=join) for source in read(file, **options)]

    return documents


@pytest.mark.parametrize("format", FORMATS)
def test_pages_are_joined_by_the_figures_of_their_names(scan, format):
    (source,) = scan(pages(format), join_pages=True)
    assert source.id == "scan"
    assert mend(source.text).text == WHOLE
    said = [(region.page, source.text[region.start : region.end]) for region in source.regions]
    by_page = [(page, "\n".join(text for _, text in group)) for page, group in groupby(said, key=itemgetter(0))]
    assert by_page == [(f"p{number}", "\n".join(lines)) for number, lines in LINES.items()]


def test_pages_are_documents_by_themselves_without_the_option(scan):
    assert [source.id for source in scan(pages())] == ["p1", "p10", "p2"]


def test_mets_joins_and_orders_pages(scan):
    members = {f"full/{n}.xml": page(lines) for n, lines in zip("bca", LINES.values(), strict=True)}
    (source,) = scan({"mets.xml": mets("./full/b.xml", "file://full/c.xml", "full/a.xml"), **members})
    assert (source.id, mend(source.text).text) == ("scan", WHOLE)
    assert [region.page for region in source.regions] == ["b", "c", "c", "a"]


def test_mets_knows_pages_by_their_last_names(scan):
    (source,) = scan({"mets.xml": mets(*(f"https://archive.example/7/p{n}.xml" for n in LINES)), **pages(folder="a/")})
    assert mend(source.text).text == WHOLE


def test_mets_structural_map_goes_before_the_list(scan):
    members = {f"{n}.xml": page(lines) for n, lines in zip("bca", LINES.values(), strict=True)}
    (source,) = scan({"a_mets.xml": mets("a.xml", "b.xml", "c.xml", ordered=[1, 2, 0]), **members})
    assert mend(source.text).text == WHOLE


def test_mets_takes_one_of_two_formats(scan):
    members = {**pages("alto", "alto/"), **pages("page", "page/")}
    listing = mets(*(f"https://archive.example/scan/alto/p{n}.xml" for n in LINES)).replace(
        "https://archive.example/scan/", ""
    )
    listing = listing.replace(
        "</fileSec>", '<fileGrp><file ID="p"><FLocat xlink:href="page/p1.xml"/></file></fileGrp></fileSec>'
    )
    found = scan({"mets.xml": listing, **members})
    assert [len(source.regions) for source in found] == [3, 1, 1, 2]


def test_folders_are_volumes_of_their_own(scan):
    members = {**pages(folder="one/"), **pages("alto", folder="two/"), "note.txt": "Письмо получено 3 мая."}
    found = {source.id: mend(source.text).text for source in scan(members, join_pages=True)}
    assert found == {"note": "Письмо получено 3 мая.", "one": WHOLE, "two": WHOLE}


def test_a_zip_file_in_a_folder_is_a_volume_of_its_own(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped({**pages(), "note.txt": "Письмо получено 3 мая."}))
    (tmp_path / "b.txt").write_text("Письмо отправлено 5 мая.", encoding="utf-8")
    found = [source for file in find([tmp_path], join_pages=True) for source in read(file, join_pages=True)]
    assert [(source.id, source.path.removeprefix(tmp_path.as_posix())) for source in found] == [
        ("note", "/a.zip/note.txt"),
        ("a", "/a.zip"),
        ("b", "/b.txt"),
    ]


def test_pages_keep_their_own_numbers_where_each_has_one(scan):
    numbered = {name: text.replace("<Page>", f"<Page id='л. {n}'>") for n, (name, text) in enumerate(pages().items())}
    (source,) = scan(numbered, join_pages=True)
    assert [region.page for region in source.regions] == ["л. 0", "л. 1", "л. 1", "л. 2"]


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_joined(scan):
    faults = []
    (source,) = scan({**pages(), "p11.xml": "<?xml version='1.0'?><alto><"}, join_pages=True, on_fault=faults.append)
    assert mend(source.text).text == WHOLE
    assert len(faults) == 1 and "p11.xml" in str(faults[0])


def test_broken_mets_is_told_and_joins_nothing(scan):
    faults = []
    found = scan({**pages(), "mets.xml": "<?xml version='1.0'?><mets><fileSec>"}, on_fault=faults.append)
    assert len(found) == 3 and len(faults) == 1


def test_mets_alone_is_no_document(tmp_path):
    file = tmp_path / "m.xml"
    file.write_text(mets("a.xml"), encoding="utf-8")
    with pytest.raises(SourceError, match="only lists pages"):
        read(file)


def test_a_mention_over_the_page_break_knows_its_pages(scan, nlp):
    (source,) = scan(pages(), join_pages=True)
    document = annotate(source, NOTHING_KNOWN, nlp)
    mentions = {mention.text: mention for mention in document.mentions}
    assert mentions["Семён Ря-\n\nбов"].normal == "Семён Рябов"
    flour = mentions["сорок пудов ржа-\n\nной муки"]
    assert flour.normal == "40 пуд ржаная мука"
    touched = [r.page for r in document.regions if r.start < flour.end and flour.start < r.end]
    assert touched == ["p2", "p10"]


@pytest.mark.parametrize("name", ["mets.xml", "METS.xml", "a/1861_mets.xml", "1861.mets.xml"])
def test_mets_is_told_by_its_name(name):
    assert is_mets(name)


@pytest.mark.parametrize("name", ["mets.txt", "palimpsests.xml", "metsa.xml", "p1.xml"])
def test_other_files_are_no_mets(name):
    assert not is_mets(name)


def test_names_are_ordered_by_figures():
    assert sorted(["p10.xml", "p2.xml", "p1-2.xml", "p1.xml"], key=numeric) == [
        "p1-2.xml",
        "p1.xml",
        "p2.xml",
        "p10.xml",
    ]
