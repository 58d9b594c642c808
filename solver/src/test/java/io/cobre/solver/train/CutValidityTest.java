package io.cobre.solver.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cobre.solver.CaseFolders;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.study.Risk;
import io.cobre.solver.study.Study;

/**
 * Every cut lies below the cost that another solver finds at random states: the expected or risk-adjusted one, or that
 * of its opening.
 */
class CutValidityTest
{
    private static final int STATES = 1000;
    private static final int STATES_OF_A_CASE = 60;

    private static Stream<Study> studies()
    {
        final Study cascade = SmallStudies.cascade(3, 10);
        final Study averse = SmallStudies.innerBound(cascade, new Risk(0.3, 0.6));
        final Study cyclic = SmallStudies.cyclic(cascade, 1, 0.9);
        return Stream.of(cascade, averse, cyclic).flatMap(study -> Stream.of(study, SmallStudies.multi(study)));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void shouldNeverExceedTheCost(final Study study)
    {
        new CutValidity(study).check(Trainings.alone(study).policy(), STATES);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("io.cobre.solver.CaseFolders#all")
    void shouldNeverExceedTheCostInAnyCase(final Path folder)
    {
        for (final String formulation : List.of("single", "multi"))
        {
            final Study study = CaseFolders.load(folder, Map.of(
                "training.forward_passes", "2",
                "training.cut_formulation", formulation,
                "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": 8}]"));
            new CutValidity(study).check(Trainings.alone(study).policy(), STATES_OF_A_CASE);
        }
    }
}
