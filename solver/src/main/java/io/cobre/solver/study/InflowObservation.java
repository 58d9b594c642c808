package io.cobre.solver.study;

import java.time.LocalDate;

/**
 * A historical inflow.
 *
 * @param hydro index.
 * @param date  first day of the observed period.
 * @param value m3/s.
 */
public record InflowObservation(int hydro, LocalDate date, double value)
{
}
