package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.EntityClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the files of a case folder: structure and schema, the first two layers of validation.
 */
final class CaseReader
{
    /** Files that must exist, with the code that reads them. */
    static final Map<String, Function<JsonObject, ?>> REQUIRED_FILES = new LinkedHashMap<>();

    /** JSON files that may exist, with the code that reads them. */
    static final Map<String, Function<JsonObject, ?>> OPTIONAL_FILES = new LinkedHashMap<>();

    /** Parquet files that may exist. */
    static final List<String> TABLES = List.of(
        StageStatistics.INFLOW,
        StageStatistics.LOAD,
        StageStatistics.SOURCE,
        InflowTables.COEFFICIENTS,
        InflowTables.ANNUAL,
        InflowTables.HISTORY,
        OutsideScenarios.file(EntityClass.INFLOW),
        OutsideScenarios.file(EntityClass.LOAD),
        OutsideScenarios.file(EntityClass.NCS),
        OutsideScenarios.OPENINGS,
        HeadTables.GEOMETRY,
        HeadTables.PLANES,
        StageTable.THERMAL,
        StageTable.HYDRO,
        StageTable.LINE,
        StageTable.SOURCE,
        StageTable.CONTRACT,
        StageTable.PUMPING,
        StageTable.BUS_COSTS,
        StageTable.LINE_COSTS,
        StageTable.HYDRO_COSTS,
        StageTable.SOURCE_COSTS,
        GenericConstraintsFile.BOUNDS);

    private static final List<String> FOLDERS = List.of("system", "scenarios", "constraints");

    static
    {
        REQUIRED_FILES.put(ConfigFile.NAME, ConfigFile::read);
        REQUIRED_FILES.put(PenaltiesFile.NAME, PenaltiesFile::read);
        REQUIRED_FILES.put(StagesFile.NAME, StagesFile::read);
        REQUIRED_FILES.put(InitialConditionsFile.NAME, InitialConditionsFile::read);
        REQUIRED_FILES.put(BusesFile.NAME, BusesFile::read);
        REQUIRED_FILES.put(LinesFile.NAME, LinesFile::read);
        REQUIRED_FILES.put(HydrosFile.NAME, HydrosFile::read);
        REQUIRED_FILES.put(ThermalsFile.NAME, ThermalsFile::read);
        OPTIONAL_FILES.put(BlockFactorsFile.LOAD, BlockFactorsFile::readLoad);
        OPTIONAL_FILES.put(BlockFactorsFile.EXCHANGE, BlockFactorsFile::readExchange);
        OPTIONAL_FILES.put(BlockFactorsFile.SOURCE, BlockFactorsFile::readSources);
        OPTIONAL_FILES.put(SourcesFile.NAME, SourcesFile::read);
        OPTIONAL_FILES.put(ProductionModelsFile.NAME, ProductionModelsFile::read);
        OPTIONAL_FILES.put(CorrelationFile.NAME, CorrelationFile::read);
        OPTIONAL_FILES.put(GenericConstraintsFile.NAME, GenericConstraintsFile::read);
        OPTIONAL_FILES.put(ContractsFile.NAME, ContractsFile::read);
        OPTIONAL_FILES.put(PumpingFile.NAME, PumpingFile::read);
    }

    private final Path folder;
    private final Map<String, String> overrides;
    private final Problems problems;

    CaseReader(final Path folder, final Map<String, String> overrides, final Problems problems)
    {
        this.folder = folder;
        this.overrides = overrides;
        this.problems = problems;
    }

    /**
     * Read everything.
     *
     * @return null if a required file cannot be read at all.
     */
    CaseFiles read()
    {
        warnOfUnknownFiles();
        final CaseFiles files = new CaseFiles(
            required(ConfigFile.NAME, ConfigFile::read),
            required(PenaltiesFile.NAME, PenaltiesFile::read),
            required(StagesFile.NAME, StagesFile::read),
            required(InitialConditionsFile.NAME, InitialConditionsFile::read),
            system(),
            scenarios(),
            constraints());
        return problems.blocked() ? null : files;
    }

    private SystemFiles system()
    {
        return new SystemFiles(
            required(BusesFile.NAME, BusesFile::read),
            required(LinesFile.NAME, LinesFile::read),
            required(HydrosFile.NAME, HydrosFile::read),
            required(ThermalsFile.NAME, ThermalsFile::read),
            optional(SourcesFile.NAME, SourcesFile::read, SourcesFile.none()),
            optional(ContractsFile.NAME, ContractsFile::read, ContractsFile.none()),
            optional(PumpingFile.NAME, PumpingFile::read, PumpingFile.none()),
            optional(ProductionModelsFile.NAME, ProductionModelsFile::read, ProductionModelsFile.none()),
            HeadTables.read(problems, folder));
    }

    private ScenarioFiles scenarios()
    {
        return new ScenarioFiles(
            StageStatistics.inflow(problems, folder),
            StageStatistics.load(problems, folder),
            StageStatistics.sources(problems, folder),
            optional(BlockFactorsFile.LOAD, BlockFactorsFile::readLoad, BlockFactorsFile.none()),
            optional(BlockFactorsFile.SOURCE, BlockFactorsFile::readSources, BlockFactorsFile.none()),
            InflowTables.read(problems, folder),
            OutsideScenarios.read(problems, folder),
            optional(CorrelationFile.NAME, CorrelationFile::read, CorrelationFile.none()));
    }

    private ConstraintFiles constraints()
    {
        return new ConstraintFiles(
            StageTable.thermals(problems, folder),
            StageTable.hydros(problems, folder),
            StageTable.lines(problems, folder),
            StageTable.sources(problems, folder),
            StageTable.contracts(problems, folder),
            StageTable.pumping(problems, folder),
            StageTable.busCosts(problems, folder),
            StageTable.lineCosts(problems, folder),
            StageTable.hydroCosts(problems, folder),
            StageTable.sourceCosts(problems, folder),
            optional(BlockFactorsFile.EXCHANGE, BlockFactorsFile::readExchange, BlockFactorsFile.none()),
            optional(GenericConstraintsFile.NAME, GenericConstraintsFile::read, GenericConstraintsFile.none()),
            GenericConstraintsFile.readBounds(problems, folder));
    }

    private <T> T required(final String name, final Function<JsonObject, T> reader)
    {
        if (!Files.isRegularFile(folder.resolve(name)))
        {
            problems.error(
                SolverErrorKind.MISSING_FILE, Place.file(name), null, "the file does not exist", "write the file");
            return null;
        }
        return json(name, reader, null);
    }

    private <T> T optional(final String name, final Function<JsonObject, T> reader, final T absent)
    {
        return Files.exists(folder.resolve(name)) ? json(name, reader, absent) : absent;
    }

    private <T> T json(final String name, final Function<JsonObject, T> reader, final T broken)
    {
        final Place place = Place.file(name);
        try
        {
            final Object tree = JsonTree.parse(Files.readAllBytes(folder.resolve(name)));
            if (ConfigFile.NAME.equals(name))
            {
                Overrides.apply(tree, overrides, problems);
            }
            return JsonObject.read(problems, place, tree, reader);
        }
        catch (final IOException ex)
        {
            problems.error(SolverErrorKind.PARSE_ERROR, place, null, ex.getMessage(), "correct the file");
            return broken;
        }
    }

    private void warnOfUnknownFiles()
    {
        final List<String> known = new ArrayList<>(REQUIRED_FILES.keySet());
        known.addAll(OPTIONAL_FILES.keySet());
        known.addAll(TABLES);
        for (final String name : FOLDERS)
        {
            for (final String file : names(name))
            {
                if ((file.endsWith(".json") || file.endsWith(".parquet")) && !known.contains(file))
                {
                    problems.warning(
                        SolverErrorKind.SCHEMA_VIOLATION,
                        Place.file(file),
                        null,
                        "no file of a case has this name; it is ignored",
                        Names.suggestion(file, known));
                }
            }
        }
    }

    private List<String> names(final String name)
    {
        final Path path = folder.resolve(name);
        if (!Files.isDirectory(path))
        {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path))
        {
            return files.map((file) -> name + "/" + file.getFileName()).sorted().toList();
        }
        catch (final IOException ex)
        {
            problems.error(SolverErrorKind.PARSE_ERROR, Place.file(name), null, "cannot be listed: " + ex,
                "make the folder readable");
            return List.of();
        }
    }
}
