/**
 * Flat Parquet tables, read and written by column through parquet-java without a Hadoop installation.
 */
package io.cobre.solver.parquet;
