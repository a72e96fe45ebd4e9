"""`checker rules`: packs that change others, editions, comparing, handing on and signing off."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Checker = Any
ROOT = Path(__file__).parents[2]
DRAFT = "cqc-la-rating-characteristics-draft-2"
PACK = """\
schema: pack/1
id: {id}
title: Our region
version: "0.1.0"
engine: ">=0.1,<1"
framework: cqc-local-authority
extends: [cqc-local-authority]
licence: CC-BY-4.0
author: A region
date: "2026-03-31"
edition: cqc-la-baseline-2025
"""
OVERLAY = """\
override:
  - default_rule: recent
    expects: {months: 12}
    because: We look at it every year.
disable:
  - rule: data-sharing.impact
    because: We ask for it elsewhere.
"""
TITLE = "override:\n  - {{expectation: data-sharing, title: {title}, because: Ours.}}\n"


def a_pack(id: str = "region", overlay: str = OVERLAY) -> Path:
    folder = Path(id)
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK.format(id=id), encoding="utf-8")
    (folder / "overlay.yaml").write_text(overlay, encoding="utf-8")
    return folder


def test_show_why_names_the_place_of_base_and_overlay(checker: Checker) -> None:
    ended = checker("rules", "show", "data-sharing.recent", "--why", "--pack", a_pack())

    told = " ".join(ended.out.split())
    assert "expects.months: 12 region/overlay.yaml:3 (region) – We look at it every year." in told
    assert "default-rules.yaml:" in told[told.index("not 24") :]


def test_a_rule_that_is_switched_off_stays_in_the_list_with_its_reason(checker: Checker) -> None:
    ended = checker("rules", "list", "--pack", a_pack())

    assert "data-sharing.impact  region: We ask for it elsewhere." in ended.out
    assert "data-sharing.impact " not in ended.out[: ended.out.index("Switched off")]


def test_the_report_says_what_packs_change_and_where_they_disagree(checker: Checker, library: Path) -> None:
    packs = [a_pack(), *(a_pack(id, TITLE.format(title=id.title())) for id in ("north", "south"))]
    options = [part for pack in packs for part in ("--pack", pack)]

    checker("assess", library, "--out", "out", "--format", "html,json", "--as-of", "2026-03-31", *options)

    report = json.loads(Path("out/gap-report.json").read_text(encoding="utf-8"))
    off = next(one for one in report["tailoring"] if one["setting"] == "off")
    assert (off["target"], off["because"]) == ("data-sharing.impact", "We ask for it elsewhere.")
    assert any("Packs disagree about the expectation 'data-sharing'" in warning for warning in report["warnings"])
    assert "We ask for it elsewhere." in Path("out/gap-report.html").read_text(encoding="utf-8")


def test_validate_tells_disagreements_without_failing(checker: Checker) -> None:
    packs = [a_pack(id, TITLE.format(title=id.title())) for id in ("north", "south")]

    ended = checker("rules", "validate", *packs)

    assert ended.code == 0
    assert "south/overlay.yaml:2: Packs disagree" in ended.err


def test_the_cases_of_a_pack_do_not_know_of_overlays_on_top_of_it(checker: Checker) -> None:
    off = "disable:\n  - {expectation: data-sharing, because: Not ours.}\n"
    Path("checker.yaml").write_text("packs: [off]\n", encoding="utf-8")
    a_pack("off", off)

    ended = checker("rules", "test", ROOT / "rules" / "cqc_local_authority", "--pack", "off")

    assert ended.code == 0, ended.out


def test_a_draft_edition_is_chosen_by_option_and_named_in_the_report(checker: Checker, library: Path) -> None:
    checker("assess", library, "--out", "out", "--edition", DRAFT, "--as-of", "2026-03-31")

    report = json.loads(Path("out/gap-report.json").read_text(encoding="utf-8"))
    assert report["run"]["edition"] == DRAFT
    assert any("It is unconfirmed." in warning for warning in report["warnings"])


def test_an_edition_can_be_set_and_an_unknown_one_is_wrong_use(checker: Checker) -> None:
    Path("checker.yaml").write_text("edition: cqc-la-rating-characteristics-draft-3\n", encoding="utf-8")

    ended = checker("rules", "list")

    assert ended.code == 2
    assert f"did you mean '{DRAFT}'" in ended.err


def test_two_editions_can_be_compared(checker: Checker) -> None:
    ended = checker("rules", "diff", "cqc-la-baseline-2025", DRAFT, "--format", "json")

    found = {one["setting"]: one["new"] for one in json.loads(ended.out)}
    assert (found["published scores"], ended.code) == ("none", 1)


def test_two_versions_of_a_pack_can_be_compared(checker: Checker) -> None:
    for name in ("old", "new"):
        (Path(name) / "region").parent.mkdir()
        a_pack(f"{name}/region").joinpath("pack.yaml").write_text(PACK.format(id="region"), encoding="utf-8")
    Path("new/region/safeguarding.yaml").write_text(
        "statement: safeguarding\nexpectations:\n  - {id: bells, title: Bells ring, serves: [i.safe], why: So., "
        "look_for: [bell]}\n",
        encoding="utf-8",
    )

    ended = checker("rules", "diff", "old/region", "new/region")

    assert "expectation bells\n  Bells ring\n  added" in ended.out
    assert checker("rules", "diff", "old/region", "old/region").code == 0


def test_a_pack_goes_from_one_council_to_another(checker: Checker) -> None:
    built = checker("rules", "build", a_pack(), "--out", "region.zip")
    again = checker("rules", "build", "region", "--out", "again.zip")
    installed = checker("rules", "install", "region.zip")

    assert (built.code, again.code, installed.code) == (0, 0, 0)
    assert Path("region.zip").read_bytes() == Path("again.zip").read_bytes()
    assert "packs: [packs/region]" in installed.out
    assert checker("rules", "validate", "packs/region").code == 0


def test_a_pack_that_does_not_say_who_made_it_is_not_built(checker: Checker) -> None:
    folder = a_pack()
    text = PACK.format(id="region").replace("author: A region\n", "")
    (folder / "pack.yaml").write_text(text, encoding="utf-8")

    ended = checker("rules", "build", folder, "--out", "region.zip")

    assert ended.code == 2
    assert "region/pack.yaml: 'author' is missing" in ended.err
    assert not Path("region.zip").exists()


def test_nothing_is_installed_of_a_pack_that_is_not_valid_here(checker: Checker) -> None:
    checker("rules", "build", a_pack(), "--out", "region.zip")
    a_pack("other")
    (Path("other") / "pack.yaml").write_text(PACK.format(id="region"), encoding="utf-8")

    ended = checker("rules", "install", "region.zip", "--pack", "other")

    assert ended.code == 2
    assert "nothing was installed" in ended.err
    assert list(Path("packs").iterdir()) == []


def test_an_installed_pack_is_replaced_only_when_asked(checker: Checker) -> None:
    checker("rules", "build", a_pack(), "--out", "region.zip")
    checker("rules", "install", "region.zip")
    Path("packs/region/notes.txt").write_text("mine", encoding="utf-8")

    assert checker("rules", "install", "region.zip").code == 2
    assert checker("rules", "install", "region.zip", "--replace").code == 0
    assert not Path("packs/region/notes.txt").exists()


@pytest.mark.parametrize(("name", "begins"), [("region.html", b"<!DOCTYPE html>"), ("region.docx", b"PK")])
def test_a_pack_can_be_signed_off_on_paper(checker: Checker, name: str, begins: bytes) -> None:
    ended = checker("rules", "preview", a_pack(), "--out", name)

    assert ended.code == 0
    assert Path(name).read_bytes().startswith(begins)


def test_the_pages_about_rules_are_current(checker: Checker, tmp_path: Path) -> None:
    checker("rules", "pages", "--out", tmp_path / "pages")

    made, kept = (
        {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}
        for folder in (tmp_path / "pages", ROOT / "docs" / "rules")
    )
    assert sorted(made) == sorted(kept), "run: checker rules pages --out docs/rules"
    assert [name for name in made if made[name] != kept[name]] == [], "run: checker rules pages --out docs/rules"


def test_pages_remove_only_pages(checker: Checker) -> None:
    Path("pages").mkdir()
    Path("pages/mine.md").write_text("# Mine\n", encoding="utf-8")

    checker("rules", "pages", "--out", "pages")

    assert Path("pages/mine.md").exists()


def test_a_pack_with_a_framework_of_its_own_stands_alone_in_every_command(checker: Checker, tmp_path: Path) -> None:
    pack = Path(__file__).parents[1] / "invented_framework"
    (tmp_path / "notes.txt").write_text("We lend any book. The reading group met last week.\n", encoding="utf-8")

    validated = checker("rules", "validate", pack)
    ended = checker("assess", tmp_path / "notes.txt", "--pack", pack, "--format", "json", "--as-of", "2026-01-31")

    assert validated.code == 0
    report = json.loads(ended.out)
    assert report["run"]["framework"] == "library-watch"
    assert report["documents"][0]["recognised"] > 0
