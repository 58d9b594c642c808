#!/bin/sh
# Let Open MPI start N ranks of `cobre run CASE`. It is a launcher only: rank and size come from its variables, the
# ranks talk through Aeron.
#
#   examples/launch/mpirun.sh N CASE [OPTION...]
#
#   COBRE                   the launcher script, if it is not the one of this folder's repository
#   COBRE_TCP_COORDINATOR   host:port of rank 0, for ranks on several hosts; shared memory otherwise
#   MPIRUN_OPTIONS          more options of mpirun, for example --hostfile FILE

set -eu

[ $# -ge 2 ] || { echo "usage: $0 N CASE [OPTION...]" >&2; exit 1; }
cobre=${COBRE:-$(cd -P -- "$(dirname -- "$0")/../.." && pwd)/cobre}
size=$1
shift

if [ "$(id -u)" -eq 0 ]
then
    OMPI_ALLOW_RUN_AS_ROOT=1
    OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
    export OMPI_ALLOW_RUN_AS_ROOT OMPI_ALLOW_RUN_AS_ROOT_CONFIRM
fi

# cores are not the ranks' own: a rank has more threads than one
set -- "$cobre" run "$@"
if [ -n "${COBRE_TCP_COORDINATOR:-}" ]
then
    : "${COBRE_COMM_SECRET:?set it to a secret of this run}"
    # each rank listens on the first address of its own host
    # shellcheck disable=SC2016
    set -- -x COBRE_TCP_COORDINATOR -x COBRE_COMM_SECRET \
        sh -c 'COBRE_TCP_BIND_ADDR=$(hostname -I | cut -d " " -f 1) exec "$0" "$@"' "$@"
else
    COBRE_SHM_NAME=${COBRE_SHM_NAME:-/cobre_comm_$$}
    export COBRE_SHM_NAME
    set -- -x COBRE_SHM_NAME "$@"
fi
# shellcheck disable=SC2086
exec mpirun --oversubscribe --bind-to none -n "$size" ${MPIRUN_OPTIONS:-} "$@"
