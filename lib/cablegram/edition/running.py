"""Notebooks run by real kernels: the reference for what their cells give."""

import asyncio
import re

from . import spare_the_grammars
from .sources import AT_ONCE, BuildError, Outputs, Source, sentence
from .steps import Progress


def run_notebooks(sources: list[Source]) -> dict[str, Outputs]:
    """The outputs of every code cell of each notebook, by notebook; the files themselves are not touched.

    Two kernels work at a time, also where an event loop runs already, as it does in a notebook.
    Raises `BuildError` with notebook, cell and error where a cell raises.
    """
    from jupyter_core.utils import run_sync

    spare_the_grammars()
    progress = Progress({source.name: len(source.code) for source in sources})
    return run_sync(_run_all)(sources, progress)


async def _run_all(sources: list[Source], progress: Progress) -> dict[str, Outputs]:
    places = asyncio.Semaphore(AT_ONCE)

    async def run(source: Source) -> Outputs:
        async with places:
            return await _run(source, progress)

    tasks = [asyncio.create_task(run(source)) for source in sources]
    try:
        outputs = await asyncio.gather(*tasks)
    except BuildError:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    return {source.name: given for source, given in zip(sources, outputs, strict=True)}


async def _run(source: Source, progress: Progress) -> Outputs:
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    notebook = notebook_without_outputs(source)
    try:
        await _client(notebook, source, progress).async_execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        raise BuildError(describe(source, notebook, error)) from error
    progress.finish(source.name)
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def _client(notebook, source: Source, progress: Progress):
    from nbclient import NotebookClient
    from traitlets.config import Config

    # Without this every kernel warns on the terminal that it talks to us in plain text.
    private = Config({"KernelManager": {"transport_encryption": "auto"}})
    return NotebookClient(
        notebook,
        config=private,
        timeout=600,
        kernel_name="python3",
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(source.path.parent)}},
        on_cell_executed=lambda cell, cell_index, execute_reply: progress.advance(source.name),
    )


def notebook_without_outputs(source: Source):
    """The notebook as nbformat holds it, without outputs."""
    import nbformat

    return nbformat.reads(source.bytes.decode(), as_version=4)


def describe(source: Source, notebook, error: Exception) -> str:
    """One sentence: which notebook, which cell by its number and first line, and the error."""
    for number, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                return sentence(source.path.name, number, cell.source, output.ename, plain(output.evalue))
    return f"{source.path.name} could not be run: {plain(str(error).strip().splitlines()[-1])}"


def plain(message: str) -> str:
    """A message without the codes that colour it on a terminal."""
    return re.sub(r"\x1b\[[0-9;]*m", "", message)


def with_outputs(source: Source, outputs: Outputs):
    """The notebook as nbformat holds it, with these outputs in its code cells."""
    import nbformat

    notebook = notebook_without_outputs(source)
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    for number, (cell, given) in enumerate(zip(code, outputs, strict=True), 1):
        cell.execution_count = number
        cell.outputs = [nbformat.from_dict(output) for output in given]
    return notebook
