/**
 * What users of the messaging import: {@link io.cobre.engine.Communicator}, its factory
 * {@link io.cobre.engine.Communicators}, shared regions, and the errors.
 */
package io.cobre.engine;
