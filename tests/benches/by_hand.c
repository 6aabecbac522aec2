/* Training by hand in C with the system's exp and tanh: what by-hand.js does, compiled. The sizes are constants to the
   compiler, which so unrolls the loops over units.

   Reads a line for each run and answers with one:
       hidden tanh epochs seconds parameters...  ->  epochs seconds parameters...
   `seconds` of 0 takes exactly that many epochs; otherwise chunks of so many follow until that time has gone by. */

#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LARGEST = 8, EXAMPLES = 4 };

static const double X[EXAMPLES][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
static const double Y[EXAMPLES] = {0, 1, 1, 0};

static inline double sigmoid(double z) { return 1 / (1 + exp(-z)); }

/* p: W1 row by row, B1, W2, B2. */
static inline __attribute__((always_inline)) void descend(const int h, const int is_tanh, double *p, long epochs) {
    double *const w1 = p, *const b1 = p + 2 * h, *const w2 = p + 3 * h, *const b2 = p + 4 * h;
    const double rate = 0.1, bias_rate = rate / EXAMPLES;
    for (long epoch = 0; epoch < epochs; epoch++) {
        double gw1[2 * LARGEST] = {0}, gb1[LARGEST] = {0}, gw2[LARGEST] = {0}, gb2 = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            double a[LARGEST], z = *b2;
            for (int j = 0; j < h; j++) {
                const double u = w1[j] * X[i][0] + w1[h + j] * X[i][1] + b1[j];
                a[j] = is_tanh ? tanh(u) : sigmoid(u);
                z += w2[j] * a[j];
            }
            const double e = sigmoid(z) - Y[i];
            gb2 += e;
            for (int j = 0; j < h; j++) {
                const double d = w2[j] * e * (is_tanh ? 1 - a[j] * a[j] : a[j] * (1 - a[j]));
                gw2[j] += e * a[j];
                gb1[j] += d;
                gw1[j] += X[i][0] * d;
                gw1[h + j] += X[i][1] * d;
            }
        }
        for (int j = 0; j < h; j++) {
            w1[j] -= rate * gw1[j];
            w1[h + j] -= rate * gw1[h + j];
            b1[j] -= bias_rate * gb1[j];
            w2[j] -= rate * gw2[j];
        }
        *b2 -= bias_rate * gb2;
    }
}

static void train(int h, int is_tanh, double *p, long epochs) {
    if (h == 2 && is_tanh) descend(2, 1, p, epochs);
    else if (h == 2) descend(2, 0, p, epochs);
    else if (h == 8 && is_tanh) descend(8, 1, p, epochs);
    else if (h == 8) descend(8, 0, p, epochs);
    else {
        fprintf(stderr, "hidden: expected 2 or 8, got %d\n", h);
        exit(1);
    }
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(void) {
    int h, is_tanh;
    long chunk;
    double limit;
    while (scanf("%d %d %ld %lf", &h, &is_tanh, &chunk, &limit) == 4) {
        double p[4 * LARGEST + 1];
        for (int k = 0; k <= 4 * h && k <= 4 * LARGEST; k++)
            if (scanf("%lf", &p[k]) != 1) return 1;
        long epochs = 0;
        double seconds = 0;
        const double start = now();
        do {
            train(h, is_tanh, p, chunk);
            epochs += chunk;
            seconds = now() - start;
        } while (seconds < limit);
        printf("%ld %.9f", epochs, seconds);
        for (int k = 0; k <= 4 * h; k++) printf(" %.17g", p[k]);
        putchar('\n');
        fflush(stdout);
    }
    return 0;
}
