"""Kernels that run the notebooks: two at work, each taking one notebook after the other, afresh each time."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from logging import CRITICAL, getLogger
from queue import SimpleQueue
from subprocess import DEVNULL
from textwrap import shorten

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode, v4
from traitlets.config import Config

from .sources import BuildError, Outputs, Source

LONGEST = 20_000  # characters that a cell may print on a page
AT_ONCE = 2  # so pandas and matplotlib are imported twice, and not once a notebook

# What a kernel is told before each notebook, so that none sees what was done in another.
AFRESH = """\
get_ipython().reset(new_session=True)
import gc, os, sys
gc.freeze()
os.chdir({folder!r})
if "matplotlib" in sys.modules:
    sys.modules["matplotlib"].rc_file_defaults()
if "matplotlib.pyplot" in sys.modules:
    sys.modules["matplotlib.pyplot"].close("all")
del gc, os, sys
"""


@contextmanager
def running(sources: list[Source], cell_seconds: int) -> Iterator[Iterator[tuple[Source, Outputs]]]:
    """Kernels at work, which give each notebook with its outputs as it is done, and end with the block.

    Raises `BuildError` with notebook, cell and error where a cell raises or does not end, or with what keeps
    kernels from starting.
    """
    getLogger("asyncio").setLevel(CRITICAL)  # what nbclient leaves pending when a kernel ends is no news
    # What draws takes longest, and is begun first.
    waiting = iter(sorted(sources, key=lambda source: -sum("figure(" in code for code in source.code)))
    finished: SimpleQueue = SimpleQueue()
    # Without this every kernel warns on the terminal that it talks to us in plain text.
    private = Config({"KernelManager": {"transport_encryption": "auto"}})
    settings = dict(config=private, timeout=cell_seconds, shutdown_kernel="immediate", coalesce_streams=True)
    settings["on_cell_executed"] = cut
    clients = [NotebookClient(v4.new_notebook(), **settings) for _ in sources[:AT_ONCE]]

    def work(client: NotebookClient) -> None:
        try:
            with client.setup_kernel(stderr=DEVNULL):  # what is said to us comes in messages
                for source in waiting:
                    finished.put((source, run(source, client)))
        except BuildError as error:
            finished.put(error)
        except Exception as error:
            cure = "delete the folder .venv and give the command again"
            finished.put(BuildError(f"The notebooks cannot be run: {error or type(error).__name__}; {cure}."))

    def results() -> Iterator[tuple[Source, Outputs]]:
        for _ in sources:
            if isinstance(result := finished.get(), BuildError):
                raise result
            yield result

    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for client in clients:
                pool.submit(work, client)
            yield results()
        finally:
            list(waiting)  # so that nothing more is begun
            for client in clients:  # one in the middle of a cell would go on
                if client.km and client.km.has_kernel:
                    client.km.provisioner.process.kill()


def run(source: Source, client: NotebookClient) -> Outputs:
    """The outputs of every code cell; the file itself is not touched."""
    notebook = client.nb = source.notebook()
    client.reset_execution_trackers()
    client.kc.execute(AFRESH.format(folder=str(source.path.parent.resolve())), silent=True)
    for number, cell in enumerate(notebook.cells, 1):
        try:
            client.execute_cell(cell, number - 1)
            continue
        except CellExecutionError as error:
            from nbconvert.filters import strip_ansi  # which takes long, and kernels would start later

            problem = f"{error.ename}: {strip_ansi(error.evalue)}"
            if error.ename == "NoneType":  # what fails when it is shown is named in the traceback alone
                problem = strip_ansi(error.traceback).split("\n")[-2]
        except CellTimeoutError:
            problem = f"it did not end within {client.timeout} seconds; `--cell-seconds` sets another limit"
        except DeadKernelError:
            problem = "its kernel died"
        except Exception as error:  # of what is no output of a notebook, as a number for HTML
            problem = f"{type(error).__name__}: {error}".partition("\n")[0]
        line = cell.source.strip().partition("\n")[0]
        raise BuildError(f"{source.path.name}, cell {number} ({line}): {shorten(problem, 500)}")
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def cut(cell: NotebookNode, **_: object) -> None:
    """Cut what the cell printed too much, before nbclient joins it: long lines take it the square of time."""
    streams = [output for output in cell.outputs if output.output_type == "stream"]
    printed, room = sum(len(output.text) for output in streams), LONGEST
    for output in streams:
        output.text = output.text[:room]
        room -= len(output.text)
    if printed > LONGEST:
        streams[-1].text += f"\n… cut here: the cell printed {printed:,} characters"
