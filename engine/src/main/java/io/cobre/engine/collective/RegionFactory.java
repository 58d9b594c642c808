package io.cobre.engine.collective;

import io.cobre.codecs.collective.RegionEncoder;
import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.CommException;
import io.cobre.engine.InvalidBufferSizeException;
import io.cobre.engine.SharedRegion;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.RegionMemory;
import java.util.function.Supplier;

/**
 * Makes shared regions: rank 0 creates the memory, the others map it, its name goes as soon as all have it. All ranks
 * learn of a failure of any of them before one uses the region.
 */
final class RegionFactory
{
    private static final int BYTES = 0;
    private static final int AVAILABLE = 1;
    private static final long SUCCESS = -1;

    private final OperationDriver driver;
    private final Exchange exchange;
    private int created;

    RegionFactory(final OperationDriver driver)
    {
        this.driver = driver;
        exchange = new Exchange(driver);
    }

    SharedRegion create(final long bytes)
    {
        driver.enter();
        try
        {
            if (bytes < 1)
            {
                final InvalidBufferSizeException failure =
                    Checks.invalid("createSharedRegion", "a region has at least one byte, not " + bytes);
                failure.with("requested_bytes", bytes);
                throw failure;
            }
            return new MappedRegion(driver, driver.isMemoryShared() ? shared(bytes) : own(bytes));
        }
        finally
        {
            driver.leave();
        }
    }

    private RegionMemory own(final long bytes)
    {
        final Attempt attempt = new Attempt(bytes);
        attempt.run(() -> PrivateMemory.allocate(bytes));
        attempt.agree();
        return attempt.memory;
    }

    private RegionMemory shared(final long bytes)
    {
        final Fabric fabric = driver.context().fabric();
        final String name = name();
        final boolean isLeader = 0 == driver.seat().rank();
        final Attempt attempt = new Attempt(bytes);
        if (isLeader)
        {
            attempt.run(() -> fabric.createMemory(name, bytes));
        }
        try
        {
            attempt.agree();
            if (!isLeader)
            {
                attempt.run(() -> fabric.mapMemory(name, bytes));
            }
            attempt.agree();
        }
        finally
        {
            if (isLeader && null != attempt.memory)
            {
                attempt.memory.unlink();
            }
        }
        return attempt.memory;
    }

    /**
     * Communicators without a common member may have the same id, so the leader is part of the name.
     */
    private String name()
    {
        final CommunicatorContext context = driver.context();
        return "region-" + context.communicatorId() + "-" + context.worldRanks()[0] + "-" + ++created;
    }

    /**
     * An allocation of this rank whose outcome all ranks get to know.
     */
    private final class Attempt
    {
        private final long bytes;
        private RegionMemory memory;
        private AllocationFailedException failure;

        private Attempt(final long bytes)
        {
            this.bytes = bytes;
        }

        private void run(final Supplier<RegionMemory> allocation)
        {
            try
            {
                memory = allocation.get();
            }
            catch (final AllocationFailedException refused)
            {
                failure = refused;
            }
            catch (final RuntimeException unexpected)
            {
                failure = new AllocationFailedException("no region of " + bytes + " bytes: " + unexpected.getMessage());
                failure.with("requested_bytes", bytes).with("available_bytes", 0L);
                failure.initCause(unexpected);
            }
        }

        private void agree()
        {
            try
            {
                final long[][] all = exchange.run(
                    RegionEncoder.TEMPLATE_ID, bytes, null == failure ? SUCCESS : available(failure));
                for (int rank = 0; rank < all.length; rank++)
                {
                    check(rank, all[rank][BYTES], all[rank][AVAILABLE]);
                }
            }
            catch (final CommException refused)
            {
                if (null != memory)
                {
                    memory.close();
                }
                throw refused;
            }
        }

        private void check(final int rank, final long wanted, final long available)
        {
            if (wanted != bytes)
            {
                final InvalidBufferSizeException differing = Checks.invalid(
                    "createSharedRegion", "rank " + rank + " asks for " + wanted + " bytes, this rank for " + bytes);
                differing.with("rank", rank).with("requested_bytes", wanted).with("expected", bytes);
                throw differing;
            }
            if (SUCCESS != available)
            {
                throw null != failure ? failure : elsewhere(rank, bytes, available);
            }
        }
    }

    private static long available(final AllocationFailedException failure)
    {
        final Object bytes = failure.context().get("available_bytes");
        return bytes instanceof Number ? ((Number) bytes).longValue() : 0;
    }

    private static AllocationFailedException elsewhere(final int rank, final long requested, final long available)
    {
        final AllocationFailedException failure = new AllocationFailedException(
            "rank " + rank + " has no room for a region of " + requested + " bytes, " + available + " are available");
        failure.with("rank", rank).with("requested_bytes", requested).with("available_bytes", available);
        return failure;
    }
}
