package io.cobre.solver.lp.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.Cobre;
import io.cobre.solver.TrainOptions;
import io.cobre.solver.error.SolverException;
import io.cobre.solver.lp.FailedLp;
import io.cobre.solver.study.input.CaseFolder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A case that asks for more than its plants can give says so in the words of its files.
 */
class InfeasibleCaseTest
{
    @TempDir
    private Path folder;

    private CaseFolder infeasible()
    {
        return CaseFolder.write(folder.resolve("case"))
            .edit("system/thermals.json", "{\"id\": 1,", "{\"id\": 15,")
            .text("constraints/generic_constraints.json", "{\"constraints\": [{\"id\": 2, \"name\": \"x\","
                + " \"expression\": \"hydro_storage(1)\", \"sense\": \"<=\", \"slack\": {\"enabled\": true,"
                + " \"penalty\": 3}}, {\"id\": 7, \"name\": \"must run\", \"expression\": \"thermal_generation(15)\","
                + " \"sense\": \">=\", \"slack\": {\"enabled\": false}}]}")
            .rows("constraints/generic_constraint_bounds.parquet", List.of("constraint_id", "stage_id", "block_id"),
                List.of("bound"), new double[][]{{2, 1, Double.NaN, 90}, {7, 1, 1, 500}})
            .rows("scenarios/inflow_ar_coefficients.parquet", List.of("hydro_id", "stage_id", "lag"),
                List.of("coefficient", "residual_std_ratio"), new double[][]{{1, 0, 1, 0.5, 0.9}, {1, 1, 1, 0.5, 0.9}});
    }

    @Test
    void shouldNameTheLimitsThatCannotHoldTogether()
    {
        final TrainOptions options = new TrainOptions().outputDirectory(folder.resolve("output"));
        final SolverException failure =
            assertThrows(SolverException.class, () -> Cobre.train(infeasible().path(), options));
        assertTrue(
            failure.getMessage().endsWith(
                "these limits cannot hold together: generic_7_b1 >= 500.0, thermal_15_b1 <= 80.0"),
            failure.getMessage());
        assertEquals(
            List.of("generic_7_b1 >= 500.0", "thermal_15_b1 <= 80.0"), failure.context().get("conflict"));
        final Path bundle = Path.of((String) failure.context().get("bundle"));
        assertEquals("lp-iteration1-stage1-trial0-forward", bundle.getFileName().toString());
        assertTrue(failure.getMessage().contains("iteration 1, trial 0, forward: "), failure.getMessage());
        final FailedLp kept = LpBundles.read(bundle);
        final List<String> columns = kept.notes().columnNames();
        assertEquals(columns.size(), new HashSet<>(columns).size(), columns.toString());
        assertTrue(columns.containsAll(List.of(
            "storage_2", "lag_1_l0", "future_cost", "turbined_1_b0", "deficit_0_s0_b1", "deficit_1_s1_b0",
            "line_direct_0_b1", "generic_minus_2_b1")), columns.toString());
        final List<String> rows = kept.notes().rowNames();
        assertEquals(rows.size(), new HashSet<>(rows).size(), rows.toString());
        assertTrue(
            rows.containsAll(List.of("storage_fixing_1", "lag_fixing_2_l0", "load_balance_1_b0", "generic_2_b0")),
            rows.toString());
    }
}
