#!/bin/sh
# Let Slurm start N ranks of `cobre run CASE`. Rank and size come from its variables, the ranks talk through Aeron: by
# shared memory on one node, by UDP on several.
#
#   salloc -n 4 examples/launch/srun.sh 4 CASE [OPTION...]
#
#   COBRE            the launcher script, if it is not the one of this folder's repository
#   COBRE_TCP_PORT   where the ranks meet on several nodes, 29500 if unset

set -eu

[ $# -ge 2 ] || { echo "usage: $0 N CASE [OPTION...]" >&2; exit 1; }
cobre=${COBRE:-$(cd -P -- "$(dirname -- "$0")/../.." && pwd)/cobre}
size=$1
shift

set -- "$cobre" run "$@"
if [ "${SLURM_JOB_NUM_NODES:-1}" -gt 1 ]
then
    # task 0 runs on the first node
    COBRE_TCP_COORDINATOR=$(scontrol show hostnames "$SLURM_JOB_NODELIST" | head -n 1)
    COBRE_COMM_SECRET=${COBRE_COMM_SECRET:-$(od -An -N 16 -t x1 /dev/urandom | tr -d ' \n')}
    export COBRE_TCP_COORDINATOR COBRE_COMM_SECRET
    # each rank listens on the first address of its own node
    # shellcheck disable=SC2016
    set -- sh -c 'COBRE_TCP_BIND_ADDR=$(hostname -I | cut -d " " -f 1) exec "$0" "$@"' "$@"
else
    COBRE_SHM_NAME=${COBRE_SHM_NAME:-/cobre_comm_${SLURM_JOB_ID:-$$}}
    export COBRE_SHM_NAME
fi
exec srun --ntasks="$size" --kill-on-bad-exit=1 "$@"
