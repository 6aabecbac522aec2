"""The golden numbers: the post's own NumPy program, run for many settings.

The listing is written for one hidden layer, the XOR table and sigmoid or tanh as two copies. Here it
is once, for any layers, points, activation and gradient scale; its lines are kept as they are. Only
two differ: tanh is NumPy's (the listing's is NaN beyond |x| of about 710) and the loss comes from the
logit (the listing's is infinite once a sigmoid saturates). Where both are finite they agree.

    python3 generate.py        writes *.json beside this file; see README.md for the fields
"""

import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
EPSILON = 2.0 ** -52

GATES = {
    "false": "0000", "and": "0001", "greater": "0010", "x1": "0011", "less": "0100", "x2": "0101",
    "xor": "0110", "or": "0111", "nor": "1000", "xnor": "1001", "not-x2": "1010",
    "greater-equal": "1011", "not-x1": "1100", "less-equal": "1101", "nand": "1110", "true": "1111",
}


# --- the post's program ---------------------------------------------------------------------------

def affine(W, X, B):
    return np.dot(W.T, X) + B


def sigmoid(o):
    return 1. / (1 + np.exp(-1 * o))


def exact(values):
    """How far an exp or tanh is off: here not at all; `jitter` puts another library in its place."""
    return values


def jitter(generator):
    """Another machine's exp and tanh: every value an ulp or so up or down."""
    return lambda values: values * (1 + EPSILON * generator.integers(-1, 2, values.shape))


class Program:
    def __init__(self, config, library=exact):
        self.library = library
        self.config = config
        table = points(config["data"])
        self.X = np.array(table, dtype=float)[:, :2].T
        self.Y = np.array(table, dtype=float)[:, 2].reshape(1, -1)
        m = self.X.shape[1]
        self.weight_scale, self.bias_scale = {
            "listing": (1., 1. / m),
            "sum": (1., 1.),
            "mean": (1. / m, 1. / m),
        }[config["gradientScale"]]

    def init_parameters(self):
        hidden = [int(size) for size in self.config["layers"].split(",") if size != "0"]
        sizes = [2] + hidden + [1]
        params = []
        if self.config["init"] == "zero":
            for fan_in, fan_out in zip(sizes, sizes[1:]):
                params += [np.zeros((fan_in, fan_out)), np.zeros((fan_out, 1))]
            return params
        deviation = self.config["deviation"]
        np.random.seed(self.config["seed"])
        for fan_in, fan_out in zip(sizes, sizes[1:]):
            W = np.random.rand(fan_in, fan_out) * deviation
            B = np.random.random((fan_out, 1)) * deviation
            params += [W, B]
        return params

    def activation(self, Z):
        return self.library(np.tanh(Z) if self.config["activation"] == "tanh" else sigmoid(Z))

    def derivative(self, H):
        return 1 - (H * H) if self.config["activation"] == "tanh" else H * (1 - H)

    def forward(self, params, X):
        H = [X]
        for W, B in zip(params[:-2:2], params[1:-2:2]):
            H.append(self.activation(affine(W, H[-1], B)))
        Z = affine(params[-2], H[-1], params[-1])
        return H, Z, self.library(sigmoid(Z))

    def loss_eval(self, params):
        H, Z, Y_hat = self.forward(params, self.X)
        # -(Y log(Y_hat) + (1-Y) log(1-Y_hat)) with the sigmoid folded into the log
        loss = 1. / self.X.shape[1] * np.sum(np.logaddexp(0, np.where(self.Y == 1, -Z, Z)))
        return H, Y_hat, loss

    def get_gradients(self, params):
        H, Y_hat, loss = self.loss_eval(params)
        dparams = []
        dZ = Y_hat - self.Y
        for layer in reversed(range(len(H))):
            dW = self.weight_scale * np.dot(H[layer], dZ.T)
            dB = self.bias_scale * np.sum(dZ, axis=1, keepdims=True)
            dparams = [dW, dB] + dparams
            if layer > 0:
                dH = np.dot(params[2 * layer], dZ)
                dZ = dH * self.derivative(H[layer])
        return dparams, loss

    def optimize(self, params, iteration, watch):
        """`iteration` epochs; calls watch(epoch, params) before each and once after the last."""
        learning_rate = self.config["learningRate"]
        params = [np.copy(param) for param in params]
        for epoch in range(iteration):
            watch(epoch, params)
            dparams, _ = self.get_gradients(params)
            for param, dparam in zip(params, dparams):
                param += - learning_rate * dparam
        watch(iteration, params)
        return params


def points(data):
    if data.startswith("["):
        return json.loads(data)
    bits = GATES.get(data, data)
    return [[i >> 1, i & 1, int(bit)] for i, bit in enumerate(bits)]


# --- what is recorded -----------------------------------------------------------------------------

def flat(params):
    return [float(v) for param in params for v in np.ravel(param)]


def state(program, params):
    _, Y_hat, loss = program.loss_eval(params)
    return {"loss": float(loss), "predictions": flat([Y_hat]), "parameters": flat(params)}


def watched(program, params, epochs):
    """The state at each of `epochs`, and the loss every `stride` epochs."""
    last, seen, losses = max(epochs), {}, []
    stride = max(1, last // 30)

    def watch(epoch, params):
        if epoch % stride == 0:
            losses.append(float(program.loss_eval(params)[2]))
        if epoch in epochs:
            seen[epoch] = state(program, params)

    program.optimize(params, last, watch)
    return seen, {"stride": stride, "losses": losses}


def sensitivity(config, params, epochs, found):
    """How far rounding alone moves each state: the largest difference when the initial weights are
    an ulp off, and when every exp and tanh of every epoch is."""
    moved = {epoch: {"predictions": 0., "parameters": 0., "loss": 0.} for epoch in epochs}
    trials = []
    for trial in range(2):
        noise = jitter(np.random.default_rng(trial))
        trials.append((Program(config), [noise(param) for param in params]))
        trials.append((Program(config, noise), params))
    for program, start in trials:
        seen, _ = watched(program, start, epochs)
        for epoch in epochs:
            for key in moved[epoch]:
                gap = np.max(np.abs(np.array(seen[epoch][key]) - np.array(found[epoch][key])))
                moved[epoch][key] = max(moved[epoch][key], float(gap))
    return moved


CONFIG = {"data": "xor", "activation": "sigmoid", "init": "random", "deviation": 0.1, "seed": 42,
          "layers": "2", "learningRate": 0.1, "gradientScale": "listing"}


def case(epochs, **settings):
    config = CONFIG | settings
    program = Program(config)
    params = program.init_parameters()
    gradients, _ = program.get_gradients(params)
    found, trace = watched(program, params, epochs)
    moved = sensitivity(config, params, epochs, found)
    return {
        "config": config,
        "initial": state(program, params) | {"gradients": flat(gradients)},
        "trace": trace,
        "states": [{"epoch": epoch} | found[epoch] | {"sensitivity": {
            key: float(f"{value:.1e}") for key, value in moved[epoch].items()}} for epoch in epochs],
    }


# --- the cases ------------------------------------------------------------------------------------

def trajectories():
    short = [1, 10, 100, 300]
    for scale in ("listing", "sum", "mean"):
        for activation in ("sigmoid", "tanh"):
            both = {"gradientScale": scale, "activation": activation}
            for seed in (0, 1, 42, 2 ** 32 - 1):
                yield case(short, **both, seed=seed)
            yield case(short, **both, deviation=1, seed=1)
            yield case(short, **both, deviation=5, seed=7)
            yield case(short, **both, layers="4,2", deviation=1, seed=3)
    for activation in ("sigmoid", "tanh"):
        yield case(short, activation=activation, init="zero")
        for hidden in (1, 3, 4, 5, 6, 7, 8):
            yield case([1, 100, 300], activation=activation, layers=str(hidden), deviation=0.5, seed=hidden)
        yield case([1, 100, 300], activation=activation, layers="3,3,3", deviation=1, seed=5, gradientScale="sum")
        yield case([1, 100, 300], activation=activation, layers="8,8", deviation=0.5, seed=6)
        yield case([1, 100, 300], activation=activation, layers="1,1,1,1,1,1", deviation=1, seed=2)
        yield case([1, 100, 300], activation=activation, layers="2,3", init="zero", data="and")
        for rate in (0.001, 0.5, 1, 3):
            yield case([1, 100, 300], activation=activation, learningRate=rate, deviation=1, seed=11)
        for data in ("[[0,0,0],[1,0.5,1],[-1,2,1]]",
                     "[[0.25,0.75,1],[-1.5,0.5,0],[2,2,1],[0,0,0],[0.1,-0.3,1]]",
                     "[[0,0,0],[0.5,0.5,1],[1,1,0],[-0.7,0.2,1],[3,-2.5,0],[1.25,0.125,1],[0.3,0.3,0],[2,1,1],[1,2,0]]"):
            for scale in ("listing", "mean"):
                yield case([1, 100, 300], activation=activation, data=data, gradientScale=scale, deviation=0.5, seed=9)
    for gate, bits in GATES.items():
        yield case([1, 50], data=gate, deviation=1, seed=13, activation="tanh")
        yield case([1, 100], data=bits, layers="0", init="zero")


# Seeds chosen for where they end; the comment says the loss there.
FULL = [
    (5_000, {"activation": "tanh", "seed": 42}),  # 0.0043
    (5_000, {"activation": "tanh", "seed": 4}),  # 0.0039
    (5_000, {"activation": "tanh", "seed": 141}),  # ln(2) / 2: two rows fit, two are predicted 0.5
    (5_000, {"activation": "tanh", "seed": 91}),  # ln(2): still at the saddle
    (5_000, {"activation": "tanh", "seed": 268, "deviation": 1}),  # 0.0032, without a plateau
    (5_000, {"activation": "tanh", "seed": 42, "deviation": 1}),  # ln(2) / 2
    (5_000, {"activation": "tanh", "seed": 42, "gradientScale": "sum"}),  # 0.0019
    (5_000, {"activation": "tanh", "seed": 8, "deviation": 1, "gradientScale": "sum"}),  # 0.4774: one row fits
    (5_000, {"activation": "tanh", "seed": 4, "gradientScale": "mean"}),
    (5_000, {"activation": "tanh", "init": "zero"}),  # ln(2), for ever
    (5_000, {"activation": "tanh", "seed": 318}),  # 0.56: caught half-way down, where an ulp weighs most
    (100_000, {"seed": 42}),  # 0.0004
    (100_000, {"seed": 26}),  # ln(2) / 2
    (100_000, {"seed": 2}),  # ln(2)
    (100_000, {"seed": 73}),  # 0.64, half-way down
    (100_000, {"seed": 12, "deviation": 1}),  # solved
    (100_000, {"seed": 0, "deviation": 1}),  # ln(2) / 2
    (100_000, {"seed": 0, "gradientScale": "sum"}),  # 0.0003
    (100_000, {"seed": 4, "deviation": 1, "gradientScale": "sum"}),
    (100_000, {"seed": 42, "gradientScale": "mean"}),  # 0.002
    (100_000, {"init": "zero"}),  # ln(2)
]


def full_runs():
    for epochs, settings in FULL:
        run = case([epochs], **settings)
        end = run["states"][0]
        labels = [label for _, _, label in points(run["config"]["data"])]
        # A prediction of exactly 0.5 is no decision, and so not right.
        end["right"] = [abs(y - label) < 0.5 for y, label in zip(end["predictions"], labels)]
        # Past a plateau an ulp becomes visible: only the outcome can be compared there.
        end["loose"] = end["sensitivity"]["predictions"] > 1e-9
        yield run


def boundaries():
    axis = [float(v) for v in np.linspace(-0.5, 1.5, 9)]
    for epochs, settings in (
        (2000, {"activation": "tanh", "gradientScale": "sum", "deviation": 1, "seed": 0}),
        (3000, {"activation": "tanh", "layers": "8", "deviation": 1, "seed": 1, "gradientScale": "sum"}),
        (3000, {"activation": "sigmoid", "layers": "4", "deviation": 5, "seed": 2, "gradientScale": "sum"}),
        (1000, {"activation": "tanh", "layers": "4,2", "deviation": 1, "seed": 3, "gradientScale": "sum", "data": "less"}),
        (1000, {"layers": "0", "init": "zero", "data": "nand"}),
    ):
        run = case([epochs], **settings)
        program = Program(run["config"])
        params = program.optimize(program.init_parameters(), epochs, lambda *_: None)
        grid = np.array([[x1, x2] for x2 in axis for x1 in axis]).T
        X1 = np.arange(0, 1, 0.08)
        X2 = np.arange(0, 1, 0.08)
        scatter = []
        for x_1 in X1:
            for x_2 in X2:
                Y_ = program.forward(params, np.array([x_1, x_2]).reshape(2, 1))[2].item()
                scatter.append(Y_)
        del run["initial"], run["trace"]
        yield run | {
            "axis": axis,
            "field": flat([program.forward(params, grid)[2]]),
            "scatter": "".join("0" if Y_ < float(0.5) else "1" for Y_ in scatter),
            "scatterMargin": min(abs(Y_ - 0.5) for Y_ in scatter),
        }


def draws():
    for seed in (0, 42, 2 ** 32 - 1):
        np.random.seed(seed)
        words = [int(word) for word in np.random.get_bit_generator().random_raw(20)]
        np.random.seed(seed)
        doubles = [float(v) for v in np.random.rand(20)]
        yield {"seed": seed, "words": words, "doubles": doubles,
               "bits": [np.float64(v).view(np.uint64).item().to_bytes(8, "big").hex() for v in doubles]}


def write(name, cases):
    # One case a line, so that a difference shows which case moved. json writes doubles by repr.
    lines = ",\n".join(json.dumps(c, separators=(",", ":"), allow_nan=False) for c in cases)
    (HERE / f"{name}.json").write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    np.seterr(over="ignore")  # exp(-o) of a saturated sigmoid: 1 / (1 + inf) is the right 0
    write("draws", draws())
    write("trajectories", trajectories())
    write("boundaries", boundaries())
    write("full_runs", full_runs())
