"""Executes one notebook in a kernel of its own, as Jupyter does: python -m main_job.notebook NAME FOLDER.

The kernel has the environment of this program. The executed notebook is left in the folder as HTML, in
any case; the status is 1 if a cell failed.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter

from main_job.places import NOTEBOOKS

_SECONDS_FOR_A_CELL = 700


def main(name: str, folder: Path) -> int:
    """Executes the notebook of that name."""
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    client = NotebookClient(notebook, timeout=_SECONDS_FOR_A_CELL, resources={"metadata": {"path": folder}})
    try:
        client.execute()
    except CellExecutionError as error:
        print(error)
        return 1
    finally:
        html, _ = HTMLExporter().from_notebook_node(notebook, {"metadata": {"name": name}})
        (folder / f"{name}.html").write_text(html, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
