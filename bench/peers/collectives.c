/*
 * Collectives of an MPI library under the measuring rules of `cobre bench collectives`: the same operations and sizes,
 * one CSV row each, the same cache-line ping-pong before and after every row.
 *
 * usage: mpirun -n R ./collectives LIBRARY SECONDS [ROW ...]     ROW is op or op:bytes, for example allreduce:1024
 *
 * CSV: lib,ranks,op,bytes_per_rank,iters,p50_ns,p99_ns,mean_ns,probe_before_ns,probe_after_ns
 * Every statistic is the greatest over the ranks: a collective is as slow as its slowest rank.
 */
#define _GNU_SOURCE
#include <mpi.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_SAMPLES = 400000, WARM_UP = 200, PROBE_ROUNDS = 400, PROBE_BATCHES = 5 };

enum operation { BARRIER, ALLREDUCE, BROADCAST, BROADCAST_BARRIER, ALLGATHERV };

struct row
{
    enum operation operation;
    const char *name;
    long bytes;
};

static const struct row ROWS[] = {
    {BARRIER, "barrier", 0},
    {ALLREDUCE, "allreduce", 8},
    {ALLREDUCE, "allreduce", 32},
    {ALLREDUCE, "allreduce", 1024},
    {ALLREDUCE, "allreduce", 65536},
    {ALLREDUCE, "allreduce", 1048576},
    {BROADCAST, "broadcast", 10240},
    {BROADCAST, "broadcast", 1048576},
    {BROADCAST_BARRIER, "broadcast+barrier", 10240},
    {BROADCAST_BARRIER, "broadcast+barrier", 1048576},
    {ALLGATHERV, "allgatherv", 8},
    {ALLGATHERV, "allgatherv", 1024},
    {ALLGATHERV, "allgatherv", 65536},
    {ALLGATHERV, "allgatherv", 204800},
    {ALLGATHERV, "allgatherv", 1048576},
    {ALLGATHERV, "allgatherv", 12900000},
};

struct probe_line
{
    _Alignas(128) atomic_long ping;
    _Alignas(128) atomic_long pong;
};

static int rank;
static int size;
static struct probe_line *line;
static double *source;
static double *destination;
static int *counts;
static int *displacements;
static uint32_t *samples;

static int64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void await_value(atomic_long *word, const long value)
{
    for (long spins = 0; atomic_load_explicit(word, memory_order_acquire) != value; spins++)
    {
        if (spins > 20000)
        {
            sched_yield();
        }
    }
}

static int by_value(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a;
    const uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static int64_t probe_batch_ns(void)
{
    static long round = 0;
    const int64_t start = now_ns();
    for (int i = 0; i < PROBE_ROUNDS; i++)
    {
        round++;
        if (rank == 0)
        {
            atomic_store_explicit(&line->ping, round, memory_order_release);
            await_value(&line->pong, round);
        }
        else
        {
            await_value(&line->ping, round);
            atomic_store_explicit(&line->pong, round, memory_order_release);
        }
    }
    return (now_ns() - start) / (2 * PROBE_ROUNDS);
}

/* Half a round trip of one cache line between ranks 0 and 1, the median of a few batches. */
static long probe_ns(void)
{
    uint32_t batches[PROBE_BATCHES] = {0};
    MPI_Barrier(MPI_COMM_WORLD);
    if (size > 1 && rank < 2)
    {
        for (int i = 0; i < PROBE_BATCHES; i++)
        {
            batches[i] = (uint32_t)probe_batch_ns();
        }
        qsort(batches, PROBE_BATCHES, sizeof(uint32_t), by_value);
    }
    long median = batches[PROBE_BATCHES / 2];
    MPI_Bcast(&median, 1, MPI_LONG, 0, MPI_COMM_WORLD);
    return median;
}

static void run_once(const struct row *row)
{
    const int elements = (int)(row->bytes / 8);
    switch (row->operation)
    {
        case BARRIER:
            MPI_Barrier(MPI_COMM_WORLD);
            break;
        case ALLREDUCE:
            MPI_Allreduce(source, destination, elements, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
            break;
        case BROADCAST:
            MPI_Bcast(source, elements, MPI_DOUBLE, 0, MPI_COMM_WORLD);
            break;
        case BROADCAST_BARRIER:
            MPI_Bcast(source, elements, MPI_DOUBLE, 0, MPI_COMM_WORLD);
            MPI_Barrier(MPI_COMM_WORLD);
            break;
        case ALLGATHERV:
            MPI_Allgatherv(
                source, elements, MPI_DOUBLE, destination, counts, displacements, MPI_DOUBLE, MPI_COMM_WORLD);
            break;
    }
}

static long iterations_for(const struct row *row, const double seconds)
{
    const int trial = row->bytes > 500000 ? 10 : WARM_UP;
    run_once(row);
    const int64_t start = now_ns();
    for (int i = 0; i < trial; i++)
    {
        run_once(row);
    }
    long n = (long)(seconds * 1e9 / ((double)(now_ns() - start) / trial + 1));
    n = n < 20 ? 20 : n > MAX_SAMPLES ? MAX_SAMPLES : n;
    MPI_Bcast(&n, 1, MPI_LONG, 0, MPI_COMM_WORLD);
    return n;
}

static void measure(const char *library, const struct row *row, const double seconds)
{
    for (int i = 0; i < size; i++)
    {
        counts[i] = (int)(row->bytes / 8);
        displacements[i] = i * counts[i];
    }
    const long n = iterations_for(row, seconds);
    const long before = probe_ns();
    double sum = 0;
    for (long i = 0; i < n; i++)
    {
        source[0] = (double)i;
        const int64_t start = now_ns();
        run_once(row);
        const int64_t elapsed = now_ns() - start;
        samples[i] = elapsed > UINT32_MAX ? UINT32_MAX : (uint32_t)elapsed;
        sum += (double)elapsed;
    }
    const long after = probe_ns();
    qsort(samples, (size_t)n, sizeof(uint32_t), by_value);
    double mine[3] = {samples[n / 2], samples[(long)((double)n * 0.99)], sum / (double)n};
    double all[3];
    MPI_Reduce(mine, all, 3, MPI_DOUBLE, MPI_MAX, 0, MPI_COMM_WORLD);
    if (rank == 0)
    {
        printf("%s,%d,%s,%ld,%ld,%.0f,%.0f,%.0f,%ld,%ld\n",
            library, size, row->name, row->bytes, n, all[0], all[1], all[2], before, after);
        fflush(stdout);
    }
}

static int wanted(const struct row *row, const int argc, char **argv)
{
    char full[64];
    snprintf(full, sizeof full, "%s:%ld", row->name, row->bytes);
    for (int i = 3; i < argc; i++)
    {
        if (strcmp(argv[i], row->name) == 0 || strcmp(argv[i], full) == 0)
        {
            return 1;
        }
    }
    return argc <= 3;
}

int main(int argc, char **argv)
{
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    if (argc < 3)
    {
        fprintf(stderr, "usage: collectives LIBRARY SECONDS [ROW ...]\n");
        MPI_Abort(MPI_COMM_WORLD, 2);
    }
    const size_t greatest = 12900000;
    source = aligned_alloc(4096, (greatest / 4096 + 1) * 4096);
    destination = aligned_alloc(4096, (greatest / 4096 + 1) * 4096 * (size_t)size);
    memset(source, 0, greatest);
    memset(destination, 0, greatest * (size_t)size);
    counts = calloc((size_t)size, sizeof(int));
    displacements = calloc((size_t)size, sizeof(int));
    samples = malloc(MAX_SAMPLES * sizeof(uint32_t));

    MPI_Win window;
    MPI_Aint bytes;
    int unit;
    void *base;
    MPI_Win_allocate_shared(
        rank == 0 ? sizeof(struct probe_line) : 0, 1, MPI_INFO_NULL, MPI_COMM_WORLD, &base, &window);
    MPI_Win_shared_query(window, 0, &bytes, &unit, (void *)&line);
    if (rank == 0)
    {
        memset(line, 0, sizeof *line);
    }
    MPI_Barrier(MPI_COMM_WORLD);

    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++)
    {
        if (wanted(&ROWS[i], argc, argv))
        {
            measure(argv[1], &ROWS[i], atof(argv[2]));
        }
    }
    MPI_Win_free(&window);
    MPI_Finalize();
    return 0;
}
