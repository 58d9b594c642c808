package io.cobre.solver.train;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.solver.CaseFolders;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.study.Study;

/**
 * Every cut lies below the cost that another solver finds at random states: the expected cost, or that of its opening.
 */
class CutValidityTest
{
    private static final int STATES = 1000;
    private static final int STATES_OF_A_CASE = 60;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNeverExceedTheCost(final boolean byOpening)
    {
        final Study cascade = SmallStudies.cascade(3, 10);
        final Study study = byOpening ? SmallStudies.multi(cascade) : cascade;
        new CutValidity(study).check(Trainings.alone(study).policy(), STATES);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("io.cobre.solver.CaseFolders#all")
    void shouldNeverExceedTheExpectedCostInAnyCase(final Path folder)
    {
        final Study study = CaseFolders.load(folder, Map.of(
            "training.forward_passes", "2",
            "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": 8}]"));
        new CutValidity(study).check(Trainings.alone(study).policy(), STATES_OF_A_CASE);
    }
}
