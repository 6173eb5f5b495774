"""An executable model of the nerve supply of the lower limb."""

__version__ = "0.1.0"
