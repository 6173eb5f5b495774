"""The atlas refuses what is wrong and says where and how to mend it."""

import shutil
from pathlib import Path

import pytest

from lumbosacral.atlas.load import DATA, read_atlas
from lumbosacral.errors import AtlasError
from lumbosacral.wiring.universe import build_universe


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the atlas to spoil."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("skin.yaml", "roots: {L1: 1}", "roots: {L9: 1}", "L9"),
        ("skin.yaml", "share: 0.85, roots: {L1: 1}", "share: 0.95, roots: {L1: 1}", "sum to 1.1"),
        ("supply.yaml", "muscle: soleus,", "muscle: solus,", "soleus"),
        ("weights.csv", "soleus,,,,,10,55", "soleus,,,,,10,50", "sum to 95"),
        (
            "sites.yaml",
            'strikes: ["L1 spinal nerve"]',
            'strikes: ["L1 spinl nerve"]',
            "L1 spinl nerve",
        ),
        ("conditions.yaml", "pattern: single", "patern: single", "conditions.0.pattern"),
        ("reflexes.yaml", "textbook U arc", "nobody U arc", "nobody"),
        ("laws.yaml", "wallerian:", "regrowth: {}\nwallerian:", "stands twice"),
        ("movements.yaml", "psoas: 35", "psoas: 45", "hip flexion"),
    ],
)
def test_a_slip_is_an_error_that_names_file_and_place(
    folder: Path, file: str, old: str, new: str, said: str
) -> None:
    spoil(folder, file, old, new)
    with pytest.raises(AtlasError) as caught:
        read_atlas(folder)
    message = str(caught.value)
    assert said in message
    assert ".yaml" in message or ".csv" in message
    assert "\n" not in message


def test_a_schema_error_names_the_line(folder: Path) -> None:
    spoil(folder, "reflexes.yaml", "brisk_when_cut: 2.5", "brisk_when_cut: lively")
    with pytest.raises(AtlasError) as caught:
        read_atlas(folder)
    text = (folder / "reflexes.yaml").read_text(encoding="utf-8").splitlines()
    assert caught.value.line is not None
    assert "lively" in text[caught.value.line - 1]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "segments.yaml",
            'after: ["sural nerve, calf"]',
            'after: ["sural nerve, ankle"]',
            "leads back to itself",
        ),
        ("segments.yaml", "cell_body: ganglion, ", "", "cell bodies"),
        ("skin.yaml", "through: medial sural cutaneous nerve, ", "", "2 ways"),
    ],
)
def test_a_line_that_does_not_hold_together_is_refused(
    folder: Path, file: str, old: str, new: str, said: str
) -> None:
    spoil(folder, file, old, new)
    with pytest.raises(AtlasError, match=said):
        build_universe(read_atlas(folder))


def test_no_is_a_word_and_not_false(folder: Path) -> None:
    spoil(folder, "laws.yaml", "wallerian:", "answer: no\nwallerian:")
    assert read_atlas(folder).laws["answer"] == "no"


def test_every_judgement_is_marked(folder: Path) -> None:
    atlas = read_atlas(folder)
    tags = {source.split()[1] for record in atlas.segments.values() for source in record.sources}
    assert tags <= set("VSDPU")
    assert all(atlas.sources[key]["why"] for key in atlas.sources)


def test_every_place_on_a_nerve_can_be_struck_alone() -> None:
    """A bank without a place could never find a lesion there; places of wide disease are struck by their patterns."""
    atlas = read_atlas(DATA)
    single = {site for c in atlas.conditions.values() if c.pattern == "single" for site in c.sites}
    missing = {
        name
        for name in set(atlas.sites) - single
        if atlas.structures[name.split(", ", 1)[0]].kind in {"root", "trunk", "nerve"}
    }
    assert missing == set()
