package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;

class StoppingRulesTest
{
    private static final StoppingRule LIMIT = new StoppingRule.IterationLimit(60);

    private static Study study(final boolean all, final StoppingRule... rules)
    {
        return SmallStudies.stopping(SmallStudies.cascade(2, 1), List.of(rules), all);
    }

    private static void shouldEnd(
        final TerminationReason reason, final int iterations, final TrainingResult result)
    {
        assertEquals(reason, result.terminationReason());
        assertEquals(iterations, result.iterations().size());
    }

    @Test
    void shouldStopOnceTheSimulatedPolicyHasSettled()
    {
        final StoppingRule rule = new StoppingRule.Simulation(20, 6, 4, 0.2, 0.02);
        final TrainingResult result = Trainings.alone(study(false, LIMIT, rule));

        assertEquals(TerminationReason.SIMULATION, result.terminationReason());
        final int last = result.iterations().size();
        assertEquals(0, last % 6);
        assertTrue(last >= 12);
        final double now = result.lowerBound();
        assertTrue(now - result.iterations().get(last - 5).lowerBound() < 0.02 * now);
        final TrainingResult longer = Trainings.alone(study(false, new StoppingRule.IterationLimit(last)));
        assertEquals(longer.policyDigest(), result.policyDigest());
        assertEquals(longer.boundsDigest(), result.boundsDigest());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void shouldStopAtTheSameIterationForAnyNumberOfRanks(final int size) throws Exception
    {
        final Study study = study(false, LIMIT, new StoppingRule.Simulation(7, 6, 4, 0.2, 0.02));
        final TrainingResult alone = Trainings.alone(study);

        for (final TrainingResult result : Trainings.together(study, size, context -> context))
        {
            shouldEnd(alone.terminationReason(), alone.iterations().size(), result);
            assertEquals(alone.policyDigest(), result.policyDigest());
        }
    }

    @Test
    void shouldGoOnWhileTheSimulationStillChanges()
    {
        final StoppingRule rule = new StoppingRule.Simulation(3, 1, 1, 1e-300, 1.0);
        shouldEnd(TerminationReason.ITERATION_LIMIT, 8, Trainings.alone(
            study(false, rule, new StoppingRule.IterationLimit(8))));
    }

    @Test
    void shouldCompareTheStagesOfTwoSimulations()
    {
        final SettledPolicy settled = new SettledPolicy(List.of(new StoppingRule.Simulation(5, 2, 1, 0.05, 0.1)));
        final List<Double> bounds = new ArrayList<>();
        final List<double[]> costs = new ArrayList<>(List.of(
            new double[]{100.0, 0.5}, new double[]{104.1, 0.53}, new double[]{104.1, 0.579}));
        final List<Set<StoppingRule>> held = new ArrayList<>();
        for (final double bound : new double[]{50.0, 90.0, 91.0, 92.0, 92.0, 92.0, 92.0, 92.0})
        {
            bounds.add(bound);
            held.add(settled.test(bounds, (replications) ->
            {
                assertEquals(5, replications);
                return costs.remove(0);
            }));
        }
        assertTrue(costs.isEmpty());
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 1), held.stream().map(Set::size).toList());
    }

    @Test
    void shouldStopWhenTheBoundStalls()
    {
        final TrainingResult result = Trainings.alone(study(false, LIMIT, new StoppingRule.BoundStalling(5, 1e-3)));

        final int last = result.iterations().size();
        assertEquals(TerminationReason.BOUND_STALLING, result.terminationReason());
        final double now = result.lowerBound();
        assertTrue(now - result.iterations().get(last - 5).lowerBound() < 1e-3 * now);
        assertTrue(result.iterations().get(last - 2).lowerBound() -
            result.iterations().get(last - 6).lowerBound() >= 1e-3 * now * (1.0 - 1e-3));
    }

    @Test
    void shouldStopWhenTheTimeIsOver()
    {
        final AtomicLong clock = new AtomicLong();
        final TrainingResult result = Trainings.alone(
            study(false, LIMIT, new StoppingRule.TimeLimit(1e-6)),
            context -> context.nanoClock(() -> clock.addAndGet(100)));

        assertEquals(TerminationReason.TIME_LIMIT, result.terminationReason());
        assertTrue(result.iterations().size() < 5);
    }

    @Test
    void shouldWaitForAllRulesInThatMode()
    {
        final StoppingRule stalling = new StoppingRule.BoundStalling(5, 1e-3);
        final int alone = Trainings.alone(study(false, LIMIT, stalling)).iterations().size();

        shouldEnd(TerminationReason.BOUND_STALLING, 60, Trainings.alone(study(true, LIMIT, stalling)));
        shouldEnd(TerminationReason.ITERATION_LIMIT, alone, Trainings.alone(
            study(true, stalling, new StoppingRule.IterationLimit(2))));
    }
}
