package io.cobre.solver.study;

/**
 * A season: a range of days that recurs every year.
 *
 * @param id         as in the files.
 * @param monthStart 1 to 12.
 * @param dayStart   day of the month, 1 if not given.
 * @param monthEnd   1 to 12, monthStart if not given.
 * @param dayEnd     last day, inclusive; 31 stands for the last day of any month.
 */
public record Season(int id, int monthStart, int dayStart, int monthEnd, int dayEnd)
{
}
