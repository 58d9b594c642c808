package io.cobre.solver.study;

import java.time.LocalDate;

/**
 * An inflow observed in the period that the first stage continues.
 *
 * @param hydro     index.
 * @param startDate first day.
 * @param endDate   day after the last one.
 * @param value     m3/s.
 */
public record RecentObservation(int hydro, LocalDate startDate, LocalDate endDate, double value)
{
}
