"""Banks on the shelf: built once, kept in the user's cache, opened whole or not at all."""

import json
import os
import shutil
import tempfile
import time
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np

from lumbosacral.atlas.kept import cache_folder
from lumbosacral.population.bank import (
    ARRAYS,
    BLOCK,
    FORMAT,
    Bank,
    Progress,
    blocks_of,
    fill,
    model_hash,
)
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.prior import Named
from lumbosacral.wiring.listening import the_listening

SIZES = {"small": 2**14, "full": 2**18}
KEPT_DAYS = 14


def get_bank(size: str = "full", progress: Progress | None = None) -> Bank:
    """Bank of a size, from the cache or built now; in memory where nothing can be written."""
    if size not in _OPEN:
        _OPEN[size] = _open_or_build(size, progress)
    return _OPEN[size]


_OPEN: dict[str, Bank] = {}


def forget(size: str) -> None:
    """Drop a bank that proved damaged, in memory and on disk."""
    _OPEN.pop(size, None)
    shutil.rmtree(_place(size), ignore_errors=True)


def _place(size: str) -> Path:
    return cache_folder() / f"bank-{FORMAT}-{size}-{model_hash()}"


def _open_or_build(size: str, progress: Progress | None) -> Bank:
    place = _place(size)
    found = _open(place, SIZES[size])
    if found is not None:
        return found
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _remove_old(place)
        made = Path(tempfile.mkdtemp(prefix="building-", dir=place.parent))
    except OSError:
        return _in_memory(size, progress)
    try:
        _build_into(made, size, progress)
        _move(made, place)
        found = _open(place, SIZES[size])
    except OSError:
        found = None
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return found if found is not None else _in_memory(size, progress)


def _in_memory(size: str, progress: Progress | None) -> Bank:
    rows = len(the_catalogue(the_listening()))
    codes = np.zeros((2, rows, SIZES[size]), np.uint8)
    return fill(blocks_of(SIZES[size] // BLOCK), SIZES[size], codes, progress)


def _build_into(folder: Path, size: str, progress: Progress | None) -> None:
    """Write a whole bank into a folder of its own."""
    rows = len(the_catalogue(the_listening()))
    shape = (2, rows, SIZES[size])
    codes = np.lib.format.open_memmap(folder / "codes.npy", "w+", np.uint8, shape)
    bank = fill(blocks_of(SIZES[size] // BLOCK), SIZES[size], codes, progress)
    codes.flush()
    checks = np.array([[zlib.crc32(codes[s, r]) for r in range(rows)] for s in (0, 1)], np.uint32)
    arrays = {name: getattr(bank, name) for name in ARRAYS}
    np.savez(folder / "patients.npz", checks=checks, **arrays)
    cells = [[c, [[x.structure, x.site] for x in lesions]] for c, lesions in bank.cells]
    text = json.dumps({"cells": cells, "shape": shape})
    check = zlib.crc32((folder / "patients.npz").read_bytes())
    (folder / "bank.json").write_text(
        json.dumps({"text": text, "check": zlib.crc32(text.encode()), "patients": check})
    )


def _move(made: Path, place: Path) -> None:
    """Put a finished bank in its place; where another process was first, leave that one."""
    try:
        made.rename(place)
    except OSError:
        if not place.exists():
            raise


def _open(place: Path, size: int) -> Bank | None:
    """Bank of a folder, or None where it is missing, cut short or damaged."""
    if not place.exists():
        return None
    try:
        manifest = json.loads((place / "bank.json").read_text())
        patients = (place / "patients.npz").read_bytes()
        if zlib.crc32(patients) != manifest["patients"]:
            raise ValueError("patients")
        if zlib.crc32(manifest["text"].encode()) != manifest["check"]:
            raise ValueError("cells")
        content = json.loads(manifest["text"])
        codes = np.asarray(np.load(place / "codes.npy", mmap_mode="r"))
        arrays = dict(np.load(place / "patients.npz"))
        if list(codes.shape) != content["shape"] or codes.shape[2] != size:
            raise ValueError("shape")
    except (OSError, ValueError, KeyError, TypeError, EOFError):
        shutil.rmtree(place, ignore_errors=True)
        return None
    with suppress(OSError):  # a good bank that this user may only read
        os.utime(place)
    cells = tuple((c, tuple(Named(*x) for x in lesions)) for c, lesions in content["cells"])
    return Bank(codes=codes, cells=cells, **arrays)


def _remove_old(place: Path) -> None:
    """Remove banks of other hashes that nobody has used for a while, and what a broken build left."""
    limit = time.time() - KEPT_DAYS * 86_400
    for other in place.parent.iterdir():
        mine = other.name.startswith(("bank-", "building-"))
        if mine and other != place and other.stat().st_mtime < limit:
            shutil.rmtree(other, ignore_errors=True)
