"""Models that are on this machine, as ``--encoder`` and ``--judge`` name them: found, loaded without noise, or refused."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.errors import MtqaError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator


def model_name(name_or_path: str) -> str:
    """What outputs call the model: a folder by its own name without the path to it, anything else as it is."""
    folder = Path(name_or_path).expanduser()
    return folder.resolve().name if folder.exists() else name_or_path


def require_models(role: str, name_or_path: str, otherwise: str) -> None:
    """Refuse to go on without the extra ``models``; ``otherwise`` says what works without it."""
    try:
        import sentence_transformers  # noqa: F401
    except ImportError as error:
        raise SettingsError(
            f"{role} {name_or_path}: expected sentence-transformers to be installed, found none ({error}); "
            f'run pip install "mtqa[models]", or {otherwise}.'
        ) from error


@contextmanager
def loading(role: str, name_or_path: str, wanted: str) -> Iterator[None]:
    """Load ``wanted`` (``a sentence-transformers model``) without a word on the terminal.

    Raises:
        SettingsError: in one sentence, whatever the libraries say.
    """
    try:
        with _quietly():
            yield
    except MtqaError:
        raise
    except Exception as error:
        found = " ".join(str(error).partition(". ")[0].split()) or type(error).__name__
        remedy = (
            ""
            if name_or_path.startswith((".", "/", "~"))
            else f", or download it once with: hf download {name_or_path}"
        )
        raise SettingsError(
            f"{role} {name_or_path}: expected {wanted} on this machine, found that it cannot be "
            f"loaded ({found}); name the model's folder{remedy}."
        ) from error


@contextmanager
def _quietly() -> Iterator[None]:
    """No progress bars or reports while a model loads: they would end up in the user's report of errors."""
    from transformers.utils import logging as module

    logging: Any = module
    shown, verbosity = logging.is_progress_bar_enabled(), logging.get_verbosity()
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
        if shown:
            logging.enable_progress_bar()
