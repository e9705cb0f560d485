"""The build: what runs again, what stays when something fails, what it says, and that nothing outlives it."""

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import psutil
import pytest
from cablegram import load
from cablegram.edition import __main__ as command
from cablegram.edition import build as building
from cablegram.edition import facts, kernels, pdf
from cablegram.edition.build import build
from cablegram.edition.kernels import running
from cablegram.edition.sources import BuildError, Folders, read_source, read_sources
from cablegram.registers import FOLDER, RegisterError

# ---- small editions


def notebook(*cells: tuple[str, str]) -> dict:
    """A notebook of (kind, source)."""
    made = [
        {"id": f"c{number}", "cell_type": kind, "metadata": {}, "source": source}
        | ({"execution_count": None, "outputs": []} if kind == "code" else {})
        for number, (kind, source) in enumerate(cells)
    ]
    return {"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def write(folder: Path, notebooks: dict[str, dict]) -> Folders:
    folders = Folders(folder)
    folders.notebooks.mkdir(parents=True, exist_ok=True)
    for name, content in notebooks.items():
        (folders.notebooks / f"{name}.ipynb").write_text(json.dumps(content), encoding="utf-8")
    return folders


def change(folders: Folders, name: str, old: str, new: str) -> None:
    path = folders.notebooks / f"{name}.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


FRONT = notebook(("markdown", "# Small\n\nAn edition of two pages.\n\n[Text](01-text.ipynb)"))
TEXT = notebook(("markdown", "# Text\n\nThe text."), ("code", "import random\nrandom.Random(1).random()"))
DRAWN = notebook(
    ("markdown", "# Figure"),
    ("code", "import cablegram as cg\ncable = cg.load()\ncable.figure('totals')"),
    ("code", "cable.quantities"),
)

# A build of the edition in the folder that is named, as the command does it.
BUILDING = """
import sys
from pathlib import Path
from cablegram.edition import __main__, sources
__main__.Folders = lambda: sources.Folders(Path(sys.argv[1]))
sys.exit(__main__.main(["build"]))
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Folders:
    """A small edition, built once."""
    root = tmp_path_factory.mktemp("made")
    folders = write(root, {"index": FRONT, "01-text": TEXT, "02-figure": DRAWN})
    build(folders)
    return folders


@pytest.fixture
def folders(made, tmp_path, monkeypatch) -> Folders:
    """A copy of it with all that the build left, whose prose is not in question."""
    monkeypatch.setattr(building, "check_prose", lambda *_: [])
    return Folders(shutil.copytree(made.root, tmp_path, dirs_exist_ok=True))


# ---- what runs again


def test_two_builds_give_the_same_bytes(made, tmp_path):
    """The second in another folder, time zone and language, with another order of sets and another umask."""
    other = Folders(tmp_path / "Straße – 2")
    shutil.copytree(made.notebooks, other.notebooks, ignore=shutil.ignore_patterns("html"))
    moved = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "de_DE"}
    subprocess.run([sys.executable, "-c", BUILDING, str(other.root)], env=moved, umask=0o077, check=True)
    assert {"totals.svg", "totals.png"} == set(contents(made.figures))
    assert contents(made.figures) == contents(other.figures)
    assert {"index.html", "02-figure.html", "edition.html"} < set(contents(made.html))
    assert contents(made.html) == contents(other.html)


def test_a_build_without_changes_does_nothing(folders, capsys):
    build(folders)  # whose files lie in another folder
    first = contents(folders.html)
    capsys.readouterr()
    build(folders)
    assert "Nothing has changed since the last build.\n" == capsys.readouterr().out
    assert first == contents(folders.html)


def test_only_a_notebook_whose_code_changed_runs_again(folders, capsys):
    change(folders, "01-text", "The text.", "The whole text.")
    build(folders)
    assert "Kept the outputs of 01-text" in capsys.readouterr().out
    assert b"The whole text." in (folders.html / "01-text.html").read_bytes()
    change(folders, "01-text", "Random(1)", "Random(2)")
    build(folders)
    assert "Ran 01-text" in capsys.readouterr().out


def test_what_was_tampered_with_is_written_again_and_strays_go(folders, capsys):
    first = contents(folders.html), contents(folders.figures)
    (folders.html / "index.html").write_bytes(b"something else")
    (folders.html / "stray.html").write_bytes(b"left over")
    (folders.figures / "totals.png").write_bytes(b"half")
    (folders.figures / "totals.svg").unlink()
    build(folders)
    assert first == (contents(folders.html), contents(folders.figures))
    assert "Ran" not in capsys.readouterr().out


def test_computed_words_are_rewritten_first_where_that_is_asked_for(folders, monkeypatch, capsys):
    due = SimpleNamespace(due=lambda link: "nine" if link.words == "the false number" else "")
    monkeypatch.setattr(building, "facts_of", lambda _: due)
    change(folders, "01-text", "The text.", "It says [the false number](02-quantities.ipynb#result-x).")
    build(folders, fix=True)
    assert "01-text.ipynb: 1 computed words rewritten" in capsys.readouterr().out
    assert "says [nine](02-q" in (folders.notebooks / "01-text.ipynb").read_text(encoding="utf-8")
    assert b'">nine</a>' in (folders.html / "01-text.html").read_bytes()


def test_a_cache_that_cannot_be_used_is_done_without(folders, capsys):
    (folders.notebooks / "02-figure.ipynb").unlink()
    shutil.rmtree(folders.cache)
    folders.cache.write_bytes(b"a file where a folder should be")
    build(folders)
    assert "cannot be used" in capsys.readouterr().out
    assert (folders.html / "index.html").is_file()


def test_an_entry_of_the_cache_holds_for_one_key_and_a_damaged_one_for_none(tmp_path):
    building.remember(tmp_path, "one", "key", ["value"])
    assert [["value"], None, None] == [
        building.recall(tmp_path, "one", "key"),
        building.recall(tmp_path, "one", "x"),
        building.recall(tmp_path, "two", "key"),
    ]
    text = (tmp_path / "one.json").read_text(encoding="utf-8")
    for damaged in (text.replace("value", "valve"), text[:-1], "", "\udcff"):
        (tmp_path / "one.json").write_bytes(damaged.encode(errors="surrogateescape"))
        assert building.recall(tmp_path, "one", "key") is None


def test_what_is_hashed_cannot_run_into_each_other():
    assert 3 == len({building.digest("ab", "c"), building.digest("a", "bc"), building.digest("abc")})


# ---- kernels


def ran(folders: Folders, *names: str, seconds: int = 60) -> dict[str, list]:
    """The outputs of these notebooks, run in this order by one kernel."""
    sources = [read_source(folders.notebooks / f"{name}.ipynb") for name in names]
    with running(sources, seconds) as finished:
        return {source.name: outputs for source, outputs in finished}


def test_the_order_of_notebooks_does_not_change_what_they_give(tmp_path, monkeypatch):
    """One kernel runs several; each finds no name, folder, setting or picture of another."""
    monkeypatch.setattr(kernels, "AT_ONCE", 1)
    code = (
        "import os, matplotlib, matplotlib.pyplot as plt\n"
        "print([name for name in globals() if name.startswith('left')], os.getcwd() == os.environ['HERE'])\n"
        "print(matplotlib.rcParams['font.size'], plt.get_fignums())\n"
        "left_{} = matplotlib.rcParams['font.size'] = {}\nos.chdir('/')\nfigure = plt.figure()\n1 + 1"
    )
    made = {name: notebook(("code", code.format(name, size))) for name, size in (("a", 20), ("b", 30))}
    folders = write(tmp_path, made)
    monkeypatch.setenv("HERE", str(folders.notebooks.resolve()))
    one, other = ran(folders, "a", "b"), ran(folders, "b", "a")
    assert one == other
    assert ["[] True\n10.0 []\n"] * 2 == [outputs[0][0]["text"] for outputs in one.values()]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("x = 1\nraise ValueError('one\\ntwo')", "one.ipynb, cell 2 (x = 1): ValueError: one two"),
        (
            "from IPython.display import display\ndisplay({'text/html': 7}, raw=True)",
            "one.ipynb, cell 2 (from IPython.display import display): NotebookValidationError: 7 is not "
            "valid under any of the given schemas",
        ),
        (
            "class Shown:\n    def _repr_html_(self): 1 / 0\nShown()",
            "one.ipynb, cell 2 (class Shown:): ZeroDivisionError: division by zero",
        ),
        (
            "while True: pass",
            "one.ipynb, cell 2 (while True: pass): it did not end within 2 seconds; "
            "`--cell-seconds` sets another limit",
        ),
        ("import os; os._exit(1)", "one.ipynb, cell 2 (import os; os._exit(1)): its kernel died"),
    ],
)
def test_a_cell_that_fails_is_named_in_one_sentence(tmp_path, code, sentence):
    folders = write(tmp_path, {"one": notebook(("markdown", "# T"), ("code", code))})
    before = {child.pid for child in psutil.Process().children(recursive=True)}  # a browser, perhaps
    with pytest.raises(BuildError) as caught:
        ran(folders, "one", seconds=2)
    assert sentence == str(caught.value)
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= before


def test_what_keeps_kernels_from_starting_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(kernels.NotebookClient, "setup_kernel", lambda *_, **__: 1 / 0)
    write(tmp_path, {"one": notebook(("code", "1"))})
    with pytest.raises(BuildError, match=r"cannot be run: division by zero; delete the folder \.venv"):
        ran(Folders(tmp_path), "one")


def test_what_a_cell_prints_without_end_is_cut_and_the_cut_is_told(tmp_path):
    code = "for _ in range(3): print('x' * 99_999, flush=True)"
    folders = write(tmp_path, {"one": notebook(("code", code))})
    (output,) = ran(folders, "one")["one"][0]
    assert len(output["text"]) < 20_100
    assert output["text"].endswith("x\n… cut here: the cell printed 300,000 characters")


def test_a_run_never_touches_the_notebook_and_ignores_the_outputs_in_it(tmp_path):
    content = notebook(("code", "print(2)"))
    content["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "old"}]
    folders = write(tmp_path, {"one": content})
    before = (folders.notebooks / "one.ipynb").read_bytes()
    assert ["2\n"] == [output["text"] for output in ran(folders, "one")["one"][0]]
    assert before == (folders.notebooks / "one.ipynb").read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL", "SIGINT"])
def test_no_process_outlives_a_build_whichever_signal_ends_it(folders, name):
    write(folders.root, {"01-text": notebook(("code", "open('begun', 'w').close()\nwhile True: pass"))})
    process = subprocess.Popen([sys.executable, "-c", BUILDING, str(folders.root)], stderr=subprocess.PIPE)
    assert eventually((folders.notebooks / "begun").exists)
    children = psutil.Process(process.pid).children(recursive=True)
    assert children
    process.send_signal(getattr(signal, name))
    process.wait(timeout=30)
    assert eventually(lambda: not any(child.is_running() for child in children))
    assert b"Traceback" not in process.stderr.read()


def eventually(holds) -> bool:
    """Whether it comes to hold within half a minute."""
    for _ in range(300):
        if holds():
            return True
        time.sleep(0.1)
    return False


# ---- what stays, and what is said


def test_an_edition_stays_whole_where_a_cell_of_the_next_raises(folders):
    first = contents(folders.html)
    write(folders.root, {"02-raises": notebook(("code", "x = 1\n1 / 0"))})
    with pytest.raises(BuildError, match=r"02-raises\.ipynb, cell 1 \(x = 1\): ZeroDivisionError"):
        build(folders)
    assert first == contents(folders.html)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_an_edition_stays_whole_where_the_disk_is_full_before_the_next_is_written(
    folders, monkeypatch, number
):
    first = contents(folders.html)
    change(folders, "01-text", "The text.", "The whole text.")
    real, left = Path.write_bytes, iter(range(number))

    def write_bytes(path, content):
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    with pytest.raises(OSError, match=r"\[Errno \d+\] No space left on device: .*\.html-new"):
        build(folders)
    assert first == contents(folders.html)
    assert ["html"] == [path.name for path in folders.notebooks.iterdir() if path.is_dir()]


class Killed(BaseException):
    """What ends a build before it can tidy up."""


@pytest.mark.parametrize("number", [0, 1])
def test_what_a_build_that_was_killed_before_it_renamed_a_folder_left_is_put_right_by_the_next_command(
    folders, monkeypatch, number
):
    first = contents(folders.html)
    change(folders, "01-text", "The text.", "The whole text.")
    rename, left = os.rename, iter(range(number))

    def killed(*paths):
        if next(left, None) is None:
            raise Killed
        rename(*paths)

    with monkeypatch.context() as build_that_is_killed, pytest.raises(Killed):
        build_that_is_killed.setattr(os, "rename", killed)
        build_that_is_killed.setattr(building, "restore", lambda _: None)
        build(folders)
    with building.alone(folders):
        assert first == contents(folders.html)
    assert ["html"] == [path.name for path in folders.notebooks.iterdir() if path.is_dir()]


@pytest.mark.skipif(os.name == "nt", reason="Windows locks no folders")
def test_of_two_builds_at_once_the_second_waits_for_the_first(folders, capsys):
    begun = []

    def second():
        with building.alone(folders):
            begun.append("second")

    thread = Thread(target=second)
    with building.alone(folders):
        thread.start()
        thread.join(0.1)
        assert [] == begun
    thread.join(10)
    assert ["second"] == begun
    assert "Another build of this edition is at work; this one waits for it.\n" == capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_named_before_anything_runs(folders, capsys):
    folders.new.write_bytes(b"in the way")
    with pytest.raises(FileExistsError, match=r"\.html-new"):
        build(folders)
    assert "" == capsys.readouterr().out


def test_without_its_front_page_there_is_no_edition(folders):
    (folders.notebooks / "index.ipynb").unlink()
    with pytest.raises(BuildError, match=r"index\.ipynb is missing, and with it the front page: restore it"):
        build(folders)


VALID = notebook(("code", "1"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "Expecting property name"),
        ("[]", "list indices must be"),
        (json.dumps(VALID | {"nbformat": 5}), "its format is 5, and not 4"),
        (json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}}), "'cells' is a required property"),
        (json.dumps(VALID).replace('"1"', "null"), "cells/0"),
        (json.dumps(VALID | {"cells": VALID["cells"] * 2}), "more than one cell has the id 'c0'"),
        (
            json.dumps(VALID).replace('"metadata": {}', '"metadata": {"tags": "setup"}'),
            "cells/0/metadata/tags",
        ),
        (json.dumps(VALID).replace('"1"', r'"\ud800"'), "surrogates not allowed"),
    ],
)
def test_a_file_that_is_no_notebook_is_named_with_reason_and_cure(tmp_path, content, reason):
    (tmp_path / "bad.ipynb").write_text(content, encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        read_source(tmp_path / "bad.ipynb")
    assert str(caught.value).startswith("bad.ipynb is not a notebook that can be read: ")
    assert reason in str(caught.value)
    assert str(caught.value).endswith("restore it with `git checkout`.")


def test_a_byte_order_mark_as_spreadsheets_and_editors_write_it_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(facts, "FOLDER", tmp_path)
    sheet = "file,passage,reason\n,CC BY,A licence\n"
    (tmp_path / "prose-exceptions.csv").write_text(sheet, encoding="utf-8-sig")
    assert ({"file": "", "passage": "CC BY", "reason": "A licence"},) == facts.exceptions()
    (tmp_path / "one.ipynb").write_text(json.dumps(VALID), encoding="utf-8-sig")
    assert ["1"] == read_source(tmp_path / "one.ipynb").code


@pytest.mark.parametrize(
    "sheet", ["a.md,CC BY,A licence\n,x,y\n", "file,passage,reason\nx\n", "passage\nx\n"]
)
def test_exceptions_without_their_columns_are_told_with_file_and_row(tmp_path, monkeypatch, sheet):
    monkeypatch.setattr(facts, "FOLDER", tmp_path)
    (tmp_path / "prose-exceptions.csv").write_text(sheet, encoding="utf-8")
    with pytest.raises(RegisterError, match=r"^prose-exceptions\.csv, row 1: a row has `file` ") as caught:
        facts.exceptions()
    assert str(caught.value) == command.told(caught.value, Folders(tmp_path))


def test_a_notebook_that_is_not_there_any_more_is_named(tmp_path):
    (tmp_path / "gone.ipynb").symlink_to(tmp_path / "nowhere")
    with pytest.raises(BuildError, match=r"gone\.ipynb cannot be read: No such file or directory\. Make it"):
        read_source(tmp_path / "gone.ipynb")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("quantities.csv", None, None, r"lacks quantities\.csv; restore it with `git checkout`"),
        (
            "quantities.csv",
            "1961-11-08,onsong",
            "1961-11-07,onsong",
            r"\(q-onsong\) and .* \(q-hoeryong\) cannot be added: they differ in date",
        ),
        ("sources.toml", 'date = "1961-12-02"', 'date = "1961-99-99"', r"sources\.toml, line \d+ .*: date"),
    ],
)
def test_registers_that_make_no_sense_are_named_with_file_or_row(tmp_path, monkeypatch, file, old, new, said):
    folder = shutil.copytree(FOLDER, tmp_path / "registers")
    if old:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    else:
        (folder / file).unlink()
    monkeypatch.setattr(building, "FOLDER", folder)
    monkeypatch.setattr(building, "load", lambda: load(registers=folder))
    with pytest.raises(BuildError, match=said):
        building.load_cable()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (BuildError("index.ipynb is missing: restore it."), "index.ipynb is missing: restore it."),
        (
            PermissionError(errno.EACCES, "Permission denied", "cable.txt"),
            "[Errno 13] Permission denied: 'cable.txt': see that it is there, readable and writable, and "
            f"that there is room; {command.RESTORE}",
        ),
    ],
)
def test_a_failure_is_one_sentence_with_file_and_cure(tmp_path, error, sentence):
    assert sentence == command.told(error, Folders(tmp_path))


def test_a_slip_in_the_library_is_told_with_its_line(tmp_path):
    with pytest.raises(AttributeError) as caught:
        building.check_prose([], None, Folders())
    sentence = rf"\S+gather\.py, line \d+: AttributeError: 'NoneType' .*; {command.RESTORE}"
    assert re.fullmatch(sentence, command.told(caught.value, Folders(tmp_path)))


def test_files_that_an_error_does_not_name_are_named(tmp_path, monkeypatch):
    """Of the package, and the README; a slip is no news beside them, and what a cell raises is."""
    with pytest.raises(AttributeError) as slip:
        building.check_prose([], None, Folders())
    files = command.files_of
    monkeypatch.setattr(command, "files_of", lambda _: files(tmp_path / "package"))
    (tmp_path / "package").mkdir()
    for name, content in {
        "README.md": b"\xff",
        "package/good.toml": b"a = 1",
        "package/page.css": b"caf\xe9",
        "package/picture.png": b"\xe9",
        "package/words.toml": b"title = 'a",
    }.items():
        (tmp_path / name).write_bytes(content)
    named = [f"{tmp_path / name}" for name in ("package/page.css", "package/words.toml", "README.md")]
    for error, sentences in ((BuildError("one"), ["one", *named]), (slip.value, named)):
        told = command.told(error, Folders(tmp_path)).splitlines()
        assert sentences == [each.partition(": ")[0] for each in told]


# ---- the command


@pytest.fixture
def handlers(folders, monkeypatch) -> dict:
    """What the command does on a signal. It works on the small edition, and changes nothing for others."""
    handlers = {}
    monkeypatch.setattr(command.signal, "signal", handlers.__setitem__)
    monkeypatch.setattr(command.signal, "alarm", handlers.get, raising=False)
    monkeypatch.setattr(command.gc, "disable", lambda: None)
    monkeypatch.setattr(command.sys, "setswitchinterval", lambda _: None)
    monkeypatch.setitem(sys.modules, "rfc3987_syntax", None)
    monkeypatch.setattr(command, "Folders", lambda: folders)
    monkeypatch.setattr(command, "check_prose", lambda *_: [])
    return handlers


def test_the_command_says_where_the_edition_begins(handlers, folders, monkeypatch, capsys):
    monkeypatch.setattr(pdf, "print_pdf", lambda page, path: path)
    assert 0 == command.main(["build", "--pdf"])
    *_, last = capsys.readouterr().out.splitlines()
    done = (
        f"The edition begins at {folders.html / 'index.html'}, and its PDF is {folders.html / 'edition.pdf'}"
    )
    assert done == last.partition(" s. ")[2]


def test_the_command_can_only_check_the_prose(handlers, capsys):
    assert 0 == command.main(["check"])
    assert "The prose says what the data say.\n" == capsys.readouterr().out


def test_a_failure_is_told_on_the_error_stream(handlers, folders, capsys):
    (folders.notebooks / "index.ipynb").unlink()
    assert 1 == command.main(["build"])
    assert "index.ipynb is missing" in capsys.readouterr().err


@pytest.mark.parametrize("swallowed", [False, True])
def test_a_command_that_is_stopped_says_only_that(handlers, monkeypatch, capsys, swallowed):
    """Also where an exit in the midst of an import comes out as some other error."""

    def stopped(*_):
        try:
            handlers[signal.SIGTERM](signal.SIGTERM, None)
        except SystemExit:
            if swallowed:
                raise ImportError("half a module") from None
            raise

    monkeypatch.setattr(command, "build", stopped)
    with pytest.raises(SystemExit, match="143"):
        sys.exit(command.main(["build"]))
    assert "\nStopped. The same command goes on from here.\n" == capsys.readouterr().err


def test_false_prose_stops_the_build(tmp_path):
    folders = write(tmp_path, {"index": notebook(("markdown", "# Small\n\nThere were 700 people."))})
    with pytest.raises(BuildError, match=r"index\.ipynb, cell 1: “700”"):
        build(folders)
    assert not folders.html.exists()


def test_the_front_page_comes_first():
    names = [source.name for source in read_sources(Folders().notebooks)]
    assert ["index", "01-reading", "02-quantities", "03-stations", "04-commentary", "05-reuse"] == names
