"""On Alan's PYTHONPATH in the place of PySpark."""

raise ImportError("there is no PySpark here")
