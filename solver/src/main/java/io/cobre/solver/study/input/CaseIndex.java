package io.cobre.solver.study.input;

/**
 * The registries of a case.
 *
 * @param stages   study stages.
 * @param buses    buses.
 * @param lines    lines.
 * @param hydros   hydros.
 * @param thermals thermals.
 */
record CaseIndex(
    Ids<StagesFile.Entry> stages,
    Ids<BusesFile.Entry> buses,
    Ids<LinesFile.Entry> lines,
    Ids<HydrosFile.Entry> hydros,
    Ids<ThermalsFile.Entry> thermals)
{
    static CaseIndex of(final CaseFiles files, final Problems problems)
    {
        return new CaseIndex(
            Ids.of("stage", StagesFile.NAME, files.stages().stages(), problems),
            Ids.of("bus", BusesFile.NAME, files.buses().buses(), problems),
            Ids.of("line", LinesFile.NAME, files.lines().lines(), problems),
            Ids.of("hydro", HydrosFile.NAME, files.hydros().hydros(), problems),
            Ids.of("thermal", ThermalsFile.NAME, files.thermals().thermals(), problems));
    }
}
