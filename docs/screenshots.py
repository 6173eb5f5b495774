"""Take the pictures of the page: `python docs/screenshots.py ADDRESS`, of a page that is served.

It needs Chromium and, besides the extra `dev`, Pillow.
"""

import io
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).parent / "images"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
COLOURS = 256
CASE = "F=" + quote("TA 2|EHL 1|tibialis posterior 5|dorsum of foot numb|ankle jerk normal")
NECK = "L=" + quote("common fibular nerve, fibular neck*0.8*loss")
PAGES = {
    "healthy": "#v1",
    "fibular": f"#v1;S=left;D=21;{NECK};{CASE}",
    "l5": "#v1;S=left;L=" + quote("L5 root, intraspinal*1*loss"),
    "trunk": "#v1;S=left;L=" + quote("lumbosacral trunk, pelvic brim*1*loss"),
    "sciatic": "#v1;S=left;L=" + quote("sciatic nerve, gluteal*1*loss"),
}


def keep(image: Image.Image, name: str) -> None:
    """Write a picture in its commonest colours, so that it stays small and they stay exact."""
    whole = image.convert("RGB")
    counted = sorted(whole.getcolors(2**24) or [], reverse=True)[:COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in counted for part in colour])
    few = whole.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(IMAGES / f"page-{name}.png", optimize=True)


def shoot(
    browser: Browser, address: str, name: str, *, width: int, height: int, tab: str = ""
) -> None:
    """Take one picture."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    page.wait_for_selector("#sheet svg", state="attached")
    page.wait_for_timeout(3000)
    if tab:
        page.locator(f"[data-tab={tab}]").click()
    keep(Image.open(io.BytesIO(page.screenshot())), name)
    page.close()


def paper(browser: Browser, address: str) -> None:
    """Print to PDF, and keep the sheet as a picture."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.wait_for_selector(".rank li")
    page.wait_for_timeout(3000)
    sheet = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))[0]
    keep(sheet.render(scale=1.5).to_pil(), "print")
    page.close()


def main() -> None:
    """Take them all."""
    root = sys.argv[1].rstrip("/") + "/"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, state in PAGES.items():
            shoot(browser, root + state, name, width=1440, height=1100)
        shoot(browser, root + PAGES["fibular"], "phone", width=390, height=1900, tab="plexus")
        paper(browser, root + PAGES["fibular"])
        browser.close()


if __name__ == "__main__":
    main()
