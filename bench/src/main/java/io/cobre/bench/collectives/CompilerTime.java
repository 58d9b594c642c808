package io.cobre.bench.collectives;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the just-in-time compiler of this process has worked.
 */
final class CompilerTime
{
    private static final long TURN_NS = TimeUnit.MILLISECONDS.toNanos(60);
    private static final int TURNS = 25;

    private final CompilationMXBean bean = ManagementFactory.getCompilationMXBean();

    /**
     * Time spent on what has been compiled until now.
     *
     * @return milliseconds, always 0 for a JVM that does not tell.
     */
    long totalMs()
    {
        return bean == null || !bean.isCompilationTimeMonitoringSupported() ? 0 : bean.getTotalCompilationTime();
    }

    /**
     * Leave the core until nothing has been compiled for a moment, or for one and a half seconds: ranks that wait for
     * each other would take it from the compiler.
     */
    void awaitRest()
    {
        long before = -1;
        long now = totalMs();
        for (int i = 0; i < TURNS && before != now; i++)
        {
            LockSupport.parkNanos(TURN_NS);
            before = now;
            now = totalMs();
        }
    }
}
