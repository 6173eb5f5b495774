"""How much one request may ask for, and how long it may take."""

from typing import Final

BODY_BYTES: Final = 64 * 1024
PATH_BYTES: Final = 2048
DEPTH: Final = 32
LESIONS: Final = 6
VARIANTS: Final = 8
CHIP_LETTERS: Final = 400
PRIOR_LETTERS: Final = 400
COMPLETIONS: Final = 20
READ_SECONDS: Final = 10.0
ANSWER_SECONDS: Final = 60.0
HEAD_SECONDS: Final = 10.0
CONNECTIONS: Final = 256
WORKERS: Final = 2
KEPT_ANSWERS: Final = 256
CROWD: Final = 1
"""From so many questions at once on the answer comes from the small bank, and says so."""
