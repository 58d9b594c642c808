package io.cobre.solver.study.input;

import io.cobre.solver.study.AnnualComponent;
import io.cobre.solver.study.AvailabilityStatistics;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.CorrelationGroup;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.ExternalScenario;
import io.cobre.solver.study.InflowCoefficients;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowObservation;
import io.cobre.solver.study.InflowStatistics;
import io.cobre.solver.study.PreStudyStage;
import io.cobre.solver.study.RecentObservation;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.Season;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Inputs of the stochastic model.
 */
final class ScenarioAssembler
{
    private final CaseFiles files;
    private final CaseIndex index;

    ScenarioAssembler(final CaseFiles files, final CaseIndex index)
    {
        this.files = files;
        this.index = index;
    }

    ScenarioData data()
    {
        final ConfigFile config = files.config();
        return new ScenarioData(
            calendar(),
            inflow(),
            availability(),
            external(EntityClass.INFLOW),
            external(EntityClass.LOAD),
            external(EntityClass.NCS),
            openings(),
            correlation(),
            index.stages().sorted().stream().map(StagesFile.Entry::sampling).toList(),
            config.training(),
            config.simulation(),
            config.estimation(),
            config.nonNegativity());
    }

    private Calendar calendar()
    {
        return new Calendar(
            files.stages().cycle(),
            files.stages().seasons().stream().sorted(Comparator.comparingInt(Season::id)).toList(),
            files.stages().preStudy().stream()
                .sorted(Comparator.comparingInt(Identified::id))
                .map((stage) -> new PreStudyStage(stage.id(), stage.startDate(), stage.endDate(), stage.seasonId()))
                .toList(),
            files.stages().cyclic() ? new CycleChecks(files, index, new Problems()).next() : Calendar.END);
    }

    private InflowData inflow()
    {
        final InflowTables tables = files.scenarios().models();
        return new InflowData(
            statistics(),
            coefficients(),
            tables.annual().stream()
                .sorted(Comparator.comparingInt(InflowTables.Annual::hydroId)
                    .thenComparingInt(InflowTables.Annual::stageId))
                .map((row) -> new AnnualComponent(
                    index.hydros().index(row.hydroId()), row.stageId(), row.value(), row.mean(), row.std()))
                .toList(),
            tables.history().stream()
                .sorted(Comparator.comparingInt(InflowTables.Observation::hydroId)
                    .thenComparing(InflowTables.Observation::date))
                .map((row) -> new InflowObservation(index.hydros().index(row.hydroId()), row.date(), row.value()))
                .toList(),
            past(),
            files.initial().recent().stream()
                .map((row) -> new RecentObservation(
                    index.hydros().index(row.hydroId()), row.startDate(), row.endDate(), row.value()))
                .toList());
    }

    private List<InflowStatistics> statistics()
    {
        final StageStatistics table = files.scenarios().inflow();
        final List<InflowStatistics> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++)
        {
            rows.add(new InflowStatistics(
                index.hydros().index(table.entityId()[row]),
                table.stageId()[row],
                table.mean()[row],
                table.std()[row]));
        }
        rows.sort(Comparator.comparingInt(InflowStatistics::hydro).thenComparingInt(InflowStatistics::stageId));
        return List.copyOf(rows);
    }

    private List<InflowCoefficients> coefficients()
    {
        final Map<List<Integer>, TreeMap<Integer, InflowTables.Coefficient>> models = new LinkedHashMap<>();
        files.scenarios().models().coefficients().stream()
            .sorted(Comparator.comparingInt(InflowTables.Coefficient::hydroId)
                .thenComparingInt(InflowTables.Coefficient::stageId))
            .forEach((row) -> models
                .computeIfAbsent(List.of(row.hydroId(), row.stageId()), (key) -> new TreeMap<>())
                .put(row.lag(), row));
        final List<InflowCoefficients> result = new ArrayList<>();
        models.forEach((key, lags) -> result.add(new InflowCoefficients(
            index.hydros().index(key.get(0)),
            key.get(1),
            lags.values().stream().mapToDouble(InflowTables.Coefficient::value).toArray(),
            lags.firstEntry().getValue().ratio())));
        return List.copyOf(result);
    }

    private double[][] past()
    {
        final double[][] past = new double[index.hydros().size()][];
        Arrays.fill(past, new double[0]);
        files.initial().past().forEach((entry) -> past[index.hydros().index(entry.hydroId())] = entry.values());
        return past;
    }

    private List<AvailabilityStatistics> availability()
    {
        final StageStatistics table = files.scenarios().sources();
        final List<AvailabilityStatistics> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++)
        {
            rows.add(new AvailabilityStatistics(
                index.sources().index(table.entityId()[row]),
                index.stages().index(table.stageId()[row]),
                table.mean()[row],
                table.std()[row]));
        }
        rows.sort(Comparator.comparingInt(AvailabilityStatistics::source)
            .thenComparingInt(AvailabilityStatistics::stage));
        return List.copyOf(rows);
    }

    private List<ExternalScenario> external(final EntityClass entityClass)
    {
        return files.scenarios().outside().values().get(entityClass).stream()
            .map((row) -> new ExternalScenario(
                index.stages().index(row.stageId()),
                row.scenarioId(),
                index.of(entityClass).index(row.entityId()),
                row.value()))
            .sorted(Comparator.comparingInt(ExternalScenario::stage)
                .thenComparingInt(ExternalScenario::scenario)
                .thenComparingInt(ExternalScenario::entity))
            .toList();
    }

    private double[][][] openings()
    {
        final List<OutsideScenarios.Noise> rows = files.scenarios().outside().openings();
        if (rows.isEmpty())
        {
            return null;
        }
        final int dimension = rows.stream().mapToInt(OutsideScenarios.Noise::entity).max().getAsInt() + 1;
        final double[][][] noise = new double[index.stages().size()][][];
        for (int stage = 0; stage < noise.length; stage++)
        {
            final int id = index.stages().sorted().get(stage).id();
            final int openings = rows.stream()
                .filter((row) -> row.stageId() == id)
                .mapToInt(OutsideScenarios.Noise::opening)
                .max()
                .getAsInt() + 1;
            noise[stage] = new double[openings][dimension];
        }
        rows.forEach((row) ->
            noise[index.stages().index(row.stageId())][row.opening()][row.entity()] = row.value());
        return noise;
    }

    private Correlation correlation()
    {
        final Map<String, List<CorrelationGroup>> profiles = new TreeMap<>();
        files.scenarios().correlation().profiles().forEach((name, groups) ->
            profiles.put(name, groups.stream().map(this::group).toList()));
        final Map<Integer, String> schedule = new TreeMap<>();
        files.scenarios().correlation().schedule().forEach((entry) -> schedule.put(entry.stageId(), entry.profile()));
        return new Correlation(profiles, schedule);
    }

    private CorrelationGroup group(final CorrelationFile.Group group)
    {
        final EntityClass entityClass = group.entities().get(0).entityClass();
        return new CorrelationGroup(
            entityClass,
            group.entities().stream().mapToInt((member) -> index.of(entityClass).index(member.id())).toArray(),
            group.matrix());
    }
}
