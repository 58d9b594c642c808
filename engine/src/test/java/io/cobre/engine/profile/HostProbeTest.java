package io.cobre.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the kernel tells, from files laid out as it does.
 */
class HostProbeTest
{
    private static final long DOCKER_SHM = 64 * Hosts.MIB;

    @TempDir
    private Path root;

    @Test
    void shouldReadTheProcessorsThatAreAllowed() throws IOException
    {
        write("proc/self/status", "Name:\tjava\nCpus_allowed:\t10f\nCpus_allowed_list:\t0-3,8\nThreads:\t9\n");
        write("sys/devices/system/cpu/online", "0-15\n");
        final HostResources host = read();
        assertEquals(List.of(0, 1, 2, 3, 8), host.allowedCores());
        assertEquals(16, host.onlineCores());
        assertEquals(5, host.cores());
        assertEquals(5, host.wholeCores());
        assertFalse(host.hasQuota());
    }

    @Test
    void shouldPutSiblingsOfPhysicalCoresLast() throws IOException
    {
        write("proc/self/status", "Cpus_allowed_list:\t0-3\n");
        for (int core = 0; core < 4; core++)
        {
            write("sys/devices/system/cpu/cpu" + core + "/topology/thread_siblings_list", core < 2 ? "0-1\n" : "2-3\n");
        }
        assertEquals(List.of(0, 2, 1, 3), read().allowedCores());
    }

    @ParameterizedTest
    @CsvSource({"150000 100000, 1.5", "max 100000, Infinity", "400000 100000, 4.0", "nonsense, Infinity"})
    void shouldReadTheQuotaOfAUnifiedControlGroup(final String text, final double expected) throws IOException
    {
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/cpu.max", text + "\n");
        assertEquals(expected, read().cpuQuota());
    }

    @Test
    void shouldTakeTheLeastOfAllControlGroupsAbove() throws IOException
    {
        write("proc/self/cgroup", "0::/kubepods/pod1/container1\n");
        write("sys/fs/cgroup/kubepods/cpu.max", "800000 100000\n");
        write("sys/fs/cgroup/kubepods/pod1/cpu.max", "250000 100000\n");
        write("sys/fs/cgroup/kubepods/pod1/container1/cpu.max", "max 100000\n");
        assertEquals(2.5, read().cpuQuota());
    }

    @ParameterizedTest
    @CsvSource({"/docker/abc, cpu", "/docker/abc, 'cpu,cpuacct'"})
    void shouldReadTheQuotaOfALegacyControlGroup(final String path, final String controllers) throws IOException
    {
        write("proc/self/cgroup", "11:memory:/m\n4:" + controllers + ":" + path + "\n1:name=systemd:/\n");
        write("sys/fs/cgroup/" + controllers + path + "/cpu.cfs_quota_us", "50000\n");
        write("sys/fs/cgroup/" + controllers + path + "/cpu.cfs_period_us", "100000\n");
        write("sys/fs/cgroup/memory/cpu.cfs_quota_us", "1000\n");
        assertEquals(0.5, read().cpuQuota());
    }

    @Test
    void shouldReadTheMountWhereThePathIsThatOfTheHost() throws IOException
    {
        write("proc/self/cgroup", "4:cpu:/docker/not/seen/from/here\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "300000\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        assertEquals(3.0, read().cpuQuota());
    }

    @Test
    void shouldStayInsideTheMount() throws IOException
    {
        write("proc/self/cgroup", "0::/../../outside\n");
        write("sys/outside/cpu.max", "1000 100000\n");
        assertEquals(CpuQuota.NONE, read().cpuQuota());
    }

    @Test
    void shouldReadNoLimitFromALegacyControlGroup() throws IOException
    {
        write("proc/self/cgroup", "1:cpu:/\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        assertEquals(CpuQuota.NONE, read().cpuQuota());
    }

    @Test
    void shouldReadSharedMemoryAndSocketLimits() throws IOException
    {
        write("proc/sys/net/core/rmem_max", "212992\n");
        final HostResources host = read();
        assertEquals(DOCKER_SHM, host.shmBytes());
        assertEquals(DOCKER_SHM / 2, host.shmFreeBytes());
        assertEquals(212_992, host.receiveBufferMax());
        assertEquals(-1, host.sendBufferMax());
    }

    @Test
    void shouldDoWithoutAnything()
    {
        final HostResources host = new HostProbe(root, HostProbe::space).read();
        final int cores = Runtime.getRuntime().availableProcessors();
        assertEquals(IntStream.range(0, cores).boxed().toList(), host.allowedCores());
        assertEquals(cores, host.onlineCores());
        assertEquals(CpuQuota.NONE, host.cpuQuota());
        assertEquals(-1, host.shmBytes());
        assertEquals(-1, host.receiveBufferMax());
    }

    @Test
    void shouldReadThisMachine()
    {
        final HostResources host = HostResources.local();
        assertTrue(host.cores() >= 1 && host.onlineCores() >= host.cores(), host.toString());
        assertTrue(host.wholeCores() >= 1 && host.shmFreeBytes() <= host.shmBytes(), host.toString());
    }

    private HostResources read()
    {
        return new HostProbe(root, (directory) ->
        {
            assertEquals(root.resolve("dev/shm"), directory);
            return new HostProbe.Space(DOCKER_SHM, DOCKER_SHM / 2);
        }).read();
    }

    private void write(final String path, final String text) throws IOException
    {
        final Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
