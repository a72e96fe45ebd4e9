"""
The register of evidence: reads the sheet that a council keeps, and finds the documents that its rows name.

`read_register` is in `reading`: it is loaded only for a run that has a register.
"""

from checker.stages.register.matching import matched
from checker.stages.register.tagging import folder_tags, front_matter_tags, register_tags
from checker.stages.register.words import RegisterWords

__all__ = ["RegisterWords", "folder_tags", "front_matter_tags", "matched", "register_tags"]
