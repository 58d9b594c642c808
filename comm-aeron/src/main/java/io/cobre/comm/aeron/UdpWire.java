package io.cobre.comm.aeron;

import io.aeron.Aeron;
import io.aeron.Subscription;
import io.aeron.driver.MediaDriver;
import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Streams over UDP unicast. The rank has a driver of its own, driven by its own thread; one socket receives the
 * streams of all peers, and each own stream has a socket that sends to every reader in turn.
 */
final class UdpWire implements Wire
{
    /** All subscriptions of the driver share the one receiving socket by this tag. */
    private static final String SOCKET_TAG = "tags=1";
    /** Keeps the receiving socket open from before the first stream until after the last one. */
    private static final int ANCHOR_STREAM_ID = Integer.MAX_VALUE;

    private final MediaDriver driver;
    private final Aeron aeron;
    private final DriverGuard guard;
    private final UdpSizes sizes;
    private final String bindAddress;
    private final String endpoint;
    private String[] endpoints = {};

    UdpWire(
        final MediaDriver driver,
        final Aeron aeron,
        final DriverGuard guard,
        final UdpSizes sizes,
        final String bindAddress)
    {
        this.driver = driver;
        this.aeron = aeron;
        this.guard = guard;
        this.sizes = sizes;
        this.bindAddress = bindAddress;
        endpoint = openSocket();
        guard.start();
    }

    @Override
    public byte[] address()
    {
        return endpoint.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void peers(final List<byte[]> addresses)
    {
        endpoints = addresses.stream()
            .map((address) -> new String(address, StandardCharsets.US_ASCII))
            .toArray(String[]::new);
    }

    @Override
    public String publicationChannel(final StreamPlan plan)
    {
        return "aeron:udp?control-mode=manual|control=" + bindAddress + ":0|fc=min,g:/" + (plan.size() - 1) +
            ",t:60s|session-id=" + plan.sessionId(plan.rank()) + "|term-length=" + termLength(plan) +
            "|mtu=" + sizes.mtu() + "|sparse=false|so-sndbuf=" + sizes.sendBuffer();
    }

    @Override
    public BulkRings rings(final StreamPlan plan)
    {
        return null;
    }

    @Override
    public long bytes(final StreamPlan plan)
    {
        return plan.size() * StreamLimits.logLength(termLength(plan));
    }

    private int termLength(final StreamPlan plan)
    {
        return plan.isWorld() ? sizes.termLength() : StreamLimits.shortTerm(sizes.termLength(), sizes.mtu());
    }

    @Override
    public String subscriptionChannel(final int sessionId)
    {
        return "aeron:udp?endpoint=" + bindAddress + ":0|" + SOCKET_TAG + "|session-id=" + sessionId +
            "|tether=true|rejoin=false|group=false|reliable=true|sparse=false|rcv-wnd=" + sizes.receiveWindow() +
            "|so-rcvbuf=" + sizes.receiveBuffer();
    }

    @Override
    public String destination(final int worldRank)
    {
        return "aeron:udp?endpoint=" + endpoints[worldRank];
    }

    @Override
    public int maxPayloadLength()
    {
        return StreamLimits.payloadLength(sizes.mtu());
    }

    @Override
    public int windowLength()
    {
        return sizes.receiveWindow() / 2;
    }

    @Override
    public RegionDirectory regions()
    {
        return null;
    }

    @Override
    public PeerMemory peerMemory()
    {
        return null;
    }

    @Override
    public int drive()
    {
        return guard.drive();
    }

    @Override
    public void flush()
    {
        guard.drive();
    }

    @Override
    public void close()
    {
        guard.close();
        Clients.close(aeron);
        driver.close();
    }

    private String openSocket()
    {
        final long id = aeron.asyncAddSubscription(subscriptionChannel(0), ANCHOR_STREAM_ID);
        Subscription anchor = null;
        final long end = System.nanoTime() + Liveness.TIMEOUT_NS;
        while (System.nanoTime() - end < 0)
        {
            guard.drive();
            anchor = null == anchor ? aeron.getSubscription(id) : anchor;
            final String resolved = null == anchor ? null : anchor.resolvedEndpoint();
            if (null != resolved)
            {
                return resolved;
            }
            Thread.onSpinWait();
        }
        throw new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED, "no socket could be bound to " + bindAddress, null);
    }
}
