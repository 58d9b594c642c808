/*
 * What processor and system take for the rows of ../collectives.c by plain code, without a library: a measure of how much
 * of an engine's time is its own.
 *
 * usage: BARE_RANKS=R BARE_WAY=WAY ./bare LABEL SECONDS [ROW ...]
 *
 *   shm    up to 1 KiB through lines in shared memory, from each rank to all others; longer contributions are read in
 *          the process of their owner by process_vm_readv, after one line has told where they lie and before one tells
 *          that they have been read. Where ranks share cores, a rank that waits yields after each look.
 *   udp    two ranks over loopback, in datagrams of at most 65,000 bytes, read from the socket into the result. Nothing
 *          is sent again: what is on its way always fits in the buffer of the socket.
 *   logs   as udp, with the copies of a transport that keeps what it sends and receives in logs, as Aeron does: from the
 *          source to a log and from there to the socket, from the socket to a packet, to a log, to the result; and the
 *          logs are cleaned.
 *
 * Only what the rows need is here: one communicator, root 0, and sums of what ranks have in rank order.
 */
#define _GNU_SOURCE
#include "mpi.h"
#include <arpa/inet.h>
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum
{
    MAX_RANKS = 16,
    SHORT = 1024,
    DATAGRAM = 65000,
    LONGEST_WINDOW = 512 * 1024,
    SOCKET_BUFFER = 2 * 1024 * 1024,
    LOG = 3 * 1024 * 1024,
    ROW_DEADLINE_S = 120
};

enum way { SHM, UDP, LOGS };

/* Two are enough: nobody begins an operation before all others have begun the one before. */
struct slot
{
    _Alignas(128) atomic_long number;
    char data[SHORT];
    atomic_long address;
    _Alignas(128) atomic_long done;
};

struct board
{
    struct slot slots[MAX_RANKS][2];
    pid_t processes[MAX_RANKS];
    int ports[MAX_RANKS][2];
    atomic_long joined;
    char window[4096];
};

static struct board *board;
static enum way way;
static int rank;
static int size;
static int sharing;
static long number;
static int data;
static int replies;
static char *sent_log;
static char *received_log;
static long sent_position;
static long received_position;
static char packet[DATAGRAM];
static long window;
static long broadcast_in_all;
static long acknowledged;

static void fail(const char *what)
{
    fprintf(stderr, "bare: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void look_again(void)
{
    if (sharing)
    {
        sched_yield();
    }
    else
    {
        __builtin_ia32_pause();
    }
}

static void await(atomic_long *word, const long value)
{
    while (atomic_load_explicit(word, memory_order_acquire) < value)
    {
        look_again();
    }
}

static struct slot *slot_of(const int owner)
{
    return &board->slots[owner][number & 1];
}

static void read_from(const int owner, void *destination, const size_t bytes)
{
    char *const address = (char *)atomic_load_explicit(&slot_of(owner)->address, memory_order_relaxed);
    for (size_t done = 0; done < bytes;)
    {
        struct iovec local = {(char *)destination + done, bytes - done};
        struct iovec remote = {address + done, bytes - done};
        const ssize_t n = process_vm_readv(board->processes[owner], &local, 1, &remote, 1, 0);
        if (n <= 0)
        {
            fail("process_vm_readv");
        }
        done += (size_t)n;
    }
}

static void publish(const void *source, const size_t bytes)
{
    struct slot *const own = slot_of(rank);
    if (bytes <= SHORT)
    {
        memcpy(own->data, source, bytes);
    }
    else
    {
        atomic_store_explicit(&own->address, (long)source, memory_order_relaxed);
    }
    atomic_store_explicit(&own->number, number, memory_order_release);
}

static void await_readers(void)
{
    for (int reader = 0; reader < size; reader++)
    {
        if (reader != rank)
        {
            await(&slot_of(reader)->done, number);
        }
    }
}

static void finish_reading(void)
{
    atomic_store_explicit(&slot_of(rank)->done, number, memory_order_release);
}

/* Everybody's contribution, one behind the other; for a long one all have been read when this returns. */
static void gather_in_memory(const void *source, char *destination, const size_t bytes)
{
    number++;
    publish(source, bytes);
    memcpy(destination + (size_t)rank * bytes, source, bytes);
    for (int owner = 0; owner < size; owner++)
    {
        if (owner != rank)
        {
            char *const place = destination + (size_t)owner * bytes;
            await(&slot_of(owner)->number, number);
            if (bytes <= SHORT)
            {
                memcpy(place, slot_of(owner)->data, bytes);
            }
            else
            {
                read_from(owner, place, bytes);
            }
        }
    }
    if (bytes > SHORT)
    {
        finish_reading();
        await_readers();
    }
}

static void broadcast_in_memory(void *buffer, const size_t bytes)
{
    number++;
    if (rank == 0)
    {
        publish(buffer, bytes);
        await_readers();
        return;
    }
    await(&slot_of(0)->number, number);
    if (bytes <= SHORT)
    {
        memcpy(buffer, slot_of(0)->data, bytes);
    }
    else
    {
        read_from(0, buffer, bytes);
    }
    finish_reading();
}

/* A piece of a log; the piece two terms ahead is cleaned for what comes later. */
static char *claim(char *log, long *position, const size_t bytes)
{
    const size_t room = LOG - (size_t)(*position % LOG);
    *position += room < bytes ? (long)room : 0;
    char *const piece = log + *position % LOG;
    *position += (long)bytes;
    const size_t ahead = (size_t)((*position + LOG / 3) % LOG);
    memset(log + ahead, 0, bytes < LOG - ahead ? bytes : LOG - ahead);
    return piece;
}

static int send_piece(const char *source, const size_t bytes)
{
    if (way == LOGS)
    {
        char *const piece = claim(sent_log, &sent_position, bytes);
        memcpy(piece, source, bytes);
        source = piece;
    }
    if (send(data, source, bytes, 0) == (ssize_t)bytes)
    {
        return 1;
    }
    if (errno != EAGAIN && errno != EWOULDBLOCK && errno != ENOBUFS)
    {
        fail("send");
    }
    return 0;
}

static size_t receive_piece(char *destination, const size_t most)
{
    const ssize_t n = recv(data, way == LOGS ? packet : destination, most, MSG_DONTWAIT);
    if (n <= 0)
    {
        return 0;
    }
    if (way == LOGS)
    {
        char *const piece = claim(received_log, &received_position, (size_t)n);
        memcpy(piece, packet, (size_t)n);
        memcpy(destination, piece, (size_t)n);
    }
    return (size_t)n;
}

static size_t least(const size_t a, const size_t b)
{
    return a < b ? a : b;
}

static void exchange(const void *source, void *destination, const size_t bytes)
{
    size_t sent = 0;
    size_t received = 0;
    while (sent < bytes || received < bytes)
    {
        if (sent < bytes && sent < received + (size_t)window)
        {
            const size_t piece = least(DATAGRAM, bytes - sent);
            sent += send_piece((const char *)source + sent, piece) ? piece : 0;
        }
        if (received < bytes)
        {
            received += receive_piece((char *)destination + received, least(DATAGRAM, bytes - received));
        }
    }
}

/* The root runs ahead of the reader by the window at most; what it has taken comes on a way of its own. */
static void broadcast_by_socket(char *buffer, const size_t bytes)
{
    for (size_t done = 0; done < bytes;)
    {
        const size_t piece = least(DATAGRAM, bytes - done);
        if (rank == 0)
        {
            long total;
            while (recv(replies, &total, sizeof total, MSG_DONTWAIT) == (ssize_t)sizeof total)
            {
                acknowledged = total;
            }
            const int has_room = broadcast_in_all + (long)piece - acknowledged <= window;
            const size_t sent = has_room && send_piece(buffer + done, piece) ? piece : 0;
            broadcast_in_all += (long)sent;
            done += sent;
        }
        else
        {
            const size_t received = receive_piece(buffer + done, piece);
            broadcast_in_all += (long)received;
            done += received;
            if (broadcast_in_all - acknowledged >= window / 4)
            {
                acknowledged = broadcast_in_all;
                send(replies, &acknowledged, sizeof acknowledged, 0);
            }
        }
    }
}

static int open_socket(const int kind)
{
    const int descriptor = socket(AF_INET, SOCK_DGRAM, 0);
    int length = SOCKET_BUFFER;
    socklen_t length_length = sizeof length;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t address_length = sizeof address;
    if (descriptor < 0 || setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &length, sizeof length) ||
        setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &length, sizeof length) ||
        getsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &length, &length_length) ||
        bind(descriptor, (struct sockaddr *)&address, sizeof address) ||
        getsockname(descriptor, (struct sockaddr *)&address, &address_length))
    {
        fail("socket");
    }
    // the system counts more than the bytes of a datagram
    window = (long)least(LONGEST_WINDOW, (size_t)length / 4);
    board->ports[rank][kind] = ntohs(address.sin_port);
    return descriptor;
}

static void connect_socket(const int descriptor, const int kind)
{
    const struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr = {htonl(INADDR_LOOPBACK)},
        .sin_port = htons((uint16_t)board->ports[1 - rank][kind]),
    };
    if (connect(descriptor, (const struct sockaddr *)&address, sizeof address))
    {
        fail("connect");
    }
}

static void join(void)
{
    board->processes[rank] = getpid();
    prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY);
    if (way != SHM)
    {
        data = open_socket(0);
        replies = open_socket(1);
    }
    atomic_fetch_add(&board->joined, 1);
    while (atomic_load(&board->joined) < size)
    {
        sched_yield();
    }
    if (way != SHM)
    {
        connect_socket(data, 0);
        connect_socket(replies, 1);
        sent_log = calloc(1, LOG);
        received_log = calloc(1, LOG);
        memset(sent_log, 1, LOG);
        memset(received_log, 1, LOG);
    }
}

void MPI_Init(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    const char *const name = getenv("BARE_WAY");
    const char *const ranks = getenv("BARE_RANKS");
    size = ranks ? atoi(ranks) : 2;
    way = !name || !strcmp(name, "shm") ? SHM : !strcmp(name, "udp") ? UDP : LOGS;
    if (size < 1 || size > MAX_RANKS || (way != SHM && size != 2))
    {
        fprintf(stderr, "bare: BARE_RANKS is 1 to %d, with BARE_WAY udp and logs 2\n", MAX_RANKS);
        exit(2);
    }
    sharing = size > sysconf(_SC_NPROCESSORS_ONLN);
    board = mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (board == MAP_FAILED)
    {
        fail("mmap");
    }
    for (int child = 1; child < size && rank == 0; child++)
    {
        const pid_t process = fork();
        if (process < 0)
        {
            fail("fork");
        }
        if (process == 0)
        {
            rank = child;
            prctl(PR_SET_PDEATHSIG, SIGKILL);
        }
    }
    join();
}

void MPI_Finalize(void)
{
    while (rank == 0 && wait(NULL) > 0)
    {
    }
}

void MPI_Abort(MPI_Comm comm, const int code)
{
    (void)comm;
    exit(code);
}

void MPI_Comm_rank(MPI_Comm comm, int *result)
{
    (void)comm;
    *result = rank;
}

void MPI_Comm_size(MPI_Comm comm, int *result)
{
    (void)comm;
    *result = size;
}

void MPI_Win_allocate_shared(
    const MPI_Aint bytes, const int unit, MPI_Info info, MPI_Comm comm, void *base, MPI_Win *window)
{
    (void)unit;
    (void)info;
    (void)comm;
    if (bytes > (MPI_Aint)sizeof board->window)
    {
        errno = ENOMEM;
        fail("window");
    }
    *(void **)base = board->window;
    *window = 0;
}

void MPI_Win_shared_query(MPI_Win window, const int owner, MPI_Aint *bytes, int *unit, void *base)
{
    (void)window;
    (void)owner;
    *bytes = sizeof board->window;
    *unit = 1;
    *(void **)base = board->window;
}

void MPI_Win_free(MPI_Win *window)
{
    *window = -1;
}

static size_t bytes_of(const int count, const MPI_Datatype type)
{
    return (size_t)count * (type == MPI_DOUBLE ? sizeof(double) : sizeof(long));
}

void MPI_Barrier(MPI_Comm comm)
{
    (void)comm;
    char mine[8] = {0};
    char all[8 * MAX_RANKS];
    if (way == SHM)
    {
        gather_in_memory(mine, all, 0);
    }
    else
    {
        exchange(mine, all, sizeof mine);
    }
}

/* Numbers of the benchmark itself, two for each row, always go through memory. */
void MPI_Bcast(void *buffer, const int count, const MPI_Datatype type, const int root, MPI_Comm comm)
{
    (void)root;
    (void)comm;
    if (type == MPI_LONG)
    {
        alarm(ROW_DEADLINE_S);
    }
    if (way == SHM || type == MPI_LONG)
    {
        broadcast_in_memory(buffer, bytes_of(count, type));
    }
    else
    {
        broadcast_by_socket(buffer, bytes_of(count, type));
    }
}

/* Only for the few statistics at the end of a row. */
void MPI_Reduce(
    const void *source, void *destination, const int count, const MPI_Datatype type, const MPI_Op operation,
    const int root, MPI_Comm comm)
{
    (void)operation;
    (void)root;
    (void)comm;
    double all[MAX_RANKS][SHORT / sizeof(double)];
    double (*const rows)[count] = (double (*)[count])all;
    double *const result = destination;
    gather_in_memory(source, (char *)rows, bytes_of(count, type));
    for (int i = 0; i < count; i++)
    {
        result[i] = rows[0][i];
        for (int owner = 1; owner < size; owner++)
        {
            result[i] = rows[owner][i] > result[i] ? rows[owner][i] : result[i];
        }
    }
}

/* Contributions lie in a place of their own before they are added, as they do for a library. */
void MPI_Allreduce(
    const void *source, void *destination, const int count, const MPI_Datatype type, const MPI_Op operation,
    MPI_Comm comm)
{
    (void)operation;
    (void)comm;
    static double all[MAX_RANKS * 131072];
    const size_t bytes = bytes_of(count, type);
    double *const result = destination;
    if (way == SHM)
    {
        gather_in_memory(source, (char *)all, bytes);
    }
    else
    {
        memcpy((char *)all + (size_t)rank * bytes, source, bytes);
        exchange(source, (char *)all + (size_t)(1 - rank) * bytes, bytes);
    }
    for (int i = 0; i < count; i++)
    {
        double sum = all[i];
        for (int owner = 1; owner < size; owner++)
        {
            sum += all[owner * count + i];
        }
        result[i] = sum;
    }
}

void MPI_Allgatherv(
    const void *source, const int count, const MPI_Datatype type, void *destination, const int *counts,
    const int *displacements, const MPI_Datatype received, MPI_Comm comm)
{
    (void)counts;
    (void)displacements;
    (void)received;
    (void)comm;
    const size_t bytes = bytes_of(count, type);
    if (way == SHM)
    {
        gather_in_memory(source, destination, bytes);
    }
    else
    {
        memcpy((char *)destination + (size_t)rank * bytes, source, bytes);
        exchange(source, (char *)destination + (size_t)(1 - rank) * bytes, bytes);
    }
}
