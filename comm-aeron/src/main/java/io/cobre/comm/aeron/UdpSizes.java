package io.cobre.comm.aeron;

/**
 * Sizes of the streams and sockets of the tcp backend, in bytes.
 *
 * @param termLength    of one of the three terms of a log.
 * @param mtu           longest frame, Aeron's header included.
 * @param receiveWindow that one peer may send ahead.
 * @param receiveBuffer of the receiving socket, as the kernel grants it.
 * @param sendBuffer    of a sending socket, as the kernel grants it.
 */
record UdpSizes(int termLength, int mtu, int receiveWindow, int receiveBuffer, int sendBuffer)
{
}
