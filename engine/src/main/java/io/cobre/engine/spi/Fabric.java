package io.cobre.engine.spi;

import java.util.List;

/**
 * The attachment of one rank to its group. Used by the rank's thread alone.
 */
public interface Fabric extends AutoCloseable
{
    /**
     * How the peers reach this rank; carried by the control plane, opaque to it.
     *
     * @return may be empty.
     */
    byte[] address();

    /**
     * Learn the peers' addresses.
     *
     * @param addresses by rank.
     */
    void peers(List<byte[]> addresses);

    /**
     * Begin to open the streams of a communicator; {@link Transport#isReady()} tells when they are there.
     *
     * @param streamId communicator id; 0 is the group of all ranks.
     * @param members  world ranks of the members in the order of their rank in the communicator.
     * @return this rank's end.
     */
    Transport open(int streamId, int[] members);

    /**
     * Memory that this rank can share with others on its host.
     *
     * @return null if this backend has none.
     */
    default RegionStore regions()
    {
        return null;
    }

    /**
     * Work that must be done now and then on the rank's thread (conductors, an invoked driver).
     *
     * @return work done, 0 if idle.
     */
    int doWork();

    /**
     * Close all transports and unmap. The control plane calls this after BYE.
     */
    @Override
    void close();
}
