"""The register of a case, read as a sheet would be."""

from __future__ import annotations

import csv
from hashlib import sha256
from io import StringIO

from checker.domain.assessment import Assessment
from checker.domain.cases import Case
from checker.domain.document import Source
from checker.domain.pack import RuleBook
from checker.domain.register import Register, Tags
from checker.plugin_manager import Plugins
from checker.run.tagging import matched_to, tags_by_name, words_of
from checker.stages.register.reading import read_register
from checker.values import replace

OWN_NAME = "text.md"
"""What the case's own document is called."""


def register_of(case: Case, plugins: Plugins, book: RuleBook) -> Register | None:
    """Return the register that the case gives, or `None`. The columns have their names in `checker.domain.register`."""
    if case.register is None:
        return None
    columns = list(dict.fromkeys(column for row in case.register for column in row))
    sheet = StringIO()
    writer = csv.DictWriter(sheet, columns)
    writer.writeheader()
    writer.writerows(case.register)
    data = sheet.getvalue().encode()
    source = Source(name="register.csv", data=data, sha256=sha256(data).hexdigest())
    return read_register(plugins.read_document(source), source, words_of(book))


def tags_in(case: Case, register: Register | None) -> dict[str, Tags]:
    """Return what the register says of the documents of the case."""
    return tags_by_name(register, [OWN_NAME, *(document.name for document in case.beside)])


def with_register(assessment: Assessment, case: Case, register: Register | None) -> Assessment:
    """Return the assessment with the register and the scope that the case gives, if it gives any."""
    limited = replace(assessment, scope=case.scope or assessment.scope)
    if register is None:
        return limited
    known = matched_to(register, assessment.documents)
    return replace(limited, register=known, given=assessment.given | {"register"})
