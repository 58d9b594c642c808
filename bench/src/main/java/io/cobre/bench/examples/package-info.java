/**
 * Makes the data of the folders under {@code examples/}.
 */
package io.cobre.bench.examples;
