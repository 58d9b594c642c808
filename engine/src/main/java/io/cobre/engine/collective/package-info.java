/**
 * The collectives, written once over {@link io.cobre.engine.spi.Transport}: one poll-driven state machine a file, one
 * encoder, one decoder, and the progress engine that keeps the rules of the stream.
 */
package io.cobre.engine.collective;
