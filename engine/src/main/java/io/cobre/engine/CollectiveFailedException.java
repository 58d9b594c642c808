package io.cobre.engine;

/**
 * A collective could not finish. The communicator is poisoned: every later call gives the same error.
 */
public class CollectiveFailedException extends CommException
{
    private static final long serialVersionUID = 1L;

    /**
     * Why a collective failed.
     */
    public enum Reason
    {
        /** The deadline passed while the missing ranks were silent. */
        TIMEOUT("Timeout"),
        /** A peer's process ended or closed its communicator. */
        PEER_LOST("PeerLost"),
        /** The ranks did not call the same operation. */
        MISMATCH("Mismatch"),
        /** The group was stopped by the launcher or by another rank's error. */
        ABORTED("Aborted");

        private final String id;

        Reason(final String id)
        {
            this.id = id;
        }

        /**
         * The name in JSON.
         *
         * @return in PascalCase.
         */
        public String id()
        {
            return id;
        }
    }

    private final Reason reason;

    /**
     * Create the error.
     *
     * @param reason  why.
     * @param message one sentence that names ranks, operation and sequence.
     */
    public CollectiveFailedException(final Reason reason, final String message)
    {
        super(EngineErrorKind.COLLECTIVE_FAILED, message);
        this.reason = reason;
        with("reason", reason.id());
    }

    /**
     * Why the collective failed.
     *
     * @return the reason.
     */
    public Reason reason()
    {
        return reason;
    }
}
