"""The file that an address leads to, if it leads to one."""

from __future__ import annotations

import pytest

from checker.document_names import file_of_link

SITE = "https://aldermere.sharepoint.com/sites/ASC/"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        (f"{SITE}Shared%20Documents/Strategy.docx?web=1", "/sites/ASC/Shared Documents/Strategy.docx"),
        (f"{SITE}_layouts/15/Doc.aspx?sourcedoc=%7BAB%7D&file=Strategy.docx", "Strategy.docx"),
        (f"{SITE}Forms/AllItems.aspx?id=%2Fsites%2FStrategy%2Edocx", "/sites/Strategy.docx"),
        ("S:\\Evidence\\Strategy.docx#page=2", "S:\\Evidence\\Strategy.docx"),
        ("v1.2 drafts/notes.7z", "v1.2 drafts/notes.7z"),
    ],
)
def test_an_address_of_a_file_gives_its_path(address: str, file: str) -> None:
    assert file_of_link(address) == file


@pytest.mark.parametrize(
    "address",
    [
        "",
        "Minutes of May",
        f"{SITE}carers.html",
        f"{SITE}Documents/v1.2 drafts",
        f"{SITE}Forms/AllItems.aspx?id=/sites/ASC/v1.2 drafts",
        f"{SITE}page.aspx?id=1.5",
        f"{SITE}Forms/AllItems.aspx?id=%2Fsites%2FHome%2Easpx",
        "31.03.2025",
    ],
)
def test_an_address_of_a_page_or_folder_gives_no_file(address: str) -> None:
    assert file_of_link(address) == ""


@pytest.mark.parametrize("address", ["http://[tbc]/x", "https://[", "http://[tbc]/AllItems.aspx?file=Strategy.docx"])
def test_what_is_no_address_at_all_gives_no_file(address: str) -> None:
    assert file_of_link(address) == ""
