/**
 * The Aeron backends: shm on IPC, tcp on UDP unicast, and the media driver launcher.
 */
package io.cobre.comm.aeron;
