package io.cobre.solver.stochastic.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.cobre.solver.parquet.ParquetTable;
import io.cobre.solver.stochastic.Stages;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.Estimation;
import io.cobre.solver.study.InflowCoefficients;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowObservation;
import io.cobre.solver.study.InflowStatistics;
import io.cobre.solver.study.PreStudyStage;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.Stage;

/**
 * Fits of the histories of the reference cases.
 */
class InflowFitCaseTest
{
    private static final double[][] D26 = {
        {216.552009, 63.015926, 0.533446, 0.845834},
        {194.230921, 66.66839, 0.375635, 0.607933, 0.353965},
        {184.475536, 63.786492, 0.339302, 0.4333, 0.529725},
        {162.315645, 70.000348, 0.299578, 0.954072},
        {147.500065, 62.131971, 0.310727, 0.950499},
        {133.422944, 60.314685, 0.337685, 0.529626, 0.423351},
        {134.227092, 61.911118, 0.33167, 0.943396},
        {134.908285, 53.630192, 0.35063, 0.936514},
        {153.601436, 54.966577, 0.410549, 0.911838},
        {173.403074, 57.715173, 0.445629, 0.487096, 0.428443},
        {188.898836, 60.269334, 0.51187, 0.859063},
        {214.638964, 60.900875, 0.453093, 0.891463}};

    @Test
    void shouldReproduceTheFitOfD26()
    {
        final List<Stage> stages = Stages.months("2024-01-01", 12, 1);
        final ScenarioData fitted = InflowFit.complete(
            scenarios("d26-estimated-par2", new Estimation(3, false, 20, Double.POSITIVE_INFINITY)), stages, 1);
        for (int season = 0; season < 12; season++)
        {
            final int id = season;
            final InflowStatistics statistics = fitted.inflow().statistics().stream()
                .filter(row -> row.stageId() == id).findFirst().orElseThrow();
            final InflowCoefficients coefficients = fitted.inflow().coefficients().stream()
                .filter(row -> row.stageId() == id).findFirst().orElseThrow();
            final double[] expected = D26[season];
            assertEquals(expected[0], statistics.mean(), 6e-7);
            assertEquals(expected[1], statistics.std(), 6e-7);
            assertEquals(expected[2], coefficients.residualStdRatio(), 6e-7);
            final double[] phi = new double[expected.length - 3];
            System.arraycopy(expected, 3, phi, 0, phi.length);
            assertArrayEquals(phi, coefficients.coefficients(), 6e-7, "season " + season);
        }
        assertEquals(14, fitted.inflow().statistics().size());
        assertTrue(fitted.correlation().profiles().isEmpty());
    }

    @Test
    void shouldFitAnAnnualComponentToD12()
    {
        final List<Stage> stages = Stages.months("2024-01-01", 24, 1);
        final ScenarioData fitted = InflowFit.complete(
            scenarios("d12-par-annual", new Estimation(6, true, 4, Double.POSITIVE_INFINITY)), stages, 2);
        assertEquals(2 * 26, fitted.inflow().annual().size());
        fitted.inflow().annual().forEach(row -> assertTrue(row.std() > 0.0));
        fitted.inflow().coefficients().forEach(row ->
        {
            assertTrue(row.residualStdRatio() > 0.0 && row.residualStdRatio() <= 1.0);
            assertTrue(row.coefficients().length <= 6);
        });
        final double[][] matrix =
            fitted.correlation().profiles().get(Correlation.DEFAULT_PROFILE).get(0).matrix();
        assertEquals(1.0, matrix[0][0]);
        assertEquals(matrix[0][1], matrix[1][0]);
    }

    private static ScenarioData scenarios(final String name, final Estimation estimation)
    {
        final Path file = Path.of(System.getProperty("cobre.cases", "none"), name, "scenarios/inflow_history.parquet");
        Assumptions.assumeTrue(Files.exists(file), () -> "no reference case at " + file);
        final ParquetTable table = ParquetTable.read(file);
        final List<InflowObservation> history = new ArrayList<>();
        final int[] hydros = table.ints("hydro_id");
        final int[] dates = table.ints("date");
        final double[] values = table.doubles("value_m3s");
        for (int row = 0; row < table.rows(); row++)
        {
            history.add(new InflowObservation(hydros[row], LocalDate.ofEpochDay(dates[row]), values[row]));
        }
        final Calendar calendar = new Calendar(
            Stages.monthly().cycle(),
            Stages.monthly().seasons(),
            List.of(
                new PreStudyStage(-2, LocalDate.parse("2023-11-01"), LocalDate.parse("2023-12-01"), 10),
                new PreStudyStage(-1, LocalDate.parse("2023-12-01"), LocalDate.parse("2024-01-01"), 11)));
        final ScenarioData none = ScenarioData.none();
        return new ScenarioData(
            calendar,
            new InflowData(List.of(), List.of(), List.of(), history, new double[0][], List.of()),
            List.of(), List.of(), List.of(), List.of(), null, Correlation.none(), List.of(),
            none.training(), none.simulation(), estimation, none.nonNegativity());
    }
}
