#!/bin/sh
# Start a media driver of one's own, then N ranks of `cobre run CASE` that use it, then end the driver. A driver that
# outlives its groups is of use where many short groups follow each other.
#
#   examples/launch/driver-by-hand.sh N CASE [OPTION...]

set -eu

[ $# -ge 2 ] || { echo "usage: $0 N CASE [OPTION...]" >&2; exit 1; }
here=$(cd -P -- "$(dirname -- "$0")" && pwd)
home=$(cd -P -- "$here/../.." && pwd)
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java

# builds what is missing
"$home/cobre" version > /dev/null

folder=$(mktemp -d /dev/shm/cobre-driver-XXXXXX)
driver=
finish()
{
    [ -z "$driver" ] || kill -TERM "$driver" 2> /dev/null || true
    [ -z "$driver" ] || wait "$driver" || true
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

"$java" --add-opens java.base/jdk.internal.misc=ALL-UNNAMED -XX:-UsePerfData -Djava.net.preferIPv4Stack=true \
    -cp "$home/bench/target/cobre/lib/cobre.jar" io.cobre.comm.aeron.MediaDriverLauncher "$folder/aeron" &
driver=$!
until [ -f "$folder/aeron/cnc.dat" ]
do
    kill -0 "$driver" 2> /dev/null || { echo "the media driver does not start" >&2; exit 4; }
    sleep 0.1
done

COBRE_AERON_DIR=$folder/aeron "$here/shm-one-host.sh" "$@"
