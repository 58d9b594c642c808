package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cobre.engine.CobreException;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.PolicySource;
import io.cobre.solver.study.Risk;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;

/**
 * A training that stops and goes on has the bits of one that never stopped.
 */
class CheckpointTest
{
    private static final int ITERATIONS = 8;

    @TempDir
    private Path folder;

    private static Stream<Study> studies()
    {
        final Study cascade = SmallStudies.cascade(4, ITERATIONS);
        return Stream.of(
            cascade,
            SmallStudies.multi(cascade),
            SmallStudies.multi(
                SmallStudies.with(cascade, new CutSelection(CutSelection.Method.DOMINATION, 3, 0, 0, 1.0, 0.0, 90))),
            SmallStudies.with(cascade, new CutSelection(CutSelection.Method.LEVEL1, 3, 0, 2, 0.0, 0.0, 0)),
            SmallStudies.with(cascade, new CutSelection(CutSelection.Method.LML1, 3, 1, 0, 0.0, 0.0, 0)),
            SmallStudies.with(cascade, new CutSelection(CutSelection.Method.DOMINATION, 3, 0, 0, 1.0, 0.0, 0)),
            SmallStudies.with(cascade, new CutSelection(CutSelection.Method.NONE, 5, 0, 0, 0.0, 0.0, 7)),
            SmallStudies.stopping(
                cascade,
                List.of(new StoppingRule.IterationLimit(40), new StoppingRule.Simulation(9, 3, 2, 0.2, 0.2)),
                false),
            example("four-regions", 2, 5));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void shouldGiveTheSameBitsWhenItStopsAfterEveryIterationAndGoesOnWithOtherRanks(final Study study)
        throws Exception
    {
        final TrainingResult whole = Trainings.alone(study);
        TrainingResult last = interrupted(study, 1, null);
        for (int round = 1; last.terminationReason() == TerminationReason.SHUTDOWN; round++)
        {
            assertEquals(round, last.iterations().size());
            last = interrupted(study, 1 + round % 4, file());
        }
        assertSame(whole, last);
        assertEquals(whole.terminationReason(), last.terminationReason());
        assertEquals(whole.lpSolves(), last.lpSolves());
        for (int stage = 0; stage < whole.policy().stageCount(); stage++)
        {
            assertSame(whole.policy().pool(stage), last.policy().pool(stage));
        }
        assertEquals(whole.iterations().stream().map(IterationRecord::cutsRemoved).toList(),
            last.iterations().stream().map(IterationRecord::cutsRemoved).toList());
    }

    @Test
    void shouldSaveWhenItIsDue() throws Exception
    {
        final Study study = SmallStudies.cascade(4, 7);
        final List<Integer> saved = new ArrayList<>();
        Trainings.alone(study, context -> context
            .checkpoints(new CheckpointPlan(file().toString(), true, 2, 3, 0.0, null, 5))
            .listener(row -> saved.add(Files.exists(file()) ? CheckpointFile.head(file()).iteration() : 0)));
        assertEquals(List.of(0, 2, 2, 2, 5, 5, 7), saved);
        assertEquals(5, CheckpointFile.head(CheckpointFile.previous(file())).iteration());
        assertEquals(5, CheckpointFile.head(file()).session());
        assertEquals(2, names().size(), names().toString());
    }

    @Test
    void shouldSaveByTheClock()
    {
        final long[] seconds = {0};
        final List<Integer> saved = new ArrayList<>();
        Trainings.alone(SmallStudies.cascade(4, 6), context -> context
            .nanoClock(() -> seconds[0] * 1_000_000_000L)
            .checkpoints(new CheckpointPlan(file().toString(), true, 1, 0, 2.0, null, 5))
            .listener(row ->
            {
                seconds[0] += 60;
                saved.add(Files.exists(file()) ? CheckpointFile.head(file()).iteration() : 0);
            }));
        assertEquals(List.of(0, 0, 3, 3, 5, 6), saved);
    }

    @Test
    void shouldGoOnToAFartherLimitAndAddNothingBeyondANearerOne()
    {
        final Study shorter = SmallStudies.cascade(4, 4);
        Trainings.alone(shorter, context -> context.checkpoints(always()));
        final Study longer = SmallStudies.cascade(4, 9);
        final Study nearer = SmallStudies.cascade(4, 2);
        assertSame(
            Trainings.alone(shorter), Trainings.alone(nearer, context -> context.resume(file())));
        assertSame(Trainings.alone(longer), Trainings.alone(longer, context -> context.resume(file())));
    }

    @Test
    void shouldCountTheTimeBeforeTheInterruption()
    {
        final long[] seconds = {0};
        final Study study = SmallStudies.stopping(
            SmallStudies.cascade(4, 1), List.of(new StoppingRule.TimeLimit(100.0)), false);
        final TrainingResult first = Trainings.alone(study, context -> context
            .nanoClock(() -> (seconds[0] += 1) * 1_000_000_000L)
            .checkpoints(always())
            .stopRequested(() -> seconds[0] > 30));
        assertEquals(TerminationReason.SHUTDOWN, first.terminationReason());
        seconds[0] = 1_000_000;
        final TrainingResult second = Trainings.alone(study, context -> context
            .nanoClock(() -> (seconds[0] += 1) * 1_000_000_000L)
            .resume(file()));
        assertEquals(TerminationReason.TIME_LIMIT, second.terminationReason());
        final double elapsedSeconds = second.trainTimeNs() * 1e-9;
        assertTrue(elapsedSeconds >= 100.0 && elapsedSeconds < 130.0, elapsedSeconds + " s");
        assertTrue(second.iterations().size() > first.iterations().size());
    }

    @Test
    void shouldRefuseAnotherTrainingAndNameWhatDiffers()
    {
        Trainings.alone(SmallStudies.cascade(4, 2), context -> context.checkpoints(always()));
        assertEquals(
            Map.of("forward_passes", List.of("4", "3")), differences(SmallStudies.cascade(3, 5)));
        final CutSelection selection = new CutSelection(CutSelection.Method.LML1, 3, 1, 0, 0.0, 0.0, 0);
        assertEquals(
            1, differences(SmallStudies.with(SmallStudies.cascade(4, 5), selection)).size());
        final Study study = SmallStudies.cascade(4, 5);
        assertEquals(
            Map.of("upper_bound_evaluation", List.of("false", "true")),
            differences(SmallStudies.innerBound(study, Risk.NEUTRAL)));
        assertEquals(
            Map.of("boundary", List.of("none", "next, stage 3")),
            differences(SmallStudies.with(study, new PolicySource(PolicySource.Mode.FRESH, "", "next", 3))));
        final Study wetter = new Study(
            study.config(), study.stages(), study.data(), study.buses(), study.lines(), study.thermals(),
            study.hydros(), new double[]{81.0, 40.0}, study.fingerprint());
        assertEquals(List.of("case_fingerprint"), List.copyOf(differences(wetter).keySet()));
        final RunIdentity other = RunIdentity.of(study, "clp");
        final CobreException foreign =
            assertThrows(CobreException.class, () -> CheckpointFile.read(file(), other));
        assertEquals("IncompatibleRuns", foreign.kind().id());
        assertTrue(foreign.getMessage().contains("lp_solver was highs, is clp"), foreign.getMessage());
    }

    @Test
    void shouldFindDamageWhereverItIs() throws IOException
    {
        final Study study = SmallStudies.cascade(2, 3);
        Trainings.alone(study, context -> context.checkpoints(always()));
        Files.deleteIfExists(CheckpointFile.previous(file()));
        final byte[] whole = Files.readAllBytes(file());
        final Random random = new Random(11);
        for (int round = 0; round < 200; round++)
        {
            final byte[] damaged = round % 2 == 0 ?
                Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (round % 2 == 1)
            {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file(), damaged);
            final CobreException failure = assertThrows(
                CobreException.class, () -> Trainings.alone(study, context -> context.resume(file())), "" + round);
            assertEquals("CheckpointFailed", failure.kind().id());
            assertTrue(null != failure.suggestion());
        }
        Files.delete(file());
        assertEquals("CheckpointFailed", assertThrows(
            CobreException.class, () -> CheckpointFile.head(file())).kind().id());
    }

    @Test
    void shouldPointToTheOlderCheckpointWhenTheNewerOneIsDamaged() throws IOException
    {
        final Study study = SmallStudies.cascade(2, 3);
        Trainings.alone(study, context -> context.checkpoints(always()));
        Files.write(file(), new byte[100]);
        final CobreException failure = assertThrows(CobreException.class, () -> CheckpointFile.head(file()));
        assertTrue(failure.suggestion().contains(CheckpointFile.previous(file()).toString()));
        assertSame(Trainings.alone(study), Trainings.alone(
            study, context -> context.resume(CheckpointFile.previous(file()))));
    }

    @Test
    void shouldSayWhenItCannotBeWritten() throws IOException
    {
        final Path blocked = Files.writeString(folder.resolve("file"), "in the way").resolve("checkpoint.bin");
        final CobreException failure = assertThrows(
            CobreException.class, () -> Trainings.alone(SmallStudies.cascade(2, 3), context -> context
                .checkpoints(new CheckpointPlan(blocked.toString(), true, 1, 1, 0.0, null, 1))));
        assertEquals("CheckpointFailed", failure.kind().id());
        final TrainingResult result = Trainings.alone(SmallStudies.cascade(2, 3), context -> context
            .checkpoints(new CheckpointPlan(file().toString(), false, 1, 0, 0.0, blocked.toString(), 1)));
        assertEquals(3, result.iterations().size());
        assertFalse(Files.exists(file()));
    }

    private TrainingResult interrupted(final Study study, final int ranks, final Path from) throws Exception
    {
        final List<TrainingResult> results = Trainings.together(study, ranks, context -> context
            .resume(from)
            .checkpoints(new CheckpointPlan(file().toString(), false, 1, 0, 0.0, null, 1))
            .stopRequested(() -> true));
        return results.get(ranks - 1);
    }

    private Map<?, ?> differences(final Study study)
    {
        final CobreException failure = assertThrows(
            CobreException.class, () -> Trainings.alone(study, context -> context.resume(file())));
        assertEquals("IncompatibleRuns", failure.kind().id());
        return (Map<?, ?>) failure.context().get("differs");
    }

    private static void assertSame(final TrainingResult wanted, final TrainingResult found)
    {
        assertEquals(wanted.policyDigest(), found.policyDigest());
        assertEquals(wanted.boundsDigest(), found.boundsDigest());
    }

    private static void assertSame(final CutPool wanted, final CutPool found)
    {
        assertEquals(wanted.populated(), found.populated());
        assertArrayEquals(bookkeeping(wanted), bookkeeping(found));
    }

    private static int[] bookkeeping(final CutPool pool)
    {
        return IntStream.range(0, pool.populated())
            .flatMap(slot -> IntStream.of(
                pool.iteration(slot), pool.pass(slot), pool.activeCount(slot), pool.lastActiveIteration(slot)))
            .toArray();
    }

    private CheckpointPlan always()
    {
        return new CheckpointPlan(file().toString(), true, 1, 1, 0.0, null, 1);
    }

    private static Study example(final String name, final int passes, final int iterations)
    {
        return CaseLoader.load(
            Path.of(System.getProperty("cobre.root", ".."), "examples", name),
            Map.of(
                "training.forward_passes", "" + passes,
                "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": " + iterations + "}]"));
    }

    private Path file()
    {
        return folder.resolve("checkpoint.bin");
    }

    private List<String> names() throws IOException
    {
        try (Stream<Path> files = Files.list(folder))
        {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
