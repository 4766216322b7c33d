from drystone_bench import __main__ as bench
from drystone_bench.measure import Times


def test_everything_is_measured_in_a_short_form() -> None:
    machine, whole, first, cached = bench.run(runs=1, flights=2000, analysts=[1])

    assert "cores" in machine
    assert [way in whole for way in ("read_parquet", "to_pandas", "to_polars", "toPandas")] == [True] * 4
    assert [way in first for way in ("her own", "attach", "connect")] == [True] * 3
    assert cached.count("\n| ") == 3


def test_a_ratio_is_told_against_the_plain_thing() -> None:
    plain, ours = Times("plain", [1.0, 2.0, 9.0]), Times("ours", [3.0])

    assert ours.row(plain) == ["ours", "3.000", "3.000 to 3.000", "1.50"]
