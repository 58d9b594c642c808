/**
 * What a module implements to add a subcommand to the command line. Loaded by ServiceLoader.
 */
package io.cobre.solver.command;
