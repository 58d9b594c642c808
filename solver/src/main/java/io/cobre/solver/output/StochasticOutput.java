package io.cobre.solver.output;

import io.cobre.solver.files.JsonText;
import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTables;
import io.cobre.solver.parquet.TableColumn;
import io.cobre.solver.stochastic.OpeningTree;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.AnnualComponent;
import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.CorrelationGroup;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.InflowCoefficients;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowStatistics;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the stochastic model that a study was trained with, in the formats of its inputs: openings, inflow
 * statistics, coefficients, loads, correlation, and the orders that were chosen.
 */
public final class StochasticOutput
{
    private static final String FOLDER = "stochastic/";

    private final OutputFolder folder;
    private final Study study;
    private final StochasticModel model;

    private StochasticOutput(final OutputFolder folder, final Study study, final StochasticModel model)
    {
        this.folder = folder;
        this.study = study;
        this.model = model;
    }

    /**
     * Write.
     *
     * @param folder takes the files.
     * @param study  the case.
     * @param model  of the case.
     */
    public static void write(final OutputFolder folder, final Study study, final StochasticModel model)
    {
        final StochasticOutput output = new StochasticOutput(folder, study, model);
        output.openings();
        output.statistics();
        output.coefficients();
        output.annual();
        output.loads();
        folder.text(FOLDER + "correlation.json", JsonText.page(output.correlation()));
        folder.text(FOLDER + "fitting_report.json", JsonText.page(output.fitting()));
    }

    /** Openings as a case takes them: without the places of non-controllable sources. */
    private void openings()
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn stageId = table.required("stage_id", ColumnType.INT32);
        final TableColumn openingIndex = table.required("opening_index", ColumnType.UINT32);
        final TableColumn entityIndex = table.required("entity_index", ColumnType.UINT32);
        final TableColumn value = table.required("value", ColumnType.DOUBLE);
        final OpeningTree tree = model.openings();
        final double[] noise = new double[tree.dimension()];
        final int places = model.layout().first(EntityClass.NCS);
        for (final Stage stage : study.stages())
        {
            for (int opening = 0; opening < tree.openings(stage.index()); opening++)
            {
                tree.opening(stage.index(), opening, noise);
                for (int place = 0; place < places; place++)
                {
                    stageId.add(stage.id());
                    openingIndex.add(opening);
                    entityIndex.add(place);
                    value.add(noise[place]);
                }
            }
        }
        add("noise_openings", table);
    }

    private void statistics()
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn hydroId = table.required("hydro_id", ColumnType.INT32);
        final TableColumn stageId = table.required("stage_id", ColumnType.INT32);
        final TableColumn mean = table.required("mean_m3s", ColumnType.DOUBLE);
        final TableColumn std = table.required("std_m3s", ColumnType.DOUBLE);
        for (final InflowStatistics row : inflow().statistics())
        {
            hydroId.add(hydroId(row.hydro()));
            stageId.add(row.stageId());
            mean.add(row.mean());
            std.add(row.std());
        }
        add("inflow_seasonal_stats", table);
    }

    private void coefficients()
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn hydroId = table.required("hydro_id", ColumnType.INT32);
        final TableColumn stageId = table.required("stage_id", ColumnType.INT32);
        final TableColumn lag = table.required("lag", ColumnType.INT32);
        final TableColumn coefficient = table.required("coefficient", ColumnType.DOUBLE);
        final TableColumn ratio = table.required("residual_std_ratio", ColumnType.DOUBLE);
        for (final InflowCoefficients row : inflow().coefficients())
        {
            for (int l = 0; l < row.coefficients().length; l++)
            {
                hydroId.add(hydroId(row.hydro()));
                stageId.add(row.stageId());
                lag.add(l + 1);
                coefficient.add(row.coefficients()[l]);
                ratio.add(row.residualStdRatio());
            }
        }
        add("inflow_ar_coefficients", table);
    }

    private void annual()
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn hydroId = table.required("hydro_id", ColumnType.INT32);
        final TableColumn stageId = table.required("stage_id", ColumnType.INT32);
        final TableColumn coefficient = table.required("annual_coefficient", ColumnType.DOUBLE);
        final TableColumn mean = table.required("annual_mean_m3s", ColumnType.DOUBLE);
        final TableColumn std = table.required("annual_std_m3s", ColumnType.DOUBLE);
        for (final AnnualComponent row : inflow().annual())
        {
            hydroId.add(hydroId(row.hydro()));
            stageId.add(row.stageId());
            coefficient.add(row.coefficient());
            mean.add(row.mean());
            std.add(row.std());
        }
        add("inflow_annual_component", table);
    }

    private void loads()
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn busId = table.required("bus_id", ColumnType.INT32);
        final TableColumn stageId = table.required("stage_id", ColumnType.INT32);
        final TableColumn mean = table.required("mean_mw", ColumnType.DOUBLE);
        final TableColumn std = table.required("std_mw", ColumnType.DOUBLE);
        for (int bus = 0; bus < study.buses().size(); bus++)
        {
            for (final Stage stage : study.stages())
            {
                busId.add(study.buses().get(bus).id());
                stageId.add(stage.id());
                mean.add(study.data().get(stage.index()).loadMean()[bus]);
                std.add(study.data().get(stage.index()).loadStd()[bus]);
            }
        }
        add("load_seasonal_stats", table);
    }

    private Map<String, Object> correlation()
    {
        final Correlation correlation = model.scenarios().correlation();
        final Map<String, Object> profiles = new LinkedHashMap<>();
        correlation.profiles().forEach((name, groups) ->
        {
            final List<Object> list = new ArrayList<>();
            for (final CorrelationGroup group : groups)
            {
                list.add(group(group, "group_" + list.size()));
            }
            profiles.put(name, Map.of("correlation_groups", list));
        });
        final List<Object> schedule = new ArrayList<>();
        correlation.schedule().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach((entry) ->
        {
            final Map<String, Object> row = new LinkedHashMap<>();
            row.put("stage_id", entry.getKey());
            row.put("profile_name", entry.getValue());
            schedule.add(row);
        });
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("method", "spectral");
        page.put("profiles", profiles);
        page.put("schedule", schedule);
        return page;
    }

    private Map<String, Object> group(final CorrelationGroup group, final String name)
    {
        final List<Object> entities = new ArrayList<>();
        for (final int entity : group.entities())
        {
            final Map<String, Object> item = new LinkedHashMap<>();
            item.put("type", group.entityClass().name().toLowerCase(Locale.ROOT));
            item.put("id", entityId(group.entityClass(), entity));
            entities.add(item);
        }
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("entities", entities);
        map.put("matrix", Arrays.stream(group.matrix()).map(StochasticOutput::list).toList());
        return map;
    }

    private Map<String, Object> fitting()
    {
        final boolean estimated = model.scenarios() != study.scenarios();
        final List<Object> hydros = new ArrayList<>();
        for (int hydro = 0; hydro < study.hydros().size(); hydro++)
        {
            final int index = hydro;
            final Map<String, Object> orders = new LinkedHashMap<>();
            inflow().coefficients().stream().filter((row) -> row.hydro() == index)
                .forEach((row) -> orders.put(String.valueOf(row.stageId()), row.coefficients().length));
            final Map<String, Object> map = new LinkedHashMap<>();
            map.put("hydro_id", hydroId(hydro));
            map.put("selected_order", orders.values().stream().mapToInt(Integer.class::cast).max().orElse(0));
            map.put("order_by_stage_id", orders);
            hydros.add(map);
        }
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("estimated", estimated);
        page.put("annual_component", !inflow().annual().isEmpty());
        page.put("hydros", hydros);
        return page;
    }

    private InflowData inflow()
    {
        return model.scenarios().inflow();
    }

    private int hydroId(final int hydro)
    {
        return study.hydros().get(hydro).id();
    }

    private int entityId(final EntityClass entityClass, final int entity)
    {
        return switch (entityClass)
        {
            case INFLOW -> hydroId(entity);
            case LOAD -> study.buses().get(entity).id();
            case NCS -> study.sources().get(entity).id();
        };
    }

    private static List<Double> list(final double[] values)
    {
        return Arrays.stream(values).boxed().toList();
    }

    private void add(final String name, final ParquetTables table)
    {
        folder.add(FOLDER + name + ".parquet", table::write);
    }
}
