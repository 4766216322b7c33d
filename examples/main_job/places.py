"""Where things lie."""

from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent
HUB = EXAMPLES / "hub"
NOTEBOOKS = EXAMPLES / "notebooks"
CLIENTS = EXAMPLES / "clients"
WITHOUT_PYSPARK = EXAMPLES / "main_job" / "without_pyspark"
WORK = EXAMPLES / "target" / "demo"
