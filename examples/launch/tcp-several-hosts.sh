#!/bin/sh
# Be one rank of `cobre run CASE`; the ranks meet at the host of rank 0. Call it once for each rank, on any hosts.
#
#   export COBRE_COMM_SECRET=...              the same on all hosts
#   export COBRE_TCP_BIND_ADDR=192.0.2.7      this host's own address; not needed on loopback
#   examples/launch/tcp-several-hosts.sh RANK SIZE COORDINATOR[:PORT] CASE [OPTION...]
#
#   COBRE   the launcher script, if it is not the one of this folder's repository

set -eu

[ $# -ge 4 ] || { echo "usage: $0 RANK SIZE COORDINATOR[:PORT] CASE [OPTION...]" >&2; exit 1; }
cobre=${COBRE:-$(cd -P -- "$(dirname -- "$0")/../.." && pwd)/cobre}
COBRE_TCP_RANK=$1
COBRE_TCP_SIZE=$2
COBRE_TCP_COORDINATOR=$3
COBRE_COMM_BACKEND=tcp
export COBRE_TCP_RANK COBRE_TCP_SIZE COBRE_TCP_COORDINATOR COBRE_COMM_BACKEND
shift 3

case $COBRE_TCP_COORDINATOR in
    localhost | localhost:* | 127.*) ;;
    *)
        : "${COBRE_TCP_BIND_ADDR:?set it to the address of this host that the others can reach}"
        : "${COBRE_COMM_SECRET:?set it to the same secret on all hosts}"
        ;;
esac
exec "$cobre" run "$@"
