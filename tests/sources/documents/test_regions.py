"""Scans keep page, block and box of each line; PDF and TEI keep their pages."""

import pytest

from letopis.sources.read import read

from .builders import pdf, tei

ALTO = """<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
<Description><MeasurementUnit>{unit}</MeasurementUnit>
<sourceImageInformation><fileName>лист.tif</fileName></sourceImageInformation></Description>
<ReadingOrder><OrderedGroup><ElementRef REF="b2"/><ElementRef REF="b1"/></OrderedGroup></ReadingOrder>
<Layout><Page ID="p1" PHYSICAL_IMG_NR="7"><PrintSpace>
<TextBlock ID="b1" HPOS="10" VPOS="20" WIDTH="100" HEIGHT="50">
<TextLine ID="l3" HPOS="10" VPOS="20" WIDTH="90" HEIGHT="12"><String CONTENT="третья"/></TextLine></TextBlock>
<TextBlock ID="b2" HPOS="10" VPOS="0" WIDTH="100" HEIGHT="15">
<TextLine ID="l1"><String CONTENT="первая"/></TextLine>
<TextLine ID="l2" HPOS="10.5" VPOS="8" WIDTH="x" HEIGHT="7"><String CONTENT="вторая"/></TextLine></TextBlock>
</PrintSpace></Page></Layout></alto>"""

PAGE = """<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page imageFilename="7.jpg">
<TextRegion id="r1"><Coords points="0,0 200,0 200,80 0,80"/>
<TextLine id="l1"><Coords points="5,10 190,12 190,30 5,28"/><TextEquiv><Unicode>первая</Unicode></TextEquiv></TextLine>
<TextLine id="l2"><TextEquiv><Unicode>вторая</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion id="r2"><Coords><Point x="1" y="90"/><Point x="9" y="99"/></Coords>
<TextEquiv><Unicode>третья
четвёртая</Unicode></TextEquiv></TextRegion></Page></PcGts>"""

HOCR = """<html><body><div class="ocr_page" id="page_1" title='image "scans/7 об.png"; bbox 0 0 900 1200; ppageno 6'>
<div class="ocr_carea" id="c1" title="bbox 10 10 800 200"><p class="ocr_par" id="p1">
<span class="ocr_line" id="l1" title="bbox 10 10 790 40; baseline 0 -5"><span class="ocrx_word">первая</span></span>
<span class="ocr_line" id="l2">вторая</span></p></div></div>
<div class="ocr_page" id="page_2"><p class="ocr_par"><span class="ocr_line">третья</span></p></div></body></html>"""


def said(source):
    """The regions of `source`: their text, and what is said of them."""
    return [(source.text[r.start : r.end], r.page, r.image, r.region, r.line, r.box, r.unit) for r in source.regions]


def test_alto_regions(write):
    (source,) = read(write("a.xml", ALTO.format(unit="mm10").encode()))
    assert source.text == "первая\nвторая\n\nтретья"
    block = (10, 0, 110, 15)
    assert said(source) == [
        ("первая", "7", "лист.tif", "b2", "l1", block, "mm10"),
        ("вторая", "7", "лист.tif", "b2", "l2", block, "mm10"),
        ("третья", "7", "лист.tif", "b1", "l3", (10, 20, 100, 32), "mm10"),
    ]


def test_page_regions(write):
    (source,) = read(write("a.xml", PAGE.encode()))
    assert source.text == "первая\nвторая\n\nтретья\nчетвёртая"
    assert said(source) == [
        ("первая", "1", "7.jpg", "r1", "l1", (5, 10, 190, 30), "pixel"),
        ("вторая", "1", "7.jpg", "r1", "l2", (0, 0, 200, 80), "pixel"),
        ("третья", "1", "7.jpg", "r2", None, (1, 90, 9, 99), "pixel"),
        ("четвёртая", "1", "7.jpg", "r2", None, (1, 90, 9, 99), "pixel"),
    ]


def test_hocr_regions(write):
    (source,) = read(write("a.html", HOCR.encode()))
    assert source.text == "первая\nвторая\n\nтретья"
    assert said(source) == [
        ("первая", "7", "scans/7 об.png", "p1", "l1", (10, 10, 790, 40), "pixel"),
        ("вторая", "7", "scans/7 об.png", "p1", "l2", None, None),
        ("третья", "2", None, None, None, None, None),
    ]


@pytest.mark.parametrize("box", ["1 2 x 4", "9 9 1 1", "1 2 3", "nan 1 2 3"])
def test_hocr_box_that_is_none(write, box):
    data = f"<html><div class='ocr_page'><span class='ocr_line' title='bbox {box}'>да</span></div></html>"
    (source,) = read(write("a.html", data.encode()))
    assert [region.box for region in source.regions] == [None]


def test_pdf_pages(write):
    (source,) = read(write("a.pdf", pdf(["первая"])))
    assert said(source) == [("первая", "1", None, None, None, None, None)]


def test_tei_pages(write):
    body = (
        "<p>до</p><pb n='12' facs='12.jpg'/><p>Письмо<note>о нём</note> от сен-<pb n='13'/>тября</p>"
        "<p>и <pb n='14'/></p>"
    )
    (source,) = read(write("a.xml", tei(body)))
    assert source.text == "до\n\nПисьмо от сен-\nтября\n\nи\n\nо нём"
    assert [(text, page, image) for text, page, image, *_ in said(source)] == [
        ("Письмо от сен-", "12", "12.jpg"),
        ("тября\n\nи", "13", None),
        ("о нём", "12", "12.jpg"),
    ]


def test_plain_text_has_no_regions(write):
    (source,) = read(write("a.txt", "Да, текст.".encode()))
    assert source.regions == () and source.given == ()
