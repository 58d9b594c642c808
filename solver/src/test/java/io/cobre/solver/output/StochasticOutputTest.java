package io.cobre.solver.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.parquet.ParquetTable;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StochasticOutputTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldWriteTheOpeningsAsACaseTakesThem()
    {
        final Study study = SmallStudies.cascade(1, 1);
        final StochasticModel model = StochasticModel.of(study);
        StochasticOutput.write(OutputFolder.prepare(folder, folder), study, model);
        final ParquetTable table = ParquetTable.read(folder.resolve("stochastic/noise_openings.parquet"));
        assertEquals(5 * 6 * 2, table.rows());
        final double[] noise = new double[2];
        for (int row = 0; row < table.rows(); row++)
        {
            model.openings().opening(table.ints("stage_id")[row], table.ints("opening_index")[row], noise);
            assertEquals(noise[table.ints("entity_index")[row]], table.doubles("value")[row]);
        }
        assertEquals(0, ParquetTable.read(folder.resolve("stochastic/inflow_ar_coefficients.parquet")).rows());
        assertEquals(10, ParquetTable.read(folder.resolve("stochastic/load_seasonal_stats.parquet")).rows());
    }

    @Test
    void shouldWriteAnEstimatedModel() throws IOException
    {
        final Path source = Path.of(System.getProperty("cobre.cases", "")).resolve("d12-par-annual");
        assumeTrue(Files.isDirectory(source), "the reference cases are not there: " + source);
        final Study study = CaseLoader.load(source, Map.of());
        assertTrue(study.config().exportStochastic());
        StochasticOutput.write(OutputFolder.prepare(folder, folder), study, StochasticModel.of(study));
        final ParquetTable annual = ParquetTable.read(folder.resolve("stochastic/inflow_annual_component.parquet"));
        assertEquals(2 * 26, annual.rows());
        final String correlation = Files.readString(folder.resolve("stochastic/correlation.json"));
        assertTrue(correlation.contains("\"default\"") && correlation.contains("\"schedule\""));
        assertTrue(Files.readString(folder.resolve("stochastic/fitting_report.json")).contains("\"selected_order\""));
    }
}
