"""NumPy's numbers for the starts, orders, losses and optimisers that other programs use: see README.md.

    python3 options.py        writes starts.json, orders.json and runs.json beside this file
"""

import itertools
import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent

XOR = np.array([[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]], dtype=float)
POINTS = np.array([[0.5, -1, 1], [2, 0.25, 0], [-1.5, 1, 1], [0, 0, 0], [1, 1, 1], [-0.75, -0.5, 0]], dtype=float)


def draw(init, deviation, fan_in, fan_out, shape):
    """Numbers of a layer in the shape in which they are drawn."""
    glorot, he = fan_in + fan_out, fan_in
    uniform = lambda limit: np.random.uniform(-limit, limit, shape)
    return {
        "random": lambda: np.random.rand(*shape) * deviation,
        "uniform": lambda: uniform(deviation),
        "normal": lambda: np.random.randn(*shape) * deviation,
        "glorot-uniform": lambda: uniform(np.sqrt(6 / glorot)),
        "glorot-normal": lambda: np.random.randn(*shape) * np.sqrt(2 / glorot),
        "he-uniform": lambda: uniform(np.sqrt(6 / he)),
        "he-normal": lambda: np.random.randn(*shape) * np.sqrt(2 / he),
        "torch": lambda: uniform(1 / np.sqrt(he)),
    }[init]()


def start(config):
    """W and B of each layer."""
    np.random.seed(config["seed"])
    init, biases = config["init"], config.get("biases", "drawn")
    sizes = [2] + [int(size) for size in config["layers"].split(",") if size != "0"] + [1]
    params = []
    for k, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:])):
        out_in = config.get("weightsShape") == "out-in"
        W = draw(init, config["deviation"], fan_in, fan_out, (fan_out, fan_in) if out_in else (fan_in, fan_out))
        drawn = biases == "drawn" or (biases == "hidden" and k < len(sizes) - 2)
        B = draw(init, config["deviation"], fan_in, fan_out, (fan_out, 1)) if drawn else np.zeros((fan_out, 1))
        params.append([W.T if out_in else W, B])
    return params


def flat(params):
    return [float(x) for W, B in params for x in [*W.ravel(), *B.ravel()]]


VALUE = {
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "leaky-relu": lambda z: np.where(z > 0, z, 0.01 * z),
    "linear": lambda z: z,
}
SLOPE = {
    "sigmoid": lambda a: a * (1 - a),
    "tanh": lambda a: 1 - a * a,
    "relu": lambda a: (a > 0) * 1.0,
    "leaky-relu": lambda a: np.where(a > 0, 1.0, 0.01),
    "linear": np.ones_like,
}


def order(kind, seed, epoch, m):
    if kind == "given":
        return np.arange(m)
    generator = np.random.RandomState([seed, epoch])
    return generator.permutation(m) if kind == "shuffled" else generator.randint(m, size=m)


class Program:
    """One column per example, as the post's."""

    def __init__(self, config, data):
        self.config = config
        self.X = data[:, :2].T
        self.Y = data[:, 2].reshape(1, -1)
        if config["output"] == "tanh":
            self.Y = 2 * self.Y - 1
        self.params = start(config)
        self.memory = [[np.zeros_like(p), np.zeros_like(p)] for layer in self.params for p in layer]
        self.t = 0

    def forward(self, X):
        A = [X]
        for k, (W, B) in enumerate(self.params):
            f = self.config["output"] if k == len(self.params) - 1 else self.config["activation"]
            A.append(VALUE[f](W.T @ A[-1] + B))
        return A

    def loss(self):
        P = self.forward(self.X)[-1]
        if self.config["loss"] == "squared-error":
            return float(np.mean((P - self.Y) ** 2))
        return float(-np.mean(self.Y * np.log(P) + (1 - self.Y) * np.log(1 - P)))

    def gradients(self, X, Y):
        """Of the batch: scaled, with the penalties."""
        c, m = self.config, X.shape[1]
        A = self.forward(X)
        weights, biases = {"listing": (1, m), "sum": (1, 1), "mean": (m, m)}[c["gradientScale"]]
        dZ = A[-1] - Y
        if c["loss"] == "squared-error":
            dZ = dZ * SLOPE[c["output"]](A[-1])
        found = []
        for k in reversed(range(len(self.params))):
            W, B = self.params[k]
            dW = A[k] @ dZ.T / weights + c["l2"] * W + c["l1"] * np.sign(W)
            dB = dZ.sum(axis=1, keepdims=True) / biases
            found = [dW, dB] + found
            if k > 0:
                dZ = (W @ dZ) * SLOPE[c["activation"]](A[k])
        return found

    def update(self, gradients):
        c, rate = self.config, self.config["learningRate"]
        self.t += 1
        for p, g, memory in zip([p for layer in self.params for p in layer], gradients, self.memory):
            if c["optimizer"] == "gd":
                p -= rate * g
            elif c["optimizer"] == "momentum":
                memory[0] *= c["momentum"]
                memory[0] += rate * g
                p -= memory[0]
            else:
                memory[0] *= 0.9
                memory[0] += 0.1 * g
                memory[1] *= 0.999
                memory[1] += 0.001 * g * g
                m_hat = memory[0] / (1 - 0.9 ** self.t)
                v_hat = memory[1] / (1 - 0.999 ** self.t)
                p -= rate * m_hat / (np.sqrt(v_hat) + 1e-8)

    def epoch(self, number):
        c, m = self.config, self.X.shape[1]
        places = order(c["order"], c["seed"], number, m)
        size = m if c["batch"] == "full" else c["batch"]
        for at in range(0, m, size):
            batch = places[at : at + size]
            self.update(self.gradients(self.X[:, batch], self.Y[:, batch]))


def starts():
    inits = ["random", "uniform", "normal", "glorot-uniform", "glorot-normal", "he-uniform", "he-normal", "torch"]
    for init, biases, shape, layers in itertools.product(
        inits, ["drawn", "zero", "hidden", "none"], ["in-out", "out-in"], ["0", "3", "4,2"]
    ):
        config = {"init": init, "biases": biases, "weightsShape": shape, "layers": layers, "deviation": 0.7, "seed": 5}
        yield {"config": config, "parameters": flat(start(config))}


def orders():
    for kind, seed, epoch, m in itertools.product(["shuffled", "random"], [0, 42, 2**32 - 1], [0, 1, 1000], [1, 2, 4, 37, 500]):
        yield {"order": kind, "seed": seed, "epoch": epoch, "places": order(kind, seed, epoch, m).tolist()}


def runs():
    base = {"activation": "sigmoid", "output": "sigmoid", "loss": "cross-entropy", "init": "uniform", "deviation": 1.0,
            "seed": 3, "layers": "3", "gradientScale": "sum", "learningRate": 0.1, "batch": "full", "order": "given",
            "optimizer": "gd", "momentum": 0.9, "l1": 0.0, "l2": 0.0}
    changes = [{"optimizer": optimizer, "batch": batch, "order": kind}
               for optimizer in ["gd", "momentum", "adam"] for batch in ["full", 1, 4] for kind in ["given", "shuffled", "random"]]
    changes += [{"activation": f, "loss": "squared-error", "output": out, "optimizer": optimizer}
                for f in VALUE for out in ["sigmoid", "tanh", "linear"] for optimizer in ["gd", "adam"]]
    changes += [{"l1": 0.01}, {"l2": 0.05}, {"l1": 0.002, "l2": 0.01, "optimizer": "momentum"}, {"l2": 0.01, "optimizer": "adam"},
                {"layers": "2", "batch": 1, "loss": "squared-error"}, {"layers": "8", "activation": "relu", "loss": "squared-error"},
                {"layers": "4,2", "batch": 4, "momentum": 0.5, "optimizer": "momentum"}, {"layers": "0", "batch": 2}]
    for (name, data), change in itertools.product([("xor", XOR), ("points", POINTS)], changes):
        config = {**base, **change}
        program = Program(config, data)
        states = []
        for epoch in range(201):
            if epoch in (0, 1, 20, 200):
                states.append({"epoch": epoch, "loss": program.loss(), "parameters": flat(program.params)})
            program.epoch(epoch)
        config["data"] = "xor" if name == "xor" else POINTS.tolist()
        yield {"config": config, "states": states}


for name, cases in [("starts", starts()), ("orders", orders()), ("runs", runs())]:
    lines = ",\n".join(json.dumps(case) for case in cases)
    (HERE / f"{name}.json").write_text(f"[\n{lines}\n]\n")
