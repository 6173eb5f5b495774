"""The bank of virtual patients: built in blocks, read column by column."""

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lumbosacral.errors import BankError
from lumbosacral.population.blocks import Block, Key, draw_block
from lumbosacral.population.prior import allocation
from lumbosacral.population.readings import Bytes
from lumbosacral.wiring.listening import the_listening

FORMAT = 1
BLOCK = 4096
SEED = 20_261_121
ARRAYS = ("condition", "epoch", "severity", "loss", "noticed", "weight", "cell", "both")
"""What a bank knows of every patient, beside the readings."""
_ROOMS = ("atlas", "wiring", "injury", "examination", "electrodiagnosis", "population")
Floats = NDArray[np.float32]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, eq=False)
class Bank:
    """Virtual patients and their readings.

    Attributes
    ----------
    codes : uint8 array [2, R, N]
        Readings of the index leg and of the other; may be mapped from a file.
    condition, epoch, severity, loss, noticed : uint8 arrays [N]
        `severity`, `loss` and `noticed` in steps of 1/250.
    weight : float32 array [N]
        Importance weight within the condition.
    cell : uint16 array [N]
        Index into `cells`.
    both : bool array [N]
    cells : tuple of (condition, lesions)
        What patients have, as an answer names it.
    checks : uint32 array [2, R] or None
        Checksum of each column where the bank lies in a file.
    who : int array [N] or None
        Rows of `codes` that are this bank's patients, where it is a part of a larger one.
    """

    codes: Bytes
    condition: NDArray[np.uint8]
    epoch: NDArray[np.uint8]
    severity: NDArray[np.uint8]
    loss: NDArray[np.uint8]
    noticed: NDArray[np.uint8]
    weight: Floats
    cell: NDArray[np.uint16]
    both: NDArray[np.bool_]
    cells: tuple[Key, ...]
    checks: NDArray[np.uint32] | None = None
    who: NDArray[np.intp] | None = None
    _good: set[tuple[int, int]] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.condition)

    def column(self, side: int, row: int) -> Bytes:
        """One reading of every patient, [N]; side 0 is the index leg.

        Raises
        ------
        BankError
            If the column does not match its checksum.
        """
        column: Bytes = self.codes[side, row]
        self._check(side, row, column)
        return column if self.who is None else column[self.who]

    def _check(self, side: int, row: int, column: Bytes) -> None:
        if self.checks is None or (side, row) in self._good:
            return
        if zlib.crc32(column.tobytes()) != int(self.checks[side, row]):
            raise BankError("the bank is damaged", mend="it is built again on the next call")
        self._good.add((side, row))

    def rows(self, side: int, patients: NDArray[np.intp]) -> Bytes:
        """All readings of some patients, [R, k].

        Raises
        ------
        BankError
            If a column does not match its checksum.
        """
        for row in range(self.codes.shape[1]):
            self._check(side, row, self.codes[side, row])
        where = patients if self.who is None else self.who[patients]
        return np.asarray(self.codes[side][:, where], np.uint8)

    def in_memory(self, who: NDArray[np.intp]) -> "Bank":
        """Return the bank of some of the patients, on readings of its own."""
        codes = np.stack([self.rows(side, who) for side in range(len(self.codes))])
        taken = {name: getattr(self, name)[who] for name in ARRAYS}
        return replace(self, codes=codes, who=None, checks=None, **taken)

    def part(self, who: NDArray[np.intp]) -> "Bank":
        """Return the bank of some of the patients, on the same readings."""
        taken = {name: getattr(self, name)[who] for name in ARRAYS}
        return replace(self, who=who, **taken)


def code_hash() -> str:
    """Hash of what makes the bank: the code left of inference, and the format."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256(f"{FORMAT} {SEED} {BLOCK}".encode())
    files = [p for room in _ROOMS for p in sorted((root / room).glob("*.py"))]
    for path in [*files, root / "forward.py"]:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def model_hash() -> str:
    """Hash of atlas and code together, as printed with every answer."""
    atlas = the_listening().universe.atlas
    return hashlib.sha256((atlas.hash + code_hash()).encode()).hexdigest()[:16]


def conditions_of_block(block: int) -> NDArray[np.intp]:
    """Conditions of a block's patients: a stratified draw, so that every block is the whole bank in small."""
    atlas = the_listening().universe.atlas
    start = np.random.default_rng([SEED, block, 1]).random()
    edges = np.cumsum(allocation(atlas))
    return np.asarray(
        np.searchsorted(edges, (np.arange(BLOCK) + start) / BLOCK * edges[-1]), np.intp
    )


def build_block(block: int) -> Block:
    """One block of the bank; depends on its number alone."""
    return draw_block(the_listening(), conditions_of_block(block), SEED, block)


def blocks_of(count: int) -> Iterator[Block]:
    """Blocks in order; two processes where that is worth their start."""
    workers = min(os.cpu_count() or 1, count, 4)
    if workers < 2:
        yield from map(build_block, range(count))
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(build_block, range(count))


def fill(blocks: Iterator[Block], size: int, codes: Bytes, progress: Progress | None) -> Bank:
    """Gather blocks into a bank whose readings are written into `codes` [2, R, size]."""
    numbers: dict[Key, int] = {}
    parts: list[Block] = []
    cell = np.zeros(size, np.uint16)
    for number, block in enumerate(blocks):
        at = slice(number * BLOCK, number * BLOCK + len(block.condition))
        codes[:, :, at] = block.codes
        cell[at] = [numbers.setdefault(key, len(numbers)) for key in block.key]
        parts.append(Block(**{**vars(block), "codes": block.codes[:, :, :0]}))
        if progress is not None:
            progress(at.stop, size)
    return Bank(
        codes=codes,
        condition=np.concatenate([b.condition for b in parts]).astype(np.uint8),
        epoch=np.concatenate([b.epoch for b in parts]),
        severity=_steps(np.concatenate([b.severity for b in parts])),
        loss=_steps(np.concatenate([b.loss for b in parts])),
        noticed=_steps(np.clip(np.concatenate([b.noticed for b in parts]), 0, 1)),
        weight=np.concatenate([b.weight for b in parts]),
        cell=cell,
        both=np.concatenate([b.both for b in parts]),
        cells=tuple(numbers),
    )


def _steps(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.rint(values * 250).astype(np.uint8)
