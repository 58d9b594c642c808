package io.cobre.solver.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;

/**
 * The hash of digests and files.
 */
public final class Sha256
{
    private Sha256()
    {
    }

    /**
     * Begin a hash.
     *
     * @return SHA-256 of nothing so far.
     */
    public static MessageDigest newHash()
    {
        try
        {
            return MessageDigest.getInstance("SHA-256");
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new CobreException(SolverErrorKind.INTERNAL_PANIC, "this Java has no SHA-256", e);
        }
    }
}
