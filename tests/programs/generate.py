"""Writes points.json: the data of the programs in programs.json that are no gate, by NumPy.

    python3 generate.py
"""

import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent


def flower():
    """A well known course's flower, 400 points, week 3."""
    np.random.seed(1)
    points = []
    for j in range(2):
        t = np.linspace(3.12 * j, 3.12 * (j + 1), 200) + 0.2 * np.random.randn(200)
        r = 4 * np.sin(4 * t) + 0.2 * np.random.randn(200)
        points += [[x1, x2, j] for x1, x2 in zip(r * np.sin(t), r * np.cos(t))]
    return points


(HERE / "points.json").write_text(json.dumps({"p10": flower()}) + "\n")
