/**
 * Control plane of a group: rendezvous, liveness by socket, status files, the run directory, and the session of a rank.
 */
package io.cobre.engine.control;
