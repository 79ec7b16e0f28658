"""Scores the detector of names on thirds of a training corpus, each read by a model that was trained on the other two.

python -m benchmarks.name_folds FOLDER [fi] [sv]    FOLDER as for `benchmarks.train_names`; each third, then all of a language
"""

import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.corpora import read
from benchmarks.names import Score, scored, told
from benchmarks.train_names import CORPORA, DATA, write
from generator.redaction.names import lexicon, models

FOLDS = 3


def main() -> None:
    """Print the score of each third and of each language."""
    folder = Path(sys.argv[1])
    with ProcessPoolExecutor(FOLDS - 1, mp_context=get_context("spawn")) as pool:
        for language in sys.argv[2:] or CORPORA:
            total = Score()
            for fold, score in enumerate(pool.map(third, [folder] * FOLDS, [language] * FOLDS, range(FOLDS)), 1):
                print(f"{language} {fold}/{FOLDS}: {told(score)}", flush=True)
                total = total.plus(score)
            print(f"{language}: {told(total)}", flush=True)


def third(folder: Path, language: str, fold: int) -> Score:
    """Return the score on the *fold*-th third of the corpus of *language* in *folder*, of which nothing was trained on."""
    documents = read(folder / CORPORA[language])
    with tempfile.TemporaryDirectory() as beside:
        own = Path(beside, "data")
        shutil.copytree(DATA, own)
        write([document for n, document in enumerate(documents) if n % FOLDS != fold], language, own)
        _read_from(own)
        return scored(documents[fold::FOLDS])


def _read_from(data: Path) -> None:
    """Make the detector in this process use the models and words in *data*."""
    lexicon.DATA = models.DATA = data
    lexicon.lexicon.cache_clear()
    models.model.cache_clear()


if __name__ == "__main__":
    main()
