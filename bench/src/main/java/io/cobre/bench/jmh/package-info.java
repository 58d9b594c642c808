/**
 * JMH micro-benchmarks.
 */
package io.cobre.bench.jmh;
