package io.cobre.solver.study.input;

/**
 * What the files in the folder scenarios say.
 *
 * @param inflow        scenarios/inflow_seasonal_stats.parquet.
 * @param load          scenarios/load_seasonal_stats.parquet.
 * @param sources       scenarios/non_controllable_stats.parquet.
 * @param loadFactors   scenarios/load_factors.json.
 * @param sourceFactors scenarios/non_controllable_factors.json.
 * @param models        inflow models.
 * @param outside       external scenarios and openings.
 * @param correlation   scenarios/correlation.json.
 */
record ScenarioFiles(
    StageStatistics inflow,
    StageStatistics load,
    StageStatistics sources,
    BlockFactorsFile loadFactors,
    BlockFactorsFile sourceFactors,
    InflowTables models,
    OutsideScenarios outside,
    CorrelationFile correlation)
{
}
