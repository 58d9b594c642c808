package io.cobre.solver.study.input;

import java.util.List;

/**
 * What the files in the folder constraints say.
 *
 * @param thermals        limits and costs of thermals.
 * @param hydros          limits of hydros.
 * @param lines           limits of lines.
 * @param sources         limits of non-controllable sources.
 * @param contracts       limits and prices of energy contracts.
 * @param pumping         limits of pumping stations.
 * @param busCosts        costs of buses.
 * @param lineCosts       costs of lines.
 * @param hydroCosts      costs of hydros.
 * @param sourceCosts     costs of non-controllable sources.
 * @param exchangeFactors constraints/exchange_factors.json.
 * @param generic         constraints/generic_constraints.json.
 * @param genericBounds   constraints/generic_constraint_bounds.parquet.
 */
record ConstraintFiles(
    StageTable thermals,
    StageTable hydros,
    StageTable lines,
    StageTable sources,
    StageTable contracts,
    StageTable pumping,
    StageTable busCosts,
    StageTable lineCosts,
    StageTable hydroCosts,
    StageTable sourceCosts,
    BlockFactorsFile exchangeFactors,
    GenericConstraintsFile generic,
    List<GenericConstraintsFile.Bound> genericBounds)
{
}
