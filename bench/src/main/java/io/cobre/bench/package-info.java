/**
 * Benchmarks and samples.
 */
package io.cobre.bench;
