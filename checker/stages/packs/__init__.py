"""Rule packs: folders of YAML in, one rule book out."""

from checker.stages.packs.loading import load_cases, load_rule_book

__all__ = ["load_cases", "load_rule_book"]
