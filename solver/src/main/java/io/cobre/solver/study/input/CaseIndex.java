package io.cobre.solver.study.input;

import io.cobre.solver.study.EntityClass;

/**
 * The registries of a case.
 *
 * @param stages    study stages.
 * @param buses     buses.
 * @param lines     lines.
 * @param hydros    hydros.
 * @param thermals  thermals.
 * @param sources   non-controllable sources.
 * @param contracts energy contracts.
 * @param pumps     pumping stations.
 */
record CaseIndex(
    Ids<StagesFile.Entry> stages,
    Ids<BusesFile.Entry> buses,
    Ids<LinesFile.Entry> lines,
    Ids<HydrosFile.Entry> hydros,
    Ids<ThermalsFile.Entry> thermals,
    Ids<SourcesFile.Entry> sources,
    Ids<ContractsFile.Entry> contracts,
    Ids<PumpingFile.Entry> pumps)
{
    static CaseIndex of(final CaseFiles files, final Problems problems)
    {
        return new CaseIndex(
            Ids.of("stage", StagesFile.NAME, files.stages().stages(), problems),
            Ids.of("bus", BusesFile.NAME, files.system().buses().buses(), problems),
            Ids.of("line", LinesFile.NAME, files.system().lines().lines(), problems),
            Ids.of("hydro", HydrosFile.NAME, files.system().hydros().hydros(), problems),
            Ids.of("thermal", ThermalsFile.NAME, files.system().thermals().thermals(), problems),
            Ids.of("non-controllable source", SourcesFile.NAME, files.system().sources().sources(), problems),
            Ids.of("contract", ContractsFile.NAME, files.system().contracts().contracts(), problems),
            Ids.of("pumping station", PumpingFile.NAME, files.system().pumping().stations(), problems));
    }

    Ids<?> of(final EntityClass entityClass)
    {
        switch (entityClass)
        {
            case INFLOW:
                return hydros;
            case LOAD:
                return buses;
            default:
                return sources;
        }
    }
}
