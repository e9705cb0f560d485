"""`python3 lib …`: what it says when something is missing."""

import builtins
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).parent.parent
LOAD = (
    "import importlib.util, sys\n"
    f"spec = importlib.util.spec_from_file_location('commands', {str(ROOT / 'lib' / '__main__.py')!r})\n"
    "commands = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(commands)\n"
)


@pytest.fixture
def commands():
    spec = importlib.util.spec_from_file_location("commands", ROOT / "lib" / "__main__.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_without_a_command_the_usage_is_shown_from_any_folder(tmp_path):
    done = subprocess.run([sys.executable, str(ROOT / "lib")], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert "python3 lib build" in done.stderr


def test_whoever_asks_for_help_gets_it_as_an_answer():
    done = subprocess.run([sys.executable, str(ROOT / "lib"), "--help"], capture_output=True, text=True)
    assert (done.returncode, "python3 lib lab" in done.stdout) == (0, True)


def test_a_terminal_that_lacks_a_letter_gets_the_sentence_all_the_same():
    code = f"{LOAD}commands.main(['help'])\nprint('Making …')"
    ascii = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=ascii)
    assert b"Making ?" == done.stdout.splitlines()[-1]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_a_signal_to_the_command_is_one_to_what_it_runs(name):
    number = getattr(signal, name)
    child = "import os, time; print(os.getpid(), os.getcwd(), flush=True); time.sleep(60)"
    code = f"{LOAD}commands.python = lambda: sys.executable\ncommands.run('-c', {child!r})"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: number == signal.SIGKILL or signal.signal(number, signal.SIG_DFL),
    ) as command:
        assert f"{command.pid} {ROOT}\n" == command.stdout.readline().decode()
        command.send_signal(number)
        assert -number == command.wait(timeout=30)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_command_that_is_stopped_while_it_installs_stops_pip_and_says_so(tmp_path, name):
    (tmp_path / "pip.py").write_text("import time\nprint('Collecting', flush=True)\ntime.sleep(60)")
    code = (
        f"{LOAD}commands.ROOT = {tmp_path!r}\ncommands.python = lambda: sys.executable\n"
        "commands.prepare = lambda *_: commands.install('lock.txt', None)\ncommands.main(['build'])"
    ).replace("PosixPath", "commands.Path")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", code], **pipes) as command:
        assert "." == command.stdout.read(1)
        command.send_signal(getattr(signal, name))
        assert "\nStopped. The same command goes on from here.\n" == command.stderr.read()
        assert "" == command.stdout.read()  # which ends when nobody holds it open any more


def test_an_old_python_is_told_which_is_needed(commands, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is 3\.9"):
        commands.main(["lab"])


def test_the_script_stays_readable_for_an_old_python(commands):
    """The sentence about the version can only be said by a Python that can read the file."""
    import ast

    ast.parse((ROOT / "lib" / "__main__.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_python_without_venv_is_told_the_package_that_brings_it(commands, monkeypatch):
    real_import = builtins.__import__

    def without_ensurepip(name, *rest):
        if name == "ensurepip":
            raise ImportError(name)
        return real_import(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_ensurepip)
    with pytest.raises(SystemExit, match=rf"python3\.{sys.version_info[1]}-venv"):
        commands.make_environment()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Collecting pandas==3.1.1\nWARNING: Retrying after connection broken by 'NewConnectionError()'",
            r"\nThe packages named in lock\.txt could not be fetched: [^\n]*",
        ),
        (
            "a\nERROR: no space left",
            r"\nThe packages named in lock\.txt could not be installed\. pip said:\na\nERROR: no space left",
        ),
    ],
)
def test_no_network_is_one_sentence_and_another_failure_keeps_the_words_of_pip(
    commands, monkeypatch, tmp_path, said, told
):
    (tmp_path / "pip.py").write_text(f"print({said!r})\nraise SystemExit(1)")
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    monkeypatch.setattr(commands, "python", lambda: Path(sys.executable))
    with pytest.raises(SystemExit) as ended:
        commands.install("lock.txt", None)
    assert re.fullmatch(told, str(ended.value))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Looking in links: /wheels\nCollecting pandas\n  Using cached pandas.whl\n", "."),
        ("Processing /wheels/six.whl\nRequirement already satisfied: idna\n", ".."),
        ("Collecting pandas\nInstalling collected packages: pandas, six\n", "."),
    ],
)
def test_each_package_that_pip_fetches_is_a_dot(commands, monkeypatch, tmp_path, capsys, said, shown):
    (tmp_path / "pip.py").write_text(f"print({said!r})")
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    monkeypatch.setattr(commands, "python", lambda: Path(sys.executable))
    commands.install("lock.txt", None)
    assert capsys.readouterr().out == shown


def test_an_environment_that_cannot_be_made_is_one_sentence(commands, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setattr(commands, "ENVIRONMENT", tmp_path / "file" / ".venv")
    with pytest.raises(SystemExit, match=r"The environment .*\.venv could not be made: "):
        commands.make_environment()


@pytest.fixture
def done(commands, monkeypatch, tmp_path) -> list[str]:
    """A record of what is made and installed, in a root of its own."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "lib" / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "requirements.txt").write_text("pandas==3.1.1\n")
    (tmp_path / "tests" / "requirements.txt").write_text("pytest==9.2.0\n")
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    monkeypatch.setattr(commands, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(commands, "packages", lambda: set(os.listdir(tmp_path / ".venv" / "site")))
    done = []

    def make_environment():
        shutil.rmtree(tmp_path / ".venv", ignore_errors=True)
        (tmp_path / ".venv" / "site").mkdir(parents=True)
        done.append("environment")

    def install(lock, _held):
        for package in {"requirements.txt": ("pandas", "_cablegram.pth")}.get(lock, ("pytest",)):
            (tmp_path / ".venv" / "site" / package).touch()
        done.append(lock)

    monkeypatch.setattr(commands, "make_environment", make_environment)
    monkeypatch.setattr(commands, "install", install)
    commands.prepare("requirements.txt")
    assert ["environment", "requirements.txt"] == done
    done.clear()
    return done


def test_an_environment_that_is_up_to_date_is_left_alone(commands, done):
    (commands.ENVIRONMENT / "site" / "more").touch()  # what came to it later
    commands.prepare("requirements.txt")
    assert [] == done


STAMP = ".venv/installed-requirements.txt"


@pytest.mark.parametrize(
    "damage",
    [
        lambda root: (root / "requirements.txt").write_text("pandas==3.1.2\n"),
        lambda root: (root / "lib" / "pyproject.toml").write_text("[tool]\n"),
        lambda root: (root / ".venv" / "site" / "pandas").unlink(),
        lambda root: (root / ".venv" / "site" / "_cablegram.pth").unlink(),
        lambda root: [path.unlink() for path in (root / ".venv" / "site").iterdir()],
        lambda root: (root / STAMP).unlink(),
        lambda root: (root / STAMP).write_bytes(b"\xff\0"),
        lambda root: (root / STAMP).write_bytes(b""),
        lambda root: (root / STAMP).write_text((root / STAMP).read_text().partition("\n")[0]),
        lambda root: [(root / STAMP).unlink(), (root / STAMP).mkdir()],
    ],
)
def test_an_environment_that_is_not_as_it_was_made_is_made_again_once(commands, done, damage):
    damage(commands.ROOT)
    commands.prepare("requirements.txt")
    commands.prepare("requirements.txt")
    assert ["environment", "requirements.txt"] == done


def test_what_the_tests_need_is_added_and_what_they_lost_makes_all_anew(commands, done):
    locks = ("requirements.txt", "tests/requirements.txt")
    commands.prepare(*locks)
    commands.prepare(*locks)
    assert ["tests/requirements.txt"] == done
    (commands.ENVIRONMENT / "site" / "pytest").unlink()
    commands.prepare(*locks)
    assert ["tests/requirements.txt", "environment", *locks] == done


def test_an_installation_that_failed_is_begun_again(commands, done, monkeypatch):
    """Also where the lock file is what it was before the failure: what lies there is a mixture."""
    (commands.ROOT / "requirements.txt").write_text("pandas==3.1.2\n")
    with monkeypatch.context() as broken, pytest.raises(SystemExit):
        broken.setattr(commands, "install", lambda *_: sys.exit("pip said no"))
        commands.prepare("requirements.txt")
    (commands.ROOT / "requirements.txt").write_text("pandas==3.1.1\n")
    commands.prepare("requirements.txt")
    assert ["environment", "environment", "requirements.txt"] == done


def test_of_two_commands_at_once_the_second_waits_until_the_first_has_installed(commands, done):
    fcntl = pytest.importorskip("fcntl", reason="Windows has no such locks")
    (commands.ROOT / STAMP).unlink()
    with (commands.ROOT / "requirements.txt").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        second = Thread(target=commands.prepare, args=["requirements.txt"])
        second.start()
        second.join(0.1)
        assert [] == done
    second.join(10)
    assert ["environment", "requirements.txt"] == done


def test_a_moved_checkout_is_installed_again(commands, done, monkeypatch, tmp_path):
    """An editable package points at its folder, so the folder is part of what was installed."""
    before = commands.fingerprint("requirements.txt")
    shutil.copytree(tmp_path / "lib", tmp_path / "moved" / "lib")
    shutil.copy(tmp_path / "requirements.txt", tmp_path / "moved")
    monkeypatch.setattr(commands, "ROOT", tmp_path / "moved")
    assert before != commands.fingerprint("requirements.txt")


def test_packages_are_those_that_python_in_the_environment_finds(commands, monkeypatch):
    monkeypatch.setattr(commands, "python", lambda: Path(sys.executable))
    assert {"pandas", "pytest"} <= commands.packages()


@pytest.mark.parametrize(
    "damage",
    [
        lambda python: None,
        lambda python: python.mkdir(),
        lambda python: python.symlink_to("/there/is/none"),
        lambda python: python.write_bytes(b"no program"),
        lambda python: [python.write_text("#!/bin/sh\nexit 1\n"), python.chmod(0o755)],
    ],
    ids=["gone", "a folder", "dangling", "no program", "broken"],
)
def test_where_python_in_the_environment_does_not_run_there_are_none(commands, monkeypatch, tmp_path, damage):
    damage(tmp_path / "python")
    monkeypatch.setattr(commands, "python", lambda: tmp_path / "python")
    assert set() == commands.packages()
