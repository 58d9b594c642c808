package io.cobre.engine.profile;

import java.nio.file.Path;
import java.util.List;

/**
 * What this process may use of its machine.
 *
 * @param onlineCores      processors of the machine.
 * @param allowedCores     numbers of those that this process may run on; first one for each physical core, then their
 *                         siblings.
 * @param cpuQuota         processor time that control groups grant, in cores; infinite without a limit.
 * @param shmBytes         size of /dev/shm; -1 if there is none.
 * @param shmFreeBytes     free space there; -1 if there is none.
 * @param receiveBufferMax {@code net.core.rmem_max} in bytes; -1 if it is not known.
 * @param sendBufferMax    {@code net.core.wmem_max} in bytes; -1 if it is not known.
 */
public record HostResources(
    int onlineCores,
    List<Integer> allowedCores,
    double cpuQuota,
    long shmBytes,
    long shmFreeBytes,
    long receiveBufferMax,
    long sendBufferMax)
{
    /**
     * What this process may use now.
     *
     * @return with defaults for what the operating system does not tell.
     */
    public static HostResources local()
    {
        return new HostProbe(Path.of("/"), HostProbe::space).read();
    }

    /**
     * Processors that this process may run on.
     *
     * @return at least 1.
     */
    public int cores()
    {
        return allowedCores.size();
    }

    /**
     * Processors that can be busy all the time.
     *
     * @return at least 1.
     */
    public int wholeCores()
    {
        return hasQuota() ? Math.max(1, (int) cpuQuota) : cores();
    }

    /**
     * Whether control groups grant less time than there are processors.
     *
     * @return true if they do.
     */
    public boolean hasQuota()
    {
        return cpuQuota < cores();
    }
}
