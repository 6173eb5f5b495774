"""The public face: sorted, resolvable, light to import, and as the README shows it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import lumbosacral

README = Path(__file__).parents[1] / "README.md"


def test_public_names_are_sorted_and_there() -> None:
    assert lumbosacral.__all__ == sorted(lumbosacral.__all__)
    assert all(callable(getattr(lumbosacral, name)) for name in lumbosacral.__all__)
    with pytest.raises(AttributeError, match="heal"):
        _ = lumbosacral.heal


def test_importing_costs_nothing() -> None:
    code = "import sys, lumbosacral; print('numpy' in sys.modules or 'pydantic' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_the_atlas_answers_a_name() -> None:
    (found,) = lumbosacral.atlas("sural nerve")
    assert found["name"] == "sural nerve"
    assert found["sources"]


def test_the_session_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert len([line for line in block.splitlines() if line.strip()]) <= 9
    small = re.sub(r'localize\(("[^"]*")\)', r'localize(\1, bank="small")', block)
    assert small != block
    exec(compile(small, str(README), "exec"), {})
    said = capsys.readouterr().out.splitlines()
    assert "common fibular nerve" in said[0]
    assert said[-1] == "5"
