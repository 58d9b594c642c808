#!/bin/sh
# Start N ranks of `cobre run CASE` on this host; they meet in shared memory. Rank 0 prints and writes.
#
#   examples/launch/shm-one-host.sh N CASE [OPTION...]
#
#   COBRE   the launcher script, if it is not the one of this folder's repository

set -eu

[ $# -ge 2 ] || { echo "usage: $0 N CASE [OPTION...]" >&2; exit 1; }
cobre=${COBRE:-$(cd -P -- "$(dirname -- "$0")/../.." && pwd)/cobre}
size=$1
shift

COBRE_SHM_NAME=${COBRE_SHM_NAME:-/cobre_comm_$$}
COBRE_SHM_SIZE=$size
export COBRE_SHM_NAME COBRE_SHM_SIZE
unset COBRE_TCP_COORDINATOR

ranks=
rank=0
while [ "$rank" -lt "$size" ]
do
    COBRE_SHM_RANK=$rank "$cobre" run "$@" &
    ranks="$ranks $!"
    rank=$((rank + 1))
done

# a shell lets its background processes ignore Ctrl-C, so it is passed on
# shellcheck disable=SC2086
trap 'kill -TERM $ranks 2> /dev/null; exit 130' INT TERM

code=0
for pid in $ranks
do
    wait "$pid" || { ended=$?; [ "$code" -ne 0 ] || code=$ended; }
done
exit "$code"
