package io.cobre.engine.natives;

import java.io.IOException;

/**
 * The class path does not have the archive of this platform.
 */
public final class ResourceMissingException extends IOException
{
    private static final long serialVersionUID = 1L;

    ResourceMissingException(final String resource)
    {
        super(resource + " is not on the class path");
    }
}
