package io.cobre.engine.control;

/**
 * One rank as its peers know it.
 *
 * @param pid     process id.
 * @param host    host id: ranks of equal host id share memory.
 * @param address how its peers reach it, opaque to the control plane.
 */
record GroupMember(long pid, String host, byte[] address)
{
}
