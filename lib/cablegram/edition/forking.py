"""Notebooks run in copies of one process that has imported everything already: the kernels' outputs, sooner.

Where a process can be copied (Linux). A test holds the outputs against those of real kernels.
"""

import base64
import io
import multiprocessing
import os
import pkgutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from .sources import AT_ONCE, BuildError, Outputs, Source, sentence, tags, words
from .steps import Progress

DRAWING = (
    "matplotlib.figure",
    "matplotlib.backends.backend_svg",
    "matplotlib.backends.backend_agg",
    "pandas",
)


def can_fork() -> bool:
    """Whether this system copies processes safely; macOS and Windows do not."""
    return sys.platform == "linux"


def run_forked(sources: list[Source]) -> dict[str, Outputs]:
    """The outputs of every code cell of each notebook, by notebook: a process each, two at a time.

    Raises `BuildError` with notebook, cell and error where a cell raises.
    """
    import_all()
    progress = Progress({source.name: len(source.code) for source in sources})
    waiting, at_work, outputs = sorted(sources, key=figures_in, reverse=True), {}, {}
    try:
        while waiting or at_work:
            while waiting and len(at_work) < AT_ONCE:
                source = waiting.pop(0)
                pipe, process = start(source)
                at_work[pipe] = source, process
            for pipe in wait(at_work):
                source, process = at_work[pipe]
                outputs[source.name] = received(pipe, source)
                process.join()
                del at_work[pipe]
                progress.finish(source.name)
    finally:
        for _source, process in at_work.values():
            process.terminate()  # it would wait for ever to be heard, and keep open what it inherited
            process.join()
    return outputs


def figures_in(source: Source) -> int:
    """How many cells draw: what takes longest is begun first."""
    return sum("figure" in tags(cell) for cell in source.cells)


def start(source: Source) -> tuple[Connection, BaseProcess]:
    """Begin to run a notebook in a copy of this process; what it gives comes through the pipe."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=lambda: sender.send(run_cells(source)), daemon=True)
    process.start()
    sender.close()
    return receiver, process


def received(pipe: Connection, source: Source) -> Outputs:
    """The outputs that came through the pipe. Raises `BuildError` for an error or a process that died."""
    try:
        outputs, error = pipe.recv()
    except EOFError:
        outputs, error = [], f"{source.path.name} could not be run: its process died"
    pipe.close()
    if error:
        raise BuildError(error)
    return outputs


def import_all() -> None:
    """Import what the notebooks will: the core whole, what it draws with, and IPython."""
    import cablegram

    for module in pkgutil.walk_packages(cablegram.__path__, "cablegram."):
        if not module.name.startswith("cablegram.edition"):
            import_module(module.name)
    for name in (*DRAWING, "IPython.core.interactiveshell"):
        import_module(name)


def run_cells(source: Source) -> tuple[Outputs, str]:
    """What each code cell gave, and the sentence on the one that raised."""
    os.chdir(source.path.parent)
    record, outputs = Record(), []
    shell = make_shell(record)
    for number, cell in enumerate(source.cells, 1):
        if cell["cell_type"] != "code":
            continue
        error = run_cell(shell, record, words(cell))
        if error:
            return outputs, sentence(source.path.name, number, words(cell), type(error).__name__, str(error))
        outputs.append(record.outputs)
    return outputs, ""


def run_cell(shell, record: "Record", code: str) -> BaseException | None:
    """Run one cell into the record; what comes back is the error it raised."""
    record.outputs = []
    record.count += bool(code.strip())
    with redirect_stdout(Stream(record, "stdout")), redirect_stderr(Stream(record, "stderr")):
        done = shell.run_cell(code, store_history=True)
    return done.error_before_exec or done.error_in_exec


@dataclass
class Record:
    """What the cell that runs has given so far, as a notebook keeps it."""

    outputs: list[dict] = field(default_factory=list)
    count: int = 0

    def show(self, kind: str, data: dict, metadata: dict | None, **more) -> None:
        kept = {name: plain(value) for name, value in data.items()}
        self.outputs.append({"output_type": kind, "data": kept, "metadata": metadata or {}, **more})

    def write(self, name: str, text: str) -> None:
        """Text goes to the stream before it, as a kernel's does."""
        last = self.outputs[-1] if self.outputs else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"] += text
        elif text:
            self.outputs.append({"output_type": "stream", "name": name, "text": text})


class Stream(io.TextIOBase):
    """A standard stream that writes to the record."""

    def __init__(self, record: Record, name: str) -> None:
        self.record, self.name = record, name

    def write(self, text: str) -> int:
        self.record.write(self.name, text)
        return len(text)


def plain(value: object) -> object:
    """Pictures as text, the way notebooks hold them."""
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def make_shell(record: Record):
    """IPython without a terminal, which hands what is displayed to the record."""
    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets import Type

    class Publisher(DisplayPublisher):
        def publish(self, data, metadata=None, **_more):
            record.show("display_data", data, metadata)

    class Hook(DisplayHook):
        def write_output_prompt(self):
            pass

        def write_format_data(self, format_dict, md_dict=None):
            record.show("execute_result", format_dict, md_dict, execution_count=record.count)

        def finish_displayhook(self):
            self._is_active = False

    class InsteadOfZMQShell(InteractiveShell):
        """pandas looks for these three letters to know that its tables go to a page and not to a terminal."""

        display_pub_class = Type(Publisher)
        displayhook_class = Type(Hook)

        def init_history(self):
            super().init_history()
            self.history_manager.enabled = False

        def _showtraceback(self, *_):
            pass

    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    return InsteadOfZMQShell.instance()
