/**
 * Ranks without processes: threads of one JVM over rings, and the group of one.
 */
package io.cobre.engine.local;
