/**
 * Case folders: reading, checking, and making a {@link io.cobre.solver.study.Study} of them. What a file may contain
 * is declared once, by the code that reads it; unknown names, what is not built and what has no effect are known from
 * there.
 */
package io.cobre.solver.study.input;
