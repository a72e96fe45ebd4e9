"""On a real cluster of two processes: results come in order, and one that ends its workers costs no other."""

from __future__ import annotations

from collections.abc import Iterator

import checker_dask
import dask
import pytest
from checker_dask.cluster import _LARGEST_MESSAGE, on_cluster
from checker_dask.sameness import difference, state
from distributed import LocalCluster
from tasks import Doubling

from checker import UsageError


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A scheduler with two workers, which are started again when they end. An item may end none."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=":0", host="127.0.0.1") as cluster,
    ):
        yield cluster.scheduler_address


def test_results_come_in_the_order_of_the_items(address: str) -> None:
    results = on_cluster(Doubling(slow=0), range(40), address)

    assert list(results) == [2 * number for number in range(40)]


def test_an_item_that_ends_one_worker_after_the_other_is_lost_and_no_other(address: str) -> None:
    results = on_cluster(Doubling(fatal=3), range(12), address)

    assert list(results) == [2 * number if number != 3 else "3 is lost" for number in range(12)]


def test_only_its_own_places_are_answered_for() -> None:
    assert checker_dask.checker_map(Doubling(), [1], "processes:2") is None


@pytest.mark.parametrize(
    "where", ["dask", "dask:", "dask:moon", "dask:tcp://127.0.0.1", "dask:tcp://moon:x", "dask:moon://earth:8786"]
)
def test_what_is_no_address_is_told(where: str) -> None:
    with pytest.raises(UsageError, match="is no place to run on"):
        checker_dask.checker_map(Doubling(), [1], where)


def test_a_large_document_gives_no_warning() -> None:
    assert dask.utils.parse_bytes(_LARGEST_MESSAGE) > 100_000_000  # the checker reads no larger files


def test_a_difference_names_what_differs_and_both_versions() -> None:
    here = {"Python": "3.11", "council-checker": "0.1.0"}

    assert difference(here, dict(here)) == ""
    assert difference(here, here | {"council-checker": "0.2.0"}) == (
        "has council-checker 0.2.0, and this computer has council-checker 0.1.0"
    )
    assert difference(here, here | {"other-plugin": "1.0"}) == (
        "has other-plugin 1.0, and this computer has other-plugin none"
    )


def test_the_state_has_the_checker_the_plugins_and_what_they_need() -> None:
    assert {"Python", "the system", "council-checker", "council-checker-dask", "distributed", "pypdfium2"} <= set(
        state()
    )
