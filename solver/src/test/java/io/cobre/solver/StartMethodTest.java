package io.cobre.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.Study;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What starts workers and what does not (SS7.1), always through {@link Cobre}.
 */
class StartMethodTest
{
    private final Study study = SmallStudies.cascade(2, 2);

    @ParameterizedTest
    @ValueSource(strings = {"option", "environment", "config"})
    void shouldRefuseToForkWorkers(final String way)
    {
        final CobreException error =
            assertThrows(CobreException.class, () -> Cobre.train(study, asked("fork", way).numWorkers(2)));
        assertEquals(SolverErrorKind.INCOMPATIBLE_SETTINGS, error.kind());
        assertEquals("fork", error.context().get("requested"));
        assertEquals(List.of("spawn", "thread"), error.context().get("available"));
        assertTrue(error.getMessage().contains("one thread"), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"option", "environment", "config"})
    void shouldNotMindForkWhereNothingIsStarted(final String way)
    {
        assertEquals(2, Cobre.train(study, asked("fork", way)).iterations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"option", "environment"})
    void shouldRefuseAnUnknownMethod(final String way)
    {
        final CobreException error =
            assertThrows(CobreException.class, () -> Cobre.train(study, asked("forkserver", way)));
        assertEquals(SolverErrorKind.INCOMPATIBLE_SETTINGS, error.kind());
        assertEquals("forkserver", error.context().get("requested"));
    }

    @Test
    void shouldPreferTheOptionToTheEnvironmentAndThatToTheConfig()
    {
        final TrainOptions options = new TrainOptions().numWorkers(2)
            .configOverride("execution.start_method", "fork")
            .environment(Map.of("COBRE_START_METHOD", "fork"))
            .startMethod(StartMethod.SPAWN);
        assertEquals(StartMethod.SPAWN, RunPlan.of(options, study.config()).startMethod());
        final TrainOptions environment = new TrainOptions().numWorkers(2)
            .environment(Map.of("COBRE_START_METHOD", "spawn"));
        assertEquals(
            StartMethod.SPAWN,
            RunPlan.of(environment, Cobre.validate(
                study, Map.of("execution.start_method", "fork")).study().config()).startMethod());
    }

    private static TrainOptions asked(final String method, final String way)
    {
        final TrainOptions options = new TrainOptions();
        return switch (way)
        {
            case "option" -> options.startMethod(method);
            case "environment" -> options.environment(Map.of("COBRE_START_METHOD", method));
            default -> options.configOverride("execution.start_method", method);
        };
    }
}
