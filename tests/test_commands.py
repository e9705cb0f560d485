"""`python3 lib …`: what it says when something is missing."""

import builtins
import importlib.util
import os
import re
import signal
import subprocess
import sys
import venv
from pathlib import Path

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
    code = f"{LOAD}commands.main(['help'])\ncommands.timed('Making', lambda: None)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=os.environ | {"PYTHONIOENCODING": "ascii"}
    )
    assert done.stdout.splitlines()[-1] == b"Making ? 0.0 s"


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to a group")
def test_an_interrupted_command_lets_its_child_end_in_its_own_way():
    child = (
        "import sys, time\ntry:\n    print('ready', flush=True)\n    time.sleep(60)\n"
        "except KeyboardInterrupt:\n    time.sleep(0.5)\n    sys.exit(7)"
    )
    code = f"{LOAD}commands.python = lambda: sys.executable\nsys.exit(commands.run('-c', {child!r}))"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as command:
        command.stdout.readline()
        os.killpg(command.pid, signal.SIGINT)
        assert command.wait(timeout=30) == 7


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_command_that_is_ended_ends_its_child():
    child = "import time\nprint('ready', flush=True)\ntime.sleep(60)"
    code = f"{LOAD}commands.python = lambda: sys.executable\nsys.exit(commands.run('-c', {child!r}))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as command:
        command.stdout.readline()
        command.terminate()
        assert command.wait(timeout=30) != 0
        assert command.stdout.read() == b""  # which ends when nobody holds it open any more


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
        commands.install("lock.txt")
    assert re.fullmatch(told, str(ended.value))


def test_pip_that_fails_ends_the_command_with_the_sentence(commands, monkeypatch, tmp_path):
    """The real pip, an index that does not answer, a package that is nowhere."""
    (tmp_path / "lock.txt").write_text("there-is-no-such-package-cablegram==1.0\n")
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    monkeypatch.setattr(commands, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(commands, "python", lambda: Path(sys.executable))
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    with pytest.raises(SystemExit, match=r"named in lock\.txt could not be"):
        commands.install("lock.txt")


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
    commands.install("lock.txt")
    assert capsys.readouterr().out == shown


def test_an_environment_left_half_made_is_not_used(commands, monkeypatch, tmp_path):
    monkeypatch.setattr(commands, "ENVIRONMENT", tmp_path / ".venv")
    assert not commands.is_usable()
    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(tmp_path / ".venv")
    assert not commands.is_usable()
    site = next(path for path in (tmp_path / ".venv").rglob("site-packages") if path.parent.name != "lib64")
    (site / "pip.py").touch()
    assert commands.is_usable()
    assert not commands.is_usable(version=(3, 99))


def test_an_environment_that_cannot_be_made_is_one_sentence(commands, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setattr(commands, "ENVIRONMENT", tmp_path / "file" / ".venv")
    with pytest.raises(SystemExit, match=r"The environment .*\.venv could not be made: "):
        commands.make_environment()


@pytest.fixture
def fake_root(commands, monkeypatch, tmp_path):
    """A root of its own with an environment that is there, and a record of what is installed."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "requirements.txt").write_text("pandas==3.1.1\n")
    environment = tmp_path / ".venv"
    environment.mkdir()
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    monkeypatch.setattr(commands, "ENVIRONMENT", environment)
    monkeypatch.setattr(commands, "python", lambda: Path(sys.executable))
    monkeypatch.setattr(commands, "is_usable", lambda: True)
    installed = []
    monkeypatch.setattr(commands, "install", installed.append)
    return installed


def test_an_environment_that_is_up_to_date_is_left_alone(commands, fake_root):
    commands.prepare("requirements.txt")
    commands.prepare("requirements.txt")
    assert fake_root == ["requirements.txt"]


def test_a_changed_lock_file_is_installed_again(commands, fake_root):
    commands.prepare("requirements.txt")
    (commands.ROOT / "requirements.txt").write_text("pandas==3.1.2\n")
    commands.prepare("requirements.txt")
    assert fake_root == ["requirements.txt", "requirements.txt"]


@pytest.mark.parametrize("folder", ["lib/python3.11/site-packages", "Lib/site-packages"])
@pytest.mark.parametrize("name", ["pandas", "_cablegram.pth"])
def test_an_environment_that_has_lost_a_package_is_made_again(
    commands, fake_root, monkeypatch, folder, name, capsys
):
    """What came to it later, and another version of what is there, are no loss."""
    there = commands.ENVIRONMENT / folder
    for package in ("pandas", "_cablegram.pth", "pandas-3.1.1.dist-info"):
        (there / package).mkdir(parents=True)
    commands.prepare("requirements.txt")
    (there / "more").mkdir()
    (there / "pandas-3.1.1.dist-info").rmdir()
    commands.prepare("requirements.txt")
    assert fake_root == ["requirements.txt"]
    (there / name).rmdir()
    monkeypatch.setattr(commands, "make_environment", lambda: fake_root.append("environment"))
    commands.prepare("requirements.txt")
    commands.prepare("requirements.txt")
    assert fake_root == ["requirements.txt", "environment", "requirements.txt"]


def test_an_unusable_environment_is_made_again_before_anything_is_installed(
    commands, fake_root, monkeypatch, capsys
):
    monkeypatch.setattr(commands, "is_usable", lambda: False)
    monkeypatch.setattr(commands, "make_environment", lambda: fake_root.append("environment"))
    commands.prepare("requirements.txt")
    assert fake_root == ["environment", "requirements.txt"]


def test_an_installation_that_failed_is_begun_again(commands, fake_root, monkeypatch):
    """Also where the lock file is what it was before the failure: what lies there is a mixture."""
    commands.prepare("requirements.txt")
    (commands.ROOT / "requirements.txt").write_text("pandas==3.1.2\n")
    with monkeypatch.context() as broken, pytest.raises(SystemExit):
        broken.setattr(commands, "install", lambda _lock: sys.exit("pip said no"))
        commands.prepare("requirements.txt")
    (commands.ROOT / "requirements.txt").write_text("pandas==3.1.1\n")
    commands.prepare("requirements.txt")
    assert fake_root == ["requirements.txt", "requirements.txt"]


def test_a_moved_checkout_is_installed_again(commands, fake_root, monkeypatch, tmp_path):
    """An editable package points at its folder, so the folder is part of what was installed."""
    before = commands.fingerprint("requirements.txt")
    elsewhere = tmp_path / "moved"
    (elsewhere / "lib").mkdir(parents=True)
    for name in ("requirements.txt", "lib/pyproject.toml"):
        (elsewhere / name).write_bytes((tmp_path / name).read_bytes())
    monkeypatch.setattr(commands, "ROOT", elsewhere)
    assert commands.fingerprint("requirements.txt") != before
