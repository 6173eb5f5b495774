"""The page: from a click to paint, from a chip to the ranking, and fifty people at once."""

import http.client
import json
import random
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from statistics import median
from typing import Any

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
USERS, SECONDS, PAUSE = 50, 60.0, 5.0
MIX = (("forward", 0.55), ("infer", 0.30), ("vocabulary", 0.10), ("atlas", 0.05))
NERVES = (
    "common-fibular-nerve", "femoral-nerve", "l5", "tibial-nerve-tarsal-tunnel", "obturator-nerve",
    "s1", "lumbosacral-trunk", "sural-nerve", "pudendal-nerve", "l4", "superior-gluteal-nerve",
)  # fmt: skip
SITES = (
    "common fibular nerve, fibular neck", "L5 root, intraspinal", "sciatic nerve, gluteal",
    "femoral nerve, inguinal", "lumbosacral trunk, pelvic brim", "tibial nerve, tarsal tunnel",
)  # fmt: skip
CHIPS = (
    "left TA 2", "EHL 2", "tibialis posterior 5", "dorsum of foot numb", "ankle jerk normal",
    "hip abduction 5", "foot eversion 2", "sural SNAP normal", "knee extension 5", "heel normal",
    "medial leg normal", "biceps femoris short head EMG normal", "patellar reflex normal",
)  # fmt: skip
CLICK = """async ([id, shown]) => {
    const began = performance.now(), bar = document.querySelector(`#n-${id} .hit`);
    const drawn = new Promise((done) => new MutationObserver((_, watch) => {
        if (document.querySelector("#lesions rect")) { watch.disconnect(); done(); }
    }).observe(document.querySelector("#lesions"), { childList: true }));
    bar.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await drawn;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - began;
}"""
CHIP = """async (text) => {
    const box = document.querySelector("#type"), panel = document.querySelector("#answers");
    const began = performance.now();
    const drawn = new Promise((done) => new MutationObserver((_, watch) => {
        if (panel.querySelector(".rank")) { watch.disconnect(); done(); }
    }).observe(panel, { childList: true }));
    box.value = text;
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    await drawn;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - began;
}"""


@dataclass(frozen=True)
class Times:
    """Milliseconds of one kind of action."""

    what: str
    target: float
    runs: tuple[float, ...]

    def row(self) -> str:
        """One line of the table."""
        at = sorted(self.runs)
        high = at[min(int(0.95 * len(at)), len(at) - 1)]
        met = "yes" if high <= self.target else "NO"
        middle = median(at)
        return f"| {self.what} | {middle:.0f} | {high:.0f} | {at[-1]:.0f} | {self.target:.0f} | {met} | {len(at)} |"


HEAD = """| what | median, ms | p95, ms | worst, ms | target for p95, ms | met | runs |
|---|---|---|---|---|---|---|"""


@contextmanager
def served() -> Iterator[int]:
    """Serve the page from a process of its own, with the full bank; its port."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = int(door.getsockname()[1])
    code = "from lumbosacral.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--no-browser", "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _until_full(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _until_full(port: int) -> None:
    """Wait until answers rest on the full bank."""
    for _ in range(600):
        try:
            if ask(port, "POST", "/api/v1/infer", {"chips": [f"TA 2, {random.random()}"]})["bank"][
                "full"
            ]:
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise TimeoutError("the full bank was not there after five minutes")


def ask(port: int, method: str, path: str, body: Any = None) -> Any:
    """One request; anything but 200 is an error."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        said = json.dumps(body) if body is not None else None
        line.request(method, path, said, {"content-type": "application/json"})
        answer = line.getresponse()
        text = answer.read()
        if answer.status != 200:
            raise OSError(f"{path}: {answer.status}")
        return json.loads(text)
    finally:
        line.close()


def in_browser(port: int) -> list[Times]:
    """Click nerves, type chips; nothing where there is no browser."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None or find_spec("playwright") is None:
        return []
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"http://127.0.0.1:{port}/")
        page.wait_for_selector("#sheet svg")
        clicks = []
        for turn in range(4):
            for nerve in NERVES:
                page.goto(f"http://127.0.0.1:{port}/#v1;D={turn + 20}")
                page.wait_for_function("() => !document.querySelector('#lesions rect')")
                page.wait_for_timeout(200)
                clicks.append(page.evaluate(CLICK, [nerve, turn]))
                page.wait_for_timeout(300)  # until it stands in the address
        chips = []
        for turn in range(3):
            page.goto(f"http://127.0.0.1:{port}/#v1;O={turn + 3}%20weeks")
            page.wait_for_function("() => !document.querySelector('.rank')")
            for chip in CHIPS:
                page.wait_for_timeout(200)
                chips.append(page.evaluate(CHIP, chip))
            page.wait_for_timeout(300)
        browser.close()
    return [
        Times("click on a nerve to painted", 100, tuple(clicks[len(NERVES) :])),
        Times("chip to ranking, full bank", 200, tuple(chips)),
    ]


def _action(port: int, rng: random.Random) -> None:
    """One thing a person does."""
    kind = rng.choices([name for name, _ in MIX], [share for _, share in MIX])[0]
    if kind == "forward":
        lesion = {"where": rng.choice(SITES), "severity": rng.randint(1, 20) / 20}
        sheets = ["muscles-front", "skin-front"]
        ask(
            port,
            "POST",
            "/api/v1/forward",
            {"lesions": [lesion], "days": rng.randint(0, 700), "sheets": sheets},
        )
    elif kind == "infer":
        ask(port, "POST", "/api/v1/infer", {"chips": rng.sample(CHIPS, rng.randint(1, 8))})
    elif kind == "vocabulary":
        ask(port, "GET", f"/api/v1/vocabulary?q={rng.choice(('tib', 'sur', 'ank', 'hip'))}")
    else:
        ask(port, "GET", f"/api/v1/atlas/{rng.choice(('soleus', 'L5%20root', 'sural%20nerve'))}")


def crowd(port: int, seconds: float = SECONDS) -> tuple[Times, int]:
    """Fifty people, one action every five seconds each; how many went wrong."""
    spent: list[float] = []
    wrong: list[str] = []
    end = time.monotonic() + seconds

    def person(number: int) -> None:
        rng = random.Random(number)
        time.sleep(rng.uniform(0, PAUSE))
        while time.monotonic() < end:
            began = time.monotonic()
            try:
                _action(port, rng)
            except (OSError, ValueError) as error:
                wrong.append(str(error))
            spent.append((time.monotonic() - began) * 1000)
            time.sleep(max(PAUSE - (time.monotonic() - began), 0))

    people = [threading.Thread(target=person, args=(n,)) for n in range(USERS)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    return Times(f"{USERS} users for {seconds:.0f} s, any action", 500, tuple(spent)), len(wrong)


def section() -> list[str]:
    """The lines of the page in docs/benchmarks.md."""
    mix = ", ".join(f"{share:.0%} {name}" for name, share in MIX)
    with served() as port:
        times = in_browser(port)
        load, wrong = crowd(port)
    rows = [one.row() for one in (*times, load)]
    missing = (
        []
        if times
        else ["No Chromium or no Playwright here: clicks and chips were not measured.", ""]
    )
    return [
        "## The page",
        "",
        "One server, full bank, everything on loopback; browser and server share the cores. "
        f"Each user acts every {PAUSE:.0f} s ({mix}); requests that went wrong: {wrong}.",
        "",
        *missing,
        HEAD,
        *rows,
    ]


if __name__ == "__main__":
    print("\n".join(section()))
