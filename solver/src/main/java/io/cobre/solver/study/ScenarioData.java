package io.cobre.solver.study;

import java.util.List;

/**
 * All inputs of the stochastic model beside the means and deviations in {@link StageData}.
 *
 * @param calendar       seasons and pre-study stages.
 * @param inflow         statistics, coefficients, history, initial lags.
 * @param availability   of non-controllable sources, empty if none is stochastic.
 * @param externalInflow scenarios from outside, m3/s by hydro.
 * @param externalLoad   scenarios from outside, MW by bus.
 * @param externalNcs    scenarios from outside, fraction by non-controllable source.
 * @param noiseOpenings  openings given by the user by stage index, opening and noise dimension; null to draw them.
 * @param correlation    spatial correlation; no profiles if neither given nor estimated.
 * @param sampling       method by stage index; empty for SAA everywhere.
 * @param training       source of the forward passes.
 * @param simulation     source of the simulation.
 * @param estimation     settings of the estimation from history.
 * @param nonNegativity  treatment of negative inflows.
 */
public record ScenarioData(
    Calendar calendar,
    InflowData inflow,
    List<AvailabilityStatistics> availability,
    List<ExternalScenario> externalInflow,
    List<ExternalScenario> externalLoad,
    List<ExternalScenario> externalNcs,
    double[][][] noiseOpenings,
    Correlation correlation,
    List<SamplingMethod> sampling,
    ScenarioSource training,
    ScenarioSource simulation,
    Estimation estimation,
    InflowNonNegativity nonNegativity)
{
    /**
     * White-noise inflows with the statistics of {@link StageData}, everything from the opening tree.
     *
     * @return no data.
     */
    public static ScenarioData none()
    {
        return new ScenarioData(
            Calendar.none(),
            InflowData.none(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            Correlation.none(),
            List.of(),
            ScenarioSource.inSample(),
            ScenarioSource.inSample(),
            Estimation.defaults(),
            InflowNonNegativity.NONE);
    }

    /**
     * The same data with another inflow model.
     *
     * @param newInflow      replaces {@link #inflow}.
     * @param newCorrelation replaces {@link #correlation}.
     * @return a copy.
     */
    public ScenarioData with(final InflowData newInflow, final Correlation newCorrelation)
    {
        return new ScenarioData(
            calendar,
            newInflow,
            availability,
            externalInflow,
            externalLoad,
            externalNcs,
            noiseOpenings,
            newCorrelation,
            sampling,
            training,
            simulation,
            estimation,
            nonNegativity);
    }
}
