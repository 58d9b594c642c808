/**
 * A sample of a host that embeds the engine in a duty cycle of its own.
 */
package io.cobre.bench.embedding;
