"""Words in a picture, by RapidOCR with the models that its package brings; nothing is fetched at run time."""

from __future__ import annotations

import os
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy import ndarray

NEEDED = ("rapidocr", "onnxruntime", "cv2")
#: what has to be done before a scan can be read
HOW = "pip install '.[ocr]' in a clone of planreview"
WIDEST = 4000  # pixels; the engine would shrink a page of 200 dots an inch below what it reads well


class Word(NamedTuple):
    """A printed word in pixels, origin at the top left; `sure` is the engine's own confidence in its line, 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float


def available() -> bool:
    """True where the extra `ocr` is installed."""
    return all(find_spec(name) is not None for name in NEEDED)


def lines(picture: ndarray[Any, Any]) -> list[list[Word]]:
    """Lines of words of an upright picture (blue, green, red); a line never goes on over a wide gap."""
    found = _engine()(picture, use_cls=False)
    if found.txts is None:
        return []
    read = zip(found.txts, found.boxes, found.scores, strict=True)
    return [words for text, corners, score in read if (words := _parted(text, corners, float(score)))]


def _parted(text: str, corners: Any, sure: float) -> list[Word]:
    """The words of one line, each with its share of the line's width."""
    left, top = (float(corners[:, axis].min()) for axis in (0, 1))
    right, bottom = (float(corners[:, axis].max()) for axis in (0, 1))
    widths = [_advance(letter) for letter in text]
    scale = (right - left) / (sum(widths) or 1.0)
    out: list[Word] = []
    at, x = 0, left
    for part in text.split(" "):
        wide = sum(widths[at : at + len(part)]) * scale
        if part:
            out.append(Word(part, x, top, x + wide, bottom, sure))
        x += wide + _advance(" ") * scale
        at += len(part) + 1
    return out


def _advance(letter: str) -> float:
    """Nominal width of a letter in a sans serif, in ems."""
    if letter in "ilj.,;:'|!()[]ftI ":
        return 0.3
    return 0.85 if letter in "mwMW%@—" else 0.68 if letter.isupper() else 0.55


@lru_cache(maxsize=1)
def _engine() -> Any:
    from rapidocr import RapidOCR

    spec = find_spec("rapidocr")
    assert spec is not None and spec.origin is not None
    models = Path(spec.origin).parent / "models"
    threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.max_side_len": WIDEST,
            "Global.text_score": 0.0,  # what the engine is unsure of is kept and flagged, not dropped
            "Det.model_path": _model(models, "det"),
            "Rec.model_path": _model(models, "rec"),
            "Cls.model_path": _model(models, "cls"),
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
        }
    )


def _model(folder: Path, part: str) -> str:
    """The model that the package brings for one part of the work, named so that none is looked for elsewhere."""
    found = sorted(folder.glob(f"*_{part}_*.onnx"))
    if not found:
        raise FileNotFoundError(f"{folder} holds no {part} model; install planreview[ocr] again")
    return str(found[0])
