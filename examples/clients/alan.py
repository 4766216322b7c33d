"""Alan, the third client of the demo: a sealed user, without Spark and without a JVM.

Run it with DRYSTONE_URL and DRYSTONE_TOKEN set.
"""

import shutil

import drystone
import polars as pl

LIMIT = 600


def check_that_this_is_no_spark_machine() -> None:
    """Raises unless java is not on the PATH and PySpark cannot be imported."""
    assert shutil.which("java") is None
    try:
        import pyspark  # noqa: F401
    except ImportError as error:
        print(f"no java on the PATH, and: {error}")
    else:
        raise AssertionError("PySpark can be imported here")


def fetch_the_result_of_grace(hub: drystone.Hub) -> None:
    """Fetches one table twice, for two libraries: the same rows."""
    label = hub.wait("shared/delays by weather", timeout=LIMIT)
    table = hub[label]
    frame = table.to_pandas()
    print(frame)
    assert table.to_polars().equals(pl.from_pandas(frame)), "pandas and polars have other rows"


def see_no_limits_before_ada_shares_them(hub: drystone.Hub) -> None:
    """What is not shared with Alan does not exist for him, by no name and in no list."""
    try:
        value = hub["ada/limits"]
    except drystone.NotFound as error:
        print(error)
    else:
        raise AssertionError(f"Alan sees {value}")
    assert "ada/limits" not in [*hub]


def ask_for_the_limits(hub: drystone.Hub) -> None:
    """Asks by a note that everyone may read; Ada answers by sharing."""
    hub["shared/alan asks for the limits"] = "please"
    hub.wait("ada/limits", timeout=LIMIT)
    print(f"ada/limits: {hub['ada/limits']}")


def main() -> None:
    """Runs the steps; any failure ends the program with a status other than 0."""
    check_that_this_is_no_spark_machine()
    with drystone.connect() as hub:
        fetch_the_result_of_grace(hub)
        see_no_limits_before_ada_shares_them(hub)
        ask_for_the_limits(hub)


if __name__ == "__main__":
    main()
