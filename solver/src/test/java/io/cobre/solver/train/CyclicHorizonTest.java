package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

class CyclicHorizonTest
{
    /** A single reservoir that can shift water from the wet stage to the dry one. */
    private static final Study HYDRO = SmallStudies.singleHydro(40);

    /** The first stages of an endless repetition of the stages from one on. */
    private static Study unrolled(final Study study, final int next, final double discount, final int count)
    {
        final List<Stage> stages = new ArrayList<>();
        final List<StageData> data = new ArrayList<>();
        for (int index = 0; index < count; index++)
        {
            final int size = study.stageCount();
            final int source = index < size ? index : next + (index - size) % (size - next);
            final Stage stage = study.stages().get(source);
            final LocalDate start = LocalDate.of(2024, 1, 1).plusMonths(index);
            stages.add(new Stage(
                index, index, start, start.plusMonths(1), stage.blockHours(), 1, discount, -1));
            data.add(study.data().get(source));
        }
        return new Study(
            study.config(), stages, data, study.buses(), study.lines(), study.thermals(), study.hydros(),
            study.initialStorage(), "unrolled");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldFindTheCostOfAnEndlessRepetition(final int next)
    {
        final TrainingResult endless = Trainings.alone(SmallStudies.cyclic(HYDRO, next, 0.7));
        final TrainingResult longOne = Trainings.alone(unrolled(HYDRO, next, 0.7, 60));

        assertEquals(longOne.lowerBound(), endless.lowerBound(), 1e-6 * longOne.lowerBound());
        assertEquals(0.0, longOne.gap(), 1e-6);
        assertEquals(0.0, endless.gap(), 1e-6);
    }

    /**
     * Without storage all stages are on their own: with the expected cost c of a round of one stage, the cost is
     * c / (1 - discount), the fixed point of v = c + discount * v.
     */
    @Test
    void shouldFindTheFixedPointOfARandomStage()
    {
        final double discount = 0.6;
        final Study stage = SmallStudies.runOfRiver(50, 6);
        final double cost = Trainings.alone(stage).lowerBound();

        final TrainingResult endless = Trainings.alone(SmallStudies.cyclic(stage, 0, discount));

        assertTrue(cost > 0.0);
        assertEquals(cost / (1.0 - discount), endless.lowerBound(), 1e-6 * endless.lowerBound());
        double before = 0.0;
        for (final IterationRecord row : endless.iterations())
        {
            assertTrue(row.lowerBound() >= before * (1.0 - 1e-12));
            assertTrue(row.lowerBound() <= cost / (1.0 - discount) * (1.0 + 1e-9));
            before = row.lowerBound();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void shouldGiveTheSameBitsForAnyNumberOfRanks(final int size) throws Exception
    {
        final Study study = SmallStudies.cyclic(SmallStudies.cascade(4, 8), 2, 0.9);
        final TrainingResult alone = Trainings.alone(study);
        assertTrue(alone.policy().pool(4).populated() > 0);
        long solves = 0;
        for (final IterationRecord row : alone.iterations())
        {
            solves += row.lpSolves();
        }
        assertEquals(alone.ranks().get(0).lpSolves(), solves);

        for (final TrainingResult result : Trainings.together(study, size, context -> context))
        {
            assertEquals(alone.policyDigest(), result.policyDigest());
            assertEquals(alone.boundsDigest(), result.boundsDigest());
        }
    }

    @Test
    void shouldWalkOnWithTheProbabilityOfTheDiscount()
    {
        final Walk walk = new Walk(SmallStudies.cyclic(SmallStudies.cascade(1, 1), 2, StrictMath.cbrt(0.75)));
        double rounds = 0.0;
        final int iterations = 10_000;
        for (int iteration = 1; iteration <= iterations; iteration++)
        {
            walk.begin(iteration);
            rounds += 1.0 + (walk.steps() - 5) / 3;
        }
        assertEquals(4.0, rounds / iterations, 0.1);
        assertEquals(Calendar.END, SmallStudies.cascade(1, 1).scenarios().calendar().next());
        assertEquals(List.of(0, 1, 2, 3, 4, 2, 3, 4, 2), java.util.stream.IntStream.range(0, 9)
            .map(walk::stage).boxed().toList());
    }
}
