"""What makes a gap report safe to share: nothing personal, no quotes where none are wanted, what to look at."""

from checker.stages.sharing.concerns import concerns
from checker.stages.sharing.masking_all import masked, masked_changes
from checker.stages.sharing.without_quotes import unquoted_changes, unquoted_earlier, without_quotes

__all__ = ["concerns", "masked", "masked_changes", "unquoted_changes", "unquoted_earlier", "without_quotes"]
