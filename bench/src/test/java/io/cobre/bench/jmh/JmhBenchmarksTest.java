package io.cobre.bench.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is measured gives right results. A collective looks at its own when its group ends.
 */
class JmhBenchmarksTest
{
    private static final int REPETITIONS = 50;

    @ParameterizedTest
    @ValueSource(strings = {"rings", "ipc", "udp"})
    void shouldRunEveryCollective(final String transport)
    {
        run(new CollectivesBenchmark.Barrier(), transport);
        for (final CollectivesBenchmark.Sized collective : List.of(
            new CollectivesBenchmark.Broadcast(),
            new CollectivesBenchmark.Allgatherv(),
            new CollectivesBenchmark.Allreduce()))
        {
            collective.bytes = 8192;
            run(collective, transport);
        }
    }

    private static void run(final CollectivesBenchmark.Collective collective, final String transport)
    {
        collective.transport = transport;
        collective.ranks = 2;
        collective.open();
        for (int i = 0; i < REPETITIONS; i++)
        {
            collective.run();
        }
        collective.close();
    }

    @Test
    void shouldFoldWithTheKernels()
    {
        assertEquals(2.0, Double.longBitsToDouble(fold(ElementType.F64, ReduceOp.SUM)));
        assertEquals(2, fold(ElementType.I64, ReduceOp.SUM));
        assertEquals(1, fold(ElementType.I64, ReduceOp.MAX));
    }

    private static long fold(final ElementType type, final ReduceOp operation)
    {
        final KernelBenchmark kernel = new KernelBenchmark();
        kernel.type = type;
        kernel.operation = operation;
        kernel.bytes = 1024;
        kernel.fill();
        return kernel.fold();
    }

    @Test
    void shouldEvaluateBuildAndSolve() throws IOException
    {
        final SolverBenchmark solver = new SolverBenchmark();
        solver.iterations = 2;
        solver.train();
        assertTrue(solver.evaluateCuts() > 0.0);
        assertEquals(12, solver.buildStages().size());
        assertTrue(solver.solveFromBasis() > 0.0);
        assertTrue(solver.solveAllOpenings() > 0.0);
        solver.close();
    }
}
