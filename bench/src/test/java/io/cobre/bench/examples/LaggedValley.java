package io.cobre.bench.examples;

import static io.cobre.bench.examples.CaseFolder.json;

import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The valley of two-reservoirs with inflows that remember up to two months, and cut selection: cuts then carry lags,
 * and some leave the LPs.
 */
public final class LaggedValley
{
    private static final String STAGES = "stages.json";
    private static final double[][] COEFFICIENTS = {{1, 1, 0.6}, {2, 1, 0.4}, {2, 2, 0.2}};

    private LaggedValley()
    {
    }

    /**
     * Write the case and read it.
     *
     * @param folder for its files.
     * @return the study.
     * @throws IOException when the folder cannot be written.
     */
    public static Study study(final Path folder) throws IOException
    {
        TwoReservoirs.write(folder);
        final CaseFolder files = new CaseFolder(folder);
        files.text("initial_conditions.json", json(
            """
            {
              'storage': [{'hydro_id': 0, 'value_hm3': 150.0}, {'hydro_id': 1, 'value_hm3': 12.0}],
              'filling_storage': [],
              'past_inflows': [
                {'hydro_id': 0, 'values_m3s': [40.0, 35.0]},
                {'hydro_id': 1, 'values_m3s': [9.0, 12.0]}
              ]
            }
            """));
        seasons(files, folder.resolve(STAGES));
        ModelTables.coefficients(folder, coefficients());
        return CaseLoader.load(folder, Map.of(
            "training.forward_passes", "5",
            "training.stopping_rules", json("[{'type': 'iteration_limit', 'limit': 8}]"),
            "training.cut_selection", json("{'enabled': true, 'method': 'lml1', 'check_frequency': 2}")));
    }

    private static void seasons(final CaseFolder files, final Path stages) throws IOException
    {
        final String definitions = json(
            "'season_definitions': {'cycle_type': 'monthly', 'seasons': [" +
                "{'id': 0, 'label': 'June', 'month_start': 6}, " +
                "{'id': 1, 'label': 'July', 'month_start': 7}, {'id': 2, 'label': 'August', 'month_start': 8}]},");
        files.text(STAGES, Files.readString(stages)
            .replaceFirst("\\{", "{" + definitions)
            .replaceAll("\"id\": ([0-2]), \"start", "\"id\": $1, \"season_id\": $1, \"start"));
    }

    private static List<double[]> coefficients()
    {
        final List<double[]> rows = new ArrayList<>();
        for (int hydro = 0; hydro < 2; hydro++)
        {
            for (final double[] row : COEFFICIENTS)
            {
                rows.add(new double[]{hydro, row[0], row[1], row[2], 0.8});
            }
        }
        return rows;
    }
}
