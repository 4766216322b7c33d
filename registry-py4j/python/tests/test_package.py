from importlib.resources import files


def test_the_package_ships_its_types() -> None:
    assert (files("drystone") / "py.typed").is_file()
