"""The clouds, and what is held out, as their sources make them: see README.md.

    python3 clouds.py         writes clouds.json beside this file; needs scikit-learn
"""

import json
import math
import pathlib

import numpy as np
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split

HERE = pathlib.Path(__file__).parent


def playground(cloud, points, noise, rng):
    """Point by point, by the recipes of TensorFlow Playground's dataset.ts; `place` counts along both halves, zeros first."""
    zeros = points // 2
    for place in rng.permutation(points):
        one = place >= zeros
        i, n = (place - zeros, points - zeros) if one else (place, zeros)
        if cloud == "circle":
            r = rng.uniform(0, 2.5) if one else rng.uniform(3.5, 5)
            angle = rng.uniform(0, 2 * math.pi)
            x, y = r * math.sin(angle), r * math.cos(angle)
            noise_x, noise_y = rng.uniform(-5, 5) * noise, rng.uniform(-5, 5) * noise
            yield x, y, int(math.hypot(x + noise_x, y + noise_y) < 2.5)
        elif cloud == "gauss":
            centre, variance = (2 if one else -2), 0.5 + (4 - 0.5) * noise / 0.5
            yield *rng.normal(centre, math.sqrt(variance), 2), int(one)
        else:
            r, t = i / n * 5, 1.75 * i / n * 2 * math.pi + (0 if one else math.pi)
            x = r * math.sin(t) + rng.uniform(-1, 1) * noise
            yield x, r * math.cos(t) + rng.uniform(-1, 1) * noise, int(one)


def rows(cloud, points, noise, seed):
    if cloud == "moons":
        X, y = make_moons(points, noise=noise, random_state=seed)
        return [[*x, label] for x, label in zip(X.tolist(), y.tolist())]
    return [[float(x), float(y), label] for x, y, label in playground(cloud, points, noise, np.random.RandomState(seed))]


def cases():
    for cloud in ["circle", "gauss", "spiral", "moons"]:
        for points, noise, seed, share in [(10, 0, 0, 0.9), (11, 0.1, 4294967295, 0.3), (40, 0.5, 42, 0.07), (200, 0.25, 7, 0.5)]:
            config = {"data": cloud, "points": points, "noise": noise, "seed": seed, "testShare": share}
            held_out = train_test_split(range(points), test_size=share, random_state=seed)[1]
            yield {"config": config, "rows": rows(cloud, points, noise, seed), "heldOut": sorted(map(int, held_out))}


lines = ",\n".join(json.dumps(case) for case in cases())
(HERE / "clouds.json").write_text(f"[\n{lines}\n]\n")
