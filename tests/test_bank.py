"""The bank of virtual patients: the same however it is built, and whole or built again."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from lumbosacral import api
from lumbosacral.errors import BankError
from lumbosacral.findings import case_from
from lumbosacral.inference.answer import Answer
from lumbosacral.inference.evidence import gather
from lumbosacral.inference.likelihood import Observer
from lumbosacral.population import bank
from lumbosacral.population import shelf as banks
from lumbosacral.population.bank import BLOCK, Bank, build_block
from lumbosacral.population.blocks import Block, the_catalogue
from lumbosacral.population.prior import allocation, prior_of, settings
from lumbosacral.population.shelf import get_bank
from lumbosacral.wiring.listening import the_listening

ATLAS = the_listening().universe.atlas
CASE = "left ankle dorsiflexion 2, dorsum of foot numb, Achilles reflex normal"


@pytest.fixture(scope="module")
def small() -> Bank:
    return get_bank("small")


@pytest.fixture(scope="module")
def block() -> Block:
    return build_block(0)


@pytest.fixture
def one_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: Block) -> Path:
    """An empty cache, and a small bank of one block, drawn beforehand."""
    monkeypatch.setenv("LUMBOSACRAL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setitem(banks.SIZES, "small", BLOCK)
    monkeypatch.setattr(banks, "_OPEN", {})
    monkeypatch.setattr(bank, "build_block", [block].__getitem__)
    return tmp_path / "cache"


@pytest.fixture
def whole(one_block: Path) -> Bank:
    """The bank of one block, in memory."""
    return banks._in_memory("small", None)


def kept(folder: Path) -> list[Path]:
    """Banks of a cache folder, whole or begun."""
    return sorted([*folder.glob("bank-*"), *folder.glob("building-*")])


def bank_in(folder: Path) -> Path:
    """The one whole bank of a cache folder."""
    (place,) = folder.glob("bank-*")
    return place


def again() -> Bank:
    """Open the bank as a new process would."""
    banks._OPEN.clear()
    return get_bank("small")


def same(one: Bank, other: Bank) -> bool:
    arrays = [f.name for f in fields(Bank) if f.name not in {"cells", "checks", "_good"}]
    alike = all(np.array_equal(getattr(one, n), getattr(other, n)) for n in arrays)
    return alike and one.cells == other.cells


# --- the same however it is built


def test_a_block_depends_on_its_number_alone(small: Bank) -> None:
    block = build_block(3)
    rows = slice(3 * BLOCK, 4 * BLOCK)
    assert np.array_equal(small.codes[:, :, rows], block.codes)
    assert np.array_equal(small.condition[rows], block.condition)
    assert np.array_equal(small.epoch[rows], block.epoch)
    assert np.array_equal(small.both[rows], block.both)
    assert np.array_equal(small.weight[rows], block.weight)
    assert [small.cells[c] for c in small.cell[rows]] == block.key
    assert np.array_equal(small.severity[rows], np.rint(block.severity * 250))


def test_the_same_seed_gives_the_same_bytes(
    one_block: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bank, "build_block", build_block)
    get_bank("small")
    first = {p.name: p.read_bytes() for p in bank_in(one_block).iterdir()}
    banks.forget("small")
    assert kept(one_block) == []
    get_bank("small")
    second = {p.name: p.read_bytes() for p in bank_in(one_block).iterdir()}
    assert first.keys() == second.keys() == {"codes.npy", "patients.npz", "bank.json"}
    for name in ("codes.npy", "bank.json"):
        assert first[name] == second[name], name


def test_a_bank_on_disk_is_the_one_in_memory(whole: Bank) -> None:
    assert same(get_bank("small"), whole)


def test_blocks_are_told_as_they_are_done(one_block: Path) -> None:
    done: list[tuple[int, int]] = []
    get_bank("small", lambda *step: done.append(step))
    assert done == [(BLOCK, BLOCK)]
    again()
    assert len(done) == 1


# --- damage


def cut_short(path: Path) -> None:
    content = (path / "codes.npy").read_bytes()
    (path / "codes.npy").write_bytes(content[: len(content) // 2])


def no_header(path: Path) -> None:
    (path / "codes.npy").write_bytes(b"\x93NU")


def flipped(path: Path) -> None:
    content = bytearray((path / "patients.npz").read_bytes())
    content[len(content) // 2] ^= 0xFF
    (path / "patients.npz").write_bytes(bytes(content))


def other_text(path: Path) -> None:
    tree = json.loads((path / "bank.json").read_text())
    tree["text"] = tree["text"].replace("root", "boot", 1)
    (path / "bank.json").write_text(json.dumps(tree))


def without_a_file(name: str) -> Callable[[Path], None]:
    return lambda path: (path / name).unlink()


def written(content: bytes) -> Callable[[Path], None]:
    return lambda path: (path / "bank.json").write_bytes(content) and None


@pytest.mark.parametrize(
    "damage",
    [
        cut_short,
        no_header,
        flipped,
        other_text,
        without_a_file("codes.npy"),
        without_a_file("patients.npz"),
        without_a_file("bank.json"),
        written(b"{not json"),
        written(b"\xff\xfe\x00"),
        written(b"[]"),
        written(b"{}"),
        written(b""),
    ],
)
def test_a_damaged_bank_is_noticed_and_built_again(
    one_block: Path,
    whole: Bank,
    damage: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    get_bank("small")
    banks._OPEN.clear()
    place = bank_in(one_block)
    damage(place)
    assert same(again(), whole)
    assert kept(one_block) == [place]
    monkeypatch.setattr(bank, "build_block", None)  # whole on disk: nothing is built a third time
    assert same(again(), whole)


def spoil(place: Path, side: int, row: int) -> None:
    codes = np.load(place / "codes.npy", mmap_mode="r+")
    codes[side, row, : BLOCK // 2] ^= 0x55
    codes.flush()
    banks._OPEN.clear()


def test_a_damaged_column_is_noticed_when_it_is_read(one_block: Path) -> None:
    get_bank("small")
    spoil(bank_in(one_block), 1, 7)
    bank = get_bank("small")
    bank.column(0, 7)
    with pytest.raises(BankError, match="damaged"):
        bank.column(1, 7)


def test_an_answer_survives_a_damaged_column(one_block: Path) -> None:
    good = api.localize(CASE, bank="small")
    place = bank_in(one_block)
    row = the_catalogue(the_listening()).index["movement", "ankle dorsiflexion"]
    spoil(place, 0, row)
    assert api.localize(CASE, bank="small") == good
    again().column(0, row)


def test_next_tests_survive_a_damaged_column(one_block: Path) -> None:
    good = api.localize(CASE, bank="small")
    assert isinstance(good, Answer)
    read = {(side, row) for side, row in get_bank("small")._good}
    wanted = {t.of for t in good.next_tests}
    catalogue = the_catalogue(the_listening())
    for (_, name), row in catalogue.index.items():
        if name in wanted and (0, row) not in read:
            spoil(bank_in(one_block), 0, row)
    assert api.localize(CASE, bank="small") == good


# --- the cache folder


_WORK = """
import sys, zlib
from lumbosacral.population.shelf import get_bank
bank = get_bank("small")
print(len(bank), zlib.crc32(bank.codes.tobytes()), len(bank.cells), bank.checks is not None)
"""


def test_two_processes_at_once(tmp_path: Path, small: Bank) -> None:
    env = os.environ | {"LUMBOSACRAL_CACHE": str(tmp_path)}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", _WORK], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0, 0], said
    assert said[0] == said[1]
    assert said[0][0].split()[::3] == [b"16384", b"True"]
    assert kept(tmp_path) == [bank_in(tmp_path)]
    left = banks._open(bank_in(tmp_path), banks.SIZES["small"])
    assert left is not None
    assert same(left, small)


def test_where_nothing_can_be_written_the_bank_stays_in_memory(
    tmp_path: Path, whole: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("LUMBOSACRAL_CACHE", str(tmp_path / "file" / "cache"))
    bank = again()
    assert bank.checks is None
    assert same(bank, whole)


def refused(*_: object, **__: object) -> None:
    raise PermissionError(30, "Read-only file system")


def test_a_full_or_read_only_disk(one_block: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one_block.mkdir()
    monkeypatch.setattr(np.lib.format, "open_memmap", refused)
    assert get_bank("small").checks is None
    assert kept(one_block) == []
    monkeypatch.setattr("tempfile.mkdtemp", refused)
    assert again().checks is None


def test_a_good_bank_that_may_only_be_read_is_used(
    one_block: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    get_bank("small")
    monkeypatch.setattr(banks.os, "utime", refused)
    monkeypatch.setattr("tempfile.mkdtemp", refused)
    monkeypatch.setattr(bank, "build_block", None)
    assert again().checks is not None


def test_banks_that_nobody_used_for_14_days_are_removed(one_block: Path) -> None:
    day = 86_400
    ages = {"bank-1-small-old": 15, "bank-1-full-new": 13, "building-x": 15, "notes": 100}
    for name, age in ages.items():
        (one_block / name).mkdir(parents=True)
        (one_block / name / "codes.npy").write_text("x")
        os.utime(one_block / name, (time.time() - age * day,) * 2)
    get_bank("small")
    left = {p.name for p in one_block.iterdir()}
    assert {"bank-1-full-new", "notes"} < left
    assert not {"bank-1-small-old", "building-x"} & left
    assert len(left) == 3


def test_a_bank_in_use_does_not_grow_old(one_block: Path) -> None:
    get_bank("small")
    place = bank_in(one_block)
    os.utime(place, (0, 0))
    again()
    assert time.time() - place.stat().st_mtime < 600


# --- weights


def test_every_condition_and_site_has_patients(small: Bank) -> None:
    assert allocation(ATLAS).sum() == pytest.approx(1)
    assert np.bincount(small.condition, minlength=len(ATLAS.conditions)).min() >= 30
    sites = {lesion.site for _, lesions in small.cells for lesion in lesions}
    wanted = {s for c in ATLAS.conditions.values() for s in c.sites if c.sites[s] > 0}
    assert len(wanted - sites) <= 0.05 * len(wanted), sorted(wanted - sites)


@pytest.mark.parametrize("setting", settings(ATLAS))
def test_the_weights_are_the_prior(small: Bank, setting: str) -> None:
    observer = Observer(ATLAS, the_catalogue(the_listening()), small, None)
    reading = api.read(case_from({"findings": []}))
    evidence = gather(observer, reading, setting, silent=False)
    weight = np.exp(evidence.base.astype(np.float64)).sum(0)
    shares = np.bincount(small.condition, weight, minlength=len(ATLAS.conditions))
    np.testing.assert_allclose(shares / shares.sum(), prior_of(ATLAS, setting), atol=1e-5)


def test_weights_are_finite_and_of_mean_1_within_a_condition(small: Bank) -> None:
    assert np.isfinite(small.weight).all()
    assert (small.weight > 0).all()
    for condition in np.unique(small.condition):
        rows = small.condition == condition
        assert small.weight[rows].mean() == pytest.approx(1, abs=0.35)


def test_readings_stay_on_their_scale(small: Bank) -> None:
    assert small.codes.max() <= 250
