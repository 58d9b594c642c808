package io.cobre.comm.aeron;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.Subscription;
import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;

/**
 * Opens the own publication and a subscription per peer without blocking: asked again and again, it says when all
 * peers' images are there from position 0 and the own publication is connected.
 */
final class StreamOpening
{
    private final StreamPlan plan;
    private final Aeron aeron;
    private final Wire wire;
    private final long publicationId;
    private final long[] subscriptionIds;
    private final Subscription[] subscriptions;
    private final Image[] images;
    private final BulkRings rings;
    private ExclusivePublication publication;

    StreamOpening(final StreamPlan plan, final Aeron aeron, final Wire wire)
    {
        this.plan = plan;
        this.aeron = aeron;
        this.wire = wire;
        subscriptionIds = new long[plan.size()];
        subscriptions = new Subscription[plan.size()];
        images = new Image[plan.size()];
        rings = isAlone() ? null : wire.rings(plan);
        for (int peer = 0; peer < plan.size(); peer++)
        {
            subscriptionIds[peer] = peer == plan.rank() ? Aeron.NULL_VALUE : aeron.asyncAddSubscription(
                wire.subscriptionChannel(plan.sessionId(peer)), plan.aeronStreamId());
        }
        publicationId = isAlone() ? Aeron.NULL_VALUE : aeron.asyncAddExclusivePublication(
            wire.publicationChannel(plan), plan.aeronStreamId());
    }

    ExclusivePublication publication()
    {
        return publication;
    }

    /**
     * Rings for long frames.
     *
     * @return null if there are none.
     */
    BulkRings rings()
    {
        return rings;
    }

    Image image(final int peer)
    {
        return images[peer];
    }

    /**
     * Go on opening.
     *
     * @return true when frames may be published and no peer's frame can be missed.
     * @throws BackendException when the driver refuses a stream or a peer's image was joined too late.
     */
    boolean poll()
    {
        try
        {
            return isAlone() || pollPublication() & pollImages() & (null == rings || rings.poll());
        }
        catch (final io.aeron.exceptions.AeronException ex)
        {
            throw failed(ex.getMessage(), ex);
        }
    }

    void close()
    {
        if (null != publication)
        {
            publication.close();
        }
        for (final Subscription subscription : subscriptions)
        {
            if (null != subscription)
            {
                subscription.close();
            }
        }
        if (null != rings)
        {
            rings.close();
        }
    }

    /**
     * A group of one has no readers and no stream.
     */
    private boolean isAlone()
    {
        return 1 == plan.size();
    }

    private boolean pollPublication()
    {
        if (null == publication)
        {
            publication = aeron.getExclusivePublication(publicationId);
            if (null != publication)
            {
                addDestinations();
            }
        }
        return null != publication && publication.isConnected();
    }

    private void addDestinations()
    {
        for (int peer = 0; peer < plan.size(); peer++)
        {
            final String destination = peer == plan.rank() ? null : wire.destination(plan.worldRank(peer));
            if (null != destination)
            {
                publication.asyncAddDestination(destination);
            }
        }
    }

    private boolean pollImages()
    {
        boolean complete = true;
        for (int peer = 0; peer < images.length; peer++)
        {
            complete &= peer == plan.rank() || null != images[peer] || pollImage(peer);
        }
        return complete;
    }

    private boolean pollImage(final int peer)
    {
        if (null == subscriptions[peer])
        {
            subscriptions[peer] = aeron.getSubscription(subscriptionIds[peer]);
        }
        final Image image =
            null == subscriptions[peer] ? null : subscriptions[peer].imageBySessionId(plan.sessionId(peer));
        if (null != image && 0 != image.joinPosition())
        {
            throw failed("the stream of rank " + peer + " was joined at position " + image.joinPosition(), null);
        }
        images[peer] = image;
        return null != image;
    }

    private BackendException failed(final String detail, final Throwable cause)
    {
        final BackendException error = new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED,
            "rank " + plan.rank() + " cannot open the streams of communicator " + plan.communicator() + ": " + detail,
            cause);
        error.with("operation", "open").with("detail", detail);
        return error;
    }
}
