package io.cobre.solver.study.binary;

import io.cobre.solver.study.Bus;
import io.cobre.solver.study.Checkpointing;
import io.cobre.solver.study.Config;
import io.cobre.solver.study.Contract;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.Hydro;
import io.cobre.solver.study.Line;
import io.cobre.solver.study.NonControllable;
import io.cobre.solver.study.PolicySource;
import io.cobre.solver.study.PumpingStation;
import io.cobre.solver.study.Risk;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.ScenarioSource;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.Thermal;
import java.nio.BufferUnderflowException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A study as bytes, for the workers of the same run: magic, format version, contents, SHA-256 of all before it.
 */
public final class StudyCodec
{
    private static final int MAGIC = 0x53_42_4F_43;
    private static final int VERSION = 1;
    private static final int DIGEST_BYTES = 32;
    private static final int ITERATION_LIMIT = 0;
    private static final int TIME_LIMIT = 1;
    private static final int BOUND_STALLING = 2;
    private static final int SIMULATION = 3;

    private StudyCodec()
    {
    }

    /**
     * Encode a study.
     *
     * @param study any.
     * @return its bytes.
     */
    public static byte[] encode(final Study study)
    {
        final StudyWriter writer = new StudyWriter();
        writer.putInt(MAGIC);
        writer.putInt(VERSION);
        putStudy(writer, study);
        final byte[] contents = writer.bytes();
        final byte[] bytes = Arrays.copyOf(contents, contents.length + DIGEST_BYTES);
        System.arraycopy(sha256(contents, contents.length), 0, bytes, contents.length, DIGEST_BYTES);
        return bytes;
    }

    /**
     * Decode a study.
     *
     * @param bytes from {@link #encode(Study)} of the same version.
     * @return the study.
     * @throws IllegalArgumentException if they are damaged or of another version.
     */
    public static Study decode(final byte[] bytes)
    {
        final int length = bytes.length - DIGEST_BYTES;
        if (length < 2 * Integer.BYTES ||
            !Arrays.equals(sha256(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length)))
        {
            throw new IllegalArgumentException("the study is damaged");
        }
        final StudyReader reader = new StudyReader(Arrays.copyOf(bytes, length));
        final int magic = reader.takeInt();
        final int version = reader.takeInt();
        if (magic != MAGIC || version != VERSION)
        {
            throw new IllegalArgumentException(
                "not a study of format " + VERSION + ": magic " + Integer.toHexString(magic) + ", format " + version);
        }
        try
        {
            final Study study = takeStudy(reader);
            if (!reader.exhausted())
            {
                throw new IllegalArgumentException("the study is followed by other data");
            }
            return study;
        }
        catch (final BufferUnderflowException | ArrayIndexOutOfBoundsException ex)
        {
            throw new IllegalArgumentException("the study is damaged", ex);
        }
    }

    /**
     * Identity of what training computes: everything in the study but stopping rules and simulation settings.
     *
     * @param study with any fingerprint.
     * @return SHA-256 in lower-case hex.
     */
    public static String fingerprint(final Study study)
    {
        final Config config = study.config();
        final Config neutral = new Config(
            config.forwardPasses(), List.of(), false, config.treeSeed(), false, 0)
            .withCutSelection(config.cutSelection())
            .withCutsByOpening(config.cutsByOpening());
        final ScenarioData data = study.scenarios();
        final ScenarioData training = new ScenarioData(
            data.calendar(),
            data.inflow(),
            data.availability(),
            data.externalInflow(),
            data.externalLoad(),
            data.externalNcs(),
            data.noiseOpenings(),
            data.correlation(),
            data.sampling(),
            data.training(),
            ScenarioSource.inSample(),
            data.estimation(),
            data.nonNegativity());
        final byte[] bytes = encode(study.withConfig(neutral).withScenarios(training).withFingerprint(""));
        return HexFormat.of().formatHex(bytes, bytes.length - DIGEST_BYTES, bytes.length);
    }

    private static void putStudy(final StudyWriter writer, final Study study)
    {
        putConfig(writer, study.config());
        writer.putList(study.stages(), StudyCodec::putStage);
        writer.putList(study.data(), StageDataCodec::put);
        writer.putList(study.buses(), (out, bus) -> putNamed(out, bus.id(), bus.name()));
        writer.putList(study.lines(), (out, line) ->
        {
            putNamed(out, line.id(), line.name());
            out.putInt(line.source());
            out.putInt(line.target());
            out.putDouble(line.loss());
        });
        writer.putList(study.thermals(), (out, thermal) ->
        {
            putNamed(out, thermal.id(), thermal.name());
            out.putInt(thermal.bus());
        });
        writer.putList(study.hydros(), (out, hydro) ->
        {
            putNamed(out, hydro.id(), hydro.name());
            out.putInt(hydro.bus());
            out.putInt(hydro.downstream());
        });
        writer.putList(study.sources(), (out, source) ->
        {
            putNamed(out, source.id(), source.name());
            out.putInt(source.bus());
            out.putDouble(source.maxGeneration());
        });
        writer.putList(study.contracts(), StudyCodec::putContract);
        writer.putList(study.pumps(), StudyCodec::putPump);
        writer.putDoubles(study.initialStorage());
        ScenarioCodec.put(writer, study.scenarios());
        writer.putText(study.fingerprint());
    }

    private static Study takeStudy(final StudyReader reader)
    {
        return new Study(
            takeConfig(reader),
            reader.takeList(StudyCodec::takeStage),
            reader.takeList(StageDataCodec::take),
            reader.takeList((in) -> new Bus(in.takeInt(), in.takeText())),
            reader.takeList((in) -> new Line(
                in.takeInt(), in.takeText(), in.takeInt(), in.takeInt(), in.takeDouble())),
            reader.takeList((in) -> new Thermal(in.takeInt(), in.takeText(), in.takeInt())),
            reader.takeList((in) -> new Hydro(in.takeInt(), in.takeText(), in.takeInt(), in.takeInt())),
            reader.takeList((in) -> new NonControllable(in.takeInt(), in.takeText(), in.takeInt(), in.takeDouble())),
            reader.takeList((in) -> new Contract(in.takeInt(), in.takeText(), in.takeInt(), in.takeBoolean())),
            reader.takeList((in) -> new PumpingStation(
                in.takeInt(), in.takeText(), in.takeInt(), in.takeInt(), in.takeInt(), in.takeDouble())),
            reader.takeDoubles(),
            ScenarioCodec.take(reader),
            reader.takeText());
    }

    private static void putContract(final StudyWriter writer, final Contract contract)
    {
        putNamed(writer, contract.id(), contract.name());
        writer.putInt(contract.bus());
        writer.putBoolean(contract.export());
    }

    private static void putPump(final StudyWriter writer, final PumpingStation pump)
    {
        putNamed(writer, pump.id(), pump.name());
        writer.putInt(pump.bus());
        writer.putInt(pump.source());
        writer.putInt(pump.destination());
        writer.putDouble(pump.consumption());
    }

    private static void putNamed(final StudyWriter writer, final int id, final String name)
    {
        writer.putInt(id);
        writer.putText(name);
    }

    private static void putConfig(final StudyWriter writer, final Config config)
    {
        writer.putInt(config.forwardPasses());
        writer.putList(config.stoppingRules(), StudyCodec::putRule);
        writer.putBoolean(config.stopOnAll());
        writer.putLong(config.treeSeed());
        writer.putBoolean(config.simulationEnabled());
        writer.putInt(config.simulationScenarios());
        final CutSelection selection = config.cutSelection();
        writer.putEnum(selection.method());
        writer.putInt(selection.checkFrequency());
        writer.putInt(selection.memoryWindow());
        writer.putInt(selection.threshold());
        writer.putDouble(selection.dominationEpsilon());
        writer.putDouble(selection.activityTolerance());
        writer.putInt(selection.maxActive());
        writer.putBoolean(config.exportStochastic());
        writer.putText(config.startMethod());
        writer.putBoolean(config.trainingEnabled());
        writer.putEnum(config.policy().mode());
        writer.putText(config.policy().path());
        writer.putText(config.policy().boundaryPath());
        writer.putInt(config.policy().boundaryStage());
        writer.putBoolean(config.exportStates());
        final Checkpointing checkpointing = config.checkpointing();
        writer.putBoolean(checkpointing.enabled());
        writer.putInt(checkpointing.initialIteration());
        writer.putInt(checkpointing.intervalIterations());
        writer.putDouble(checkpointing.intervalMinutes());
        writer.putBoolean(checkpointing.resume());
        writer.putDouble(config.innerBoundFactor());
        writer.putBoolean(config.cutsByOpening());
    }

    private static Config takeConfig(final StudyReader reader)
    {
        return new Config(
            reader.takeInt(),
            reader.takeList(StudyCodec::takeRule),
            reader.takeBoolean(),
            reader.takeLong(),
            reader.takeBoolean(),
            reader.takeInt(),
            new CutSelection(
                reader.takeEnum(CutSelection.Method.values()),
                reader.takeInt(),
                reader.takeInt(),
                reader.takeInt(),
                reader.takeDouble(),
                reader.takeDouble(),
                reader.takeInt()),
            reader.takeBoolean(),
            reader.takeText(),
            reader.takeBoolean(),
            new PolicySource(
                reader.takeEnum(PolicySource.Mode.values()), reader.takeText(), reader.takeText(), reader.takeInt()),
            reader.takeBoolean(),
            new Checkpointing(
                reader.takeBoolean(),
                reader.takeInt(),
                reader.takeInt(),
                reader.takeDouble(),
                reader.takeBoolean()),
            reader.takeDouble(),
            reader.takeBoolean());
    }

    private static void putRule(final StudyWriter writer, final StoppingRule rule)
    {
        if (rule instanceof StoppingRule.IterationLimit limit)
        {
            writer.putInt(ITERATION_LIMIT);
            writer.putInt(limit.limit());
        }
        else if (rule instanceof StoppingRule.TimeLimit limit)
        {
            writer.putInt(TIME_LIMIT);
            writer.putDouble(limit.seconds());
        }
        else if (rule instanceof StoppingRule.BoundStalling stalling)
        {
            writer.putInt(BOUND_STALLING);
            writer.putInt(stalling.iterations());
            writer.putDouble(stalling.tolerance());
        }
        else if (rule instanceof StoppingRule.Simulation simulation)
        {
            writer.putInt(SIMULATION);
            writer.putInt(simulation.replications());
            writer.putInt(simulation.period());
            writer.putInt(simulation.boundWindow());
            writer.putDouble(simulation.distance());
            writer.putDouble(simulation.boundTolerance());
        }
        else
        {
            throw new IllegalStateException("no code for " + rule);
        }
    }

    private static StoppingRule takeRule(final StudyReader reader)
    {
        final int code = reader.takeInt();
        switch (code)
        {
            case ITERATION_LIMIT:
                return new StoppingRule.IterationLimit(reader.takeInt());
            case TIME_LIMIT:
                return new StoppingRule.TimeLimit(reader.takeDouble());
            case BOUND_STALLING:
                return new StoppingRule.BoundStalling(reader.takeInt(), reader.takeDouble());
            case SIMULATION:
                return new StoppingRule.Simulation(
                    reader.takeInt(), reader.takeInt(), reader.takeInt(), reader.takeDouble(), reader.takeDouble());
            default:
                throw new IllegalArgumentException("no stopping rule has the code " + code);
        }
    }

    private static void putStage(final StudyWriter writer, final Stage stage)
    {
        writer.putInt(stage.id());
        writer.putInt(stage.index());
        writer.putDate(stage.startDate());
        writer.putDate(stage.endDate());
        writer.putDoubles(stage.blockHours());
        writer.putInt(stage.openings());
        writer.putDouble(stage.discountFactor());
        writer.putInt(stage.seasonId());
        writer.putDouble(stage.risk().alpha());
        writer.putDouble(stage.risk().lambda());
        writer.putBoolean(stage.chronological());
    }

    private static Stage takeStage(final StudyReader reader)
    {
        return new Stage(
            reader.takeInt(),
            reader.takeInt(),
            reader.takeDate(),
            reader.takeDate(),
            reader.takeDoubles(),
            reader.takeInt(),
            reader.takeDouble(),
            reader.takeInt(),
            new Risk(reader.takeDouble(), reader.takeDouble()),
            reader.takeBoolean());
    }

    private static byte[] sha256(final byte[] bytes, final int length)
    {
        try
        {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        }
        catch (final NoSuchAlgorithmException ex)
        {
            throw new IllegalStateException(ex);
        }
    }
}
