package io.cobre.comm.aeron;

import io.aeron.Image;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.aeron.logbuffer.Header;
import io.cobre.engine.spi.FrameHandler;
import org.agrona.DirectBuffer;
import org.agrona.LangUtil;

/**
 * Hands fragments of an image to a frame handler. What the handler throws leaves the fragment in the log and reaches
 * the caller of the poll; Aeron alone would report it elsewhere and step over the fragment.
 */
final class FragmentAdapter implements ControlledFragmentHandler
{
    private FrameHandler handler;
    private Throwable thrown;

    int poll(final Image image, final FrameHandler frameHandler, final int limit)
    {
        handler = frameHandler;
        final int fragments = image.controlledPoll(this, limit);
        if (null != thrown)
        {
            final Throwable cause = thrown;
            thrown = null;
            LangUtil.rethrowUnchecked(cause);
        }
        return fragments;
    }

    @Override
    public Action onFragment(final DirectBuffer buffer, final int offset, final int length, final Header header)
    {
        try
        {
            return action(handler.onFrame(buffer, offset, length));
        }
        catch (final Throwable ex)
        {
            thrown = ex;
            return Action.ABORT;
        }
    }

    private static Action action(final FrameHandler.Action action)
    {
        switch (action)
        {
            case CONTINUE:
                return Action.CONTINUE;

            case BREAK:
                return Action.BREAK;

            default:
                return Action.ABORT;
        }
    }
}
