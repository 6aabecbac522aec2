"""Programs in the styles in which authors write them, each with the figure's settings for it: JSON to standard output.

    python3 authors.py
"""

import json
import math

import numpy as np

EPOCHS = (0, 1, 10, 100, 1000)
SEEDS = (0, 1, 42, 2**32 - 1)
X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
LABELS = {"xor": (0, 1, 1, 0), "or": (0, 1, 1, 1), "nand": (1, 1, 1, 0), "0010": (0, 0, 1, 0)}


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def told(epoch, loss, predictions, *parameters):
    """What a program prints at an epoch. The parameters are W1 (fan in x fan out), B1, W2, B2, ..."""
    numbers = [number for array in parameters for number in np.asarray(array, float).ravel().tolist()]
    return {"epoch": epoch, "loss": float(loss), "predictions": np.ravel(predictions).tolist(), "parameters": numbers}


def ones_column(gate, seed):
    """The biases of the hidden units are a third row of their weights; the output has none."""
    y = np.array([LABELS[gate]]).T
    inputs = np.c_[X, np.ones(4)]
    np.random.seed(seed)
    syn0, syn1 = 2 * np.random.random((3, 4)) - 1, 2 * np.random.random((4, 1)) - 1
    for epoch in range(EPOCHS[-1] + 1):
        l1 = sigmoid(inputs.dot(syn0))
        l2 = sigmoid(l1.dot(syn1))
        error = y - l2
        if epoch in EPOCHS:
            yield told(epoch, np.mean(error**2), l2, syn0[:2], syn0[2], syn1, [0])
        delta2 = error * l2 * (1 - l2)
        delta1 = delta2.dot(syn1.T) * l1 * (1 - l1)
        syn1 += l1.T.dot(delta2)
        syn0 += inputs.T.dot(delta1)


def one_at_a_time(gate, seed):
    """Numbers in lists, loops over them, an update after each example; tanh, targets -1 and 1."""
    np.random.seed(seed)
    hidden = range(3)
    w = [[np.random.rand() - 0.5 for _ in hidden] for _ in range(2)]
    b = [np.random.rand() - 0.5 for _ in hidden]
    v = [np.random.rand() - 0.5 for _ in hidden]
    c = np.random.rand() - 0.5

    def forward(x1, x2):
        a = [math.tanh(x1 * w[0][k] + x2 * w[1][k] + b[k]) for k in hidden]
        return a, math.tanh(sum(a[k] * v[k] for k in hidden) + c)

    targets = [2 * label - 1 for label in LABELS[gate]]
    for epoch in range(EPOCHS[-1] + 1):
        if epoch in EPOCHS:
            predictions = [forward(*x)[1] for x in X.tolist()]
            loss = sum((p - t) ** 2 for p, t in zip(predictions, targets)) / 4
            yield told(epoch, loss, predictions, w, b, v, c)
        for (x1, x2), target in zip(X.tolist(), targets):
            a, out = forward(x1, x2)
            delta = (out - target) * (1 - out**2)
            for k in hidden:
                below = delta * v[k] * (1 - a[k] ** 2)
                v[k] -= 0.1 * delta * a[k]
                w[0][k] -= 0.1 * below * x1
                w[1][k] -= 0.1 * below * x2
                b[k] -= 0.1 * below
            c -= 0.1 * delta


def units_first(gate, seed, rule):
    """A course's: weights units x inputs, examples in columns, mean cross-entropy, L2 over 2 m, averages of gradients."""
    y = np.array([LABELS[gate]])
    sizes = [2, 4, 3, 1]
    np.random.seed(seed)
    w = [np.random.randn(o, i) * np.sqrt(2 / i) for i, o in zip(sizes, sizes[1:])]
    b = [np.zeros((o, 1)) for o in sizes[1:]]
    params = w + b
    means = [np.zeros_like(p) for p in params]
    squares = [np.zeros_like(p) for p in params]
    for epoch in range(EPOCHS[-1] + 1):
        a = [X.T]
        for k in range(3):
            z = w[k] @ a[-1] + b[k]
            a.append(np.tanh(z) if k < 2 else sigmoid(z))
        if epoch in EPOCHS:
            loss = -np.mean(y * np.log(a[3]) + (1 - y) * np.log(1 - a[3]))
            yield told(epoch, loss, a[3], *(array for k in range(3) for array in (w[k].T, b[k])))
        dw, db, dz = [], [], a[3] - y
        for k in (2, 1, 0):
            dw.insert(0, dz @ a[k].T / 4 + 0.1 / 4 * w[k])
            db.insert(0, dz.sum(axis=1, keepdims=True) / 4)
            dz = w[k].T @ dz * (1 - a[k] ** 2)
        for p, g, mean, square in zip(params, dw + db, means, squares):
            if rule == "adam":
                mean += (1 - 0.9) * (g - mean)
                square += (1 - 0.999) * (g * g - square)
                t = epoch + 1
                p -= 0.01 * mean / (1 - 0.9**t) / (np.sqrt(square / (1 - 0.999**t)) + 1e-8)
            elif rule == "momentum":
                mean[:] = 0.9 * mean + (1 - 0.9) * g
                p -= 0.5 * mean
            else:
                p -= 0.5 * g


def printed_start(gate, seed):
    """The weights of all layers are drawn and printed first, then the biases: the print is the figure's start. Batches of 3."""
    y = LABELS[gate]
    np.random.seed(seed)
    w = [np.random.randn(3, 2), np.random.randn(1, 3)]
    b = [np.random.randn(3), np.random.randn(1)]
    with np.printoptions(precision=17, floatmode="unique"):
        text = "\n".join([f"W{k + 1} =\n{w[k]}" for k in range(2)] + [f"b{k + 1} = {b[k]}" for k in range(2)])

    def program():
        for epoch in range(EPOCHS[-1] + 1):
            a = sigmoid(X @ w[0].T + b[0])
            out = sigmoid(a @ w[1].T + b[1]).ravel()
            if epoch in EPOCHS:
                yield told(epoch, np.mean((out - y) ** 2), out, w[0].T, b[0], w[1].T, b[1])
            for batch in ([0, 1, 2], [3]):
                dw, db = [0 * w[0], 0 * w[1]], [0 * b[0], 0 * b[1]]
                for i in batch:
                    a = sigmoid(w[0] @ X[i] + b[0])
                    out = sigmoid(w[1] @ a + b[1])
                    delta = (out - y[i]) * out * (1 - out)
                    below = w[1].T @ delta * a * (1 - a)
                    dw[1] += np.outer(delta, a)
                    db[1] += delta
                    dw[0] += np.outer(below, X[i])
                    db[0] += below
                for k in range(2):
                    w[k] -= 0.5 / len(batch) * dw[k]
                    b[k] -= 0.5 / len(batch) * db[k]

    return text, program()


SQUARED = {"loss": "squared-error", "gradientScale": "sum"}
COURSE = {"layers": "4,3", "activation": "tanh", "init": "he-normal", "weightsShape": "out-in", "gradientScale": "mean"}
COURSE |= {"learningRate": 0.5, "l2": 0.1 / 4}
RULES = {
    "gd": {},
    # An average of gradients: its step is (1 - momentum) of the rate.
    "momentum": {"optimizer": "momentum", "momentum": 0.9, "learningRate": 0.5 * (1 - 0.9)},
    "adam": {"optimizer": "adam", "learningRate": 0.01},
}


def programs():
    for gate in LABELS:
        for seed in SEEDS:
            start = {"data": gate, "seed": seed}
            uniform = {**start, **SQUARED, "init": "uniform"}
            yield (
                "a column of ones",
                {**uniform, "layers": 4, "deviation": 1, "biases": "hidden", "learningRate": 1},
                ones_column(gate, seed),
            )
            yield (
                "one at a time",
                {**uniform, "layers": 3, "deviation": 0.5, "activation": "tanh", "output": "tanh", "batch": 1},
                one_at_a_time(gate, seed),
            )
            for rule, settings in RULES.items():
                yield f"units first, {rule}", {**start, **COURSE, **settings}, units_first(gate, seed, rule)
            text, program = printed_start(gate, seed)
            settings = {"weights": text, "weightsShape": "out-in", "batch": 3, "learningRate": 0.5}
            yield (
                "a printed start",
                {**start, **SQUARED, "layers": 3, **settings, "gradientScale": "mean"},
                program,
            )


print(json.dumps([dict(name=name, settings=settings, told=list(told)) for name, settings, told in programs()]))
