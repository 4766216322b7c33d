"""The data of the demo."""

from pathlib import Path

from main_job.nycflights import TABLES, unpack


def test_all_tables_are_there_as_csv_with_a_header(tmp_path: Path) -> None:
    files = unpack(tmp_path)

    assert [*files] == [*TABLES]
    assert rows(files["flights"]) == 336_776
    assert files["airlines"].read_text().startswith("carrier,name\n")


def test_the_first_flights_may_do(tmp_path: Path) -> None:
    assert rows(unpack(tmp_path, flights=100)["flights"]) == 100


def rows(file: Path) -> int:
    with file.open() as lines:
        return sum(1 for _ in lines) - 1
