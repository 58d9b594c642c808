/*
 * The few names of MPI that ../collectives.c uses. Behind them bare.c does no more than the machine asks for, so that its
 * rows are measured by the rules of all others.
 */
#ifndef COBRE_BARE_MPI_H
#define COBRE_BARE_MPI_H

#include <stddef.h>

typedef int MPI_Comm;
typedef int MPI_Info;
typedef int MPI_Win;
typedef ptrdiff_t MPI_Aint;
typedef enum { MPI_DOUBLE, MPI_LONG } MPI_Datatype;
typedef enum { MPI_SUM, MPI_MAX } MPI_Op;

#define MPI_COMM_WORLD 0
#define MPI_INFO_NULL 0

void MPI_Init(int *argc, char ***argv);
void MPI_Finalize(void);
void MPI_Abort(MPI_Comm comm, int code);
void MPI_Comm_rank(MPI_Comm comm, int *rank);
void MPI_Comm_size(MPI_Comm comm, int *size);
void MPI_Win_allocate_shared(
    MPI_Aint bytes, int unit, MPI_Info info, MPI_Comm comm, void *base, MPI_Win *window);
void MPI_Win_shared_query(MPI_Win window, int rank, MPI_Aint *bytes, int *unit, void *base);
void MPI_Win_free(MPI_Win *window);

void MPI_Barrier(MPI_Comm comm);
void MPI_Bcast(void *buffer, int count, MPI_Datatype type, int root, MPI_Comm comm);
void MPI_Reduce(
    const void *source, void *destination, int count, MPI_Datatype type, MPI_Op operation, int root, MPI_Comm comm);
void MPI_Allreduce(
    const void *source, void *destination, int count, MPI_Datatype type, MPI_Op operation, MPI_Comm comm);
void MPI_Allgatherv(
    const void *source, int count, MPI_Datatype type, void *destination, const int *counts, const int *displacements,
    MPI_Datatype received, MPI_Comm comm);

#endif
