"""The coefficients of the core's e^r, found with mpmath.

    e^r = (R + r) / (R - r),   R(r) = r coth(r / 2) = 2 + z P(z),   z = r^2,   |r| <= ln(2) / 2

P is smooth and even in r, so a short polynomial does. Remez' exchange finds the one whose
*relative error in e^r* (not in P) is the smallest. To first order that error is

    d ln e^r = -2 r dR / (R^2 - r^2),   so the weight of dP is   w(z) = 2 r z / (R^2 - r^2).

Rounding: the leading coefficient is rounded to the target's precision and held there, the
rest is fitted again, and so on, so that every later coefficient makes up for the earlier ones.

    python3 exp_coefficients.py
"""

import numpy as np
from mpmath import coth, exp, linspace, lu_solve, log, matrix, mp, mpf, sqrt

mp.dps = 60
EDGE = (log(2) / 2) ** 2 * (1 + mpf(2) ** -20)  # a hair beyond, for the rounding of k


def p_exact(z):
    if z < mpf(10) ** -12:  # the series: 1/6 - z/360 + z^2/15120 - ...
        return mpf(1) / 6 - z / 360 + z * z / 15120
    r = sqrt(z)
    return (r * coth(r / 2) - 2) / z


def weight(z):
    r = sqrt(z)
    big = r * coth(r / 2)
    return 2 * r * z / (big * big - r * r)


def polynomial(coefficients, z):
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * z + c
    return total


def remez(held, count):
    """Minimax `count` coefficients after the `held` leading ones; returns all of them."""
    first = len(held)
    n = count + 1
    # Chebyshev points of (0, EDGE]
    nodes = [EDGE * (1 - mp.cos(mp.pi * (2 * i + 1) / (2 * n))) / 2 for i in range(n)]
    grid = [EDGE * mpf(i) / 4000 for i in range(1, 4001)]
    target = [p_exact(z) for z in grid]
    weights = [weight(z) for z in grid]
    for _ in range(40):
        rows = matrix(n, n)
        right = matrix(n, 1)
        for i, z in enumerate(nodes):
            for j in range(count):
                rows[i, j] = z ** (first + j)
            rows[i, count] = (-1) ** i / weight(z)
            right[i] = p_exact(z) - polynomial(held, z)
        solution = lu_solve(rows, right)
        fit = list(held) + [solution[j] for j in range(count)]
        errors = [w * (t - polynomial(fit, z)) for z, t, w in zip(grid, target, weights)]
        # one extremum between two changes of sign, the largest n alternating ones
        extrema, run = [], [0]
        for i in range(1, len(grid)):
            if errors[i] * errors[run[-1]] < 0:
                extrema.append(max(run, key=lambda k: abs(errors[k])))
                run = [i]
            else:
                run.append(i)
        extrema.append(max(run, key=lambda k: abs(errors[k])))
        while len(extrema) > n:
            extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
        if len(extrema) < n:
            break
        new = [grid[i] for i in extrema]
        if new == nodes:
            break
        nodes = new
    return fit


def rounded(count, to_float):
    held = []
    for i in range(count):
        held.append(mpf(float(to_float(float(remez(held, count - i)[i])))))
    return held


def relative_error(fit):
    """The largest relative error of (R + r) / (R - r), in exact arithmetic."""
    worst = mpf(0)
    for r in linspace(-sqrt(EDGE), sqrt(EDGE), 4001):
        big = 2 + r * r * polynomial(fit, r * r)
        worst = max(worst, abs((big + r) / (big - r) / exp(r) - 1))
    return worst


def in_arithmetic(fit, dtype):
    """The largest error in units of the last place when evaluated in `dtype` without FMA."""
    r = np.linspace(-float(sqrt(EDGE)), float(sqrt(EDGE)), 20001).astype(dtype)
    z = r * r
    p = np.full_like(r, dtype(float(fit[-1])))
    for c in reversed(fit[:-1]):
        p = p * z + dtype(float(c))
    big = dtype(2) + z * p
    found = (big + r) / (big - r)
    worst = mpf(0)
    for x, y in zip(r, found):
        true = exp(mpf(float(x)))
        worst = max(worst, abs(mpf(float(y)) - true) / mpf(float(np.spacing(dtype(float(true))))))
    return worst


def show(name, rust, dtype, count):
    fit = rounded(count, dtype)
    print(f"/// Largest relative error of (R + r) / (R - r) in exact arithmetic: "
          f"{mp.nstr(relative_error(fit), 3)} (2^{mp.nstr(log(relative_error(fit), 2), 4)}); "
          f"evaluated in {rust} by Horner without FMA: {mp.nstr(in_arithmetic(fit, dtype), 3)} ulp.")
    print(f"const {name}: [{rust}; {count}] = [")
    for c in fit:
        print(f"    {dtype(float(c))!s}," if rust == "f32" else f"    {float(c)!r},")
    print("];")


if __name__ == "__main__":
    print("// P(z) = P[0] + P[1] z + ..., R = 2 + z P(z), z = r^2, |r| <= ln(2) / 2\n")
    show("P", "f64", np.float64, 5)
    show("P_F32_3", "f32", np.float32, 3)
    show("P_F32_2", "f32", np.float32, 2)
    ln2 = log(2)
    hi = mp.floor(ln2 * mpf(2) ** 32) / mpf(2) ** 32  # 32 bits: k * hi is exact for |k| < 2^20
    print("\n// k ln 2 in two parts (the first has 32 bits, so that k * LN2_HI is exact for |k| < 2^20)")
    print(f"const LN2_HI: f64 = {float(hi)!r};\nconst LN2_LO: f64 = {float(ln2 - hi)!r};\n"
          f"const LOG2_E: f64 = {float(1 / ln2)!r};")
    hi32 = mp.floor(ln2 * mpf(2) ** 15) / mpf(2) ** 15
    print(f"const LN2_HI_F32: f32 = {np.float32(float(hi32))!s}; // 15 bits, exact for |k| < 2^9\n"
          f"const LN2_LO_F32: f32 = {np.float32(float(ln2 - hi32))!s};\n"
          f"const LOG2_E_F32: f32 = {np.float32(float(1 / ln2))!s};")
