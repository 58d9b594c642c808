package io.cobre.comm.aeron;

import java.util.List;

/**
 * What differs between IPC and UDP: channels, addresses, and who does the driver's work.
 */
interface Wire extends AutoCloseable
{
    /**
     * How peers reach this rank.
     *
     * @return opaque bytes, may be empty.
     */
    byte[] address();

    /**
     * Learn how to reach the peers.
     *
     * @param addresses by world rank.
     */
    void peers(List<byte[]> addresses);

    /**
     * Channel of the own stream.
     *
     * @param plan of the communicator.
     * @return Aeron channel.
     */
    String publicationChannel(StreamPlan plan);

    /**
     * Rings for the long frames of a communicator.
     *
     * @param plan of the communicator.
     * @return null if long frames go through the log like the others.
     */
    BulkRings rings(StreamPlan plan);

    /**
     * Memory that this rank's ends of a communicator take.
     *
     * @param plan of the communicator.
     * @return bytes.
     */
    long bytes(StreamPlan plan);

    /**
     * Channel on which a peer's stream arrives.
     *
     * @param sessionId of the peer's stream.
     * @return Aeron channel.
     */
    String subscriptionChannel(int sessionId);

    /**
     * Where the own stream has to be sent to.
     *
     * @param worldRank of a reader.
     * @return Aeron channel of the destination, or null when the publication reaches it by itself.
     */
    String destination(int worldRank);

    /**
     * Longest frame of our own in the log, without Aeron's header.
     *
     * @return bytes.
     */
    int maxPayloadLength();

    /**
     * Bytes that the own stream surely takes while a peer reads none.
     *
     * @return bytes.
     */
    int windowLength();

    /**
     * Where memory is that this rank can share with others.
     *
     * @return null if the wire may lead to other hosts.
     */
    RegionDirectory regions();

    /**
     * The way into the memory of the peers' processes.
     *
     * @return null if the wire may lead to other hosts.
     */
    PeerMemory peerMemory();

    /**
     * Work of conductors and drivers that is due on the rank's thread.
     *
     * @return work done.
     */
    int drive();

    /**
     * A frame has been committed; bring it on its way.
     */
    void flush();

    /**
     * What keeps the streams from moving, other than the peers.
     *
     * @return null if nothing is known to.
     */
    default String impediment()
    {
        return null;
    }

    /**
     * Close the client, and driver and sockets where they are this rank's own. Idempotent.
     */
    @Override
    void close();
}
