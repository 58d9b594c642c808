package io.cobre.solver.study;

import java.time.LocalDate;

/**
 * A stage before the study, present for its inflow model only.
 *
 * @param id        as in the files, negative by convention.
 * @param startDate first day.
 * @param endDate   day after the last one.
 * @param seasonId  season, or -1 if the stage has none.
 */
public record PreStudyStage(int id, LocalDate startDate, LocalDate endDate, int seasonId)
{
}
