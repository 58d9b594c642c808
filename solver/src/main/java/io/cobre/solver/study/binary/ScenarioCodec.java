package io.cobre.solver.study.binary;

import io.cobre.solver.study.AnnualComponent;
import io.cobre.solver.study.AvailabilityStatistics;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.CorrelationGroup;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.Estimation;
import io.cobre.solver.study.ExternalScenario;
import io.cobre.solver.study.InflowCoefficients;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowNonNegativity;
import io.cobre.solver.study.InflowObservation;
import io.cobre.solver.study.InflowStatistics;
import io.cobre.solver.study.PreStudyStage;
import io.cobre.solver.study.RecentObservation;
import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.SamplingScheme;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.ScenarioSource;
import io.cobre.solver.study.Season;
import io.cobre.solver.study.SeasonCycle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Inputs of the stochastic model as bytes. Maps go in the order of their keys.
 */
final class ScenarioCodec
{
    private ScenarioCodec()
    {
    }

    static void put(final StudyWriter writer, final ScenarioData data)
    {
        putCalendar(writer, data.calendar());
        putInflow(writer, data.inflow());
        writer.putList(data.availability(), (out, row) ->
        {
            out.putInt(row.source());
            out.putInt(row.stage());
            out.putDouble(row.mean());
            out.putDouble(row.std());
        });
        writer.putList(data.externalInflow(), ScenarioCodec::putExternal);
        writer.putList(data.externalLoad(), ScenarioCodec::putExternal);
        writer.putList(data.externalNcs(), ScenarioCodec::putExternal);
        writer.putBoolean(data.noiseOpenings() != null);
        if (data.noiseOpenings() != null)
        {
            writer.putList(List.of(data.noiseOpenings()), StudyWriter::putMatrix);
        }
        putCorrelation(writer, data.correlation());
        writer.putList(data.sampling(), StudyWriter::putEnum);
        putSource(writer, data.training());
        putSource(writer, data.simulation());
        writer.putInt(data.estimation().maxOrder());
        writer.putBoolean(data.estimation().annual());
        writer.putInt(data.estimation().minObservations());
        writer.putDouble(data.estimation().maxCoefficientMagnitude());
        writer.putEnum(data.nonNegativity());
    }

    static ScenarioData take(final StudyReader reader)
    {
        return new ScenarioData(
            takeCalendar(reader),
            takeInflow(reader),
            reader.takeList((in) ->
                new AvailabilityStatistics(in.takeInt(), in.takeInt(), in.takeDouble(), in.takeDouble())),
            reader.takeList(ScenarioCodec::takeExternal),
            reader.takeList(ScenarioCodec::takeExternal),
            reader.takeList(ScenarioCodec::takeExternal),
            reader.takeBoolean() ? reader.takeList(StudyReader::takeMatrix).toArray(double[][][]::new) : null,
            takeCorrelation(reader),
            reader.takeList((in) -> in.takeEnum(SamplingMethod.values())),
            takeSource(reader),
            takeSource(reader),
            new Estimation(reader.takeInt(), reader.takeBoolean(), reader.takeInt(), reader.takeDouble()),
            reader.takeEnum(InflowNonNegativity.values()));
    }

    private static void putCalendar(final StudyWriter writer, final Calendar calendar)
    {
        writer.putEnum(calendar.cycle());
        writer.putList(calendar.seasons(), (out, season) -> out.putInts(new int[]{
            season.id(), season.monthStart(), season.dayStart(), season.monthEnd(), season.dayEnd()}));
        writer.putList(calendar.preStudy(), (out, stage) ->
        {
            out.putInt(stage.id());
            out.putDate(stage.startDate());
            out.putDate(stage.endDate());
            out.putInt(stage.seasonId());
        });
        writer.putInt(calendar.next());
    }

    private static Calendar takeCalendar(final StudyReader reader)
    {
        return new Calendar(
            reader.takeEnum(SeasonCycle.values()),
            reader.takeList((in) ->
            {
                final int[] values = in.takeInts();
                return new Season(values[0], values[1], values[2], values[3], values[4]);
            }),
            reader.takeList((in) ->
                new PreStudyStage(in.takeInt(), in.takeDate(), in.takeDate(), in.takeInt())),
            reader.takeInt());
    }

    private static void putInflow(final StudyWriter writer, final InflowData inflow)
    {
        writer.putList(inflow.statistics(), (out, row) ->
        {
            out.putInt(row.hydro());
            out.putInt(row.stageId());
            out.putDouble(row.mean());
            out.putDouble(row.std());
        });
        writer.putList(inflow.coefficients(), (out, row) ->
        {
            out.putInt(row.hydro());
            out.putInt(row.stageId());
            out.putDoubles(row.coefficients());
            out.putDouble(row.residualStdRatio());
        });
        writer.putList(inflow.annual(), (out, row) ->
        {
            out.putInt(row.hydro());
            out.putInt(row.stageId());
            out.putDouble(row.coefficient());
            out.putDouble(row.mean());
            out.putDouble(row.std());
        });
        writer.putList(inflow.history(), (out, row) ->
        {
            out.putInt(row.hydro());
            out.putDate(row.date());
            out.putDouble(row.value());
        });
        writer.putMatrix(inflow.past());
        writer.putList(inflow.recent(), (out, row) ->
        {
            out.putInt(row.hydro());
            out.putDate(row.startDate());
            out.putDate(row.endDate());
            out.putDouble(row.value());
        });
    }

    private static InflowData takeInflow(final StudyReader reader)
    {
        return new InflowData(
            reader.takeList((in) ->
                new InflowStatistics(in.takeInt(), in.takeInt(), in.takeDouble(), in.takeDouble())),
            reader.takeList((in) ->
                new InflowCoefficients(in.takeInt(), in.takeInt(), in.takeDoubles(), in.takeDouble())),
            reader.takeList((in) ->
                new AnnualComponent(in.takeInt(), in.takeInt(), in.takeDouble(), in.takeDouble(), in.takeDouble())),
            reader.takeList((in) -> new InflowObservation(in.takeInt(), in.takeDate(), in.takeDouble())),
            reader.takeMatrix(),
            reader.takeList((in) ->
                new RecentObservation(in.takeInt(), in.takeDate(), in.takeDate(), in.takeDouble())));
    }

    private static void putExternal(final StudyWriter writer, final ExternalScenario row)
    {
        writer.putInt(row.stage());
        writer.putInt(row.scenario());
        writer.putInt(row.entity());
        writer.putDouble(row.value());
    }

    private static ExternalScenario takeExternal(final StudyReader reader)
    {
        return new ExternalScenario(reader.takeInt(), reader.takeInt(), reader.takeInt(), reader.takeDouble());
    }

    private static void putCorrelation(final StudyWriter writer, final Correlation correlation)
    {
        writer.putList(new ArrayList<>(new TreeMap<>(correlation.profiles()).entrySet()), (out, profile) ->
        {
            out.putText(profile.getKey());
            out.putList(profile.getValue(), (inner, group) ->
            {
                inner.putEnum(group.entityClass());
                inner.putInts(group.entities());
                inner.putMatrix(group.matrix());
            });
        });
        writer.putList(new ArrayList<>(new TreeMap<>(correlation.schedule()).entrySet()), (out, entry) ->
        {
            out.putInt(entry.getKey());
            out.putText(entry.getValue());
        });
    }

    private static Correlation takeCorrelation(final StudyReader reader)
    {
        final Map<String, List<CorrelationGroup>> profiles = new LinkedHashMap<>();
        reader.takeList((in) -> profiles.put(in.takeText(), in.takeList((inner) -> new CorrelationGroup(
            inner.takeEnum(EntityClass.values()), inner.takeInts(), inner.takeMatrix()))));
        final Map<Integer, String> schedule = new LinkedHashMap<>();
        reader.takeList((in) -> schedule.put(in.takeInt(), in.takeText()));
        return new Correlation(profiles, schedule);
    }

    private static void putSource(final StudyWriter writer, final ScenarioSource source)
    {
        writer.putLong(source.seed());
        writer.putEnum(source.inflow());
        writer.putEnum(source.load());
        writer.putEnum(source.ncs());
        writer.putList(source.historicalYears(), StudyWriter::putInt);
    }

    private static ScenarioSource takeSource(final StudyReader reader)
    {
        return new ScenarioSource(
            reader.takeLong(),
            reader.takeEnum(SamplingScheme.values()),
            reader.takeEnum(SamplingScheme.values()),
            reader.takeEnum(SamplingScheme.values()),
            reader.takeList(StudyReader::takeInt));
    }
}
