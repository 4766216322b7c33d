"""Telling values that live in a JVM, without importing what made them."""

from __future__ import annotations


def is_spark_frame(value: object) -> bool:
    """Whether it is a DataFrame of PySpark."""
    return _has_base(value, "DataFrame", "pyspark.sql.")


def is_java_object(value: object) -> bool:
    """Whether it is Py4J's handle of a Java object."""
    return _has_base(value, "JavaObject", "py4j.")


def _has_base(value: object, name: str, module: str) -> bool:
    return any(kind.__name__ == name and kind.__module__.startswith(module) for kind in type(value).__mro__)
