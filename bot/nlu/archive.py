"""Reading with the trained model but without Rasa: the same parts, taken out of the model's archive.

The commands `ask` and `evaluate` use it: no TensorFlow to load, same Reading (a parity test holds them together).
"""

from __future__ import annotations

import tarfile
import tempfile
from pathlib import Path

from bot.nlu.understanding import Resources, Understanding, load
from bot.orientation.errors import UnderstandingError

LEARNT = ".joblib"


def read_archive(model: Path, resources: Resources) -> Understanding:
    """The understanding trained in a model file; UnderstandingError when the file is not one of ours."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            _extract(model, folder)
            return load(folder, resources)
        except (OSError, tarfile.TarError, EOFError) as error:
            raise UnderstandingError(f"{model.name} : {type(error).__name__}") from error


def _extract(model: Path, folder: Path) -> None:
    """Only what our components wrote, flat: their file names are all different."""
    with tarfile.open(model) as archive:
        for member in archive:
            source = archive.extractfile(member) if member.isfile() and member.name.endswith(LEARNT) else None
            if source is not None:
                (folder / Path(member.name).name).write_bytes(source.read())
