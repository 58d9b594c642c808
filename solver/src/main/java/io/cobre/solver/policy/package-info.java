/**
 * Cuts, their pools, policy files and digests.
 */
package io.cobre.solver.policy;
