package io.cobre.solver.stochastic;

import static io.cobre.solver.stochastic.Stages.NO_SEASON;
import static io.cobre.solver.stochastic.Stages.stage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.cobre.solver.error.ValidationException;
import io.cobre.solver.study.AnnualComponent;
import io.cobre.solver.study.InflowCoefficients;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowStatistics;

class InflowModelsTest
{
    @Test
    void shouldConvertToOriginalUnitsWithTheStatisticsOfThePreStudyStage()
    {
        final InflowModel model = InflowModels.of(
            table(
                List.of(new InflowStatistics(0, -1, 90, 25), new InflowStatistics(0, 0, 100, 30)),
                List.of(new InflowCoefficients(0, 0, new double[]{0.5}, 0.9)),
                List.of()),
            List.of(stage(0, "2024-01-01", "2024-02-01", 1, 0)),
            1);
        assertEquals(1, model.lags());
        assertEquals(0.5 * 30 / 25, model.psi(0, 0, 0), 1e-15);
        assertEquals(100 - 0.6 * 90, model.base(0, 0), 1e-12);
        assertEquals(27.0, model.sigma(0, 0), 1e-12);
    }

    @Test
    void shouldFallBackToTheSeasonOfTheLag()
    {
        final InflowModel model = InflowModels.of(
            table(
                List.of(new InflowStatistics(0, 0, 10, 1), new InflowStatistics(0, 1, 20, 2)),
                List.of(new InflowCoefficients(0, 0, new double[]{0.4}, 1.0)),
                List.of()),
            List.of(
                stage(0, "2024-01-01", "2024-02-01", 1, 0),
                stage(1, "2024-02-01", "2024-03-01", 1, 1)),
            1);
        assertEquals(0.4 * 1 / 2, model.psi(0, 0, 0), 1e-15);
        assertEquals(10 - 0.2 * 20, model.base(0, 0), 1e-12);
    }

    @Test
    void shouldDropALagWithoutDeviation()
    {
        final InflowModel model = InflowModels.of(
            table(
                List.of(new InflowStatistics(0, -1, 90, 0), new InflowStatistics(0, 0, 100, 30)),
                List.of(new InflowCoefficients(0, 0, new double[]{0.5}, 0.9)),
                List.of()),
            List.of(stage(0, "2024-01-01", "2024-02-01", 1, 0)),
            1);
        assertEquals(0.0, model.psi(0, 0, 0));
        assertEquals(100.0, model.base(0, 0));
    }

    @Test
    void shouldSpreadTheAnnualComponentOverTwelveLags()
    {
        final InflowModel model = InflowModels.of(
            table(
                List.of(new InflowStatistics(0, 0, 100, 30)),
                List.of(new InflowCoefficients(0, 0, new double[]{0.5}, 0.8)),
                List.of(new AnnualComponent(0, 0, 0.2, 95, 15))),
            List.of(stage(0, "2024-01-01", "2024-02-01", 1, 0)),
            1);
        final double annual = 0.2 * 30 / 15 / 12;
        assertEquals(12, model.lags());
        assertEquals(12, model.order(0));
        assertEquals(0.5 + annual, model.psi(0, 0, 0), 1e-15);
        assertEquals(annual, model.psi(0, 0, 11), 1e-15);
        assertEquals(100 - (0.5 + 12 * annual) * 100, model.base(0, 0), 1e-12);
    }

    @Test
    void shouldKeepLagMajorOrderOfSeveralHydros()
    {
        final InflowModel model = InflowModels.of(
            table(
                List.of(
                    new InflowStatistics(0, -2, 40, 1), new InflowStatistics(0, -1, 40, 1),
                    new InflowStatistics(0, 0, 40, 1),
                    new InflowStatistics(1, -1, 25, 2), new InflowStatistics(1, 0, 25, 2)),
                List.of(
                    new InflowCoefficients(0, 0, new double[]{0.5, 0.3}, 1.0),
                    new InflowCoefficients(1, 0, new double[]{0.4}, 1.0)),
                List.of()),
            List.of(stage(0, "2024-01-01", "2024-02-01", 1, 0)),
            2);
        assertEquals(2, model.order(0));
        assertEquals(1, model.order(1));
        final double[] memory = {50, 30, 45, 99};
        assertEquals(40 + 0.5 * 10 + 0.3 * 5, model.expected(0, 0, memory, 0), 1e-12);
        assertEquals(25 + 0.4 * 5, model.expected(0, 1, memory, 0), 1e-12);
    }

    @Test
    void shouldRefuseLagsWithoutASeason()
    {
        assertThrows(ValidationException.class, () -> InflowModels.of(
            table(
                List.of(new InflowStatistics(0, 0, 100, 30)),
                List.of(new InflowCoefficients(0, 0, new double[]{0.5}, 1.0)),
                List.of()),
            List.of(stage(0, "2024-01-01", "2024-02-01", 1, NO_SEASON)),
            1));
    }

    @Test
    void shouldGiveNoInflowWithoutARow()
    {
        final InflowModel model = InflowModels.of(
            table(List.of(new InflowStatistics(0, 0, 100, 30)), List.of(), List.of()),
            List.of(stage(0, "2024-01-01", "2024-02-01", 1, 0)),
            2);
        assertEquals(0.0, model.base(0, 1));
        assertEquals(0.0, model.sigma(0, 1));
    }

    private static ParTable table(
        final List<InflowStatistics> statistics,
        final List<InflowCoefficients> coefficients,
        final List<AnnualComponent> annual)
    {
        return ParTable.of(
            new InflowData(statistics, coefficients, annual, List.of(), new double[0][], List.of()));
    }
}
