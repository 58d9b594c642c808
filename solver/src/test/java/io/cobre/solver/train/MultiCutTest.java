package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.engine.CobreException;
import io.cobre.engine.Communicator;
import io.cobre.solver.Ranks;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.policy.StartingCuts;
import io.cobre.solver.simulate.SimulationListener;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.simulate.Simulator;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Config;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.PolicySource;
import io.cobre.solver.study.Risk;
import io.cobre.solver.study.Study;

/**
 * Training with a cut for each opening.
 */
class MultiCutTest
{
    private static final Risk AVERSE = new Risk(0.3, 0.6);
    private static final Risk TAIL = new Risk(0.4, 1.0);
    private static final int OPENINGS = 6;
    private static final int STEPS = 4;
    private static final int DIMENSION = 2;

    @TempDir
    private Path output;

    private static Study multi(final int passes, final int iterations)
    {
        return SmallStudies.multi(SmallStudies.cascade(passes, iterations));
    }

    private static Study warm(final Study study)
    {
        return SmallStudies.with(study, new PolicySource(PolicySource.Mode.WARM_START, "policy", "", 0));
    }

    private static void sameBits(final TrainingResult wanted, final List<TrainingResult> results)
    {
        for (final TrainingResult result : results)
        {
            assertEquals(wanted.policyDigest(), result.policyDigest());
            assertEquals(wanted.boundsDigest(), result.boundsDigest());
        }
    }

    private static void rises(final TrainingResult result)
    {
        double before = 0.0;
        for (final IterationRecord row : result.iterations())
        {
            assertTrue(row.lowerBound() >= before - 1e-6 * Math.abs(before), row + " after " + before);
            before = row.lowerBound();
        }
    }

    @Test
    void shouldEndAtTheSameBoundWithMoreCuts()
    {
        final TrainingResult single = Trainings.alone(SmallStudies.cascade(4, 60));
        final TrainingResult multi = Trainings.alone(multi(4, 60));

        rises(multi);
        assertEquals(single.lowerBound(), multi.lowerBound(), 2e-3 * single.lowerBound());
        assertEquals(OPENINGS * single.totalCuts(), multi.totalCuts());
        assertEquals(4 * STEPS * OPENINGS, multi.iterations().get(0).cutsAdded());
        assertEquals(single.lpSolves(), multi.lpSolves());
    }

    /** After the same number of iterations on this study. */
    @Test
    void shouldNotNeedMoreIterations()
    {
        final List<IterationRecord> single = Trainings.alone(SmallStudies.cascade(1, 12)).iterations();
        final List<IterationRecord> multi = Trainings.alone(multi(1, 12)).iterations();

        for (int row = 0; row < single.size(); row++)
        {
            final double bound = single.get(row).lowerBound();
            assertTrue(
                multi.get(row).lowerBound() >= bound * (1.0 - 1e-9), multi.get(row) + " below " + single.get(row));
        }
    }

    @Test
    void shouldBeOneCutWhereThereIsOneOpening()
    {
        final Study study = SmallStudies.singleHydro(5);

        sameBits(Trainings.alone(study), List.of(Trainings.alone(SmallStudies.multi(study))));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void shouldGiveTheSameBitsForAnyNumberOfRanks(final int size) throws Exception
    {
        final Study study = multi(4, 8);
        final TrainingResult alone = Trainings.alone(study);

        sameBits(alone, Trainings.together(study, size, context -> context));
        final Ownership ownership = Ownership.of(new Random(size).ints(4, 0, size).toArray(), size);
        sameBits(alone, Trainings.together(
            study, size, context -> context.ownership(ownership).unitOrder(new ShuffledUnits(size))));
    }

    @Test
    void shouldFindTheCostOfANestedRiskMeasure() throws Exception
    {
        for (final Risk risk : List.of(AVERSE, TAIL))
        {
            final Study study = SmallStudies.innerBound(SmallStudies.cascade(4, 40), risk);
            final TrainingResult single = Trainings.alone(study);
            final TrainingResult multi = Trainings.alone(SmallStudies.multi(study));

            rises(multi);
            assertTrue(multi.lowerBound() <= single.policy().info().upperBound() * (1.0 + 1e-9));
            assertTrue(multi.lowerBound() <= multi.policy().info().upperBound() * (1.0 + 1e-9));
            assertEquals(single.lowerBound(), multi.lowerBound(), 1e-2 * single.lowerBound());
            final Study shorter = SmallStudies.multi(SmallStudies.innerBound(SmallStudies.cascade(4, 4), risk));
            sameBits(Trainings.alone(shorter), Trainings.together(shorter, 3, context -> context));
        }
    }

    @Test
    void shouldGoRoundACycle()
    {
        final Study study = SmallStudies.cyclic(SmallStudies.cascade(2, 40), 0, 0.7);
        final double single = Trainings.alone(study).lowerBound();

        assertEquals(single, Trainings.alone(SmallStudies.multi(study)).lowerBound(), 2e-2 * single);
    }

    @ParameterizedTest
    @EnumSource(CutSelection.Method.class)
    void shouldSelectCutsByOpening(final CutSelection.Method method) throws Exception
    {
        final int maxActive = CutSelection.Method.NONE == method ? 60 : 0;
        final Study study = SmallStudies.with(
            multi(4, 12), new CutSelection(method, 3, 2, 0, 0.0, 0.0, maxActive));
        final TrainingResult alone = Trainings.alone(study);

        for (int size = 2; size <= 3; size++)
        {
            sameBits(alone, Trainings.together(study, size, context -> context));
        }
        rises(alone);
        final TrainingResult all = Trainings.alone(multi(4, 12));
        assertEquals(all.lowerBound(), alone.lowerBound(), 2e-2 * all.lowerBound());
        final CutPool pool = alone.policy().pool(1);
        assertTrue(pool.activeCuts() < pool.populated(), method + " keeps all of " + pool.populated());
    }

    @Test
    void shouldGoOnFromCutsOfEitherFormulation() throws Exception
    {
        for (final Study first : List.of(SmallStudies.cascade(4, 8), multi(4, 8)))
        {
            final TrainingResult before = Trainings.alone(first);
            before.policy().save(output.resolve("policy"));
            final Study study = warm(multi(4, 2));

            final List<CutPool> cuts = StartingCuts.read(study, DIMENSION, output);
            final TrainingResult after = Trainings.alone(study, context -> context.startingCuts(cuts));

            assertTrue(after.iterations().get(0).lowerBound() >= before.lowerBound() * (1.0 - 1e-9));
            assertEquals(before.totalCuts() + 2 * 4 * STEPS * OPENINGS, after.totalCuts());
            assertEquals(before.policy().pool(1).opening(9), after.policy().pool(1).opening(9));
            sameBits(after, Trainings.together(study, 3, context -> context.startingCuts(cuts)));
        }
    }

    @Test
    void shouldRefuseCutsThatBoundSomethingElse()
    {
        Trainings.alone(multi(2, 2)).policy().save(output.resolve("policy"));

        refuses("one for all of them", warm(SmallStudies.cascade(2, 2)));
        refuses("another risk measure", warm(SmallStudies.innerBound(multi(2, 2), AVERSE)));
        final Config config = multi(2, 2).config();
        final Config reseeded = new Config(
            config.forwardPasses(), config.stoppingRules(), false, 43, false, 0).withCutsByOpening(true);
        refuses("other openings", warm(multi(2, 2).withConfig(reseeded)));
        final Study ending = SmallStudies.with(
            multi(2, 2), new PolicySource(PolicySource.Mode.FRESH, "policy", "policy", 1));
        assertEquals("not_implemented", refuses("a boundary of cuts", ending).context().get("reason"));
    }

    private CobreException refuses(final String words, final Study study)
    {
        final CobreException error = assertThrows(CobreException.class, () ->
        {
            final List<CutPool> cuts = StartingCuts.read(study, DIMENSION, output);
            Trainings.alone(study, context -> context.startingCuts(cuts));
        });
        assertTrue(error.getMessage().contains(words), error.getMessage());
        return error;
    }

    @Test
    void shouldBeSimulated() throws Exception
    {
        final Study study = multi(4, 30);
        final TrainingResult trained = Trainings.alone(study);
        trained.policy().save(output.resolve("policy"));
        final Policy loaded = Policy.load(output.resolve("policy"));

        final List<SimulationResult> results = Ranks.run(3, communicator -> simulate(study, loaded, communicator));
        final SimulationResult alone =
            Ranks.run(1, communicator -> simulate(study, trained.policy(), communicator)).get(0);
        results.forEach(result -> assertEquals(alone.digest(), result.digest()));
        assertEquals(trained.lowerBound(), alone.meanCost(), 0.1 * trained.lowerBound());

        final Study single = SmallStudies.cascade(4, 30);
        final Policy singlePolicy = Trainings.alone(single).policy();
        final SimulationResult followed =
            Ranks.run(1, communicator -> simulate(study, singlePolicy, communicator)).get(0);
        assertEquals(alone.meanCost(), followed.meanCost(), 2e-2 * alone.meanCost());
        assertNotEquals(trained.policyDigest(), singlePolicy.digest());
        assertThrows(
            CobreException.class, () -> Ranks.run(1, communicator -> simulate(single, loaded, communicator)));
    }

    private static SimulationResult simulate(
        final Study study, final Policy policy, final Communicator communicator)
    {
        try (Simulator simulator = new Simulator(
            study, StochasticModel.of(study), policy, communicator, Ranks.solvers()))
        {
            return simulator.simulate(60, SimulationListener.NONE);
        }
    }
}
