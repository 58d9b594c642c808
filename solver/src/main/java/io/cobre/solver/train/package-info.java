/**
 * Training: forward pass, backward pass, bounds, stopping.
 */
package io.cobre.solver.train;
