package io.cobre.solver.study.input;

import io.cobre.solver.study.Config;

/**
 * Everything that the files of a case say, before ids are resolved.
 *
 * @param config          config.json.
 * @param penalties       penalties.json.
 * @param stages          stages.json.
 * @param initial         initial_conditions.json.
 * @param buses           system/buses.json.
 * @param lines           system/lines.json.
 * @param hydros          system/hydros.json.
 * @param thermals        system/thermals.json.
 * @param inflow          scenarios/inflow_seasonal_stats.parquet.
 * @param load            scenarios/load_seasonal_stats.parquet.
 * @param loadFactors     scenarios/load_factors.json.
 * @param exchangeFactors constraints/exchange_factors.json.
 * @param thermalBounds   constraints/thermal_bounds.parquet.
 */
record CaseFiles(
    Config config,
    PenaltiesFile penalties,
    StagesFile stages,
    InitialConditionsFile initial,
    BusesFile buses,
    LinesFile lines,
    HydrosFile hydros,
    ThermalsFile thermals,
    StageStatistics inflow,
    StageStatistics load,
    BlockFactorsFile loadFactors,
    BlockFactorsFile exchangeFactors,
    ThermalBounds thermalBounds)
{
}
