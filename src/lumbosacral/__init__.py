"""An executable model of the nerve supply of the lower limb.

One table of fibre bundles, two directions: `lesion` goes from a lesion to everything that can be found, `localize`
from what was found to where the lesion is, how sure, why, and what to test next. `atlas("sural nerve")` answers what
is known and who says so. For study and support; not a medical device.
"""

from types import ModuleType
from typing import Any

import lumbosacral.atlas as _room

__version__ = "0.1.0"
__all__ = ["atlas", "compare", "lesion", "localize", "plan"]


class _Answering(ModuleType):
    """The atlas is a room of the package and a question as well: `lumbosacral.atlas("sural nerve")`."""

    def __call__(self, name: str) -> list[dict[str, Any]]:
        from lumbosacral.lookup import about

        return about(name)


_room.__class__ = _Answering
atlas = _room


def __getattr__(name: str) -> Any:
    # The face is imported when it is used, so that `import lumbosacral` and `--help` cost nothing.
    if name in __all__:
        from lumbosacral import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
