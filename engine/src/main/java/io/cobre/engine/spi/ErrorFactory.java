package io.cobre.engine.spi;

import io.cobre.engine.CobreException;
import io.cobre.engine.ErrorKind;

import java.util.Map;

/**
 * Makes a module's errors again from what another process has told about them. Found by
 * {@link java.util.ServiceLoader}.
 */
public interface ErrorFactory
{
    /**
     * Look a kind up.
     *
     * @param id as {@link ErrorKind#id()} gives.
     * @return the kind, or null if it is none of this module.
     */
    ErrorKind kind(String id);

    /**
     * Make an error again. Context and suggestion are added by the caller.
     *
     * @param className of the error in the other process.
     * @param kind      of the error.
     * @param message   of the error.
     * @param context   of the error.
     * @param cause     may be null.
     * @return an error of that class, or null if the class is none of this module.
     */
    CobreException create(
        String className, ErrorKind kind, String message, Map<String, Object> context, Throwable cause);
}
