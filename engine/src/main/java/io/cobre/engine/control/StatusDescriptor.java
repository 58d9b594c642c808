package io.cobre.engine.control;

/**
 * Layout of a status file, little-endian. One writer, any number of readers; it stays readable after the writer was
 * killed. Times are milliseconds since the epoch.
 * <pre>
 *    0  i64  magic
 *    8  i32  version              12  i32  rank
 *   16  i32  size                 20  i32  state (ordinal of RankState)
 *   24  i64  pid                  32  i64  time of start
 *   40  i64  sequence             48  i32  operation (template id)
 *   52  i32  orderly exit code    56  i64  time of the operation's start
 *   64  i64  peers waited for (bit per rank, ranks above 63 share bit 63)
 *   72  i64  progress counter     80  i64  time of the last heartbeat
 *   88  i32  bytes of the error record
 *   92  i32  1 once shutdown hooks have run
 *   96  ..   error record: an SBE Failure, see schemas/control.xml
 * </pre>
 */
final class StatusDescriptor
{
    static final long MAGIC = 0x53_55_54_41_54_53_42_43L;
    static final int VERSION = 1;
    static final int MAGIC_OFFSET = 0;
    static final int VERSION_OFFSET = 8;
    static final int RANK_OFFSET = 12;
    static final int SIZE_OFFSET = 16;
    static final int STATE_OFFSET = 20;
    static final int PID_OFFSET = 24;
    static final int START_TIME_OFFSET = 32;
    static final int SEQUENCE_OFFSET = 40;
    static final int OPERATION_OFFSET = 48;
    static final int EXIT_CODE_OFFSET = 52;
    static final int OPERATION_TIME_OFFSET = 56;
    static final int WAITING_OFFSET = 64;
    static final int PROGRESS_OFFSET = 72;
    static final int HEARTBEAT_TIME_OFFSET = 80;
    static final int ERROR_LENGTH_OFFSET = 88;
    static final int HOOKS_OFFSET = 92;
    static final int ERROR_OFFSET = 96;
    static final int LENGTH = 8192;
    static final int MAX_ERROR_LENGTH = LENGTH - ERROR_OFFSET;
    static final int NO_EXIT_CODE = Integer.MIN_VALUE;

    private StatusDescriptor()
    {
    }
}
