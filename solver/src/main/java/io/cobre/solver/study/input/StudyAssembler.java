package io.cobre.solver.study.input;

import io.cobre.solver.study.Bus;
import io.cobre.solver.study.Contract;
import io.cobre.solver.study.Hydro;
import io.cobre.solver.study.Line;
import io.cobre.solver.study.NonControllable;
import io.cobre.solver.study.PumpingStation;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.Thermal;
import io.cobre.solver.study.binary.StudyCodec;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Makes the study of files that passed all checks: ids become indices, overrides are applied.
 */
final class StudyAssembler
{
    private static final double DAYS_PER_YEAR = 365.25;

    private final CaseFiles files;
    private final CaseIndex index;

    StudyAssembler(final CaseFiles files, final CaseIndex index)
    {
        this.files = files;
        this.index = index;
    }

    Study study()
    {
        final Study study = assemble();
        return study.withFingerprint(StudyCodec.fingerprint(study));
    }

    private Study assemble()
    {
        final List<Stage> stages = stages();
        final List<StageData> data = new ArrayList<>();
        final HydroAssembler hydros = new HydroAssembler(files, index);
        final GenericAssembler generic = new GenericAssembler(files, index);
        for (final Stage stage : stages)
        {
            data.add(new StageAssembler(files, index, hydros, generic, stage).data());
        }
        return new Study(
            files.config().config(),
            stages,
            List.copyOf(data),
            index.buses().sorted().stream().map((bus) -> new Bus(bus.id(), bus.name())).toList(),
            index.lines().sorted().stream().map(this::line).toList(),
            index.thermals().sorted().stream().map(this::thermal).toList(),
            index.hydros().sorted().stream().map(this::hydro).toList(),
            index.sources().sorted().stream().map(this::source).toList(),
            index.contracts().sorted().stream().map(this::contract).toList(),
            index.pumps().sorted().stream().map(this::pump).toList(),
            initialStorage(),
            new ScenarioAssembler(files, index).data(),
            "");
    }

    static double or(final double value, final double base)
    {
        return Double.isNaN(value) ? base : value;
    }

    static <E> double[] values(final List<E> entries, final ToDoubleFunction<E> value)
    {
        return entries.stream().mapToDouble(value).toArray();
    }

    private List<Stage> stages()
    {
        final List<Stage> stages = new ArrayList<>();
        for (final StagesFile.Entry entry : index.stages().sorted())
        {
            final double[] hours = new double[entry.blocks().size()];
            entry.blocks().forEach((block) -> hours[block.id()] = block.hours());
            stages.add(new Stage(
                entry.id(),
                stages.size(),
                entry.startDate(),
                entry.endDate(),
                hours,
                entry.openings(),
                discountFactor(entry),
                entry.seasonId(),
                entry.risk(),
                entry.chronological()));
        }
        return List.copyOf(stages);
    }

    /**
     * Factor on everything after a stage, by the dates of the stage, whatever its hours are.
     */
    private double discountFactor(final StagesFile.Entry stage)
    {
        final double rate = discountRate(files.stages(), stage.id());
        final long days = ChronoUnit.DAYS.between(stage.startDate(), stage.endDate());
        return rate == 0.0 ? 1.0 : StrictMath.pow(1.0 + rate, -days / DAYS_PER_YEAR);
    }

    static double discountRate(final StagesFile file, final int stageId)
    {
        double rate = file.discountRate();
        for (final StagesFile.Transition transition : file.transitions())
        {
            if (transition.sourceId() == stageId)
            {
                rate = or(transition.discountRate(), rate);
            }
        }
        return rate;
    }

    private Line line(final LinesFile.Entry line)
    {
        return new Line(
            line.id(), line.name(), index.buses().index(line.sourceId()), index.buses().index(line.targetId()),
            line.loss());
    }

    private Thermal thermal(final ThermalsFile.Entry thermal)
    {
        return new Thermal(thermal.id(), thermal.name(), index.buses().index(thermal.busId()));
    }

    private Hydro hydro(final HydrosFile.Entry hydro)
    {
        final int downstream = hydro.downstreamId() == null ? -1 : index.hydros().index(hydro.downstreamId());
        return new Hydro(hydro.id(), hydro.name(), index.buses().index(hydro.busId()), downstream);
    }

    private NonControllable source(final SourcesFile.Entry source)
    {
        return new NonControllable(
            source.id(), source.name(), index.buses().index(source.busId()), source.maxGeneration());
    }

    private Contract contract(final ContractsFile.Entry contract)
    {
        return new Contract(
            contract.id(), contract.name(), index.buses().index(contract.busId()), contract.export());
    }

    private PumpingStation pump(final PumpingFile.Entry pump)
    {
        return new PumpingStation(
            pump.id(),
            pump.name(),
            index.buses().index(pump.busId()),
            index.hydros().index(pump.sourceId()),
            index.hydros().index(pump.destinationId()),
            pump.consumption());
    }

    private double[] initialStorage()
    {
        final double[] storage = new double[index.hydros().size()];
        files.initial().storage().forEach(
            (entry) -> storage[index.hydros().index(entry.hydroId())] = entry.value());
        files.initial().filling().forEach(
            (entry) -> storage[index.hydros().index(entry.hydroId())] = entry.value());
        return storage;
    }
}
