"""What people do on the page, for its tests."""

from typing import Any

NECK = "#n-common-fibular-nerve"
PUBLISHED = (
    "ankle dorsiflexion severely weak, toe extension severely weak, foot eversion weak, "
    "low back pain absent, lumbar MRI normal"
)


def painted(page: Any, lesions: int) -> None:
    """Wait until so many bars of lesions are drawn."""
    page.wait_for_function(
        "n => document.querySelectorAll('#lesions rect').length === n", arg=lesions
    )


def typed(page: Any, text: str) -> None:
    """Type findings and wait for the answer."""
    box = page.locator("#type")
    box.fill(text)
    box.press("Enter")
    page.wait_for_selector(".rank li")
    page.wait_for_function("() => !document.querySelector('.chip.waiting')")


def first_place(page: Any) -> str:
    text: str = page.locator(".rank li").first.locator("button").inner_text()
    return text


def grade(page: Any, row: str) -> str:
    text: str = page.locator(f"#{row} .grade").text_content()
    return text


def cut(page: Any, node: str = NECK) -> None:
    page.locator(f"{node} .hit").click(position={"x": 8, "y": 8})
