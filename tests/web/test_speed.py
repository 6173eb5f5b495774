"""Whoever makes the page ten times slower is stopped here; the figures themselves are those of `make bench`."""

import re
from statistics import median
from typing import Any

import pytest

pytestmark = pytest.mark.slow

TEN = 10
AIMS = {"click": 100, "chip": 200}
"""Milliseconds from a click to paint, and from a chip to the ranking."""
WATCHED = """async ([selector, part, act]) => {
    const began = performance.now(), box = document.querySelector(selector);
    const drawn = new Promise((done) => new MutationObserver((_, watch) => {
        if (box.querySelector(part)) { watch.disconnect(); done(); }
    }).observe(box, { childList: true }));
    if (act.startsWith("#")) document.querySelector(act).dispatchEvent(new MouseEvent("click", { bubbles: true }));
    else {
        const line = document.querySelector("#type");
        line.value = act;
        line.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    }
    await drawn;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - began;
}"""


def test_a_click_is_painted(page: Any) -> None:
    page.wait_for_selector("#sheet svg")
    spent = []
    for nerve in (
        "femoral-nerve",
        "common-fibular-nerve",
        "l5",
        "s1",
        "sural-nerve",
        "obturator-nerve",
    ):
        page.goto("/#v1")
        page.wait_for_function("() => !document.querySelector('#lesions rect')")
        spent.append(page.evaluate(WATCHED, ["#lesions", "rect", f"#n-{nerve} .hit"]))
        page.wait_for_url(re.compile("L="))
    assert median(spent[1:]) <= TEN * AIMS["click"]


def test_a_chip_is_ranked(page: Any) -> None:
    spent = [
        page.evaluate(WATCHED, ["#answers", ".rank", chip])
        for chip in (
            "left TA 2",
            "EHL 2",
            "tibialis posterior 5",
            "ankle jerk normal",
            "dorsum numb",
        )
    ]
    assert median(spent[1:]) <= TEN * AIMS["chip"]
