package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.CncFileDescriptor;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.agrona.IoUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MediaDriverLauncherTest
{
    private Path directory;

    @BeforeEach
    void chooseDirectory() throws IOException
    {
        directory = Files.createTempDirectory(Path.of("/dev/shm"), "cobre-test-");
    }

    @AfterEach
    void removeDirectory()
    {
        IoUtil.delete(directory.toFile(), true);
    }

    @Test
    void shouldServeRanksFromProcessOfItsOwnAndRemoveDirectory() throws Exception
    {
        final Path aeron = directory.resolve("aeron");
        try (JavaProcess driver = launch(aeron))
        {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(aeron)));
            try (StreamGroup group = new StreamGroup(new ShmBackend(), 2, settings(aeron)))
            {
                group.run((rank) -> new FrameTraffic(rank.transport(0), 1L, 1_000, 1_000).exchange());
            }
            try (JavaProcess second = new JavaProcess(MediaDriverLauncher.class, aeron.toString()))
            {
                assertEquals(1, second.exitCode());
            }
            driver.terminate();
            driver.exitCode();
            assertFalse(Files.exists(aeron));
        }
    }

    @Test
    @Tag("slow")
    void shouldEndStreamsWhenDriverIsKilled() throws Exception
    {
        final Path aeron = directory.resolve("aeron");
        try (JavaProcess driver = launch(aeron);
            StreamGroup group = new StreamGroup(new ShmBackend(), 2, settings(aeron)))
        {
            group.run((rank) ->
            {
                rank.rendezvous();
                driver.kill();
                final int peer = 1 - rank.rank();
                while (rank.transport(0).isLive(peer))
                {
                    Thread.sleep(100);
                }
                final CollectiveFailedException error =
                    assertThrows(CollectiveFailedException.class, () -> publishForEver(rank.transport(0)));
                assertEquals(Reason.ABORTED, error.reason());
                assertTrue(error.getMessage().contains("MediaDriver"), error.getMessage());
            });
        }
    }

    private static void publishForEver(final Transport transport) throws InterruptedException
    {
        while (true)
        {
            final FrameClaim claim = transport.tryClaim(64);
            if (null != claim)
            {
                claim.abort();
            }
            Thread.sleep(100);
        }
    }

    private static Map<String, String> settings(final Path aeron)
    {
        return Map.of(GroupSettings.AERON_DIR, aeron.toString());
    }

    private static JavaProcess launch(final Path aeron) throws Exception
    {
        final JavaProcess driver = new JavaProcess(MediaDriverLauncher.class, aeron.toString());
        final Path ready = aeron.resolve(CncFileDescriptor.CNC_FILE);
        while (!Files.exists(ready) || !isPrivate(aeron))
        {
            assertTrue(driver.isAlive());
            Thread.sleep(20);
        }
        return driver;
    }

    private static boolean isPrivate(final Path aeron) throws IOException
    {
        return 3 == Files.getPosixFilePermissions(aeron).size();
    }
}
