/**
 * Result files: Parquet tables and metadata, written atomically.
 */
package io.cobre.solver.output;
