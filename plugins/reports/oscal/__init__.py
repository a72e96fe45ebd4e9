"""The findings in OSCAL, as assessment results and as a plan of action and milestones."""

from __future__ import annotations

from .assessment_results import Oscal as Oscal
from .poam import OscalPoam as OscalPoam
