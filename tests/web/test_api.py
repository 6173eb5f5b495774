"""The API: what it answers, to whom, and that what people type comes back as plain text."""

import json
import logging
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from starlette.testclient import TestClient

from lumbosacral.atlas.load import load_atlas
from lumbosacral.draw.body import SHEETS
from lumbosacral.web.app import create_app
from lumbosacral.web.banks import Banks
from lumbosacral.web.body import GROUPS
from lumbosacral.web.completion import completions
from lumbosacral.web.html import Markup, tag
from lumbosacral.web.lesions import places_by_node
from lumbosacral.web.practice import _sites

NECK = {"where": "common fibular nerve, fibular neck"}
POLICY = (
    "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HOSTILE = '<img src=x onerror="alert(1)"> \u202e {0} </script>'


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(banks=Banks(full=False)), base_url="http://127.0.0.1") as found:
        yield found


def asked(client: TestClient, name: str, **given: Any) -> Any:
    answer = client.post(f"/api/v1/{name}", json=given)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_lesion_is_seen(client: TestClient) -> None:
    said = asked(
        client,
        "forward",
        lesions=[NECK],
        days=21,
        sheets=["skin-dorsum"],
        whole=True,
        open=["examination", "needle"],
    )
    assert said["plexus"]["rows"]["m-tibialis-anterior"][1] == "0"
    assert said["plexus"]["rows"]["m-soleus"][1] == "5"
    assert said["plexus"]["rows"]["s-dorsum-of-foot"][3] is True
    assert len(said["plexus"]["lesions"]) == 1
    assert said["lesions"][0]["nodes"] == ["n-common-fibular-nerve"]
    assert said["whole"]["movements"]["ankle dorsiflexion"]["mrc"] == "0"
    assert said["body"]["skin-dorsum-dorsum-of-foot"]["title"] == "dorsum of foot: 10% felt"
    assert {row["test"] for row in said["readings"]["examination"]} >= {
        "movement",
        "muscle",
        "skin",
        "reflex",
    }
    assert "fibular neck, left: loss of 100% of the fibres, day 21" in said["sentence"]


def test_two_lesions_have_severities_and_kinds_of_their_own(client: TestClient) -> None:
    second = {"where": "femoral nerve, inguinal", "severity": 0.5, "kind": "block"}
    said = asked(client, "forward", lesions=[{**NECK, "severity": 0.8}, second])
    assert [one["severity"] for one in said["lesions"]] == [0.8, 0.5]
    assert [one["kind"] for one in said["lesions"]] == ["loss", "block"]
    assert len(said["plexus"]["lesions"]) == 2


def test_nothing_changes_in_a_healthy_leg(client: TestClient) -> None:
    said = asked(client, "forward", open=["examination", "conduction", "needle"])
    assert (said["plexus"]["strands"], said["plexus"]["lesions"], said["lesions"]) == ({}, [], [])
    assert all(row["normal"] for rows in said["readings"].values() for row in rows)
    assert all("All normal." in table for table in said["tables"].values())


def test_a_lesion_is_found(client: TestClient) -> None:
    chips = ["TA 2", "EHL 1", "tibialis posterior 5", "dorsum numb", "xyzzy", "3 weeks", "45 M"]
    said = asked(client, "infer", chips=chips, side="left")
    assert said["answer"]["ranking"][0]["structure"] == "common fibular nerve"
    assert said["answer"]["ranking"][-1]["structure"] == "other"
    assert said["answer"]["onset_days"] == 21
    assert [chip["state"] for chip in said["chips"]] == ["read"] * 4 + ["missed"] + ["read"] * 2
    assert said["plexus"]["halos"]
    assert said["plexus"]["rows"]["m-tibialis-anterior"][1] == "2"
    assert said["plexus"]["rows"]["m-soleus"][1] == ""
    assert said["bank"] == {"patients": 16384, "full": False}


def test_a_side_holds_until_the_next_one(client: TestClient) -> None:
    said = asked(client, "infer", chips=["left TA 2", "EHL 2", "right TA 5", "EHL 5"])
    sides = [chip["read"][0].partition("side ")[2].split(":")[0] for chip in said["chips"]]
    assert sides == ["left", "left", "right", "right"]


def test_the_case_file_is_taken_too(client: TestClient) -> None:
    case = {
        "side": "right",
        "onset": "3 weeks",
        "findings": [{"test": "strength", "of": "ankle dorsiflexion", "value": 1}],
        "truth": {"any_of": ["never read"]},
    }
    said = asked(client, "infer", case=case)
    assert said["answer"]["onset_days"] == 21
    assert said["answer"]["understood"] == [
        "understood as: strength of ankle dorsiflexion, side right: grade 1"
    ]
    assert "never read" not in json.dumps(said)


def test_base_rates_are_changed_as_on_the_command_line(client: TestClient) -> None:
    chips = ["left TA 2", "EHL 2"]
    usual = asked(client, "infer", chips=chips)["answer"]
    mine = "lumbar disc herniation, L4/5=900, piriformis syndrome = 0.2"
    said = asked(client, "infer", chips=chips, prior=mine, setting="emg-lab")
    assert [row["weight"] for row in said["answer"]["priors"]] == [900, 0.2]
    assert "base rate of lumbar disc herniation, L4/5: 900 per 1000" in said["panel"]
    assert "setting: emg-lab" in said["panel"]
    assert said["answer"]["ranking"] != usual["ranking"]


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"prior": "much"}, "'much' sets no weight; write"),
        ({"prior": "x" * 401}, "at most 400"),
        ({"prior": "nothing known=3"}, "unknown condition"),
        ({"prior": "piriformis syndrome=-1"}, "write a number from 0 on"),
        ({"prior": "/etc/passwd.yaml"}, "sets no weight"),
        ({"setting": "moon"}, "unknown setting 'moon'; one of referral"),
    ],
)
def test_wrong_assumptions_are_told_in_a_line(
    client: TestClient, given: dict[str, str], line: str
) -> None:
    answer = client.post("/api/v1/infer", json=given)
    assert answer.status_code == 422
    assert line in answer.json()["error"]


def test_a_variant_changes_the_leg_and_its_picture(client: TestClient) -> None:
    name = "fixation shift: prefixed"
    root = {"where": "L5 root, intraspinal"}
    usual = asked(client, "forward", lesions=[root])
    said = asked(client, "forward", lesions=[root], variants=[name], whole=True)
    assert said["variants"] == [name]
    assert said["sentence"].startswith(f"In an adult with {name}. L5 root")
    assert said["plexus"]["rows"] != usual["plexus"]["rows"]
    drawn = client.get("/api/v1/plexus/screen", params={"variant": name}).text
    assert all(f'id="{strand}"' in drawn for strand in said["plexus"]["strands"])
    assert drawn != client.get("/api/v1/plexus/screen").text
    wrong = client.post("/api/v1/forward", json={"variants": ["sciatic nerve and piriformis"]})
    assert wrong.status_code == 422
    assert "has types" in wrong.json()["error"]
    both = {"variants": [name, "fixation shift: postfixed"]}
    assert "exclude each other" in client.post("/api/v1/forward", json=both).json()["error"]


def test_nothing_typed_is_no_answer(client: TestClient) -> None:
    assert asked(client, "infer")["answer"] is None
    assert asked(client, "infer", chips=["xyzzy"])["answer"] is None


def test_only_differences_are_compared(client: TestClient) -> None:
    said = asked(client, "compare", first=[NECK], second=[{"where": "L5 root, intraspinal"}])
    assert said["differences"]
    assert all(row["first"] != row["second"] for row in said["differences"])
    same = asked(client, "compare", first=[NECK], second=[NECK])
    assert same["differences"] == []
    assert said["panel"].count("<figure>") == 2
    assert "differs from the other" in said["panel"]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_patient_is_the_same_for_the_same_number(client: TestClient, level: int) -> None:
    first = asked(client, "practise", level=level, seed=11)
    assert first == asked(client, "practise", level=level, seed=11)
    assert first["verdict"] is None
    assert first["lesions"] == []
    assert len(_sites(level)) > 8
    truths = {
        asked(client, "practise", level=level, seed=n, guess="L5 root")["verdict"]["truth"]
        for n in range(8)
    }
    assert len(truths) > 2


def test_a_guess_is_judged(client: TestClient) -> None:
    truth = asked(client, "practise", level=2, seed=3, guess="pudendal nerve")["verdict"]
    right = asked(client, "practise", level=2, seed=3, guess=truth["truth"])["verdict"]
    assert right["right"]
    assert right["differences"] == []
    assert right["also"] == ""
    assert truth["right"] is (truth["truth"].startswith("pudendal"))


def test_an_examiner_errs_and_says_so(client: TestClient) -> None:
    assert asked(client, "practise", level=1, seed=5, guess="L5 root")["verdict"]["noise"] == []
    said = [asked(client, "practise", level=2, seed=n, guess="L5 root") for n in range(4)]
    assert any(one["verdict"]["noise"] for one in said)
    for one in said:
        seen = {(row["test"], row["of"]): row["value"] for row in one["examination"]}
        for row in one["verdict"]["noise"]:
            assert row["seen"] != row["really"]
            assert seen[row["test"], row["of"]] == row["seen"]
        assert ("examined wrongly" in one["panel"]) is bool(one["verdict"]["noise"])


def test_of_two_lesions_either_is_right(client: TestClient) -> None:
    first = asked(client, "practise", level=3, seed=3, guess="pudendal nerve")
    assert len(first["lesions"]) == 2
    for lesion in first["lesions"]:
        verdict = asked(client, "practise", level=3, seed=3, guess=lesion["where"])["verdict"]
        assert verdict["right"]
        assert {verdict["truth"], verdict["also"]} == {one["where"] for one in first["lesions"]}


def test_words_are_completed() -> None:
    assert completions("tib ant").found[0].name == "tibialis anterior"
    assert completions("left quad").kept == "left"
    assert completions("zzzz").found == []


def test_every_place_of_the_picture_is_a_site() -> None:
    sites = load_atlas().sites
    found = places_by_node()
    assert all(found.values())
    assert all(name in sites for names in found.values() for name in names)


def test_every_sheet_stands_in_one_group() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(SHEETS)


@pytest.mark.parametrize("name", ["tibialis anterior", "sciatic nerve", "Achilles reflex", "L4/5"])
def test_says_who(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/atlas/{name}")
    assert answer.status_code in {200, 422}
    if answer.status_code == 200:
        assert all(record["sources"] for record in answer.json()["records"])


@pytest.mark.parametrize(
    "path", ["/", "/static/app.js", "/api/v1/openapi.json", "/nowhere", "/docs"]
)
def test_what_every_answer_carries(client: TestClient, path: str) -> None:
    head = client.get(path).headers
    assert head["content-security-policy"] == POLICY
    assert head["x-content-type-options"] == "nosniff"
    assert head["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in head
    assert path.startswith("/static") or head["cache-control"] == "no-store"


def test_the_frameworks_own_pages_are_off(client: TestClient) -> None:
    for path in ("/docs", "/redoc", "/docs/oauth2-redirect", "/openapi.json"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "head",
    [
        {"host": "evil.example"},
        {"host": "127.0.0.1.evil.example"},
        {"host": ""},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_foreign_pages_are_refused(client: TestClient, head: dict[str, str]) -> None:
    answer = client.post("/api/v1/forward", json={}, headers=head)
    assert answer.status_code == 403
    assert list(answer.json()) == ["error"]


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:8000"])
def test_this_machine_is_let_in(client: TestClient, host: str) -> None:
    head = {"host": host, "origin": f"http://{host}"}
    assert client.post("/api/v1/forward", json={}, headers=head).status_code == 200


class Tags(HTMLParser):
    """Names of all elements and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(f"{name}=" for name, _ in attrs)}


def test_typed_text_is_never_markup(client: TestClient) -> None:
    said = asked(client, "infer", chips=["TA 2", HOSTILE, f"{HOSTILE} weak", f"EHL {HOSTILE}"])
    seen = Tags()
    seen.feed(said["panel"])
    assert "img" not in seen.found
    assert "onerror=" not in seen.found
    assert "style=" not in seen.found
    for name in ("forward", "picture"):
        answer = client.post(f"/api/v1/{name}", json={"lesions": [{"where": HOSTILE}]})
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/json"


def test_markup_is_made_by_tag_alone() -> None:
    assert (
        tag("p", "<b>", Markup("<i>x</i>"), data_x='"')
        == '<p data-x="&quot;">&lt;b&gt;<i>x</i></p>'
    )


def test_pictures_hold_no_style(client: TestClient) -> None:
    texts = [client.get(f"/api/v1/plexus/{form}").text for form in ("screen", "upright")]
    texts += [client.get(f"/api/v1/sheet/{name}").text for name in SHEETS]
    texts.append(client.post("/api/v1/picture", json={"lesions": [NECK]}).text)
    texts.append(client.get("/").text)
    assert all(" style=" not in text and "<style" not in text for text in texts)
    assert "http" not in client.get("/").text.replace("http://www.w3.org/2000/svg", "")


def test_nothing_of_a_case_is_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        asked(client, "infer", chips=["secretword TA 2", "EHL 2"])
        client.post("/api/v1/infer", json={"chips": [{"secretword": 1}]})
        client.post("/api/v1/forward", json={"lesions": [{"where": "secretword"}]})
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith(("httpx", "asyncio"))]
    assert not any("secretword" in text for text in ours)


def test_no_file_is_read_by_name(client: TestClient) -> None:
    for path in (
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fcli.py",
        "/static//etc/passwd",
    ):
        assert client.get(path).status_code in {404, 400}
    said = asked(client, "infer", chips=["/etc/passwd", "case.yaml", "-"])
    assert said["answer"] is None
    assert client.get("/api/v1/sheet/..%2f..%2fx").status_code in {404, 422}
