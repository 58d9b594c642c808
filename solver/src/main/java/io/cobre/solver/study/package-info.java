/**
 * The study: an immutable, validated case, and the reader of case folders.
 */
package io.cobre.solver.study;
