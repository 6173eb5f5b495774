"""Reports: an answer in plain English, in at most 90 words or at length."""

from lumbosacral.report.longer import long_report
from lumbosacral.report.paragraph import report_of

__all__ = ["long_report", "report_of"]
