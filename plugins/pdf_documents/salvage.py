"""Makes a file readable again whose end is missing: with it went the list of its pages."""

from __future__ import annotations

import re

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d{1,7}) (\d{1,5}) obj\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_LONGEST_PAGE_OBJECT = 4_000
_MOST_PAGES = 10_000


def with_a_list_of_pages(data: bytes) -> bytes | None:
    """
    Return the file with a new list of the pages that are whole, in the order of their numbers; `None` if it has none.

    Pages that are kept packed with other objects are not found.
    """
    starts = list(_OBJECT.finditer(data))
    pages: list[int] = []
    highest = 0
    for number, found in enumerate(starts):
        highest = max(highest, int(found[1]))
        end = starts[number + 1].start() if number + 1 < len(starts) else len(data)
        body = data[found.end() : min(end, found.end() + _LONGEST_PAGE_OBJECT)]
        if b"endobj" in body and _PAGE.search(body):
            pages.append(int(found[1]))
    if not pages:
        return None
    kids = b" ".join(b"%d 0 R" % page for page in pages[:_MOST_PAGES])
    root, tree = highest + 1, highest + 2
    return data + (
        b"\nendstream\nendobj\n%d 0 obj<</Type/Catalog/Pages %d 0 R>>\nendobj\n" % (root, tree)
        + b"%d 0 obj<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]>>\nendobj\n"
        % (tree, kids, len(pages[:_MOST_PAGES]))
        + b"trailer<</Root %d 0 R/Size %d>>\nstartxref\n0\n%%%%EOF\n" % (root, tree + 1)
    )
