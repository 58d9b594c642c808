/**
 * The multi-process benchmark of collectives: rows, measurement, probe, report and comparison.
 */
package io.cobre.bench.collectives;
