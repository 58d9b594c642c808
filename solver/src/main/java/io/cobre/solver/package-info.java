/**
 * What users of the solver import: train, simulate, validate, and their results.
 */
package io.cobre.solver;
