/**
 * Launcher of worker processes: it starts the ranks of a group as fresh processes, watches over them, finds the root
 * cause of a failure, and leaves nothing behind.
 */
package io.cobre.engine.launch;
