package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.CncFileDescriptor;
import io.cobre.engine.BackendException;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.Communicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.IoUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ranks that wait notice that the driver of somebody else has died or stopped, and say so.
 */
class DriverLossTest
{
    private Path directory;
    private Path aeron;

    @BeforeEach
    void makeDirectory() throws IOException
    {
        directory = Files.createTempDirectory(Path.of("/dev/shm"), "cobre-test-");
        aeron = directory.resolve("aeron");
    }

    @AfterEach
    void removeDirectory()
    {
        IoUtil.delete(directory.toFile(), true);
    }

    @Test
    void shouldSayThatTheDriverHasEnded() throws Exception
    {
        try (JavaProcess driver = launch())
        {
            final CollectiveFailedException error = failAfter(TimeUnit.SECONDS.toNanos(30), driver::kill);
            assertTrue(error.getMessage().contains("the media driver in " + aeron), error.getMessage());
            assertTrue(error.getMessage().endsWith("has ended"), error.getMessage());
        }
        final BackendException refused = assertThrows(BackendException.class, () -> DriverWatch.of(aeron));
        assertTrue(refused.getMessage().endsWith("has ended and left its files"), refused.getMessage());
    }

    @Test
    void shouldSayThatTheDriverDoesNotMove() throws Exception
    {
        try (JavaProcess driver = launch())
        {
            final CollectiveFailedException error = failAfter(TimeUnit.SECONDS.toNanos(2), driver::stop);
            assertEquals(CollectiveFailedException.Reason.TIMEOUT, error.reason());
            assertTrue(error.getMessage().contains("has not moved for"), error.getMessage());
        }
    }

    /**
     * Rank 1 leaves and waits; what rank 0 is told when it waits for it.
     */
    private CollectiveFailedException failAfter(final long timeoutNs, final Runnable misfortune) throws IOException
    {
        final CollectiveFailedException[] told = new CollectiveFailedException[1];
        final CountDownLatch isTold = new CountDownLatch(1);
        try (StreamGroup group = new StreamGroup(new ShmBackend(), 2, Map.of(
            GroupSettings.AERON_DIR, aeron.toString())))
        {
            group.run((rank) ->
            {
                final Communicator communicator = rank.communicator(timeoutNs);
                communicator.barrier();
                if (0 == rank.rank())
                {
                    misfortune.run();
                    told[0] = assertThrows(CollectiveFailedException.class, communicator::barrier);
                    isTold.countDown();
                }
                isTold.await();
            });
        }
        return told[0];
    }

    private JavaProcess launch() throws Exception
    {
        final JavaProcess driver = new JavaProcess(MediaDriverLauncher.class, aeron.toString());
        while (!Files.exists(aeron.resolve(CncFileDescriptor.CNC_FILE)))
        {
            assertTrue(driver.isAlive());
            Thread.sleep(20);
        }
        return driver;
    }
}
