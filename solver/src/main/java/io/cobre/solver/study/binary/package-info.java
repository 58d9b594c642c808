/**
 * The compact binary form of a study, in which a parent hands it to its workers, and its fingerprint.
 */
package io.cobre.solver.study.binary;
