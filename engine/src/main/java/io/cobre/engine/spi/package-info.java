/**
 * What a backend implements: it hosts a group, attaches a rank to it, and opens streams. Loaded by ServiceLoader.
 */
package io.cobre.engine.spi;
