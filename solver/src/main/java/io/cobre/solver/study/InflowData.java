package io.cobre.solver.study;

import java.util.List;

/**
 * What the files say about inflows. A file that is absent is an empty list.
 *
 * @param statistics   of study and pre-study stages.
 * @param coefficients autoregressive part.
 * @param annual       annual part.
 * @param history      by hydro and date, ascending.
 * @param past         m3/s by hydro, most recent first; may be shorter than the order of the model.
 * @param recent       observations within the period of the first stage.
 */
public record InflowData(
    List<InflowStatistics> statistics,
    List<InflowCoefficients> coefficients,
    List<AnnualComponent> annual,
    List<InflowObservation> history,
    double[][] past,
    List<RecentObservation> recent)
{
    /**
     * No files at all.
     *
     * @return empty lists.
     */
    public static InflowData none()
    {
        return new InflowData(List.of(), List.of(), List.of(), List.of(), new double[0][], List.of());
    }
}
