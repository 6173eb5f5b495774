"""The page as people use it: by pointer and by keyboard."""

import json
import re
from typing import Any

import pytest
from acting import NECK, PUBLISHED, cut, first_place, grade, painted, typed

pytestmark = pytest.mark.slow


def test_a_published_case_is_typed_and_found(page: Any) -> None:
    assert page.evaluate("document.activeElement.id") == "type"
    page.get_by_role("radio", name="R", exact=True).check(force=True)
    page.locator("#onset").fill("3 weeks")
    page.locator("#onset").press("Tab")
    page.keyboard.press("/")
    typed(page, PUBLISHED)
    assert page.locator(".chip").count() == 5
    assert page.locator(".chip.missed").count() == 0
    assert first_place(page).startswith("common fibular nerve, fibular neck, right")
    assert "none of these" in page.locator(".rank").inner_text()
    assert page.locator("#halos rect").count() > 0


def test_a_nerve_is_cut_and_healed(page: Any) -> None:
    cut(page)
    painted(page, 1)
    assert grade(page, "m-tibialis-anterior") == "0"
    assert grade(page, "m-soleus") == "5"
    assert "dorsum of foot 10% felt" in page.locator("#s-dorsum-of-foot").get_attribute(
        "aria-label"
    )
    assert page.locator("#s-dorsum-of-foot .hatch").get_attribute("fill") == "url(#numb)"
    assert "ankle dorsiflexion 0" in page.locator("#sentence").inner_text()
    assert "lesion of 100%" in page.locator(NECK).get_attribute("aria-label")
    page.locator("#undo").click()
    painted(page, 0)
    assert grade(page, "m-tibialis-anterior") == "5"
    assert page.locator("#s-dorsum-of-foot .hatch").get_attribute("fill") == "none"


def test_a_second_lesion_by_shift_and_the_severity_by_dragging(page: Any) -> None:
    cut(page)
    painted(page, 1)
    page.locator("#n-saphenous-nerve .hit").click(modifiers=["Shift"])
    painted(page, 2)
    box = page.locator(f"{NECK} .bar").bounding_box()
    x, y = box["x"] + 4, box["y"] + 10
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y, steps=6)
    page.mouse.up()
    page.wait_for_function(
        "() => !document.querySelector('#m-tibialis-anterior .grade').textContent.startsWith('0')"
    )
    page.wait_for_url(re.compile(r"\*0\.65\*"))
    cut(page, "#n-femoral-nerve")
    painted(page, 1)
    assert "femoral" in page.locator("#sentence").inner_text().lower()


def test_a_link_brings_everything_back(page: Any, browser: Any, site: str) -> None:
    typed(page, "left TA 2, EHL 2, dorsum of foot numb")
    cut(page)
    page.locator("#lesions-list input[type=range]").fill("80")
    page.locator("#days").fill("500")
    page.wait_for_function("() => document.querySelector('#sentence').textContent.includes('80%')")
    page.wait_for_function(
        "() => document.querySelector('#sentence').textContent.includes('day 21')"
    )
    told, chips = page.locator("#sentence").inner_text(), page.locator("#chips").inner_text()
    other = browser.new_page()
    page.wait_for_url(re.compile("D=21"))
    other.goto(page.url)
    other.wait_for_function("() => document.querySelector('#sentence').textContent.includes('80%')")
    assert other.locator("#sentence").inner_text() == told
    assert other.locator("#chips").inner_text() == chips
    assert other.locator("#lesions-list input[type=range]").input_value() == "80"
    assert other.locator("#days").input_value() == "500"
    other.goto(f"{site}/#v9;L=x")
    other.reload()
    assert "another version" in other.locator("#note").inner_text()
    other.close()


def test_what_is_not_understood_stays_in_red(page: Any) -> None:
    typed(page, "TA 2, xyzzy qwert")
    missed = page.locator(".chip.missed")
    assert missed.inner_text() == "xyzzy qwert"
    assert missed.evaluate("e => getComputedStyle(e).color") == "rgb(163, 0, 11)"
    assert "Not understood" in page.locator("#answers").inner_text()


def test_chips_by_the_keyboard(page: Any) -> None:
    typed(page, "left TA 2, EHL 2")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("4")
    assert page.locator(".chip").nth(1).inner_text() == "EHL 4"
    page.keyboard.press("n")
    assert page.locator(".chip").nth(2).inner_text() == "other muscles normal"
    page.wait_for_function("() => !document.querySelector('.chip.waiting')")
    assert page.locator(".chip.missed").count() == 0
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert page.locator(".chip").nth(1).inner_text() == "EHL 2"
    page.keyboard.press("/")
    page.keyboard.press("Backspace")
    assert page.locator("#type").input_value() == "EHL 2"
    assert page.locator(".chip").count() == 1


def test_tab_completes(page: Any) -> None:
    page.locator("#type").press_sequentially("left tib pos")
    page.wait_for_selector("#choices li")
    page.keyboard.press("Tab")
    page.wait_for_function(
        "() => document.querySelector('#type').value === 'left tibialis posterior '"
    )
    page.keyboard.type("5,")
    assert page.locator(".chip").inner_text() == "left tibialis posterior 5"


def test_the_keyboard_is_enough(page: Any) -> None:
    page.evaluate("document.querySelector('#add input').focus()")
    page.keyboard.press("Tab")
    focused = "document.activeElement.id"
    assert page.evaluate(focused) == "n-l1"
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "n-l5"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "n-lumbosacral-trunk"
    page.keyboard.press("Enter")
    painted(page, 1)
    assert "lumbosacral trunk" in page.locator("#sentence").inner_text().lower()
    page.keyboard.press("-")
    page.wait_for_function("() => document.querySelector('#sentence').textContent.includes('90%')")
    assert page.evaluate(focused) == "n-lumbosacral-trunk"
    page.keyboard.press("?")
    page.wait_for_selector("#says h3")
    assert "Lumbosacral trunk" in page.locator("#says h2").first.inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "n-lumbosacral-trunk"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    painted(page, 0)


def test_numb_skin_is_painted(page: Any) -> None:
    page.wait_for_selector("#skin-front-dorsum-of-foot")
    where = "e => { const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; }"
    x, y = page.locator("#skin-front-dorsum-of-foot").evaluate(where)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 6)
    page.mouse.up()
    page.wait_for_selector(".chip.read")
    assert "dorsum of foot numb" in page.locator("#chips").inner_text()
    page.wait_for_function(
        "() => document.querySelector('#skin-front-dorsum-of-foot').getAttribute('fill') !== 'url(#sf-x)'"
    )
    assert "numb" in page.locator("#skin-front-dorsum-of-foot").get_attribute("class")


def test_sheets_and_maps_of_the_body(page: Any) -> None:
    cut(page)
    painted(page, 1)
    for name in ("Outer side", "Foot", "Deep", "Front"):
        page.get_by_role("button", name=name, exact=True).click()
        page.wait_for_function(
            "n => document.querySelector('#sheet svg')"
            " && document.querySelector('#sheets [aria-pressed=true]').textContent === n",
            arg=name,
        )
    page.wait_for_function(
        "() => /MRC 0/.test(document.querySelector('#muscle-front-tibialis-anterior title')?.textContent)"
    )
    page.locator("#twin summary").click()
    assert "tibialis anterior" in page.locator("#twin table").inner_text()
    page.locator("#territory").select_option("roots")
    page.wait_for_function(
        "() => /L5/.test(document.querySelector('#muscle-front-tibialis-anterior title').textContent)"
    )


def test_time_passes(page: Any) -> None:
    cut(page)
    painted(page, 1)
    page.locator("#readings summary").nth(2).click()
    page.wait_for_function(
        "() => /3\\+|2\\+|4\\+/.test(document.querySelector('#t-needle').textContent)"
    )
    page.locator("#days").fill("0")
    page.wait_for_function(
        "() => document.querySelector('#sentence').textContent.includes('day 0')"
    )
    assert "spontaneous 3+" not in page.locator("#t-needle").inner_text()


def test_two_lesions_are_compared(page: Any) -> None:
    cut(page)
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("button", name="Second").click()
    cut(page, "#n-l5")
    page.wait_for_selector("#apart")
    assert "L5 root" in page.locator("#sentence").inner_text()
    assert page.locator("#apart tbody tr").count() > 5
    first, second = (page.locator(".pair figure").nth(i).bounding_box() for i in (0, 1))
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] <= second["x"]
    assert (
        page.locator(".pair figcaption").nth(1).inner_text()
        == "Second L5 root, intraspinal, loss 100%"
    )
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("#tabs [data-tab=where]").click()
    first, second = (page.locator(".pair figure").nth(i).bounding_box() for i in (0, 1))
    assert first["y"] + first["height"] <= second["y"]


def test_assumptions_are_changed_kept_and_undone(page: Any, watched: Any) -> None:
    variant = page.get_by_label("fixation shift: prefixed")
    page.goto("/#v1;L=L5%20root%2C%20intraspinal*1*loss;F=left%20TA%202%7CEHL%202")
    page.wait_for_selector(".rank li")
    page.get_by_role("button", name="Assumptions").click()
    variant.check()
    page.wait_for_function(
        "() => document.querySelector('#sentence').textContent.includes('prefixed')"
    )
    painted(page, 1)
    assert page.locator("#picture").get_attribute("data-as").startswith("screen?variant=fixation")
    page.locator("#setting").select_option("emg-lab")
    page.locator("#prior").fill("nothing known=3")
    page.locator("#prior").press("Tab")
    page.wait_for_selector("#note:not([hidden])")
    assert "Unknown condition 'nothing known'" in page.locator("#note").inner_text()
    assert [text for text in watched.complaints if "422" not in text] == []
    watched.complaints.clear()
    page.locator("#prior").fill("piriformis syndrome=20")
    page.locator("#prior").press("Tab")
    page.wait_for_function(
        "() => document.querySelector('#answers').textContent.includes('syndrome: 20 per 1000')"
    )
    assert "setting: emg-lab" in page.locator("#answers").inner_text()
    page.wait_for_url(re.compile("W=piriformis"))
    page.reload()
    page.wait_for_function(
        "() => document.querySelector('#answers').textContent.includes('syndrome: 20 per 1000')"
    )
    assert variant.is_checked()
    assert page.locator("#setting").input_value() == "emg-lab"
    page.get_by_role("button", name="Assumptions").click()
    variant.uncheck()
    page.wait_for_function("() => document.querySelector('#picture').dataset.as === 'screen'")
    page.keyboard.press("Control+z")
    page.wait_for_function(
        "() => document.querySelector('#sentence').textContent.includes('prefixed')"
    )
    assert variant.is_checked()


def test_practise(page: Any) -> None:
    page.get_by_role("button", name="Practise").click()
    page.wait_for_selector("#verdict")
    assert "Where is the lesion" in page.locator("#verdict").inner_text()
    assert page.locator("#lesions rect").count() == 0
    cut(page, "#n-pudendal-nerve")
    page.wait_for_selector("#verdict.verdict")
    assert "Score: " in page.locator("#answers").inner_text()
    page.get_by_role("button", name="two partial lesions").click()
    page.wait_for_function(
        "() => document.querySelector('#answers').textContent.includes('not every finding is right')"
    )
    cut(page, "#n-pudendal-nerve")
    page.wait_for_selector("#verdict.verdict")
    assert "One of two; the other:" in page.locator("#answers").inner_text()
    kept = json.loads(page.evaluate("localStorage.getItem('lumbosacral score')"))
    assert kept["all"] == 2
    assert page.context.cookies() == []
