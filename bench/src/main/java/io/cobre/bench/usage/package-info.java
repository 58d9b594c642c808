/**
 * How a program uses the solver as a library.
 */
package io.cobre.bench.usage;
