"""The post's NumPy program, line by line, to be timed: golden/generate.py computes the same for any shape, but its
generality takes time that the post's program does not take.

Reads a line for each run and answers with one, as by_hand.c does:
    hidden tanh epochs seconds parameters...  ->  epochs seconds parameters...
"""

import sys
import time

import numpy as np

X = np.array([0, 0, 1, 1, 0, 1, 0, 1]).reshape(2, 4)
Y = np.array([0, 1, 1, 0]).reshape(1, 4)


def affine(W, X, B):
    return np.dot(W.T, X) + B


def sigmoid(o):
    return 1. / (1 + np.exp(-1 * o))


def tanh(x):
    ex = np.exp(x)
    enx = np.exp(-x)
    return (ex - enx) / (ex + enx)


def loss_eval(params, activation):
    W1, B1, W2, B2 = params
    Z1 = affine(W1, X, B1)
    H = activation(Z1)
    Z2 = affine(W2, H, B2)
    Y_hat = sigmoid(Z2)
    loss = 1. / X.shape[1] * np.sum(-1 * (Y * np.log(Y_hat) + (1 - Y) * np.log(1 - Y_hat)))
    return Z1, H, Z2, Y_hat, loss


def get_gradients(params):
    W1, B1, W2, B2 = params
    Z1, H, Z2, Y_hat, loss = loss_eval(params, sigmoid)
    dW2 = np.dot(H, (Y_hat - Y).T)
    dB2 = 1. / 4. * np.sum(Y_hat - Y, axis=1, keepdims=True)
    dH = np.dot(W2, Y_hat - Y)
    dZ1 = dH * H * (1 - H)
    dW1 = np.dot(X, dZ1.T)
    dB1 = 1. / 4. * np.sum(dZ1, axis=1, keepdims=True)
    return [dW1, dB1, dW2, dB2], loss


def get_gradients_tanh(params):
    W1, B1, W2, B2 = params
    Z1, H, Z2, Y_hat, loss = loss_eval(params, tanh)
    dW2 = np.dot(H, (Y_hat - Y).T)
    dB2 = 1. / 4. * np.sum(Y_hat - Y, axis=1, keepdims=True)
    dH = np.dot(W2, Y_hat - Y)
    dZ1 = dH * (1 - (H * H))
    dW1 = np.dot(X, dZ1.T)
    dB1 = 1. / 4. * np.sum(dZ1, axis=1, keepdims=True)
    return [dW1, dB1, dW2, dB2], loss


def optimize(params, gradients, learning_rate, iteration):
    loss_trace = []
    for epoch in range(iteration):
        dparams, loss = gradients(params)
        for param, dparam in zip(params, dparams):
            param += - learning_rate * dparam
        if epoch % 100 == 0:
            loss_trace.append(loss)
    return loss_trace


def run(h, is_tanh, chunk, limit, flat):
    shapes = [(2, h), (h, 1), (h, 1), (1, 1)]
    parts = np.split(np.array(flat), np.cumsum([rows * columns for rows, columns in shapes])[:-1])
    params = [part.reshape(shape) for part, shape in zip(parts, shapes)]
    gradients = get_gradients_tanh if is_tanh else get_gradients
    epochs, start = 0, time.perf_counter()
    while True:
        optimize(params, gradients, 0.1, chunk)
        epochs += chunk
        seconds = time.perf_counter() - start
        if seconds >= limit:
            return epochs, seconds, np.concatenate([param.ravel() for param in params])


for line in sys.stdin:
    h, is_tanh, chunk, limit, *flat = line.split()
    epochs, seconds, params = run(int(h), is_tanh == "1", int(chunk), float(limit), [float(value) for value in flat])
    print(epochs, seconds, *(repr(float(value)) for value in params), flush=True)
