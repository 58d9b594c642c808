package io.cobre.solver.study.input;

/**
 * What the files in the folder system say.
 *
 * @param buses      system/buses.json.
 * @param lines      system/lines.json.
 * @param hydros     system/hydros.json.
 * @param thermals   system/thermals.json.
 * @param sources    system/non_controllable_sources.json.
 * @param contracts  system/energy_contracts.json.
 * @param pumping    system/pumping_stations.json.
 * @param production system/hydro_production_models.json.
 * @param head       system/hydro_geometry.parquet and system/fpha_hyperplanes.parquet.
 */
record SystemFiles(
    BusesFile buses,
    LinesFile lines,
    HydrosFile hydros,
    ThermalsFile thermals,
    SourcesFile sources,
    ContractsFile contracts,
    PumpingFile pumping,
    ProductionModelsFile production,
    HeadTables head)
{
}
