"""The coefficients of the core's 2^t, found with mpmath.

    2^t = (R + t) / (R - t),   R(t) = t coth(t ln(2) / 2),   |t| <= 1/2

R is smooth and even in t, so a short polynomial in z = t^2 does. Remez' exchange finds the one whose
*relative error in 2^t* (not in R) is the smallest. To first order that error is

    d ln 2^t = -2 t dR / (R^2 - t^2),   so the weight of dR is   w(z) = 2 t / (R^2 - t^2).

Rounding: the leading coefficient, 2 / ln(2), is rounded to the target's precision and held there, the
rest is fitted again, and so on, so that every later coefficient makes up for the earlier ones.

    python3 exp_coefficients.py
"""

import numpy as np
from mpmath import coth, linspace, log, lu_solve, matrix, mp, mpf, sqrt

mp.dps = 60
LN_2 = log(2)
EDGE = mpf(1) / 4 * (1 + mpf(2) ** -20)  # a hair beyond, for the rounding of k


def exact(z):
    t = sqrt(z)
    return t * coth(t * LN_2 / 2)


def weight(z):
    t, big = sqrt(z), exact(z)
    return 2 * t / (big * big - t * t)


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
    target = [exact(z) for z in grid]
    weights = [weight(z) for z in grid]
    for _ in range(40):
        rows = matrix(n, n)
        right = matrix(n, 1)
        for i, z in enumerate(nodes):
            for j in range(count):
                rows[i, j] = z ** (first + j)
            rows[i, count] = (-1) ** i / weight(z)
            right[i] = exact(z) - polynomial(held, z)
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
    held = [mpf(float(to_float(float(2 / LN_2))))]
    for i in range(1, count):
        held.append(mpf(float(to_float(float(remez(held, count - i)[i])))))
    return held


def relative_error(fit):
    """The largest relative error of (R + t) / (R - t), in exact arithmetic."""
    worst = mpf(0)
    for t in linspace(-sqrt(EDGE), sqrt(EDGE), 4001):
        big = polynomial(fit, t * t)
        worst = max(worst, abs((big + t) / (big - t) / mpf(2) ** t - 1))
    return worst


def in_arithmetic(fit, dtype):
    """The largest error in units of the last place when evaluated in `dtype` without FMA."""
    t = np.linspace(-float(sqrt(EDGE)), float(sqrt(EDGE)), 20001).astype(dtype)
    z = t * t
    big = np.full_like(t, dtype(float(fit[-1])))
    for c in reversed(fit[:-1]):
        big = big * z + dtype(float(c))
    found = (big + t) / (big - t)
    worst = mpf(0)
    for x, y in zip(t, found):
        true = mpf(2) ** mpf(float(x))
        worst = max(worst, abs(mpf(float(y)) - true) / mpf(float(np.spacing(dtype(float(true))))))
    return worst


def show(rust, dtype, count):
    fit = rounded(count, dtype)
    print(f"// Largest relative error of (R + t) / (R - t) in exact arithmetic: "
          f"{mp.nstr(relative_error(fit), 3)} (2^{mp.nstr(log(relative_error(fit), 2), 4)}); "
          f"evaluated in {rust} by Horner without FMA: {mp.nstr(in_arithmetic(fit, dtype), 3)} ulp.")
    print(f"const R: [{rust}; {count}] = [")
    for c in fit:
        print(f"    {dtype(float(c))!s}," if rust == "f32" else f"    {float(c)!r},")
    print("];")


if __name__ == "__main__":
    print("// R(t) = R[0] + R[1] t^2 + R[2] t^4 + ..., |t| <= 1/2\n")
    show("f64", np.float64, 6)
    show("f32", np.float32, 4)
