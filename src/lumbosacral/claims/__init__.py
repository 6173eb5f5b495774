"""The claims of the source articles as functions: each says what is so, and fails where the model says otherwise."""

from lumbosacral.claims import (
    branches, conditions, gluteal, growth, roots, sciatic, sciatic_injury, trunk,
)  # fmt: skip
from lumbosacral.claims.ledger import (
    CHECKS, ClaimFails, ClaimResult, NotYet, check, check_all, result,
)  # fmt: skip
from lumbosacral.claims.model import Model, Seen, model_of, the_model

__all__ = [
    "CHECKS", "ClaimFails", "ClaimResult", "Model", "NotYet", "Seen", "branches", "check", "check_all", "conditions", "gluteal", "growth", "model_of", "roots",
    "result", "sciatic", "sciatic_injury", "the_model", "trunk",
]  # fmt: skip
