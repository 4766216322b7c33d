"""What Drystone costs and saves for a Python program, beside the plain thing, in one run.

From this folder: ``PYTHONPATH=.:../../examples ../../.venv/bin/python -m drystone_bench``.
"""
