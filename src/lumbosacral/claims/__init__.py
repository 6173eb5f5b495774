"""The claims of the source articles as functions: each says what is so, and fails where the model says otherwise."""

from lumbosacral.claims import growth, trunk
from lumbosacral.claims.ledger import (
    CHECKS, ClaimFails, ClaimResult, NotYet, check, check_all, result,
)  # fmt: skip
from lumbosacral.claims.model import Model, Seen, model_of, the_model

__all__ = [
    "CHECKS", "ClaimFails", "ClaimResult", "Model", "NotYet", "Seen", "check", "check_all", "growth", "model_of",
    "result", "the_model", "trunk",
]  # fmt: skip
