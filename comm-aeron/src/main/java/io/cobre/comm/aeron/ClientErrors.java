package io.cobre.comm.aeron;

import org.agrona.ErrorHandler;

/**
 * Keeps the first error of an Aeron client. Aeron's own handler would end the JVM when the driver is lost.
 */
final class ClientErrors implements ErrorHandler
{
    private volatile Throwable first;

    @Override
    public void onError(final Throwable throwable)
    {
        if (null == first)
        {
            first = throwable;
        }
    }

    String describe()
    {
        final Throwable error = first;
        return null == error ? "" : ": " + error.getMessage();
    }
}
