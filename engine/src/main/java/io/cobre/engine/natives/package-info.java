/**
 * Native libraries that come in archives on the class path: where they are unpacked, and how JNA finds its own.
 */
package io.cobre.engine.natives;
