package io.cobre.engine.launch;

import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.control.RankContext;
import io.cobre.engine.control.RankSession;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Main class of the processes that the tests start. Arguments: {@code worker --rank R <behaviour> [<rank>]}; the
 * behaviour is that of the given rank, all others wait in a barrier.
 */
public final class RankProgram
{
    private RankProgram()
    {
    }

    /**
     * Entry.
     *
     * @param args as above.
     */
    public static void main(final String[] args)
    {
        final String behaviour = args[3];
        final int actor = args.length > 4 ? Integer.parseInt(args[4]) : -1;
        final int rank = Integer.parseInt(args[2]);
        if (rank == actor && "mute".equals(behaviour))
        {
            LockSupport.park();
        }
        if (rank == actor && "early".equals(behaviour))
        {
            System.err.println("no way");
            System.exit(9);
        }
        final RankContext context = new RankContext().backend(new SilentBackend())
            .facts(rank == actor && "stranger".equals(behaviour) ? "other" : "same");
        final boolean isUnprepared = rank == actor && "unprepared".equals(behaviour);
        WorkerRunner.run(() -> prepared(context, isUnprepared), (session) -> run(session, behaviour, actor));
    }

    private static RankContext prepared(final RankContext context, final boolean fails)
    {
        if (fails)
        {
            throw new CobreException(EngineErrorKind.ALLOCATION_FAILED, "no room for the input").with("bytes", 12);
        }
        return context;
    }

    private static void run(final RankSession session, final String behaviour, final int actor)
        throws InterruptedException
    {
        if (actor < 0)
        {
            good(session, behaviour);
        }
        else if (session.rank() == actor)
        {
            bad(behaviour);
        }
        else
        {
            session.communicator().barrier();
        }
    }

    private static void good(final RankSession session, final String behaviour) throws InterruptedException
    {
        for (int i = 0; i < 100; i++)
        {
            session.progress(ByteBuffer.allocate(4).putInt(i).array());
        }
        if ("untilStopped".equals(behaviour))
        {
            while (session.stopUrgency() < 0)
            {
                Thread.sleep(1);
            }
        }
        session.result(("result of " + session.rank()).getBytes());
    }

    private static void bad(final String behaviour) throws InterruptedException
    {
        switch (behaviour)
        {
            case "exit" -> System.exit(7);
            case "exit137" -> System.exit(137);
            case "halt" -> Runtime.getRuntime().halt(7);
            case "throw" -> throw new CobreException(EngineErrorKind.OUT_OF_RANGE, "the value 12 is too large")
                .with("value", 12).with("allowed", Arrays.asList(1, 2.5, null, true)).suggest("use 11");
            case "npe" -> throw new NullPointerException("nothing here");
            case "leave" ->
            {
            }
            case "wait" ->
            {
                while (true)
                {
                    Thread.sleep(1000);
                }
            }
            default -> throw new IllegalArgumentException("unknown behaviour " + List.of(behaviour));
        }
    }
}
