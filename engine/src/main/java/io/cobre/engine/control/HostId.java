package io.cobre.engine.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Identity of a host: ranks of equal id share memory. Containers of one machine have different ids unless they share
 * /dev/shm.
 */
final class HostId
{
    private HostId()
    {
    }

    static String local()
    {
        try
        {
            final String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).trim();
            return boot + ":" + Files.getAttribute(Path.of("/dev/shm"), "unix:dev");
        }
        catch (final IOException | UnsupportedOperationException | IllegalArgumentException ex)
        {
            return ControlAddress.localHostName();
        }
    }
}
