"""Reading the atlas's text files: strings until a schema types them, duplicate keys refused."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from lumbosacral.errors import AtlasError

try:
    from yaml import CSafeLoader as _BaseLoader
except ImportError:  # PyYAML built without its C library
    from yaml import SafeLoader as _BaseLoader  # type: ignore[assignment]


class _StringLoader(_BaseLoader):
    """Every scalar is a string (`no` is not False), every duplicate key an error."""


def _mapping(loader: _StringLoader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    out: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in out:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {key!r} stands twice", key_node.start_mark
            )
        out[key] = loader.construct_object(value_node, deep=True)
    return out


def _string(loader: _StringLoader, node: yaml.ScalarNode) -> str:
    return str(node.value)


_StringLoader.yaml_implicit_resolvers = {}
_StringLoader.add_constructor("tag:yaml.org,2002:map", _mapping)
_StringLoader.add_constructor("tag:yaml.org,2002:str", _string)


def read(path: Path) -> Any:
    """Tree of dicts, lists and strings of one YAML file of the atlas.

    Raises
    ------
    AtlasError
        If the file is not YAML or holds a key twice; names file and line.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_StringLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else None
        raise AtlasError(
            str(error.problem), file=path.name, line=line, mend="mend the YAML there"
        ) from None


def line_of(path: Path, place: tuple[int | str, ...]) -> int | None:
    """Line, counted from 1, where the field at `place` of a file begins."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_StringLoader)
    for step in place:
        found = _child(node, step)
        if found is None:
            break
        node = found
    return node.start_mark.line + 1 if node is not None else None


def _child(node: yaml.Node | None, step: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                found: yaml.Node = value
                return found
    return None
