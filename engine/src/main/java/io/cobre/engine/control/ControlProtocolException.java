package io.cobre.engine.control;

import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;

/**
 * The bytes on a control socket are not what the protocol allows here; the connection is closed.
 */
final class ControlProtocolException extends CobreException
{
    private static final long serialVersionUID = 1L;

    ControlProtocolException(final String message)
    {
        super(EngineErrorKind.INITIALIZATION_FAILED, message);
    }
}
