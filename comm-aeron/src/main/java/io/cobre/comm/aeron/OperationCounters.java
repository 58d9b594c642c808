package io.cobre.comm.aeron;

import io.aeron.Aeron;
import io.aeron.CncFileDescriptor;
import io.aeron.Counter;
import io.aeron.exceptions.AeronException;
import io.cobre.engine.collective.OperationNames;
import io.cobre.engine.spi.OperationCount;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.CountersReader;

/**
 * Aeron counters of the operations that a rank has started, named by rank and operation, so that AeronStat and every
 * other reader of the driver's counters file shows them. A counter is asked for at the first operation of its kind and
 * follows when the driver has made it. Its key is
 * <pre>
 *   0  i32  rank                  4  i32  operation (template id)
 *   8  i64  run id
 * </pre>
 */
final class OperationCounters
{
    static final int TYPE_ID = 29_500;

    private static final int KINDS = 64;
    private static final int OPERATION_OFFSET = 4;
    private static final int RUN_ID_OFFSET = 8;
    private static final int KEY_LENGTH = 16;

    private final Aeron aeron;
    private final long runId;
    private final int rank;
    private final long[] counts = new long[KINDS];
    private final long[] registrationIds = new long[KINDS];
    private final Counter[] counters = new Counter[KINDS];
    private int pending;

    OperationCounters(final Aeron aeron, final long runId, final int rank)
    {
        this.aeron = aeron;
        this.runId = runId;
        this.rank = rank;
    }

    /**
     * Count an operation.
     */
    void onStart(final int operation)
    {
        final int kind = operation & KINDS - 1;
        final long count = ++counts[kind];
        final Counter counter = counters[kind];
        if (null != counter)
        {
            write(counter, count);
        }
        else if (1 == count)
        {
            request(kind);
        }
    }

    /**
     * Take the counters that the driver has made since. Cheap when all are there.
     */
    void poll()
    {
        for (int kind = 0; pending > 0 && kind < KINDS; kind++)
        {
            if (counts[kind] > 0 && null == counters[kind] && Aeron.NULL_VALUE != registrationIds[kind])
            {
                take(kind);
            }
        }
    }

    /**
     * The memory of a closed counter goes with its client.
     */
    private static void write(final Counter counter, final long count)
    {
        if (!counter.isClosed())
        {
            counter.setRelease(count);
        }
    }

    private void request(final int kind)
    {
        final byte[] label = ("cobre rank " + rank + " " + OperationNames.operation(kind) + " run " +
            String.format("%016x", runId)).getBytes(StandardCharsets.US_ASCII);
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[KEY_LENGTH + label.length]);
        buffer.putInt(0, rank);
        buffer.putInt(OPERATION_OFFSET, kind);
        buffer.putLong(RUN_ID_OFFSET, runId);
        buffer.putBytes(KEY_LENGTH, label);
        try
        {
            registrationIds[kind] =
                aeron.asyncAddCounter(TYPE_ID, buffer, 0, KEY_LENGTH, buffer, KEY_LENGTH, label.length);
            pending++;
        }
        catch (final AeronException without)
        {
            registrationIds[kind] = Aeron.NULL_VALUE;
        }
    }

    private void take(final int kind)
    {
        try
        {
            counters[kind] = aeron.getCounter(registrationIds[kind]);
            if (null != counters[kind])
            {
                write(counters[kind], counts[kind]);
                pending--;
            }
        }
        catch (final AeronException without)
        {
            registrationIds[kind] = Aeron.NULL_VALUE;
            pending--;
        }
    }

    /**
     * Read the counters of a driver.
     *
     * @param aeronDirectory of the driver.
     * @return empty if no driver has files there.
     */
    static List<OperationCount> read(final Path aeronDirectory)
    {
        final List<OperationCount> counts = new ArrayList<>();
        final Path file = aeronDirectory.resolve(CncFileDescriptor.CNC_FILE);
        if (Files.exists(file))
        {
            MappedByteBuffer mapped = null;
            try
            {
                mapped = IoUtil.mapExistingFile(file.toFile(), MapMode.READ_ONLY, CncFileDescriptor.CNC_FILE);
                read(mapped, counts);
            }
            catch (final IllegalStateException | IllegalArgumentException | UncheckedIOException goneOrNotReady)
            {
                counts.clear();
            }
            finally
            {
                BufferUtil.free(mapped);
            }
        }
        return counts;
    }

    private static void read(final MappedByteBuffer file, final List<OperationCount> counts)
    {
        final DirectBuffer metaData = CncFileDescriptor.createMetaDataBuffer(file);
        CncFileDescriptor.checkVersion(metaData.getInt(CncFileDescriptor.cncVersionOffset(0)));
        final CountersReader reader = new CountersReader(
            CncFileDescriptor.createCountersMetaDataBuffer(file, metaData),
            CncFileDescriptor.createCountersValuesBuffer(file, metaData),
            StandardCharsets.US_ASCII);
        reader.forEach((counterId, typeId, key, label) ->
        {
            final long count = reader.getCounterValue(counterId);
            if (TYPE_ID == typeId && count > 0)
            {
                counts.add(new OperationCount(
                    key.getInt(0), OperationNames.operation(key.getInt(OPERATION_OFFSET)), count));
            }
        });
    }
}
