package io.cobre.solver.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.parquet.ParquetTable;
import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelOutputTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldTellWhatHydrosAreModelledBy() throws Exception
    {
        final Study plain = SmallStudies.singleHydro(1);
        final List<StageData> data = plain.data().stream().map(ModelOutputTest::withPlane).toList();
        final Study study = new Study(
            plain.config(), plain.stages(), data, plain.buses(), plain.lines(), plain.thermals(), plain.hydros(),
            plain.initialStorage(), "plane");
        ModelOutput.write(OutputFolder.prepare(folder, folder), study);

        final ParquetTable planes = ParquetTable.read(folder.resolve("hydro_models/fpha_hyperplanes.parquet"));
        assertEquals(2, planes.rows());
        assertEquals(1, planes.ints("stage_id")[1]);
        assertEquals(0.5, planes.doubles("gamma_v")[1]);
        assertEquals(-0.25, planes.doubles("gamma_s")[0]);
        final JsonNode facts =
            new ObjectMapper().readTree(folder.resolve("training/model_provenance.json").toFile());
        assertEquals("none", facts.at("/inflow/coefficients").asText());
        assertEquals("in_sample", facts.at("/training_scenarios/inflow").asText());
        assertEquals(1, facts.at("/hydros/0/hyperplanes_by_stage/1").asInt());
        assertTrue(facts.at("/hydros/0/productivity_mw_per_m3s_by_stage/0").isNull());
        assertFalse(facts.at("/hydros/0/evaporation").asBoolean(true));
    }

    private static StageData withPlane(final StageData p)
    {
        final HydroDetail none = HydroDetail.none(1);
        final HydroDetail detail = new HydroDetail(
            none.minTurbined(), none.minGeneration(), none.withdrawal(), none.maxDiversion(), none.diversionTarget(),
            none.diversionCost(), none.turbinedBelowCost(), none.generationBelowCost(), none.withdrawalBelowCost(),
            none.withdrawalAboveCost(), none.evaporationBelowCost(), none.evaporationAboveCost(),
            none.inflowSlackCost(), none.headTurbinedCost(), none.evaporationConstant(), none.evaporationSlope(),
            List.of(List.of(new HeadPlane(1.0, 0.5, 0.9, -0.25))));
        return new StageData(
            p.thermalMin(), p.thermalMax(), p.thermalCost(), p.lineDirect(), p.lineReverse(), p.lineCost(),
            p.deficitDepth(), p.deficitCost(), p.excessCost(), p.loadMean(), p.loadStd(), p.loadFactor(),
            p.minStorage(), p.maxStorage(), p.maxTurbined(), p.maxGeneration(), p.productivity(), p.minOutflow(),
            p.maxOutflow(), p.spillageCost(), p.outflowBelowCost(), p.outflowAboveCost(), p.inflowMean(),
            p.inflowStd(), detail, p.sources(), p.generic(), p.reservoirs(), p.contracts(), p.pumping());
    }
}
