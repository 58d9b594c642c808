package io.cobre.solver.study.input;

/**
 * Everything that the files of a case say, before ids are resolved.
 *
 * @param config      config.json.
 * @param penalties   penalties.json.
 * @param stages      stages.json.
 * @param initial     initial_conditions.json.
 * @param system      folder system.
 * @param scenarios   folder scenarios.
 * @param constraints folder constraints.
 */
record CaseFiles(
    ConfigFile config,
    PenaltiesFile penalties,
    StagesFile stages,
    InitialConditionsFile initial,
    SystemFiles system,
    ScenarioFiles scenarios,
    ConstraintFiles constraints)
{
}
