package io.cobre.engine.profile;

import java.util.stream.IntStream;

/**
 * Machines for tests.
 */
final class Hosts
{
    static final long MIB = 1L << 20;

    private Hosts()
    {
    }

    static HostResources of(final int cores, final double quota, final long shmBytes, final long socketMax)
    {
        return new HostResources(
            cores, IntStream.range(0, cores).boxed().toList(), quota, shmBytes, shmBytes, socketMax, socketMax);
    }

    static HostResources ofCores(final int cores)
    {
        return of(cores, CpuQuota.NONE, 8192 * MIB, 4 * MIB);
    }
}
