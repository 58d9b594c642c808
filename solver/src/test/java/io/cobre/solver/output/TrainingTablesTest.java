package io.cobre.solver.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cobre.engine.Communicator;
import io.cobre.solver.Ranks;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.lp.LadderLog;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.parquet.ParquetTable;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.Trainer;
import io.cobre.solver.train.TrainingContext;
import io.cobre.solver.train.TrainingResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTablesTest
{
    private static final int ITERATIONS = 6;
    private static final int PASSES = 4;
    private static final Study STUDY = SmallStudies.with(
        SmallStudies.cascade(PASSES, ITERATIONS),
        new CutSelection(CutSelection.Method.LML1, 3, 1, 0, 0.0, 0.0, 14));

    @TempDir
    private Path folder;

    /** Three solves need another attempt: one forward, one backward, one of the lower bound. */
    private static int failedAttempts(final int iteration, final int stage, final int trial, final int opening)
    {
        final boolean forward = iteration == 2 && stage == 1 && trial == 3 && opening == StageInstance.FORWARD;
        final boolean bound = iteration == 3 && stage == 0 && opening == 4;
        final boolean backward = iteration == 2 && stage == 3 && trial == 1 && opening == 2;
        return forward || bound ? 1 : backward ? 2 : 0;
    }

    private static TrainingResult train(final Communicator communicator)
    {
        final LpSource source = new LpSource(
            LpSolvers.byId(LpSolvers.DEFAULT_ID), TrainingTablesTest::failedAttempts, new LadderLog());
        try (Trainer trainer = new Trainer(
            new TrainingContext(STUDY, StochasticModel.of(STUDY), communicator, source)))
        {
            return trainer.train();
        }
    }

    private Path written(final int size) throws Exception
    {
        return written(STUDY, Ranks.run(size, TrainingTablesTest::train).get(0), size);
    }

    private Path written(final Study study, final TrainingResult result, final int size)
    {
        final Path target = folder.resolve(Integer.toString(size));
        TrainingOutput.write(
            OutputFolder.prepare(target, target), study, result,
            new RunFacts(Instant.EPOCH, Instant.EPOCH, "local", size));
        return target.resolve("training");
    }

    @ParameterizedTest
    @CsvSource({"0.2, true", "1e-300, false"})
    void shouldTellWhetherTheSimulatedPolicyHasSettled(final double distance, final boolean settled) throws Exception
    {
        final Study study = SmallStudies.stopping(
            SmallStudies.cascade(2, 1),
            List.of(new StoppingRule.IterationLimit(30), new StoppingRule.Simulation(20, 6, 4, distance, 0.02)), false);
        final LpSource source = LpSource.of(LpSolvers.byId(LpSolvers.DEFAULT_ID));
        final TrainingResult result = Ranks.run(1, (communicator) ->
        {
            try (Trainer trainer = new Trainer(
                new TrainingContext(study, StochasticModel.of(study), communicator, source)))
            {
                return trainer.train();
            }
        }).get(0);
        final JsonNode metadata =
            new ObjectMapper().readTree(written(study, result, 1).resolve("metadata.json").toFile());
        assertEquals(settled, metadata.at("/convergence/achieved").asBoolean());
        assertEquals(settled ? result.iterations().size() : 0, metadata.at("/iterations/converged_at").asInt());
        assertEquals(settled ? "simulation" : "iteration_limit",
            metadata.at("/convergence/termination_reason").asText());
    }

    private static double sum(final double[] values, final int[] keys, final int key)
    {
        return IntStream.range(0, values.length).filter((row) -> keys[row] == key).mapToDouble((row) -> values[row])
            .sum();
    }

    private static double[] doubles(final int[] values)
    {
        return IntStream.of(values).asDoubleStream().toArray();
    }

    @Test
    void shouldGiveEveryRankItsTimes() throws Exception
    {
        final int size = 3;
        final Path training = written(size);
        final ParquetTable convergence = ParquetTable.read(training.resolve("convergence.parquet"));
        final ParquetTable times = ParquetTable.read(training.resolve("timing/iterations.parquet"));
        assertEquals(ITERATIONS * size, times.rows());
        final double[] solves = Arrays.stream(times.longs("lp_solves")).asDoubleStream().toArray();
        for (int row = 0; row < ITERATIONS; row++)
        {
            final int iteration = convergence.ints("iteration")[row];
            assertEquals(convergence.longs("lp_solves")[row], sum(solves, times.ints("iteration"), iteration));
            assertEquals(
                PASSES, sum(doubles(times.ints("scenarios_processed")), times.ints("iteration"), iteration));
        }
        for (int row = 0; row < times.rows(); row++)
        {
            assertEquals(row % size, times.ints("rank")[row]);
            double parts = 0.0;
            for (final String part : List.of(
                "forward_time_ms", "backward_time_ms", "lower_bound_time_ms", "communication_time_ms",
                "idle_time_ms"))
            {
                assertTrue(times.doubles(part)[row] >= 0.0, part);
                parts += times.doubles(part)[row];
            }
            assertEquals(times.doubles("total_time_ms")[row], parts, 1e-6 * parts);
        }
    }

    @Test
    void shouldCountSolvesAndRetriesByPhaseAndStage() throws Exception
    {
        final Path training = written(1);
        final ParquetTable work = ParquetTable.read(training.resolve("solver/iterations.parquet"));
        final int stages = STUDY.stageCount();
        assertEquals(ITERATIONS * (stages + (stages - 1) + 1), work.rows());
        assertEquals(PASSES, work.ints("lp_solves")[0]);
        assertEquals("forward", work.strings("phase")[0]);
        final ParquetTable convergence = ParquetTable.read(training.resolve("convergence.parquet"));
        for (int row = 0; row < ITERATIONS; row++)
        {
            final int iteration = convergence.ints("iteration")[row];
            assertEquals(
                convergence.longs("lp_solves")[row],
                sum(doubles(work.ints("lp_solves")), work.ints("iteration"), iteration));
        }
        assertEquals(3, IntStream.of(work.ints("lp_retries")).sum());
        assertEquals(4, IntStream.of(work.ints("retry_attempts")).sum());

        final ParquetTable retries = ParquetTable.read(training.resolve("solver/retry_histogram.parquet"));
        assertArrayEquals(new int[]{2, 2, 3}, retries.ints("iteration"));
        assertArrayEquals(new String[]{"forward", "backward", "lower_bound"}, retries.strings("phase"));
        assertArrayEquals(new int[]{1, 3, 0}, retries.ints("stage"));
        assertArrayEquals(new int[]{1, 2, 1}, retries.ints("retry_level"));
        assertArrayEquals(new int[]{1, 1, 1}, retries.ints("count"));
    }

    @Test
    void shouldCountTheSameForAnyNumberOfRanks() throws Exception
    {
        final Path alone = written(1);
        final Path together = written(3);
        for (final String file : List.of("solver/iterations.parquet", "cut_selection/iterations.parquet"))
        {
            final ParquetTable first = ParquetTable.read(alone.resolve(file));
            final ParquetTable second = ParquetTable.read(together.resolve(file));
            assertEquals(first.rows(), second.rows());
            first.types().forEach((column, type) ->
            {
                switch (type)
                {
                    case INT64 -> assertArrayEquals(first.longs(column), second.longs(column), column);
                    case INT32, UINT32 -> assertArrayEquals(first.ints(column), second.ints(column), column);
                    case STRING -> assertArrayEquals(first.strings(column), second.strings(column), column);
                    default -> assertTrue(column.endsWith("_ms"), column);
                }
            });
        }
    }

    @Test
    void shouldTellWhichCutsWereTakenOut() throws Exception
    {
        final Path training = written(1);
        final ParquetTable removals = ParquetTable.read(training.resolve("cut_selection/iterations.parquet"));
        assertEquals(ITERATIONS * (STUDY.stageCount() - 2), removals.rows());
        final ParquetTable convergence = ParquetTable.read(training.resolve("convergence.parquet"));
        final double[] gone = new double[removals.rows()];
        for (int row = 0; row < gone.length; row++)
        {
            final int deactivated = removals.ints("cuts_deactivated")[row];
            final int evicted = removals.ints("budget_evicted")[row];
            gone[row] = deactivated + evicted;
            assertEquals(
                removals.ints("cuts_active_before")[row] - deactivated, removals.ints("cuts_active_after")[row]);
            assertEquals(
                removals.ints("cuts_active_after")[row] - evicted, removals.ints("active_after_budget")[row]);
        }
        for (int row = 0; row < ITERATIONS; row++)
        {
            assertEquals(
                convergence.ints("cuts_removed")[row],
                sum(gone, removals.ints("iteration"), convergence.ints("iteration")[row]));
        }
        assertTrue(IntStream.of(removals.ints("cuts_deactivated")).sum() > 0);
        assertTrue(IntStream.of(removals.ints("budget_evicted")).sum() > 0);
    }

    @Test
    void shouldExplainItselfInDictionaries() throws Exception
    {
        final Path training = written(1);
        final List<String> variables = Files.readAllLines(training.resolve("dictionaries/variables.csv"));
        assertTrue(variables.contains("simulation/buses,spot_price,f64,$/MWh," +
            "\"cost of one more unit of energy, in money of the stage\",false"));
        assertFalse(variables.stream().anyMatch((line) -> line.endsWith(",,")));
        assertTrue(Files.readAllLines(training.resolve("dictionaries/entities.csv")).contains("1,2,peak,1,0"));
        final ParquetTable bounds = ParquetTable.read(training.resolve("dictionaries/bounds.parquet"));
        assertEquals(5 * (2 * 8 - 1 + 3 * 2 + 3), bounds.rows());
        assertTrue(Files.exists(training.resolve("_SUCCESS")));
    }
}
