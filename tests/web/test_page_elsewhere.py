"""The page on a phone and on paper, kept, read out, and attacked by what it is told."""

from pathlib import Path
from typing import Any

import pytest
from acting import NECK, PUBLISHED, cut, painted, typed

pytestmark = pytest.mark.slow


def test_on_a_phone(browser: Any, site: str) -> None:
    phone = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ).new_page()
    phone.goto(f"{site}/#v1;F=TA%202%7CEHL%202;S=left")
    phone.wait_for_selector(".rank li")
    for name in ("findings", "where", "body", "plexus"):
        phone.locator(f"#tabs [data-tab={name}]").tap()
        assert phone.evaluate("document.documentElement.scrollWidth") == 390
        small = phone.evaluate(
            "[...document.querySelectorAll('button, select, input[type=text], #picture .node .hit')]"
            ".filter(e => e.getClientRects().length)"
            ".map(e => [e.id || e.textContent || e.parentElement.id, e.getBoundingClientRect().height])"
            ".filter(([, h]) => h < 43.5)"
        )
        assert small == []
    phone.locator(f"{NECK} .hit").tap()
    painted(phone, 1)
    assert "Tibialis anterior 0" in phone.locator("#n-deep-fibular-nerve .tells").text_content()
    phone.context.close()


def test_on_paper(page: Any, tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    raw = pytest.importorskip("pypdfium2.raw")
    typed(page, PUBLISHED)
    cut(page)
    painted(page, 1)
    file = tmp_path / "report.pdf"
    page.pdf(path=str(file), prefer_css_page_size=True, print_background=True)
    document = pdfium.PdfDocument(str(file))
    assert len(document) == 1
    text = document[0].get_textpage()
    sizes = {
        round(raw.FPDFText_GetFontSize(text.raw, i) * scale(raw, text, i), 2)
        for i in range(text.count_chars())
        if text.get_text_range(i, 1).strip()
    }
    assert min(sizes) >= 7
    words = text.get_text_range()
    for said in (
        "not a medical device",
        "fibular neck",
        "Where",
        "Next",
        "Why",
        "ankle dorsiflexion",
    ):
        assert said in words


def scale(raw: Any, text: Any, i: int) -> float:
    """Factor from the size a letter was set in to the size it has on paper."""
    import ctypes

    matrix = raw.FS_MATRIX()
    assert raw.FPDFText_GetMatrix(text.raw, i, ctypes.byref(matrix))
    return float((matrix.c**2 + matrix.d**2) ** 0.5)


def test_downloads_need_no_server(page: Any) -> None:
    cut(page)
    painted(page, 1)
    for button, start in (("svg", b"<svg"), ("png", b"\x89PNG")):
        with page.expect_download() as waiting:
            page.locator(f"#{button}").click()
        assert Path(waiting.value.path()).read_bytes().startswith(start)


def test_axe_finds_nothing_serious(page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    typed(page, "left TA 2, EHL 2, xyzzy")
    cut(page)
    painted(page, 1)
    for fold in page.locator("summary").all():
        fold.click()
    found = axe.Axe().run(page).response["violations"]
    bad = [
        (v["id"], v["nodes"][0]["html"][:160])
        for v in found
        if v["impact"] in {"serious", "critical"}
    ]
    assert bad == []


def test_text_of_a_case_is_never_markup(page: Any) -> None:
    typed(page, "TA 2, <img src=x onerror=alert(1)> weak")
    assert page.locator("#answers img, #chips img").count() == 0
    assert "<img src=x" in page.locator("#chips").inner_text()


def test_the_page_is_small(page: Any) -> None:
    page.wait_for_function("() => document.querySelectorAll('#sheet svg').length === 2")
    sizes = page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".map(one => one.decodedBodySize)"
    )
    assert len(sizes) >= 5
    assert sum(sizes) < 300_000
