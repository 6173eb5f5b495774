"""The claims of the source articles as functions: each says what is so, and fails where the model says otherwise."""

from lumbosacral.claims import (
    branches,
    conditions,
    discs,
    gluteal,
    growth,
    inferior_gluteal,
    localized_conditions,
    localized_discs,
    localized_gluteal,
    localized_roots,
    localized_sciatic,
    roots,
    sciatic,
    sciatic_injury,
    trunk,
)  # fmt: skip
from lumbosacral.claims.ledger import (
    CHECKS,
    ClaimFails,
    ClaimResult,
    NotYet,
    check,
    check_all,
    result,
)  # fmt: skip
from lumbosacral.claims.model import Model, model_of, the_model
from lumbosacral.claims.seen import Seen

__all__ = [
    "CHECKS", "THEMES", "ClaimFails", "ClaimResult", "Model", "NotYet", "Seen", "check", "check_all",
    "model_of", "result", "the_model",
]  # fmt: skip

THEMES = (
    trunk, growth, sciatic, sciatic_injury, branches, gluteal, inferior_gluteal, discs, roots,
    conditions, localized_sciatic, localized_gluteal, localized_roots, localized_discs, localized_conditions,
)  # fmt: skip
"""The modules that hold the checks."""
