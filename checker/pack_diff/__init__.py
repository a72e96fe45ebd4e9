"""What is different between packs and between editions, with the reasons that overlays give."""

from checker.pack_diff.comparing import compare_packs
from checker.pack_diff.difference import Compared, Difference, DifferenceKind

__all__ = ["Compared", "Difference", "DifferenceKind", "compare_packs"]
