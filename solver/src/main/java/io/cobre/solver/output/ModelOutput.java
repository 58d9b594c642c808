package io.cobre.solver.output;

import io.cobre.solver.files.JsonText;
import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTables;
import io.cobre.solver.parquet.TableColumn;
import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.ScenarioSource;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what the LPs were made from: where the inflow model comes from, what each hydro is modelled by, and the
 * hyperplanes of hydros with a variable head, as a case takes them.
 */
final class ModelOutput
{
    private static final String PROVENANCE = "training/model_provenance.json";
    private static final String PLANES = "hydro_models/fpha_hyperplanes.parquet";

    private ModelOutput()
    {
    }

    static void write(final OutputFolder folder, final Study study)
    {
        folder.text(PROVENANCE, JsonText.page(provenance(study)));
        if (study.data().stream().anyMatch((data) -> data.hydro().planes().stream().anyMatch((p) -> !p.isEmpty())))
        {
            folder.add(PLANES, planes(study)::write);
        }
    }

    private static Map<String, Object> provenance(final Study study)
    {
        final ScenarioData scenarios = study.scenarios();
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("inflow", inflow(scenarios));
        page.put("openings", null != scenarios.noiseOpenings() ? "given" : "drawn");
        page.put("training_scenarios", schemes(scenarios.training()));
        page.put("simulation_scenarios", schemes(scenarios.simulation()));
        final List<Object> hydros = new ArrayList<>();
        for (int hydro = 0; hydro < study.hydros().size(); hydro++)
        {
            hydros.add(hydro(study, hydro));
        }
        page.put("hydros", hydros);
        return page;
    }

    private static Map<String, Object> inflow(final ScenarioData scenarios)
    {
        final InflowData inflow = scenarios.inflow();
        final boolean history = !inflow.history().isEmpty();
        final boolean coefficients = !inflow.coefficients().isEmpty();
        final boolean fits = history && !coefficients;
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("statistics", source(!inflow.statistics().isEmpty(), history));
        map.put("coefficients", source(coefficients, history));
        map.put("annual_component", source(!inflow.annual().isEmpty(), fits && scenarios.estimation().annual()));
        map.put("correlation", source(!Correlation.none().equals(scenarios.correlation()), fits));
        map.put("history_values", inflow.history().size());
        map.put("non_negativity", name(scenarios.nonNegativity()));
        return map;
    }

    private static String source(final boolean given, final boolean estimated)
    {
        return given ? "given" : estimated ? "estimated" : "none";
    }

    private static Map<String, Object> schemes(final ScenarioSource source)
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("inflow", name(source.inflow()));
        map.put("load", name(source.load()));
        map.put("ncs", name(source.ncs()));
        return map;
    }

    private static String name(final Enum<?> value)
    {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** By stage, for what may change from stage to stage. */
    private static Map<String, Object> hydro(final Study study, final int hydro)
    {
        final List<Integer> planes = new ArrayList<>();
        final List<Double> productivity = new ArrayList<>();
        boolean evaporates = false;
        for (int stage = 0; stage < study.stageCount(); stage++)
        {
            final HydroDetail detail = study.data().get(stage).hydro();
            final int count = detail.planes().get(hydro).size();
            planes.add(count);
            productivity.add(count > 0 ? null : study.data().get(stage).productivity()[hydro]);
            evaporates |= !Double.isNaN(detail.evaporationConstant()[hydro]);
        }
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("hydro_id", study.hydros().get(hydro).id());
        map.put("hyperplanes_by_stage", planes);
        map.put("productivity_mw_per_m3s_by_stage", productivity);
        map.put("evaporation", evaporates);
        return map;
    }

    private static ParquetTables planes(final Study study)
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn hydroId = table.required("hydro_id", ColumnType.INT32);
        final TableColumn stageId = table.required("stage_id", ColumnType.INT32);
        final TableColumn planeId = table.required("plane_id", ColumnType.INT32);
        final TableColumn constant = table.required("gamma_0", ColumnType.DOUBLE);
        final TableColumn perStorage = table.required("gamma_v", ColumnType.DOUBLE);
        final TableColumn perTurbined = table.required("gamma_q", ColumnType.DOUBLE);
        final TableColumn perSpilled = table.required("gamma_s", ColumnType.DOUBLE);
        final TableColumn kappa = table.required("kappa", ColumnType.DOUBLE);
        for (int hydro = 0; hydro < study.hydros().size(); hydro++)
        {
            for (final Stage stage : study.stages())
            {
                final List<HeadPlane> planes = study.data().get(stage.index()).hydro().planes().get(hydro);
                for (int plane = 0; plane < planes.size(); plane++)
                {
                    hydroId.add(study.hydros().get(hydro).id());
                    stageId.add(stage.id());
                    planeId.add(plane);
                    constant.add(planes.get(plane).constant());
                    perStorage.add(planes.get(plane).perStorage());
                    perTurbined.add(planes.get(plane).perTurbined());
                    perSpilled.add(planes.get(plane).perSpilled());
                    kappa.add(1.0);
                }
            }
        }
        return table;
    }
}
