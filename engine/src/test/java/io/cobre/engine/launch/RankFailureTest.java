package io.cobre.engine.launch;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.control.RankProgress;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RankFailureTest
{
    @Test
    void shouldNameTheRankThatFoundTheSilenceBeforeTheRankThatWasTold()
    {
        assertRoot(2, failed(0, Reason.ABORTED), failed(2, Reason.TIMEOUT));
        assertRoot(2, failed(0, Reason.ABORTED), failed(2, Reason.PEER_LOST));
    }

    @Test
    void shouldNameAnEndBeforeWhatFollowedFromIt()
    {
        final RankFailure killed = failure(3, null, null, "SIGKILL");
        final RankFailure exited = failure(2, null, 5, null);
        final RankFailure own = failed(4, Reason.MISMATCH);
        assertRoot(2, failed(0, Reason.ABORTED), failed(1, Reason.PEER_LOST), exited);
        assertRoot(3, failed(0, Reason.ABORTED), failed(1, Reason.PEER_LOST), exited, killed);
        assertRoot(4, failed(0, Reason.ABORTED), failed(1, Reason.PEER_LOST), exited, killed, own);
    }

    @Test
    void shouldNameASilentRankBeforeThoseThatEndedBecauseOfIt()
    {
        final RankFailure silent =
            new RankFailure(1, null, null, null, true, new RankProgress(0, 0, 0), List.of());
        assertRoot(1, failure(0, null, 0, null), silent, failed(2, Reason.PEER_LOST));
    }

    private static void assertRoot(final int rank, final RankFailure... failures)
    {
        assertEquals(rank, WorkerException.of(List.of(failures), BackendKind.SHM).rank());
    }

    private static RankFailure failed(final int rank, final Reason reason)
    {
        return failure(rank, new CollectiveFailedException(reason, "of rank " + rank), 1, null);
    }

    private static RankFailure failure(
        final int rank, final CobreException error, final Integer exitCode, final String signal)
    {
        return new RankFailure(rank, error, exitCode, signal, false, new RankProgress(0, 0, 0), List.of());
    }
}
